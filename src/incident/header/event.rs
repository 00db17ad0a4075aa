//! The incident as a whole and its log.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::{IncidentId, Kind, Line, Pace, PersonName, Plan, Severity, Situation};

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
    /// The machine's clock was changed by so many milliseconds; the incident's own went on evenly.
    ClockJumped {
        by: i64,
    },
    /// An incomplete write was set aside when the journal was opened after a crash.
    TailSetAside {
        bytes: u64,
    },
    /// The log was imported from another machine and continues here. Messages pending before are not sent from here:
    /// the other machine may have sent them.
    LogMoved {
        reason: Line,
    },
}

/// The first event; it holds the whole plan, so a journal needs no other file.
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
