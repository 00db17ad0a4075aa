//! A task: how far it is.

pub mod command;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::{Line, Moment, PersonName, Planned, PlannedTask, Prose, RoleId, TaskId};

/// A task of one role in a phase, and its progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    pub id: TaskId,
    pub role: RoleId,
    pub title: Line,
    pub planned: Option<Planned>,
    pub state: TaskState,
    pub assignee: Option<PersonName>,
    /// When it was first started; `None` if it was completed without being started.
    pub started_at: Option<Moment>,
    /// When its state last changed, and by whom.
    pub changed: Option<(Moment, PersonName)>,
    pub comments: Vec<Comment>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "state", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TaskState {
    Todo,
    Doing,
    Blocked { reason: Line, was_doing: bool },
    Done,
    Skipped { reason: Line },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comment {
    pub at: Moment,
    pub by: PersonName,
    pub text: Prose,
}

impl Task {
    pub fn new(planned: &PlannedTask) -> Self {
        Self {
            id: planned.id.clone(),
            role: planned.role.clone(),
            title: planned.title.clone(),
            planned: planned.planned,
            state: TaskState::Todo,
            assignee: None,
            started_at: None,
            changed: None,
            comments: Vec::new(),
        }
    }
}

impl TaskState {
    /// Nothing is left to do.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Done | Self::Skipped { .. })
    }

    pub const fn is_blocked(&self) -> bool {
        matches!(self, Self::Blocked { .. })
    }

    pub fn name(&self) -> &'static str {
        self.into()
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TaskEvent {
    #[serde(rename = "task_added")]
    Added { task: Box<PlannedTask> },
    #[serde(rename = "task_started")]
    Started { task: TaskId },
    #[serde(rename = "task_done")]
    Done { task: TaskId },
    #[serde(rename = "task_blocked")]
    Blocked { task: TaskId, reason: Line },
    #[serde(rename = "task_unblocked")]
    Unblocked { task: TaskId },
    #[serde(rename = "task_skipped")]
    Skipped { task: TaskId, reason: Line },
    #[serde(rename = "task_reopened")]
    Reopened { task: TaskId },
    #[serde(rename = "task_assigned")]
    Assigned { task: TaskId, person: Option<PersonName> },
    #[serde(rename = "task_retitled")]
    Retitled { task: TaskId, title: Line },
    #[serde(rename = "task_commented")]
    Commented { task: TaskId, text: Prose },
}
