//! Calls for help, and their answers.

use serde::{Deserialize, Serialize};

use crate::incident::{Line, Seq, TaskId};

/// Calls for help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpEvent {
    /// A person calls for help, about a task or in general.
    #[serde(rename = "help_asked")]
    Asked {
        text: Line,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<TaskId>,
    },
    /// The call that record `call` made is dealt with.
    #[serde(rename = "help_answered")]
    Answered { call: Seq },
}
