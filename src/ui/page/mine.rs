//! One's own tasks: running, left over, upcoming; beside them the selected one, below them the log.

use ratatui::layout::Rect;

use super::component::Component;
use super::list::{Middle, Way, beyond};
use super::tasks::read;
use crate::incident::{Step, Task, TaskState};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::Rest;
use crate::ui::cursor::Cursor;
use crate::ui::region::frame::{Focus, Frame};
use crate::ui::region::{log, tasks};
use crate::ui::scene::{Hit, Listing, Side};
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::{layout, text};
use rows::{Mine as MyTask, Why, mine};

pub mod rows;

pub struct Mine;

impl Component for Mine {
    fn hints(&self, _: &Cursor) -> &'static str {
        "tick-task start-task block-task ask-help note palette help take-task comment-task undo"
    }

    fn walk(&self, state: &mut State, view: &View<'_>, way: Way) {
        let tasks = mine(view);
        let now = state.cursor.my_task(view).map(|(_, task)| &task.id);
        let at = tasks.iter().position(|mine| Some(&mine.task.id) == now).unwrap_or(0);
        state.cursor.mine = tasks.get(way.from(at, tasks.len(), 8)).map(|mine| mine.task.id.clone());
    }

    fn turn(&self, state: &mut State, view: &View<'_>, listing: Listing, side: Side) {
        if listing == Listing::Entries {
            super::log::turn(state, side);
            return;
        }
        let tasks = mine(view);
        let id = |place: usize| tasks[place].task.id.clone();
        let to = beyond(tasks.len(), side, Middle::Half, |place| state.hits.has(&Hit::Task(id(place))));
        state.cursor.mine = to.map(id).or_else(|| state.cursor.mine.take());
    }

    fn open(&self, state: &mut State, view: &View<'_>) {
        read(state, view);
    }

    fn render(&self, frame: &Frame<'_>, whole: Rect) {
        let log_height = if whole.height >= ABOVE_LOG { whole.height / 3 } else { 0 };
        let body = Rect { height: whole.height - log_height.saturating_sub(1), ..whole };
        let (list, detail) = if body.width >= BESIDE {
            let width = body.width * 3 / 5;
            let detail = Rect { x: body.x + width - 1, width: body.width - width + 1, ..body };
            (Rect { width, ..body }, Some(detail))
        } else {
            (body, None)
        };
        let mut borders = vec![(list, Focus::Here)];
        borders.extend(detail.map(|detail| (detail, Focus::Away)));
        let log = (log_height > 0).then(|| Rect { y: body.bottom() - 1, height: log_height, ..whole });
        borders.extend(log.map(|log| (log, Focus::Away)));
        borders.reverse();
        frame.borders(&borders);
        if let Some(log) = log {
            log::render(frame, log);
        }
        let tasks = mine(frame.scene.view);
        title(frame, list, &tasks);
        let inner = layout::inside(list);
        if inner.height < 3 {
            return;
        }
        let area = Rect { x: inner.x + 1, width: inner.width - 1, ..inner };
        who(frame, Rect { height: 1, ..area });
        let area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        let selected = frame.scene.cursor.my_task(frame.scene.view);
        if tasks.is_empty() {
            nothing(frame, area);
        } else {
            let width = area.width.saturating_sub(3);
            let rows = [4, 3, 2, 1].into_iter().map(|lines| lay_out(frame, &tasks, width, lines));
            let chosen = selected.map(|(_, task)| (&task.id, Some(Focus::Here)));
            tasks::rows_in(frame, area, Listing::Mine, rows, chosen);
        }
        if let (Some(detail), Some((step, task))) = (detail, selected) {
            draw_detail(frame, detail, step, task);
        }
    }
}

const BESIDE: u16 = 100;
const ABOVE_LOG: u16 = 18;

fn title(frame: &Frame<'_>, pane: Rect, tasks: &[MyTask<'_>]) {
    let mut x = frame.title(pane, &frame.say("region-page-mine"), Meaning::TitleFocus);
    let now = |mine: &&MyTask<'_>| matches!(mine.why, Why::Now | Why::LeftOver);
    let now = || tasks.iter().filter(now).map(|mine| mine.task);
    let open = now().filter(|task| !task.state.is_over()).count();
    let blocked = now().filter(|task| task.state.is_blocked()).count();
    let count = frame.say_with("region-mine-open", &vars![count = open]);
    x = frame.after_title(pane, x, &count, Meaning::TextMuted);
    if blocked > 0 {
        let count = frame.say_with("region-mine-blocked", &vars![count = blocked]);
        frame.after_title(pane, x, &count, Meaning::TaskBlocked);
    }
}

/// Whose tasks these are: name and roles.
fn who(frame: &Frame<'_>, line: Rect) {
    let view = frame.scene.view;
    let mut rest = Rest::of(frame, line, 2);
    rest.put(view.me.as_str(), Meaning::PersonMe);
    for (place, role) in frame.incident.roles().iter().enumerate() {
        if view.my_roles().contains(&&role.id) {
            rest.put(" · ", Meaning::TextMuted);
            rest.put(role.name.as_str(), frame.role_style(place));
        }
    }
    if view.is_in_command() {
        rest.put(&format!(" · {}", frame.say("region-drives")), Meaning::TextStrong);
    }
}

fn nothing(frame: &Frame<'_>, area: Rect) {
    let is_replay = frame.scene.view.playback.is_some();
    let words = frame.say(if is_replay { "region-mine-nothing-replay" } else { "region-mine-nothing" });
    let lines = text::wrap(&words, area.width.saturating_sub(1), area.height.into());
    frame.lines(Rect { y: area.y + 1, height: area.height - 1, ..area }, &lines, Meaning::TextMuted);
}

fn lay_out<'a>(frame: &Frame<'_>, mine: &[MyTask<'a>], width: u16, lines: usize) -> Vec<tasks::Row<'a>> {
    let mut rows = Vec::new();
    let mut heading = None;
    for one in mine {
        if heading != Some((one.why, &one.step.id)) {
            heading = Some((one.why, &one.step.id));
            let (key, meaning) = match one.why {
                Why::Now => ("region-mine-now", Meaning::TextStrong),
                Why::LeftOver => ("region-mine-left-over", Meaning::TextMuted),
                Why::Blocked => ("region-mine-others-blocked", Meaning::TaskBlocked),
                Why::Next => ("region-mine-next", Meaning::TextMuted),
            };
            let mut heading = frame.say_with(key, &vars![step = one.step.title.as_str()]);
            if one.why == Why::Now {
                heading = format!("{heading} · {}", frame.standing(one.step, &frame.clock_of(one.step)).words);
            }
            rows.push(tasks::Row::heading(heading, frame.style(meaning)));
        }
        tasks::lay_out(frame, one.task, width, lines, &mut rows);
    }
    rows
}

fn draw_detail(frame: &Frame<'_>, pane: Rect, step: &Step, task: &Task) {
    frame.title(pane, &frame.say("region-mine-task"), Meaning::Title);
    let inner = layout::inside(pane);
    let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let mut lines: Vec<(String, Meaning)> = Vec::new();
    let muted = Meaning::TextMuted;
    lines.push((task.title.to_string(), Meaning::TextStrong));
    let standing = frame.standing(step, &frame.clock_of(step));
    lines.push((step.title.to_string(), muted));
    if !standing.words.is_empty() {
        lines.push((standing.words, standing.meaning));
    }
    let (sign, meaning) = tasks::look(&task.state);
    let state = frame.lang.task_state(&task.state);
    let state = match &task.changed {
        Some((at, by)) => format!("{sign} {state}, {} {by}", frame.when(*at)),
        None => format!("{sign} {state}"),
    };
    lines.push((state, meaning));
    if let TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } = &task.state {
        lines.push((format!("↳ {reason}"), meaning));
    }
    if let Some(person) = &task.assignee {
        lines.push((format!("@{person}"), tasks::tail_meaning(frame, task)));
    }
    if let Some(planned) = task.planned {
        let words = frame.say_with("region-mine-planned", &vars![planned = frame.lang.planned(planned)]);
        lines.push((words, muted));
    }
    for comment in task.comments.iter().rev() {
        lines.push((String::new(), muted));
        lines.push((format!("{} {}", frame.when(comment.at), comment.by), muted));
        lines.push((comment.text.to_string(), Meaning::Text));
    }
    let mut y = area.y;
    for (words, style) in lines {
        for line in text::wrap(&words, area.width, usize::from(area.bottom().saturating_sub(y))) {
            frame.put(area.x, y, area.width, &line, style);
            y += 1;
        }
    }
}
