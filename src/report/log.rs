//! The log, in the readers' language.

use serde::Serialize;

use super::builder::Builder;
use crate::incident::{Entry, Moment, PersonName, Seq};
use crate::lang::{EntryText, Lang};

/// The number of entries in a report: people read it, and the host makes it. Older entries are left out.
const ENTRIES_MAX: usize = 50_000;

/// An entry of the log.
#[derive(Clone, Debug, Serialize)]
pub struct Logged {
    pub seq: Seq,
    pub at: Moment,
    pub person: PersonName,
    pub via: String,
    pub kind: &'static str,
    /// Kept for investigating a delivery; documents leave it out.
    pub technical: bool,
    /// `DECISION`; empty for most.
    pub label: String,
    pub text: String,
    /// What it said before it was corrected.
    pub struck: Option<String>,
    #[serde(rename = "taken_back")]
    pub undone: bool,
}

impl Builder<'_> {
    /// Returns the newest entries, and the number of older ones that are left out.
    pub fn log(&self, lang: Lang) -> (Vec<Logged>, usize) {
        let log = &self.incident.log;
        let older = log.len().saturating_sub(ENTRIES_MAX);
        let newest = (older..log.len()).filter_map(|place| log.at(place));
        (newest.map(|entry| self.logged(entry, lang)).collect(), older)
    }

    fn logged(&self, entry: &Entry, lang: Lang) -> Logged {
        let EntryText { what, text, struck } = lang.entry(self.incident, entry);
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
            undone: entry.undone.is_some(),
        }
    }
}
