//! The task panes: what each role has to do now.
//!
//! Without room for a pane a role, one role is shown, and the others are tabs.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::frame::{Focus, Frame};
use crate::incident::{Line, StepId, Task, TaskId, TaskState};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::cursor::{Pane, pane_tasks};
use crate::ui::layout::{self, Tasks};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::text;

/// The panes, and which one has the keyboard.
pub fn panes(frame: &Frame<'_>, tasks: &Tasks) -> Vec<(Rect, Focus)> {
    match tasks {
        Tasks::Panes(panes) => panes.iter().enumerate().map(|(role, pane)| (*pane, focus(frame, role))).collect(),
        Tasks::Tabs(pane) => vec![(*pane, focus(frame, frame.scene.cursor.role))],
    }
}

fn focus(frame: &Frame<'_>, role: usize) -> Focus {
    Focus::of(frame.scene.has_keys(Pane::Tasks) && frame.scene.cursor.role == role)
}

pub fn render(frame: &Frame<'_>, tasks: &Tasks) {
    match tasks {
        Tasks::Panes(panes) => {
            for (role, pane) in panes.iter().enumerate() {
                let focus = focus(frame, role);
                frame.hit(*pane, Hit::RolePane(role));
                title(frame, *pane, role, focus);
                list(frame, layout::inside(*pane), role, focus);
            }
        }
        Tasks::Tabs(pane) => {
            let role = frame.scene.cursor.role;
            tabs(frame, *pane, focus(frame, role));
            let inner = layout::inside(*pane);
            frame.hit(inner, Hit::RolePane(role));
            list(frame, inner, role, focus(frame, role));
        }
    }
}

fn title(frame: &Frame<'_>, pane: Rect, role: usize, focus: Focus) {
    let Some(named) = frame.incident.roles().get(role) else { return };
    let count = progress(frame, role);
    let for_name = pane.width.saturating_sub(text::width(&count) + 7);
    let style = if focus == Focus::Here { frame.style(Meaning::TitleFocus) } else { frame.role_style(role) };
    let x = frame.title(pane, &text::cut(named.name.as_str(), for_name), style);
    frame.after_title(pane, x, &count, Meaning::TextMuted);
}

/// `!` if a task of the pane is blocked.
fn blocked(frame: &Frame<'_>, role: usize) -> &'static str {
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    if tasks.iter().any(|(_, task)| task.state.is_blocked()) { "!" } else { "" }
}

/// The tasks of the pane that are over, and all.
fn progress(frame: &Frame<'_>, role: usize) -> String {
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    if tasks.is_empty() {
        return String::new();
    }
    let over = tasks.iter().filter(|(_, task)| task.state.is_over()).count();
    format!("{over}/{}", tasks.len())
}

/// The roles as tabs on the upper border, as many as fit with the current one, which is lit.
fn tabs(frame: &Frame<'_>, pane: Rect, focus: Focus) {
    let roles = frame.incident.roles();
    let shown = frame.scene.cursor.role;
    let room = pane.width.saturating_sub(4);
    let longest = room / u16::try_from(roles.len().clamp(1, 6)).unwrap_or(1);
    let label = |role: usize| {
        let count = format!("{}{}", progress(frame, role), blocked(frame, role));
        let name = text::cut(roles[role].name.as_str(), longest.saturating_sub(text::width(&count) + 3).max(6));
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
        x = frame.put(x, pane.y, 2, "‹", Meaning::More);
    }
    x += 1;
    for (role, label) in labels.iter().enumerate().skip(first) {
        let left = (pane.right() - 2).saturating_sub(x);
        if left < text::width(label) && role > first {
            frame.put(pane.right() - 2, pane.y, 1, "›", Meaning::More);
            break;
        }
        let style = match (role == shown, focus) {
            (true, Focus::Here) => frame.style(Meaning::TabActive),
            (true, Focus::Away) => frame.role_style(role),
            (false, _) => frame.style(Meaning::Tab),
        };
        let end = frame.put(x, pane.y, left, label, style);
        if label.ends_with("! ") && text::width(label) <= left {
            frame.put(end - 2, pane.y, 1, "!", style.patch(frame.style(Meaning::TaskBlocked)));
        }
        frame.hit(Rect { x, y: pane.y, width: end - x, height: 1 }, Hit::RolePane(role));
        x = end + 1;
    }
}

/// One line of a list of tasks.
pub struct Row<'a> {
    /// `None` if it is a heading.
    pub task: Option<&'a Task>,
    /// Whether it is the first line of its task, with the sign of its state.
    pub is_first: bool,
    pub text: String,
    pub style: Style,
    /// After the text: assignee and duration.
    pub tail: String,
}

impl Row<'_> {
    pub const fn heading(text: String, style: Style) -> Self {
        Self { task: None, is_first: false, text, style, tail: String::new() }
    }
}

fn list(frame: &Frame<'_>, area: Rect, role: usize, focus: Focus) {
    if area.is_empty() {
        return;
    }
    let tasks = pane_tasks(frame.incident, frame.scene.cursor, role);
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
    if tasks.is_empty() {
        let nothing = frame.say("region-no-tasks");
        frame.line(area, &nothing, Meaning::TextMuted);
        return;
    }
    // The step is named unless it is running.
    let headed = frame.scene.cursor.step.is_some() || tasks.iter().any(|(step, _)| step.id != tasks[0].0.id);
    let rows = [4, 3, 2, 1].into_iter().map(|lines| {
        let mut rows = Vec::new();
        let mut heading: Option<&StepId> = None;
        for (step, task) in &tasks {
            if headed && heading != Some(&step.id) {
                heading = Some(&step.id);
                rows.push(Row::heading(step.title.to_string(), frame.style(Meaning::TextMuted)));
            }
            lay_out(frame, task, area.width.saturating_sub(3), lines, &mut rows);
        }
        rows
    });
    let selected = frame.scene.cursor.task_of(frame.incident, role).map(|(_, task)| &task.id);
    let marked = focus == Focus::Here || role == frame.scene.cursor.role;
    let selected = selected.map(|task| (task, marked.then_some(focus)));
    rows_in(frame, area, Listing::Tasks(role), rows, selected);
}

/// Draws the first layout in which all tasks are visible, else the last.
pub fn rows_in<'a>(
    frame: &Frame<'_>,
    area: Rect,
    listing: Listing,
    layouts: impl IntoIterator<Item = Vec<Row<'a>>>,
    selected: Option<(&TaskId, Option<Focus>)>,
) {
    let height = usize::from(area.height);
    let mut rows = Vec::new();
    for layout in layouts {
        rows = layout;
        if rows.len() <= height {
            break;
        }
    }
    let chosen = selected.map(|(task, _)| task);
    let is_selected = |row: &Row<'_>| row.task.is_some_and(|task| Some(&task.id) == chosen);
    let Range { start: first, end: last } = scroll(rows.len(), height, |row| is_selected(&rows[row]));
    let count = |rows: &[Row<'_>]| rows.iter().filter(|row| row.is_first).count();
    for (place, line) in (first..last).zip(area.rows()) {
        if place == first && first > 0 {
            more(frame, line, (listing, Side::Above), count(&rows[..=first]));
        } else if place + 1 == last && last < rows.len() {
            more(frame, line, (listing, Side::Below), count(&rows[place..]));
        } else {
            let row = &rows[place];
            draw(frame, row, line);
            let focus = selected.and_then(|(_, focus)| focus);
            if let Some(focus) = focus.filter(|_| is_selected(row) && !row.text.is_empty()) {
                let whole = Rect { x: line.x - 1, width: line.width + 1, ..line };
                frame.paint(whole, focus.selection());
            }
        }
    }
}

/// The rows of one task, with a title of at most `lines`.
pub fn lay_out<'a>(frame: &Frame<'_>, task: &'a Task, width: u16, lines: usize, rows: &mut Vec<Row<'a>>) {
    let (title, style) = (task.title.as_str(), frame.style(look(&task.state).1));
    let before = rows.len();
    let mut push = |text: String, style, tail: &str| {
        let is_first = rows.len() == before;
        rows.push(Row { task: Some(task), is_first, text, style, tail: tail.to_owned() });
    };
    let tail = tail(frame, task);
    let beside = if tail.is_empty() { 0 } else { text::width(&tail) + 1 };
    if text::width(title) + beside <= width || lines == 1 {
        push(text::cut(title, width.saturating_sub(beside)).into_owned(), style, &tail);
    } else {
        let mut wrapped = text::wrap(title, width, lines);
        let last = wrapped.pop().unwrap_or_default();
        for line in wrapped {
            push(line.into_owned(), style, "");
        }
        let fits = text::width(&last) + beside <= width;
        push(last.into_owned(), style, if fits { &tail } else { "" });
        if !fits {
            push(tail, frame.style(tail_meaning(frame, task)), "");
        }
    }
    if let TaskState::Blocked { reason, .. } = &task.state {
        for line in self::reason(reason, width, lines) {
            push(line, frame.style(Meaning::TaskBlocked), "");
        }
    }
}

/// The reason of a blocked or skipped task, after an arrow.
pub fn reason(reason: &Line, width: u16, lines: usize) -> impl Iterator<Item = String> {
    let lines = text::wrap(reason.as_str(), width.saturating_sub(2), lines).into_iter();
    lines.enumerate().map(|(place, line)| format!("{} {line}", if place == 0 { "↳" } else { " " }))
}

/// Assignee, duration, and number of comments.
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

/// The visible rows, such that all of the selected task is between the marks of more.
pub fn scroll(rows: usize, height: usize, is_selected: impl Fn(usize) -> bool) -> Range<usize> {
    if rows <= height {
        return 0..rows;
    }
    let chosen = (0..rows).find(|row| is_selected(*row)).unwrap_or(0);
    let end = (0..rows).rfind(|row| is_selected(*row)).unwrap_or(0);
    // A mark takes the first row if anything is above, and the last if anything is below.
    let least = (end + 2).saturating_sub(height);
    let middle = usize::midpoint(chosen, end);
    let first = middle.saturating_sub(height / 2).max(least).min(chosen.saturating_sub(1)).min(rows - height);
    first..first + height
}

/// The clickable mark that a list continues.
fn more(frame: &Frame<'_>, line: Rect, (listing, side): (Listing, Side), count: usize) {
    let key = match side {
        Side::Above => "region-more-above",
        Side::Below => "region-more-below",
    };
    frame.hit(line, Hit::More(listing, side));
    frame.line(line, &frame.say_with(key, &vars![count]), Meaning::More);
}

fn draw(frame: &Frame<'_>, row: &Row<'_>, line: Rect) {
    let Some(task) = row.task else {
        let room = Rect { width: line.width.saturating_sub(1), ..line };
        let end = frame.line(room, &row.text, row.style);
        return frame.rule(end + 1, room.right(), line.y);
    };
    frame.hit(line, Hit::Task(task.id.clone()));
    if row.is_first {
        let (sign, meaning) = look(&task.state);
        // A sign is never struck through.
        let style = frame.style(meaning).remove_modifier(Modifier::CROSSED_OUT);
        frame.put(line.x, line.y, 1, sign, style);
        frame.hit(Rect { width: 2.min(line.width), ..line }, Hit::TaskBox(task.id.clone()));
    }
    let rest = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
    let x = frame.line(rest, &row.text, row.style) + 1;
    if !row.tail.is_empty() {
        frame.put(x, line.y, rest.right().saturating_sub(x), &row.tail, tail_meaning(frame, task));
    }
}

pub fn tail_meaning(frame: &Frame<'_>, task: &Task) -> Meaning {
    match &task.assignee {
        _ if frame.incident.is_task_late(task, frame.now) => Meaning::TaskLate,
        Some(person) if person == frame.scene.view.me => Meaning::PersonMe,
        _ => Meaning::Person,
    }
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
