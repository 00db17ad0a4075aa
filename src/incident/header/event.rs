//! What happens to the incident as a whole and to its log.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::{IncidentId, Kind, Line, Pace, PersonName, Plan, Severity, Situation};

/// The incident as a whole, and its log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderEvent {
    Opened(Box<Opened>),
    Retitled {
        title: Line,
    },
    SeveritySet {
        severity: Severity,
    },
    SituationSet {
        situation: Box<Situation>,
    },
    ZoneSet {
        zone: Tz,
    },
    Held {
        reason: Line,
    },
    Resumed,
    Closed {
        reason: Line,
    },
    Reopened {
        reason: Line,
    },
    /// The machine's clock left the incident's by so many milliseconds; the incident's went on evenly.
    ClockJumped {
        by: i64,
    },
    /// A write that a crash cut short was set aside when the journal was opened again.
    TailSetAside {
        bytes: u64,
    },
    /// The log was brought here from another machine, and continues here: what was still to go out before is not sent
    /// from here, because it is not known here what the other machine has sent since.
    LogMoved {
        reason: Line,
    },
}

/// What an incident begins with; the whole plan, so that a journal needs no other file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub incident: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    #[serde(default)]
    pub situation: Situation,
    pub zone: Tz,
    pub commander: PersonName,
    pub plan: Plan,
}
