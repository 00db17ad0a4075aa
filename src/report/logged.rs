//! The log and its decisions, in the reader's language.

use super::{Decision, Logged};
use crate::incident::{Event, Incident, LogEvent};
use crate::lang::{Lang, Telling};

/// A report is read by people, and made in the host: of a longer log it has the newest entries.
const MOST: usize = 50_000;

/// The entries, and how many older ones are left out; those that only tell of a delivery say so.
pub fn log(incident: &Incident, lang: Lang) -> (Vec<Logged>, usize) {
    let entry = |entry| {
        let Telling { what, text, struck } = lang.entry(incident, entry);
        Logged {
            seq: entry.seq,
            at: entry.wall,
            person: entry.by.person.clone(),
            via: entry.by.via.as_str().to_owned(),
            kind: entry.kind().name(),
            technical: entry.is_technical(),
            label: what,
            text,
            struck,
            taken_back: entry.undone.is_some(),
        }
    };
    let older = incident.log.len().saturating_sub(MOST);
    let newest = (older..incident.log.len()).filter_map(|place| incident.log.at(place));
    (newest.map(entry).collect(), older)
}

pub fn decisions(incident: &Incident) -> Vec<Decision> {
    let decided = incident.log.iter().filter_map(|entry| {
        let Event::Log(LogEvent::Decided { text, why, objections }) = &entry.event else { return None };
        let text = entry.correction.as_ref().map_or(text, |correction| &correction.text);
        Some(Decision {
            seq: entry.seq,
            at: entry.wall,
            by: entry.by.person.clone(),
            text: text.as_str().to_owned(),
            why: why.as_str().to_owned(),
            objections: objections.as_str().to_owned(),
            taken_back: entry.undone.is_some(),
        })
    });
    decided.collect()
}
