//! The log (*main courante*): everything that happened, in order.

pub mod command;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::{EntryKind, Event, Moment, PersonName, Prose, Recorded, Seq, Signature, UpdateEvent};

/// All entries; cheap to clone, however long.
#[derive(Clone, Debug, Default)]
pub struct Log {
    entries: rpds::VectorSync<Entry>,
    technical: Numbers,
}

/// Records by their numbers, in order; cheap to clone.
pub type Numbers = rpds::VectorSync<Seq>;

/// One record as the log shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub seq: Seq,
    pub wall: Moment,
    pub by: Signature,
    pub event: Event,
    pub correction: Option<Box<Correction>>,
    /// The undo that reverted it.
    pub undone: Option<Seq>,
    technical: bool,
}

/// The corrected text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub text: Prose,
}

impl Log {
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of record `seq`; records are numbered from 1 without gaps.
    pub fn get(&self, seq: Seq) -> Option<&Entry> {
        self.at(usize::try_from(seq.0).ok()?.checked_sub(1)?)
    }

    /// The entry at a place, from 0.
    pub fn at(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Entry> + DoubleEndedIterator {
        self.entries.iter()
    }

    /// The technical entries, indexed so that a list can omit them.
    pub const fn technical(&self) -> &Numbers {
        &self.technical
    }

    pub(in crate::incident) fn push(&mut self, recorded: &Recorded, wall: Moment) {
        let technical = self.is_technical(recorded);
        if technical {
            self.technical.push_back_mut(recorded.seq);
        }
        self.entries.push_back_mut(Entry {
            seq: recorded.seq,
            wall,
            by: recorded.by.clone(),
            event: recorded.event.clone(),
            correction: None,
            undone: None,
            technical,
        });
    }

    /// Whether a record matters only when examining a delivery: automatic messages and updates under way are in the log
    /// already.
    fn is_technical(&self, recorded: &Recorded) -> bool {
        let Event::Update(event) = &recorded.event else { return false };
        match event {
            UpdateEvent::Addressed { .. }
            | UpdateEvent::Pushed(_)
            | UpdateEvent::SendBegun { .. }
            | UpdateEvent::PartSent { .. } => true,
            UpdateEvent::AudienceSet { .. } => recorded.by.is_system(),
            UpdateEvent::Delivered { message, .. }
            | UpdateEvent::Delayed { message, .. }
            | UpdateEvent::Retried { message, .. } => {
                matches!(self.get(*message), Some(Entry { event: Event::Update(UpdateEvent::Pushed(_)), .. }))
            }
            UpdateEvent::Proposed { .. }
            | UpdateEvent::Dropped { .. }
            | UpdateEvent::Posted(_)
            | UpdateEvent::Failed { .. } => false,
        }
    }

    pub(in crate::incident) fn change(&mut self, seq: Seq, change: impl FnOnce(&mut Entry)) {
        let Some(place) = usize::try_from(seq.0).ok().and_then(|seq| seq.checked_sub(1)) else { return };
        if let Some(entry) = self.entries.get_mut(place) {
            change(entry);
        }
    }
}

impl Entry {
    pub const fn kind(&self) -> EntryKind {
        self.event.kind()
    }

    /// The original text; `None` if it has none.
    pub const fn text(&self) -> Option<&Prose> {
        self.event.text()
    }

    /// The current text.
    pub fn reads(&self) -> Option<&Prose> {
        self.correction.as_ref().map(|correction| &correction.text).or_else(|| self.text())
    }

    /// As [`Entry::reads`], if it can be corrected.
    pub fn correctable(&self) -> Option<&Prose> {
        let is_so = matches!(
            self.event,
            Event::Log(LogEvent::Noted { .. } | LogEvent::FactRecorded { .. } | LogEvent::Decided { .. })
        );
        self.reads().filter(|_| is_so && self.undone.is_none())
    }

    /// Whether it matters only when examining a delivery.
    pub const fn is_technical(&self) -> bool {
        self.technical
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LogEvent {
    Noted {
        text: Prose,
    },
    FactRecorded {
        text: Prose,
    },
    Decided {
        text: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        why: Prose,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        objections: Prose,
    },
    /// The entry `entry` reads `text` from now on; the old text stays visible.
    Corrected {
        entry: Seq,
        text: Prose,
    },
}
