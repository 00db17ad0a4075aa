//! Command and roles, and how they change hands.

pub mod command;
pub mod event;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::{Moment, PersonName, Prose, RoleId, Seq};

/// A duty that one person has for everyone, and can hand over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    Command,
    Role(RoleId),
}

/// An open offer of a duty; a newer offer of the same duty replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The record that made it.
    pub seq: Seq,
    pub duty: Duty,
    pub from: PersonName,
    pub to: PersonName,
    pub at: Moment,
    /// What the new holder has to know.
    pub briefing: Prose,
}
