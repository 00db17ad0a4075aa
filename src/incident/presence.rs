//! People at the screens of a room.

use crate::incident::{Line, Moment, PersonName};

/// One screen that shows the incident, and who sits there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    pub person: PersonName,
    /// The door they came in by.
    pub via: Line,
    /// In the incident's own time.
    pub since: Moment,
    /// The page of the screen, by its name; empty until the screen has said so.
    pub looks_at: Line,
    /// Distinguishes two screens of one person.
    pub number: u64,
}

impl Presence {
    /// How many persons are at so many screens, which are sorted by person.
    pub fn persons(present: &[Self]) -> usize {
        present.chunk_by(|a, b| a.person == b.person).count()
    }
}
