//! Calls for help: a flag that stays up until it is answered.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{CALLS_MAX, REASON_MAX, filled, room_for};
use crate::incident::task::command::task_of;
use crate::incident::{Field, HelpEvent, Incident, Line, Refusal, Seq, TaskId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpCommand {
    #[serde(rename = "ask_help")]
    Ask { text: Line, task: Option<TaskId> },
    #[serde(rename = "answer_help")]
    Answer { call: Seq },
}

impl HelpCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<HelpEvent, Refusal> {
        match self {
            Self::Ask { text, task } => {
                filled(&text, Field::Text, REASON_MAX)?;
                task.as_ref().map(|task| task_of(incident, task)).transpose()?;
                room_for(Field::Calls, incident.calls.len(), CALLS_MAX)?;
                Ok(HelpEvent::Asked { text, task })
            }
            Self::Answer { call } if incident.call(call).is_none() => Err(Refusal::NoSuchCall { call }),
            Self::Answer { call } => Ok(HelpEvent::Answered { call }),
        }
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::Ask { .. } => Ok(()),
            Self::Answer { call } => match asking.incident.call(*call) {
                Some(call) if call.by != *asking.me() => asking.deputy(),
                _ => Ok(()),
            },
        }
    }
}
