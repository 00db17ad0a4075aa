//! Duties that change hands.

use serde::{Deserialize, Serialize};

use crate::incident::{Duty, Line, PersonName, Prose, RoleId};

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
