//! The newest durable state of a room, and whether it can be written.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::incident::{Incident, Moment, PersonName, Presence, Seq, Span};
use crate::journal::AppendError;

/// The newest state of an incident that is on disk, and who is present.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub incident: Incident,
    pub health: Health,
    /// Sorted by person.
    pub present: Arc<[Presence]>,
    /// When each person who had a screen on this host left the last one.
    pub seen: Arc<BTreeMap<PersonName, Seen>>,
    /// When the commander last acted or took over, or the room was opened, in real time.
    pub(super) commander_acted: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Writing,
    ReadOnly(ReadOnly),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// Ends by itself once there is space.
    #[error("the disk is full")]
    DiskFull,
    /// Until the host is started again.
    #[error("the journal could not be written")]
    Failed,
    /// The journal has a bad record, and is shown up to it.
    #[error("record {record} of the journal is damaged")]
    Damaged { record: u64 },
    /// The log was imported from another machine, where it may continue, and not taken over here.
    #[error("a copy of another machine's log")]
    Copy,
}

/// When a person left their last screen of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub at: Moment,
    /// The last record at that time.
    pub seq: Seq,
    /// In real time, which an exercise does not speed up.
    pub(super) steady: Span,
}

impl Snapshot {
    /// The first bad record of the journal; `None` if it is whole.
    pub const fn damage(&self) -> Option<u64> {
        match self.health {
            Health::ReadOnly(ReadOnly::Damaged { record }) => Some(record),
            Health::Writing | Health::ReadOnly(_) => None,
        }
    }

    /// Whether the commander has had no screen, and has not acted elsewhere, for `after`.
    pub(super) fn commander_gone(&self, steady: Span, after: Span) -> bool {
        let commander = &self.incident.commander;
        if self.present.iter().any(|present| present.person == *commander) {
            return false;
        }
        let left = self.seen.get(commander).map_or(self.commander_acted, |seen| seen.steady);
        steady - left.max(self.commander_acted) >= after
    }
}

impl ReadOnly {
    pub(super) fn of(error: &AppendError) -> Self {
        match error {
            AppendError::Full(_) => Self::DiskFull,
            AppendError::Damaged(damage) => Self::Damaged { record: damage.record },
            AppendError::Failed(_) | AppendError::Conflict { .. } | AppendError::TooLong { .. } => Self::Failed,
        }
    }
}

#[cfg(test)]
mod tests;
