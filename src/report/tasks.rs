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

impl TaskProgress {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Doing => "doing",
            Self::Blocked => "blocked",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    const fn of(state: &TaskState) -> Self {
        match state {
            TaskState::Todo => Self::Todo,
            TaskState::Doing => Self::Doing,
            TaskState::Blocked { .. } => Self::Blocked,
            TaskState::Done => Self::Done,
            TaskState::Skipped { .. } => Self::Skipped,
        }
    }
}

impl Builder<'_> {
    pub fn tasks(&self) -> Vec<TaskFigures> {
        let blocked = self.blocked(|blocker| &blocker.task);
        let added: BTreeSet<&TaskId> =
            self.history.added.iter().filter_map(|it| it.what.task.as_ref()).collect();
        let tasks = self.incident.tasks().map(|(step, task)| TaskFigures {
            added: added.contains(&task.id),
            blocked: blocked.get(&task.id).copied().unwrap_or_default().lasted,
            ..self.task(step, task)
        });
        tasks.collect()
    }

    fn task(&self, step: &Step, task: &Task) -> TaskFigures {
        let ended = task.changed.as_ref().filter(|_| task.state.is_over());
        TaskFigures {
            id: task.id.clone(),
            step: step.id.clone(),
            step_title: step.title.as_str().to_owned(),
            role: task.role.clone(),
            role_name: self.role_name(&task.role),
            title: task.title.as_str().to_owned(),
            state: TaskProgress::of(&task.state),
            reason: match &task.state {
                TaskState::Blocked { reason, .. } | TaskState::Skipped { reason } => {
                    reason.as_str().to_owned()
                }
                _ => String::new(),
            },
            added: false,
            assignee: task.assignee.clone(),
            planned: task.planned.map(Planned::range),
            started: task.started_at.map(|at| self.wall(at)),
            ended: ended.map(|(at, _)| self.wall(*at)),
            ended_by: ended.map(|(_, by)| by.clone()),
            blocked: Span::zero(),
            comments: task.comments.iter().map(|comment| self.comment(comment)).collect(),
        }
    }

    fn comment(&self, comment: &Comment) -> TaskComment {
        TaskComment {
            at: self.wall(comment.at),
            by: comment.by.clone(),
            text: comment.text.as_str().to_owned(),
        }
    }
}
