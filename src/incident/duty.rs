//! Command and roles, and how they change hands.

pub mod command;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::{Line, Moment, PersonName, Prose, RoleId, Seq};

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
    pub briefing: Prose,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum DutyEvent {
    /// A duty is offered by the author of the record.
    Offered {
        duty: Duty,
        to: PersonName,
        #[serde(default, skip_serializing_if = "Prose::is_empty")]
        briefing: Prose,
    },
    /// The offer was withdrawn, declined, or ended with the incident.
    OfferDropped { duty: Duty },
    /// The offer was accepted; open tasks of a role that were `from`'s by name are `to`'s.
    HandedOver { duty: Duty, from: PersonName, to: PersonName },
    /// Revokes a role that `from` had taken over; their open tasks of it are unassigned.
    RoleRevoked { role: RoleId, from: PersonName },
    /// The author of the record takes command from `from`.
    CommandTaken { from: PersonName, reason: Line },
}
