//! The author of a record.

use serde::{Deserialize, Serialize};

use crate::incident::{Line, PersonName};

/// The name that the program itself signs with.
const SYSTEM: &str = "warroom";

/// The author of a record, and the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub person: PersonName,
    pub via: Line,
}

impl Signature {
    pub fn new(person: &str, via: &str) -> Self {
        Self { person: PersonName::new(person), via: Line::new(via) }
    }

    /// The program itself, which sends updates and reports their delivery.
    pub fn system() -> Self {
        Self::new(SYSTEM, "notify")
    }

    /// Whether the program itself signed; no door admits anyone under that name.
    pub fn is_system(&self) -> bool {
        self.via.as_str() == "notify" && self.person.as_str() == SYSTEM
    }
}
