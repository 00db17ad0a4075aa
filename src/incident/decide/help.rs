//! Calls for help: a flag that stays up until somebody lowers it.

use super::{CALLS_MAX, REASON_MAX, at_most};
use crate::incident::event::{Event, HelpEvent};
use crate::incident::ids::{Seq, TaskId};
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::Incident;
use crate::incident::text::Line;

pub(super) fn ask(incident: &Incident, text: Line, task: Option<TaskId>) -> Result<Event, Refusal> {
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

pub(super) fn answer(incident: &Incident, call: Seq) -> Result<Event, Refusal> {
    incident.call(call).map(|_| Event::Help(HelpEvent::Answered { call })).ok_or(Refusal::NoSuchCall { call })
}
