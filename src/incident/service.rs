//! A service, its health and its downtime.

pub mod command;
pub mod fold;

use serde::{Deserialize, Serialize};

use crate::incident::base::time::span_as_millis;
use crate::incident::{Health, Line, Moment, PlannedService, ServiceId, Span};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Service {
    pub id: ServiceId,
    pub name: Line,
    pub priority: u8,
    pub rto: Option<u32>,
    pub rpo: Option<u32>,
    pub health: Health,
    /// Whether its health was reported; until then it is the plan's.
    pub reported: bool,
    pub since: Moment,
    /// Downtime before `since`, in milliseconds; holds and nights count, because users wait through them too.
    #[serde(serialize_with = "span_as_millis")]
    pub down_before: Span,
    /// The start of the newest outage, also once that is over.
    pub outage: Option<Moment>,
    pub restored_to: Option<Moment>,
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
            reported: false,
            since: at,
            down_before: Span::zero(),
            outage: (planned.health == Health::Down).then_some(at),
            restored_to: None,
        }
    }

    /// Sets the reported health. A restore point belongs to one outage.
    pub(in crate::incident) fn set_health(&mut self, health: Health, at: Moment) {
        self.reported = true;
        if self.health == health {
            // Unchanged since the opening.
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

    pub fn is_reported_as(&self, health: Health) -> bool {
        self.reported && self.health == health
    }

    /// Whether only the plan says that it is affected.
    pub fn is_presumed_hit(&self) -> bool {
        !self.reported && self.health != Health::Up
    }

    /// The data lost: from the restore point to the start of the outage.
    pub fn data_loss(&self) -> Option<Span> {
        Some((self.outage? - self.restored_to?).max(Span::zero()))
    }

    /// The rest of the recovery point objective, negative if it is missed.
    pub fn rpo_left(&self) -> Option<Span> {
        Some(Span::seconds(self.rpo?.into()) - self.data_loss()?)
    }

    /// The total downtime so far; a degraded service is usable and does not count.
    pub fn downtime(&self, now: Moment) -> Span {
        match self.health {
            Health::Down => self.down_before + (now - self.since).max(Span::zero()),
            Health::Up | Health::Degraded => self.down_before,
        }
    }

    /// The rest of the recovery time objective, negative once it is missed.
    pub fn rto_left(&self, now: Moment) -> Option<Span> {
        self.rto.map(|rto| Span::seconds(rto.into()) - self.downtime(now))
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceEvent {
    #[serde(rename = "service_added")]
    Added { service: Box<PlannedService> },
    #[serde(rename = "service_set")]
    HealthSet { service: ServiceId, health: Health },
    /// The moment that its restored data are of.
    RestorePointSet { service: ServiceId, to: Moment },
}
