//! Calls for help, and their answers.

use serde::{Deserialize, Serialize};

use crate::incident::{Line, Seq, TaskId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpEvent {
    #[serde(rename = "help_asked")]
    Asked {
        text: Line,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<TaskId>,
    },
    #[serde(rename = "help_answered")]
    Answered { call: Seq },
}
