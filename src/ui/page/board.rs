//! The board: the tasks of what runs, or of the chosen step, by how far they are.
//!
//! ```text
//! ┌─ À faire 4 ─────────────┬─ En cours 1 ────────────┬─ Bloqué 1 ──────────────┬─ Fait 1 ────────────────┐
//! │ ☐ Attendre le           │ ▶ Préparer le PRA       │ ! Préparer le PRA       │ ☑ Constituer l'équipe   │
//! │   rétablissement        │   Systèmes · @ines      │   ↳ accès VPN coupé     │   DSI · @karim          │
//! │   Client                │                         │   Développement · @tom  │                         │
//! └─────────────────────────┴─────────────────────────┴─────────────────────────┴─────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::incident::TaskId;
use crate::incident::{Step, Task, TaskState};
use crate::theme::Meaning;
use crate::ui::action::Action;
use crate::ui::cursor::Cursor;
use crate::ui::cursor::board_columns;
use crate::ui::layout;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::{tasks, text};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use super::tasks::{HINTS, read};

pub struct Board;

impl Component for Board {
    fn hints(&self, _: &Cursor) -> &'static [Action] {
        HINTS
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        let columns = board_columns(view.incident, &state.cursor);
        let now = state.cursor.selected_task(view).map(|(_, task)| task.id.clone());
        let place = columns.iter().enumerate().find_map(|(column, tasks)| {
            tasks.iter().position(|(_, task)| Some(&task.id) == now.as_ref()).map(|row| (column, row))
        });
        let Some((column, row)) = place else { return };
        let filled = |column: &usize| !columns[*column].is_empty();
        let column = match way {
            Way::Left => (0..column).rev().find(filled).unwrap_or(column),
            Way::Right => (column + 1..columns.len()).find(filled).unwrap_or(column),
            _ => column,
        };
        let tasks = &columns[column];
        state.cursor.board = tasks.get(way.from(row, tasks.len(), 8)).map(|(_, task)| task.id.clone());
    }

    fn turn(&self, state: &mut State, view: &View<'_>, listing: Listing, side: Side) {
        let Listing::Cards(column) = listing else { return };
        let columns = board_columns(view.incident, &state.cursor);
        let Some(cards) = columns.get(column) else { return };
        let id = |place: usize| cards[place].1.id.clone();
        let is_drawn = |place| state.hits.has(&Hit::Task(id(place)));
        let to = beyond(cards.len(), side, Middle::Half, is_drawn);
        state.cursor.board = to.map(id).or_else(|| state.cursor.board.take());
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        read(state, view);
    }

    fn render(&self, frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
        render(frame, area, buffer);
    }
}

const TITLES: [(&str, Meaning); 4] = [
    ("region-board-todo", Meaning::Title),
    ("region-board-doing", Meaning::TaskDoing),
    ("region-board-blocked", Meaning::TaskBlocked),
    ("region-board-over", Meaning::TaskDone),
];

/// One line of a column.
struct Row<'a> {
    task: &'a Task,
    text: String,
    style: Style,
    /// The first line of its card, with the sign of the task's state.
    sign: Option<(&'static str, Style)>,
}

fn render(frame: &Frame<'_>, body: Rect, buffer: &mut Buffer) {
    let columns = board_columns(frame.incident, frame.scene.cursor);
    let selected = frame.scene.cursor.selected_task(frame.scene.view).map(|(_, task)| &task.id);
    let panes: Vec<Rect> = (0..4).map(|place| column(body, place)).collect();
    let focus = |place: usize| Focus::of(columns[place].iter().any(|(_, task)| Some(&task.id) == selected));
    let mut borders: Vec<_> = panes.iter().enumerate().map(|(place, pane)| (*pane, focus(place))).collect();
    borders.sort_by_key(|(_, focus)| *focus == Focus::Here);
    frame.borders(&borders, buffer);
    for (place, (cards, pane)) in columns.iter().zip(&panes).enumerate() {
        let (title, meaning) = TITLES[place];
        let style =
            if focus(place) == Focus::Here { frame.style(Meaning::TitleFocus) } else { frame.style(meaning) };
        // The title is cut before the figure behind it.
        let count = cards.len().to_string();
        let for_title = pane.width.saturating_sub(text::width(&count) + 7);
        let x = text::title(*pane, &text::cut(&frame.say(title), for_title), style, buffer);
        text::after_title(*pane, x, &count, frame.style(Meaning::TextMuted), buffer);
        list(frame, (place, cards), selected, layout::inside(*pane), buffer);
    }
}

/// One of four columns that share their borders.
fn column(body: Rect, place: u16) -> Rect {
    let edge = |place| body.x + layout::share(body.width, place, 4);
    Rect { x: edge(place), width: edge(place + 1) - edge(place) + 1, ..body }
}

fn list(
    frame: &Frame<'_>,
    (column, cards): (usize, &[(&Step, &Task)]),
    selected: Option<&TaskId>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let height = usize::from(area.height);
    if height == 0 || area.width < 6 {
        return;
    }
    let mut rows = Vec::new();
    for (lines, blank) in [(4, 1), (4, 0), (2, 0), (1, 0)] {
        rows = lay_out(frame, cards, area.width - 4, lines, blank);
        if rows.len() <= height {
            break;
        }
    }
    let is_selected = |row: &Row<'_>| Some(&row.task.id) == selected;
    let view = tasks::scroll(rows.len(), height, |place| is_selected(&rows[place]));
    let starts = |range: std::ops::Range<usize>| rows[range].iter().filter(|row| row.sign.is_some()).count();
    for (place, y) in view.clone().zip(area.y..) {
        let line = Rect { x: area.x + 1, y, width: area.width - 1, height: 1 };
        if place == view.start && view.start > 0 {
            tasks::more(frame, line, (Listing::Cards(column), Side::Above), starts(0..place + 1), buffer);
        } else if place + 1 == view.end && view.end < rows.len() {
            tasks::more(
                frame,
                line,
                (Listing::Cards(column), Side::Below),
                starts(place..rows.len()),
                buffer,
            );
        } else {
            let row = &rows[place];
            if let Some((sign, style)) = row.sign {
                text::put(buffer, line.x, y, 1, sign, style);
            }
            text::put(buffer, line.x + 2, y, line.width.saturating_sub(3), &row.text, row.style);
            frame.scene.hit(line, Hit::Task(row.task.id.clone()));
            if row.sign.is_some() {
                frame.scene.hit(Rect { width: 2, ..line }, Hit::TaskBox(row.task.id.clone()));
            }
            if is_selected(row) && !row.text.is_empty() {
                buffer.set_style(
                    Rect { x: area.x, y, width: area.width, height: 1 },
                    frame.style(Meaning::Selection),
                );
            }
        }
    }
}

fn lay_out<'a>(
    frame: &Frame<'_>,
    cards: &[(&'a Step, &'a Task)],
    width: u16,
    lines: usize,
    blank: usize,
) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (_, task) in cards {
        let (sign, meaning) = tasks::look(&task.state);
        let style = frame.style(meaning);
        let mut sign = Some((sign, tasks::sign_style(style)));
        for line in text::wrap(task.title.as_str(), width, lines) {
            rows.push(Row { task, text: line.into_owned(), style, sign: sign.take() });
        }
        if let TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } = &task.state
            && !reason.is_empty()
        {
            let style =
                frame.style(if task.state.is_blocked() { Meaning::TaskBlocked } else { Meaning::TextMuted });
            for line in tasks::reason(reason, width, lines) {
                rows.push(Row { task, text: line, style, sign: None });
            }
        }
        let place = frame.incident.roles().iter().position(|role| role.id == task.role).unwrap_or_default();
        let role = frame.incident.role(&task.role).map_or("", |role| role.name.as_str());
        let tail = tasks::tail(frame, task);
        let style = frame.role_style(place).remove_modifier(Modifier::BOLD);
        let together = text::width(role) + 3 + text::width(&tail) <= width;
        let mut row = |text: String, style| rows.push(Row { task, text, style, sign: None });
        if tail.is_empty() {
            row(role.to_owned(), style);
        } else if together {
            row(format!("{role} · {tail}"), style);
        } else {
            row(role.to_owned(), style);
            row(tail, tasks::tail_style(frame, task));
        }
        for _ in 0..blank {
            rows.push(Row { task, text: String::new(), style: Style::new(), sign: None });
        }
    }
    rows
}
