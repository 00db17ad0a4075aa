//! A service, how it is, and how long it has been down.

pub mod command;
pub mod event;
pub mod fold;

use serde::Serialize;

use crate::incident::base::time::span_as_millis;
use crate::incident::{Health, Line, Moment, PlannedService, ServiceId, Span};

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
    /// Whether its health was reported; until then it is what the plan expects.
    pub reported: bool,
    pub since: Moment,
    /// Time down before `since`, in milliseconds; holds and nights count, for a user waits through them too.
    #[serde(serialize_with = "span_as_millis")]
    pub down_before: Span,
    /// When it first went down since it was last up; the newest outage, also once that is over.
    pub outage: Option<Moment>,
    /// The point in time of its restored data.
    pub restored_to: Option<Moment>,
}

impl Service {
    /// As the plan expects it.
    pub fn new(planned: &PlannedService, at: Moment) -> Self {
        Self {
            id: planned.id.clone(),
            name: planned.name.clone(),
            priority: planned.priority,
            rto: planned.rto,
            rpo: planned.rpo,
            health: planned.health,
            reported: false,
            since: at,
            down_before: Span::zero(),
            outage: (planned.health == Health::Down).then_some(at),
            restored_to: None,
        }
    }

    /// Reports its health from now on. A restore point belongs to one outage; the next outage has its own.
    pub(in crate::incident) fn set_health(&mut self, health: Health, at: Moment) {
        self.reported = true;
        if self.health == health {
            // It has been so since the opening, as the plan expects.
            return;
        }
        self.down_before = self.downtime(at);
        if self.health == Health::Up {
            (self.outage, self.restored_to) = (None, None);
        }
        if health == Health::Down {
            self.outage = self.outage.or(Some(at));
        }
        (self.health, self.since) = (health, at);
    }

    /// Whether this health was reported.
    pub fn is_said_to_be(&self, health: Health) -> bool {
        self.reported && self.health == health
    }

    /// Whether it is affected according to the plan only.
    pub fn is_presumed_hit(&self) -> bool {
        !self.reported && self.health != Health::Up
    }

    /// How much of its data is lost: from the point that they were restored to, to the beginning of the outage.
    pub fn data_loss(&self) -> Option<Span> {
        Some((self.outage? - self.restored_to?).max(Span::zero()))
    }

    /// What is left of the recovery point objective, negative where it is missed.
    pub fn rpo_left(&self) -> Option<Span> {
        Some(Span::seconds(self.rpo?.into()) - self.data_loss()?)
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
