//! Calls for help.

use serde::Serialize;

use crate::incident::{Line, Moment, PersonName, Seq, TaskId};

/// A call for help that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpCall {
    /// The record that made it, by which it is answered.
    pub seq: Seq,
    pub by: PersonName,
    pub at: Moment,
    pub text: Line,
    pub task: Option<TaskId>,
}
