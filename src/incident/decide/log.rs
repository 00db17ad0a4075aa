//! Notes, facts, decisions, and the correction of one.

use super::{bounded, written};
use crate::incident::event::{Event, LogEvent};
use crate::incident::ids::Seq;
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::Incident;
use crate::incident::text::Prose;

pub(super) fn note(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::Log(LogEvent::Noted { text }))
}

pub(super) fn record_fact(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::Log(LogEvent::FactRecorded { text }))
}

pub(super) fn decision(text: Prose, why: Prose, objections: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    bounded(&why, Field::Text)?;
    bounded(&objections, Field::Text)?;
    Ok(Event::Log(LogEvent::Decided { text, why, objections }))
}

pub(super) fn correct(incident: &Incident, entry: Seq, text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    let corrected = incident.log.get(entry).ok_or(Refusal::NoSuchEntry { entry })?;
    let Event::Log(
        LogEvent::Noted { text: first }
        | LogEvent::FactRecorded { text: first }
        | LogEvent::Decided { text: first, .. },
    ) = &corrected.event
    else {
        return Err(Refusal::NotCorrectable { entry });
    };
    if corrected.undone.is_some() {
        return Err(Refusal::NotCorrectable { entry });
    }
    let reads = corrected.correction.as_ref().map_or(first, |correction| &correction.text);
    if *reads == text { Err(Refusal::NoChange) } else { Ok(Event::Log(LogEvent::Corrected { entry, text })) }
}
