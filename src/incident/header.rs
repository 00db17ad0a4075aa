//! The incident as a whole: severity, kind, pace, situation, status.

pub mod command;
pub mod fold;
pub mod left;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::{IncidentId, Line, Moment, PersonName, Plan, Prose, Span};

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Severity {
    Sev1,
    #[default]
    Sev2,
    Sev3,
    Sev4,
}

impl Severity {
    pub const ALL: [Self; 4] = [Self::Sev1, Self::Sev2, Self::Sev3, Self::Sev4];

    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    #[default]
    Real,
    Exercise,
}

/// How fast the incident's time runs: `opened_at + (real time - real_start) × speed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// 1 except in an exercise; 60 turns an hour into a minute.
    pub speed: u32,
    pub real_start: Moment,
}

impl Pace {
    /// The fastest exercise: a day passes in a second.
    pub const FASTEST: u32 = 86_400;

    /// The real time at a moment of the incident.
    pub fn real(self, opened_at: Moment, at: Moment) -> Moment {
        let passed = (at - opened_at).num_milliseconds() / i64::from(self.speed.max(1));
        self.real_start + Span::milliseconds(passed)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    #[serde(default)]
    pub what: Prose,
    #[serde(default)]
    pub since: Line,
    #[serde(default)]
    pub impact: Prose,
}

impl Situation {
    pub fn is_empty(&self) -> bool {
        self.what.is_empty() && self.since.is_empty() && self.impact.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "status", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    Open,
    Held { since: Moment, reason: Line },
    Closed { at: Moment, reason: Line },
}

/// `ClockJumped` is a change of the machine's clock in milliseconds, `TailSetAside` a write that a crash cut short, and
/// `LogMoved` says that the log was imported from another machine and continues here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderEvent {
    Opened(Box<Opened>),
    Retitled { title: Line },
    SeveritySet { severity: Severity },
    SituationSet { situation: Box<Situation> },
    ZoneSet { zone: Tz },
    Held { reason: Line },
    Resumed,
    Closed { reason: Line },
    Reopened { reason: Line },
    ClockJumped { by: i64 },
    TailSetAside { bytes: u64 },
    LogMoved { reason: Line },
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
