//! A service as it stands, and how long it has been down.

use serde::{Deserialize, Serialize};

use super::ids::ServiceId;
use super::plan::PlannedService;
use super::step::span_as_millis;
use super::text::Line;
use super::time::{Moment, Span};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    #[default]
    Up,
    Degraded,
    Down,
}

impl Health {
    pub const ALL: [Self; 3] = [Self::Up, Self::Degraded, Self::Down];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Degraded => "degraded",
            Self::Down => "down",
        }
    }
}

/// A service, its objectives and its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Service {
    pub id: ServiceId,
    pub name: Line,
    /// 1 is restored first.
    pub priority: u8,
    /// Recovery time objective, in seconds.
    pub rto: Option<u32>,
    /// Recovery point objective, in seconds.
    pub rpo: Option<u32>,
    pub health: Health,
    pub since: Moment,
    /// Time down before `since`, in milliseconds; holds and nights count, for a user waits through them too.
    #[serde(serialize_with = "span_as_millis")]
    pub down_before: Span,
}

impl Service {
    pub fn new(planned: &PlannedService, at: Moment) -> Self {
        Self {
            id: planned.id.clone(),
            name: planned.name.clone(),
            priority: planned.priority,
            rto: planned.rto,
            rpo: planned.rpo,
            health: planned.health,
            since: at,
            down_before: Span::zero(),
        }
    }

    /// All time down so far; a degraded service is usable and does not count.
    pub fn downtime(&self, now: Moment) -> Span {
        match self.health {
            Health::Down => self.down_before + (now - self.since).max(Span::zero()),
            Health::Up | Health::Degraded => self.down_before,
        }
    }

    /// What is left of the recovery time objective, negative once it is missed.
    pub fn rto_left(&self, now: Moment) -> Option<Span> {
        self.rto.map(|rto| Span::seconds(rto.into()) - self.downtime(now))
    }
}
