//! The task panes: what each role has to do now.
//!
//! ```text
//! ├ Client 0/1 ─────────┬ DSI 1/2 ─────────────────┬ Direction 0/1 ───────────┬ Systèmes et réseaux 0/2 ─┐
//! │ ☐ Attendre la       │ ☑ Coordonner les équipes │ ☐ Attendre la réparation │ ▶ Préparer le PRA @ines  │
//! │   réparation        │   @karim                 │   des services           │ ! Restaurer              │
//! │                     │ ☐ Informer la direction  │                          │   ↳ accès VPN            │
//! ```
//!
//! Where there is no room for a pane a role, one role is shown, and the others are tabs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

use super::super::cursor::{Pane, pane_tasks};
use super::super::layout::{self, Tasks};
use super::super::scene::{Hit, Listing, Side};
use super::frame::{Focus, Frame};
use super::text;
use crate::incident::{Line, StepId, Task, TaskId, TaskState};
use crate::theme::Meaning;

/// The panes and which has the keyboard.
pub fn panes(frame: &Frame<'_>, tasks: &Tasks) -> Vec<(Rect, Focus)> {
    match tasks {
        Tasks::Panes(panes) => {
            panes.iter().enumerate().map(|(role, pane)| (*pane, focus(frame, role))).collect()
        }
        Tasks::Tabs(pane) => vec![(*pane, focus(frame, frame.scene.cursor.role))],
    }
}

fn focus(frame: &Frame<'_>, role: usize) -> Focus {
    Focus::of(frame.scene.has_keys(Pane::Tasks) && frame.scene.cursor.role == role)
}

pub fn render(frame: &Frame<'_>, tasks: &Tasks, buffer: &mut Buffer) {
    match tasks {
        Tasks::Panes(panes) => {
            for (role, pane) in panes.iter().enumerate() {
                let focus = focus(frame, role);
                frame.scene.hit(*pane, Hit::RolePane(role));
                title(frame, *pane, role, focus, buffer);
                list(frame, layout::inside(*pane), role, focus, buffer);
            }
        }
        Tasks::Tabs(pane) => {
            let role = frame.scene.cursor.role;
            tabs(frame, *pane, focus(frame, role), buffer);
            let inner = layout::inside(*pane);
            frame.scene.hit(inner, Hit::RolePane(role));
            list(frame, inner, role, focus(frame, role), buffer);
        }
    }
}

/// The role and how many of its tasks are over.
fn title(frame: &Frame<'_>, pane: Rect, role: usize, focus: Focus, buffer: &mut Buffer) {
    let Some(named) = frame.incident.roles().get(role) else { return };
    let count = progress(frame, role);
    let for_name = pane.width.saturating_sub(text::width(&count) + 7);
    let style = if focus == Focus::Here { frame.style(Meaning::TitleFocus) } else { frame.role_style(role) };
    let x = text::title(pane, &text::cut(named.name.as_str(), for_name), style, buffer);
    text::after_title(pane, x, &count, frame.style(Meaning::TextMuted), buffer);
}

/// `!` where a task of the pane is blocked.
fn blocked(frame: &Frame<'_>, role: usize) -> &'static str {
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    if tasks.iter().any(|(_, task)| task.state.is_blocked()) { "!" } else { "" }
}

/// How many tasks in the pane are over, of how many.
fn progress(frame: &Frame<'_>, role: usize) -> String {
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    if tasks.is_empty() {
        return String::new();
    }
    let over = tasks.iter().filter(|(_, task)| task.state.is_over()).count();
    format!("{over}/{}", tasks.len())
}

/// All roles on the upper border, that of the keyboard lit; the first that fit with it.
fn tabs(frame: &Frame<'_>, pane: Rect, focus: Focus, buffer: &mut Buffer) {
    let roles = frame.incident.roles();
    let shown = frame.scene.cursor.role;
    let room = pane.width.saturating_sub(4);
    let longest = room / u16::try_from(roles.len().clamp(1, 6)).unwrap_or(1);
    let label = |role: usize| {
        let count = format!("{}{}", progress(frame, role), blocked(frame, role));
        let name =
            text::cut(roles[role].name.as_str(), longest.saturating_sub(text::width(&count) + 3).max(6));
        format!(" {name} {count} ")
    };
    let labels: Vec<String> = (0..roles.len()).map(label).collect();
    let widths: Vec<u16> = labels.iter().map(|label| text::width(label) + 1).collect();
    let mut first = 0;
    while first < shown && widths[first..=shown].iter().sum::<u16>() + 2 > room {
        first += 1;
    }
    let mut x = pane.x + 1;
    if first > 0 {
        x = text::put(buffer, x, pane.y, 2, "‹", frame.style(Meaning::More));
    }
    x += 1;
    for (role, label) in labels.iter().enumerate().skip(first) {
        let left = (pane.right() - 2).saturating_sub(x);
        if left < text::width(label) && role > first {
            text::put(buffer, pane.right() - 2, pane.y, 1, "›", frame.style(Meaning::More));
            break;
        }
        let style = match (role == shown, focus) {
            (true, Focus::Here) => frame.style(Meaning::TabActive),
            (true, Focus::Away) => frame.role_style(role),
            (false, _) => frame.style(Meaning::Tab),
        };
        let end = text::put(buffer, x, pane.y, left, label, style);
        if label.ends_with("! ") && text::width(label) <= left {
            text::put(buffer, end - 2, pane.y, 1, "!", style.patch(frame.style(Meaning::TaskBlocked)));
        }
        frame.scene.hit(Rect { x, y: pane.y, width: end - x, height: 1 }, Hit::RolePane(role));
        x = end + 1;
    }
}

/// One row of a list of tasks.
pub enum Row<'a> {
    /// What the tasks below it have in common.
    Heading(String, Meaning),
    Task {
        task: &'a Task,
        piece: Piece,
        /// The first row of its task.
        first: bool,
    },
}

/// What a row of a task says.
pub enum Piece {
    Title(String),
    /// A title cut short, and what follows it at the right.
    Short {
        title: String,
        tail: String,
    },
    /// Who does it, and for how long.
    Tail(String),
    /// What is missing, or why it was skipped.
    Reason(String),
}

fn list(frame: &Frame<'_>, area: Rect, role: usize, focus: Focus, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if tasks.is_empty() {
        let nothing = frame.say("region-no-tasks");
        text::put(buffer, area.x, area.y, area.width, &nothing, frame.style(Meaning::TextMuted));
        return;
    }
    // The step of the tasks is named unless it is what runs.
    let headed = frame.scene.cursor.step.is_some() || tasks.iter().any(|(step, _)| step.id != tasks[0].0.id);
    let rows = |lines| {
        let mut rows = Vec::new();
        let mut heading: Option<&StepId> = None;
        for (step, task) in &tasks {
            if headed && heading != Some(&step.id) {
                heading = Some(&step.id);
                rows.push(Row::Heading(step.title.to_string(), Meaning::TextMuted));
            }
            lay_out(frame, task, area.width.saturating_sub(3), lines, &mut rows);
        }
        rows
    };
    let selected = frame.scene.cursor.task_of(frame.incident, role).map(|(_, task)| &task.id);
    let marked = focus == Focus::Here || role == frame.scene.cursor.role;
    let selected = selected.map(|task| (task, marked.then_some(focus)));
    rows_in(frame, area, Listing::Tasks(role), rows, selected, buffer);
}

/// Draws rows of tasks in an area, with as many lines a title as let all tasks be seen at once.
pub fn rows_in<'a>(
    frame: &Frame<'_>,
    area: Rect,
    listing: Listing,
    rows: impl Fn(usize) -> Vec<Row<'a>>,
    selected: Option<(&TaskId, Option<Focus>)>,
    buffer: &mut Buffer,
) {
    let height = usize::from(area.height);
    let all = [4, 3, 2].into_iter().map(&rows).find(|rows| rows.len() <= height);
    let rows = all.unwrap_or_else(|| rows(1));
    let is_selected = |row: &Row<'_>| {
        let chosen = selected.map(|(task, _)| task);
        matches!(row, Row::Task { task, .. } if Some(&task.id) == chosen)
    };
    let Range { start: first, end: last } = scroll(rows.len(), height, |row| is_selected(&rows[row]));
    let above = count_tasks(&rows[..first + usize::from(first > 0)]);
    let cut_below = last < rows.len();
    let below = count_tasks(&rows[last - usize::from(cut_below)..]);
    let focus = selected.and_then(|(_, focus)| focus);
    for (place, y) in (first..last).zip(area.y..) {
        let line = Rect { y, height: 1, ..area };
        if place == first && first > 0 {
            more(frame, line, (listing, Side::Above), above, buffer);
        } else if place + 1 == last && cut_below {
            more(frame, line, (listing, Side::Below), below, buffer);
        } else {
            draw(frame, &rows[place], line, buffer);
            if let Some(focus) = focus.filter(|_| is_selected(&rows[place])) {
                let whole = Rect { x: line.x - 1, width: line.width + 1, ..line };
                buffer.set_style(whole, frame.style(focus.selection()));
            }
        }
    }
}

/// The rows of one task, its title in so many lines at most.
pub fn lay_out<'a>(frame: &Frame<'_>, task: &'a Task, width: u16, lines: usize, rows: &mut Vec<Row<'a>>) {
    let mut first = true;
    let mut push = |piece| {
        rows.push(Row::Task { task, piece, first });
        first = false;
    };
    let title = task.title.as_str();
    let tail = tail(frame, task);
    let beside = if tail.is_empty() { 0 } else { text::width(&tail) + 1 };
    if text::width(title) + beside <= width || lines == 1 {
        let title = text::cut(title, width.saturating_sub(beside)).into_owned();
        push(Piece::Short { title, tail });
    } else {
        let wrapped = text::wrap(title, width, lines);
        let last = wrapped.last().map_or(0, |line| text::width(line));
        let count = wrapped.len();
        let fits = last + beside <= width;
        for (place, line) in wrapped.into_iter().enumerate() {
            if place + 1 == count && fits && !tail.is_empty() {
                push(Piece::Short { title: line.into_owned(), tail: tail.clone() });
            } else {
                push(Piece::Title(line.into_owned()));
            }
        }
        if !fits {
            push(Piece::Tail(tail));
        }
    }
    if let TaskState::Blocked { reason, .. } = &task.state {
        for line in self::reason(reason, width, lines) {
            push(Piece::Reason(line));
        }
    }
}

/// Why a task is blocked or skipped, behind an arrow.
pub fn reason(reason: &Line, width: u16, lines: usize) -> impl Iterator<Item = String> {
    let lines = text::wrap(reason.as_str(), width.saturating_sub(2), lines).into_iter();
    lines.enumerate().map(|(place, line)| format!("{} {line}", if place == 0 { "↳" } else { " " }))
}

/// Who does it, for how long, and how much was said of it.
pub fn tail(frame: &Frame<'_>, task: &Task) -> String {
    let mut tail = Vec::new();
    if let Some(person) = &task.assignee {
        tail.push(format!("@{}", text::cut(person.as_str(), 14)));
    }
    if let Some(planned) = task.planned
        && !task.state.is_over()
    {
        let late = if frame.incident.is_task_late(task, frame.now) { "▲" } else { "" };
        tail.push(format!("{late}{}", frame.lang.planned(planned)));
    }
    if !task.comments.is_empty() {
        tail.push(format!("✎{}", task.comments.len()));
    }
    tail.join(" ")
}

/// The rows to show, so that all of the selected task is in sight between the marks of what is more.
pub fn scroll(rows: usize, height: usize, is_selected: impl Fn(usize) -> bool) -> Range<usize> {
    if rows <= height {
        return 0..rows;
    }
    let chosen = (0..rows).find(|row| is_selected(*row)).unwrap_or(0);
    let end = (0..rows).rfind(|row| is_selected(*row)).unwrap_or(0);
    // A mark takes the first row once anything is above it, and the last once anything is below.
    let least = (end + 2).saturating_sub(height);
    let middle = usize::midpoint(chosen, end);
    let first = middle.saturating_sub(height / 2).max(least).min(chosen.saturating_sub(1)).min(rows - height);
    first..first + height
}

fn count_tasks(rows: &[Row<'_>]) -> usize {
    rows.iter().filter(|row| matches!(row, Row::Task { first: true, .. })).count()
}

/// The mark that a list goes on, which leads there.
pub fn more(
    frame: &Frame<'_>,
    line: Rect,
    (listing, side): (Listing, Side),
    count: usize,
    buffer: &mut Buffer,
) {
    let key = match side {
        Side::Above => "region-more-above",
        Side::Below => "region-more-below",
    };
    frame.scene.hit(line, Hit::More(listing, side));
    let words = frame.say_with(key, &[("count", count.into())]);
    text::put(buffer, line.x, line.y, line.width, &words, frame.style(Meaning::More));
}

fn draw(frame: &Frame<'_>, row: &Row<'_>, line: Rect, buffer: &mut Buffer) {
    match row {
        Row::Heading(heading, meaning) => {
            let style = frame.style(*meaning);
            let room = line.width.saturating_sub(1);
            let end = text::put(buffer, line.x, line.y, room, heading, style);
            for x in end + 1..line.right().saturating_sub(1) {
                text::put(buffer, x, line.y, 1, "─", frame.style(Meaning::Border));
            }
        }
        Row::Task { task, piece, first } => {
            let (sign, meaning) = look(&task.state);
            let style = frame.style(meaning);
            if *first {
                text::put(buffer, line.x, line.y, 1, sign, sign_style(style));
                let sign = Rect { width: 2.min(line.width), ..line };
                frame.scene.hit(line, Hit::Task(task.id.clone()));
                frame.scene.hit(sign, Hit::TaskBox(task.id.clone()));
            } else {
                frame.scene.hit(line, Hit::Task(task.id.clone()));
            }
            let rest = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
            match piece {
                Piece::Title(title) => {
                    text::put(buffer, rest.x, rest.y, rest.width, title, style);
                }
                Piece::Short { title, tail } => {
                    let x = text::put(buffer, rest.x, rest.y, rest.width, title, style);
                    text::put(
                        buffer,
                        x + 1,
                        rest.y,
                        rest.right().saturating_sub(x + 1),
                        tail,
                        tail_style(frame, task),
                    );
                }
                Piece::Tail(tail) => {
                    text::put(buffer, rest.x, rest.y, rest.width, tail, tail_style(frame, task));
                }
                Piece::Reason(reason) => {
                    text::put(buffer, rest.x, rest.y, rest.width, reason, frame.style(Meaning::TaskBlocked));
                }
            }
        }
    }
}

/// A sign is never struck out.
pub fn sign_style(style: Style) -> Style {
    style.remove_modifier(ratatui::style::Modifier::CROSSED_OUT)
}

pub fn tail_style(frame: &Frame<'_>, task: &Task) -> Style {
    if frame.incident.is_task_late(task, frame.now) {
        return frame.style(Meaning::TaskLate);
    }
    let mine = task.assignee.as_ref() == Some(frame.scene.view.me);
    frame.style(if mine { Meaning::PersonMe } else { Meaning::Person })
}

/// The sign and the meaning of a task's state.
pub fn look(state: &TaskState) -> (&'static str, Meaning) {
    match state {
        TaskState::Todo => ("☐", Meaning::TaskTodo),
        TaskState::Doing => ("▶", Meaning::TaskDoing),
        TaskState::Blocked { .. } => ("!", Meaning::TaskBlocked),
        TaskState::Done => ("☑", Meaning::TaskDone),
        TaskState::Skipped { .. } => ("–", Meaning::TaskSkipped),
    }
}
