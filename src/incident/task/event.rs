//! What happens to tasks.

use serde::{Deserialize, Serialize};

use crate::incident::{Line, PersonName, PlannedTask, Prose, TaskId};

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
