//! People at the screens of a room.

use crate::incident::{Line, Moment, PersonName};

/// A person at a screen that shows the incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    pub person: PersonName,
    pub via: Line,
    /// In the incident's own time.
    pub since: Moment,
    /// The page of the screen, by its name; empty until the screen reports it.
    pub looks_at: Line,
    /// Distinguishes two screens of one person.
    pub number: u64,
}

impl Presence {
    /// The number of persons; `present` is sorted by person.
    pub fn persons(present: &[Self]) -> usize {
        present.chunk_by(|a, b| a.person == b.person).count()
    }
}
