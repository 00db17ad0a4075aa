//! Notes, facts, decisions, and corrections of them.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{bounded, one, written};
use crate::incident::{Event, Field, Incident, LogEvent, Prose, Refusal, Seq};

/// What people write in the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogCommand {
    Note { text: Prose },
    RecordFact { text: Prose },
    Decide { text: Prose, why: Prose, objections: Prose },
    Correct { entry: Seq, text: Prose },
}

impl LogCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<Vec<Event>, Refusal> {
        one(match self {
            Self::Note { text } => note(text),
            Self::RecordFact { text } => record_fact(text),
            Self::Decide { text, why, objections } => decision(text, why, objections),
            Self::Correct { entry, text } => correct(incident, entry, text),
        })
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::Note { .. } | Self::RecordFact { .. } => Ok(()),
            Self::Decide { .. } => asking.deputy(),
            Self::Correct { entry, .. } => match asking.incident.log.get(*entry) {
                Some(entry) => asking.deputy_or(&[&entry.by.person]),
                None => Ok(()),
            },
        }
    }
}

fn note(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::Log(LogEvent::Noted { text }))
}

fn record_fact(text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    Ok(Event::Log(LogEvent::FactRecorded { text }))
}

fn decision(text: Prose, why: Prose, objections: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    bounded(&why, Field::Text)?;
    bounded(&objections, Field::Text)?;
    Ok(Event::Log(LogEvent::Decided { text, why, objections }))
}

fn correct(incident: &Incident, entry: Seq, text: Prose) -> Result<Event, Refusal> {
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
