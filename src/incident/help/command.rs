//! Calls for help: a flag that stays up until it is answered.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{CALLS_MAX, REASON_MAX, at_most, one};
use crate::incident::{Event, Field, HelpEvent, Incident, Line, Refusal, Seq, TaskId};

/// Calls for help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HelpCommand {
    /// Raises a flag that the commander cannot miss, about a task or in general.
    #[serde(rename = "ask_help")]
    Ask { text: Line, task: Option<TaskId> },
    /// Lowers the flag that record `call` raised.
    #[serde(rename = "answer_help")]
    Answer { call: Seq },
}

impl HelpCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<Vec<Event>, Refusal> {
        one(match self {
            Self::Ask { text, task } => ask(incident, text, task),
            Self::Answer { call } => answer(incident, call),
        })
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

fn ask(incident: &Incident, text: Line, task: Option<TaskId>) -> Result<Event, Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty { what: Field::Text });
    }
    at_most(text.as_str(), Field::Text, REASON_MAX)?;
    if let Some(task) = task.as_ref().filter(|task| incident.task(task).is_none()) {
        return Err(Refusal::no_such_task(task));
    }
    if incident.calls.len() >= CALLS_MAX {
        return Err(Refusal::TooMany { what: Field::Calls, max: CALLS_MAX });
    }
    Ok(Event::Help(HelpEvent::Asked { text, task }))
}

fn answer(incident: &Incident, call: Seq) -> Result<Event, Refusal> {
    incident.call(call).map(|_| Event::Help(HelpEvent::Answered { call })).ok_or(Refusal::NoSuchCall { call })
}
