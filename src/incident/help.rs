//! Calls for help.

pub mod command;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::{Line, Moment, PersonName, Seq, TaskId};

/// An open call for help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpCall {
    /// The record that made it.
    pub seq: Seq,
    pub by: PersonName,
    pub at: Moment,
    pub text: Line,
    pub task: Option<TaskId>,
    /// Whoever sees to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<PersonName>,
    /// The last reply, and whose it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply: Option<(PersonName, Line)>,
}

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
    #[serde(rename = "help_taken")]
    Taken { call: Seq },
    #[serde(rename = "help_released")]
    Released { call: Seq },
    #[serde(rename = "help_replied")]
    Replied { call: Seq, text: Line },
    /// A call that the closing of the incident had ended is open again.
    #[serde(rename = "help_reopened")]
    Reopened {
        call: Seq,
        caller: PersonName,
        asked_at: Moment,
        text: Line,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task: Option<TaskId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken_by: Option<PersonName>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply: Option<(PersonName, Line)>,
    },
}
