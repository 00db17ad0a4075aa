//! The board: the tasks of the running or chosen step, by state.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::incident::{Step, Task, TaskState};
use crate::theme::Meaning;
use crate::ui::cursor::Cursor;
use crate::ui::cursor::board_columns;
use crate::ui::layout;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::tasks::{self, Row};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::text;
use crate::ui::view::View;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use super::tasks::{HINTS, read};

pub struct Board;

impl Component for Board {
    fn hints(&self, _: &Cursor) -> &'static str {
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

    fn render(&self, frame: &Frame<'_>, body: Rect) {
        let columns = board_columns(frame.incident, frame.scene.cursor);
        let selected = frame.scene.cursor.selected_task(frame.scene.view).map(|(_, task)| &task.id);
        let panes: Vec<Rect> = (0..4).map(|place| column(body, place)).collect();
        let focus = |place: usize| Focus::of(columns[place].iter().any(|(_, task)| Some(&task.id) == selected));
        let mut borders: Vec<_> = panes.iter().enumerate().map(|(place, pane)| (*pane, focus(place))).collect();
        borders.sort_by_key(|(_, focus)| *focus == Focus::Here);
        frame.borders(&borders);
        for (place, (cards, pane)) in columns.iter().zip(&panes).enumerate() {
            let (title, meaning) = TITLES[place];
            let meaning = if focus(place) == Focus::Here { Meaning::TitleFocus } else { meaning };
            // The title is cut before the figure behind it.
            let count = cards.len().to_string();
            let for_title = pane.width.saturating_sub(text::width(&count) + 7);
            let x = frame.title(*pane, &text::cut(&frame.say(title), for_title), meaning);
            frame.after_title(*pane, x, &count, Meaning::TextMuted);
            let inner = layout::inside(*pane);
            if inner.width < 6 {
                continue;
            }
            let area = Rect { x: inner.x + 1, width: inner.width - 1, ..inner };
            let sizes = [(4, 1), (4, 0), (2, 0), (1, 0)].into_iter();
            let rows = sizes.map(|(lines, blank)| lay_out(frame, cards, area.width - 3, lines, blank));
            let selected = selected.map(|task| (task, Some(Focus::Here)));
            tasks::rows_in(frame, area, Listing::Cards(place), rows, selected);
        }
    }
}

const TITLES: [(&str, Meaning); 4] = [
    ("region-board-todo", Meaning::Title),
    ("region-board-doing", Meaning::TaskDoing),
    ("region-board-blocked", Meaning::TaskBlocked),
    ("region-board-over", Meaning::TaskDone),
];

/// One of four columns with shared borders.
fn column(body: Rect, place: u16) -> Rect {
    let edge = |place| body.x + layout::share(body.width, place, 4);
    Rect { x: edge(place), width: edge(place + 1) - edge(place) + 1, ..body }
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
        let mut is_first = true;
        let mut push = |text: String, style| {
            let is_first = std::mem::take(&mut is_first);
            let text = text::cut(&text, width).into_owned();
            rows.push(Row { task: Some(task), is_first, text, style, tail: String::new() });
        };
        let style = frame.style(tasks::look(&task.state).1);
        for line in text::wrap(task.title.as_str(), width, lines) {
            push(line.into_owned(), style);
        }
        if let TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } = &task.state
            && !reason.is_empty()
        {
            let meaning = if task.state.is_blocked() { Meaning::TaskBlocked } else { Meaning::TextMuted };
            for line in tasks::reason(reason, width, lines) {
                push(line, frame.style(meaning));
            }
        }
        let place = frame.incident.roles().iter().position(|role| role.id == task.role).unwrap_or_default();
        let role = frame.incident.role(&task.role).map_or("", |role| role.name.as_str());
        let tail = tasks::tail(frame, task);
        let style = frame.role_style(place).remove_modifier(Modifier::BOLD);
        if tail.is_empty() {
            push(role.to_owned(), style);
        } else if text::width(role) + 3 + text::width(&tail) <= width {
            push(format!("{role} · {tail}"), style);
        } else {
            push(role.to_owned(), style);
            push(tail, frame.style(tasks::tail_meaning(frame, task)));
        }
        for _ in 0..blank {
            push(String::new(), Style::new());
        }
    }
    rows
}
