//! What the pages that list tasks share.

use crate::incident::{TaskId, TaskState};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::{Action, Place};
use crate::ui::reading::{Topic, keys};
use crate::ui::stage::Stage;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::details::Details;
use crate::ui::world::World;

pub const HINTS: &str = "tick-task note decide update block-task next-step palette help hold ask-help assign-task \
    comment-task undo";

pub fn read(state: &mut State, view: &View<'_>) {
    if let Some((_, task)) = state.cursor.selected_task(view) {
        state.read(TaskDetails(task.id.clone()));
    }
}

#[derive(Debug)]
struct TaskDetails(TaskId);

impl Topic for TaskDetails {
    fn place(&self) -> Place {
        Place::Tasks
    }

    fn actions(&self) -> &'static str {
        "tick-task start-task block-task unblock-task assign-task take-task comment-task skip-task \
        reopen-task retitle-task copy"
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let incident = view.incident;
        let Some((step, task)) = incident.task(&self.0) else { return Details::gone(lang) };
        let time = |at| lang.time(incident.wall(at), incident.zone);
        let mut details = Details::new(lang.say("ask-task"), lang);
        details.text(task.title.to_string(), Meaning::TextStrong);
        details.blank();
        let mut standing = lang.task_state(&task.state);
        if let TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } = &task.state {
            standing = lang.say_with("ask-task-state", &vars![state = standing, reason = reason.as_str()]);
        }
        details.pair("ask-state", standing);
        details.pair(
            "ask-role",
            incident.role(&task.role).map_or_else(|| task.role.to_string(), |role| role.name.to_string()),
        );
        details.pair("ask-phase", step.title.as_str());
        let person = task.assignee.as_ref().map_or_else(|| lang.say("ask-nobody"), ToString::to_string);
        details.pair("ask-person", person);
        if let Some((at, by)) = &task.changed {
            let since = vars![at = time(*at), by = by.as_str()];
            details.pair("ask-changed", lang.say_with("ask-changed-by", &since));
        }
        if let Some(started) = task.started_at {
            details.pair("ask-started", time(started));
        }
        if let Some(planned) = task.planned {
            let mut text = lang.planned(planned);
            if incident.is_task_late(task, view.now) {
                text = lang.say_with("ask-planned-late", &vars![planned = text]);
            }
            details.pair("ask-planned", text);
        }
        details.pair("ask-id", task.id.as_str());
        if !task.comments.is_empty() {
            details.heading("ask-comments");
        }
        for comment in &task.comments {
            details.text(format!("{} {}", time(comment.at), comment.by), Meaning::TextMuted);
            details.text(comment.text.to_string(), Meaning::Overlay);
        }
        let fits = |action: &Action| match action {
            Action::UnblockTask => task.state.is_blocked(),
            Action::ReopenTask => false,
            action if view.playback.is_some() => action.only_looks(),
            Action::StartTask => task.state == TaskState::Todo,
            Action::BlockTask | Action::SkipTask => !task.state.is_over(),
            _ => true,
        };
        keys(&mut details, stage.keymap, Action::listed(self.actions()).filter(fits));
        details
    }
}
