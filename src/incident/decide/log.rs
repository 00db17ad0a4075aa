//! Notes, facts, decisions, and the correction of one.

use super::{bounded, written};
use crate::incident::event::Event;
use crate::incident::ids::Seq;
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::Incident;
use crate::incident::text::Prose;

pub(super) fn note(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::Noted { text })
}

pub(super) fn record_fact(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::FactRecorded { text })
}

pub(super) fn decision(text: Prose, why: Prose, objections: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    bounded(&why, Field::Text)?;
    bounded(&objections, Field::Text)?;
    Ok(Event::Decided { text, why, objections })
}

pub(super) fn correct(incident: &Incident, entry: Seq, text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    let corrected = incident.log.get(entry).ok_or(Refusal::NoSuchEntry { entry })?;
    let (Event::Noted { text: first }
    | Event::FactRecorded { text: first }
    | Event::Decided { text: first, .. }) = &corrected.event
    else {
        return Err(Refusal::NotCorrectable { entry });
    };
    if corrected.undone.is_some() {
        return Err(Refusal::NotCorrectable { entry });
    }
    let reads = corrected.correction.as_ref().map_or(first, |correction| &correction.text);
    if *reads == text { Err(Refusal::NoChange) } else { Ok(Event::Corrected { entry, text }) }
}
