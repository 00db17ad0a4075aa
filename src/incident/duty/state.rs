//! Duties that can be handed over.

use serde::{Deserialize, Serialize};

use crate::incident::{Moment, PersonName, Prose, RoleId, Seq};

/// What one person does for all, and can hand over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    Command,
    Role(RoleId),
}

/// A duty that is offered to somebody and not accepted yet; a newer offer of the same duty takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The record that made it.
    pub seq: Seq,
    pub duty: Duty,
    pub from: PersonName,
    pub to: PersonName,
    pub at: Moment,
    /// What the one who takes over has to know.
    pub briefing: Prose,
}
