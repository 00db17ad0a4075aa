//! Calls for help: a flag that stays up until it is answered.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{CALLS_MAX, REASON_MAX, changes, filled, room_for};
use crate::incident::task::command::task_of;
use crate::incident::{Context, Field, HelpCall, HelpEvent, Incident, Line, Refusal, Seq, TaskId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpCommand {
    #[serde(rename = "ask_help")]
    Ask { text: Line, task: Option<TaskId> },
    /// The call is over.
    #[serde(rename = "answer_help")]
    Answer { call: Seq },
    /// The asker sees to it; someone else who did is relieved.
    #[serde(rename = "take_help")]
    Take { call: Seq },
    #[serde(rename = "release_help")]
    Release { call: Seq },
    #[serde(rename = "reply_help")]
    Reply { call: Seq, text: Line },
}

impl HelpCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<HelpEvent, Refusal> {
        match self {
            Self::Ask { text, task } => {
                filled(&text, Field::Text, REASON_MAX)?;
                task.as_ref().map(|task| task_of(incident, task)).transpose()?;
                room_for(Field::Calls, incident.calls.len(), CALLS_MAX)?;
                Ok(HelpEvent::Asked { text, task })
            }
            Self::Answer { call } => open_call(incident, call).map(|_| HelpEvent::Answered { call }),
            Self::Take { call } => {
                changes(open_call(incident, call)?.taken_by.as_ref() != Some(&context.who.by.person))?;
                Ok(HelpEvent::Taken { call })
            }
            Self::Release { call } => {
                changes(open_call(incident, call)?.taken_by.is_some())?;
                Ok(HelpEvent::Released { call })
            }
            Self::Reply { call, text } => {
                open_call(incident, call)?;
                filled(&text, Field::Text, REASON_MAX)?;
                Ok(HelpEvent::Replied { call, text })
            }
        }
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::Ask { .. } => Ok(()),
            Self::Answer { call } | Self::Take { call } | Self::Release { call } | Self::Reply { call, .. } => {
                match asker.incident.call(*call) {
                    Some(call) if call.by != *asker.me() => asker.deputy(),
                    _ => Ok(()),
                }
            }
        }
    }
}

fn open_call(incident: &Incident, call: Seq) -> Result<&HelpCall, Refusal> {
    incident.call(call).ok_or(Refusal::NoSuchCall { call })
}
