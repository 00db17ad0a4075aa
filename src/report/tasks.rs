//! The tasks, and what became of each.

use std::collections::BTreeSet;

use serde::Serialize;

use super::builder::Builder;
use super::serial::{optional_span_range, seconds};
use crate::incident::{
    Comment, Moment, PersonName, Planned, Range, RoleId, Span, Step, StepId, Task, TaskId, TaskState,
};

#[derive(Clone, Debug, Serialize)]
pub struct TaskFigures {
    pub id: TaskId,
    pub step: StepId,
    pub step_title: String,
    pub role: RoleId,
    pub role_name: String,
    pub title: String,
    pub state: TaskProgress,
    /// Why it is blocked or was skipped.
    pub reason: String,
    pub added: bool,
    pub assignee: Option<PersonName>,
    #[serde(serialize_with = "optional_span_range")]
    pub planned: Option<Range<Span>>,
    pub started: Option<Moment>,
    /// When it was completed or skipped, and by whom.
    pub ended: Option<Moment>,
    pub ended_by: Option<PersonName>,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
    pub comments: Vec<TaskComment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskProgress {
    Todo,
    Doing,
    Blocked,
    Done,
    Skipped,
}

#[derive(Clone, Debug, Serialize)]
pub struct TaskComment {
    pub at: Moment,
    pub by: PersonName,
    pub text: String,
}

impl Builder<'_> {
    pub fn tasks(&self) -> Vec<TaskFigures> {
        let blocked = self.blocked(|blocker| Some(&blocker.task));
        let added: BTreeSet<&TaskId> = self.history.added.iter().filter_map(|it| it.what.task.as_ref()).collect();
        let task = |(step, task): (&Step, &Task)| {
            let ended = task.changed.as_ref().filter(|_| task.state.is_over());
            let (state, reason) = match &task.state {
                TaskState::Todo => (TaskProgress::Todo, ""),
                TaskState::Doing => (TaskProgress::Doing, ""),
                TaskState::Blocked { reason, .. } => (TaskProgress::Blocked, reason.as_str()),
                TaskState::Done => (TaskProgress::Done, ""),
                TaskState::Skipped { reason } => (TaskProgress::Skipped, reason.as_str()),
            };
            TaskFigures {
                id: task.id.clone(),
                step: step.id.clone(),
                step_title: step.title.to_string(),
                role: task.role.clone(),
                role_name: self.role_name(&task.role),
                title: task.title.to_string(),
                state,
                reason: reason.to_owned(),
                added: added.contains(&task.id),
                assignee: task.assignee.clone(),
                planned: task.planned.map(Planned::range),
                started: task.started_at.map(|at| self.wall(at)),
                ended: ended.map(|(at, _)| self.wall(*at)),
                ended_by: ended.map(|(_, by)| by.clone()),
                blocked: blocked.get(&task.id).copied().unwrap_or_default().lasted,
                comments: task.comments.iter().map(|comment| self.comment(comment)).collect(),
            }
        };
        self.incident.tasks().map(task).collect()
    }

    fn comment(&self, comment: &Comment) -> TaskComment {
        TaskComment { at: self.wall(comment.at), by: comment.by.clone(), text: comment.text.as_str().to_owned() }
    }
}
