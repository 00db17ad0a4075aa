//! Calls for help.

pub mod command;
pub mod event;
pub mod fold;

use serde::Serialize;

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
}
