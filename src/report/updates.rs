//! The status updates, and how each audience was kept informed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::builder::Builder;
use super::serial::optional_seconds;
use crate::incident::{
    Audience, AudienceId, Delivery, DeliveryState, Moment, Occasion, PersonName, SentUpdate, Seq, Span, Update,
};

/// An update less than this late is in time.
const GRACE: Span = Span::minutes(1);

/// How one audience was kept informed.
#[derive(Clone, Debug, Serialize)]
pub struct AudienceFigures {
    pub id: AudienceId,
    pub name: String,
    #[serde(rename = "outside")]
    pub external: bool,
    /// The number of updates sent.
    #[serde(rename = "told")]
    pub sent: usize,
    pub late: usize,
    #[serde(serialize_with = "optional_seconds")]
    pub worst: Option<Span>,
    /// When an update was due at the end.
    pub owed: Option<Moment>,
}

#[derive(Clone, Debug, Serialize)]
pub struct UpdateFigures {
    pub seq: Seq,
    pub at: Moment,
    pub by: Option<PersonName>,
    pub audience: AudienceId,
    pub audience_name: String,
    #[serde(rename = "outside")]
    pub external: bool,
    pub occasion: Occasion,
    pub text: String,
    pub due: Option<Moment>,
    #[serde(serialize_with = "optional_seconds")]
    pub late: Option<Span>,
    pub deliveries: Vec<Delivered>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Delivered {
    pub target: String,
    pub state: DeliveryOutcome,
    pub at: Option<Moment>,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryOutcome {
    Pending,
    Delayed,
    Delivered,
    Failed,
}

impl Builder<'_> {
    pub fn audiences(&self) -> Vec<AudienceFigures> {
        self.incident.audiences.iter().map(|audience| self.audience(audience)).collect()
    }

    fn audience(&self, audience: &Audience) -> AudienceFigures {
        let updates = || self.history.sent.iter().filter(|update| update.audience == audience.id);
        let last = updates().next_back().map_or(self.incident.opened_at, |update| update.at);
        let due = self.incident.due_after(audience, last);
        AudienceFigures {
            id: audience.id.clone(),
            name: audience.name.as_str().to_owned(),
            external: audience.outside,
            sent: updates().count(),
            late: updates().filter_map(late).count(),
            worst: updates().filter_map(late).max(),
            owed: due.filter(|due| *due + GRACE <= self.end).map(|due| self.wall(due)),
        }
    }

    pub fn updates(&self) -> Vec<UpdateFigures> {
        let dues: BTreeMap<Seq, &SentUpdate> = self.history.sent.iter().map(|posted| (posted.update, posted)).collect();
        let update = |update: &Update| self.update(update, dues.get(&update.seq).copied());
        self.incident.updates.iter().map(|it| update(it)).collect()
    }

    fn update(&self, update: &Update, posted: Option<&SentUpdate>) -> UpdateFigures {
        UpdateFigures {
            seq: update.seq,
            at: self.wall(update.at),
            by: Some(update.by.clone()),
            audience: update.audience.clone(),
            audience_name: self.audience_name(&update.audience),
            // An unknown audience may be anyone.
            external: self.incident.audience(&update.audience).is_none_or(|it| it.outside),
            occasion: update.occasion,
            text: update.text.as_str().to_owned(),
            due: posted.and_then(|posted| posted.due).map(|due| self.wall(due)),
            late: posted.and_then(late),
            deliveries: update.deliveries.iter().map(|delivery| self.delivered(delivery)).collect(),
        }
    }

    fn delivered(&self, delivery: &Delivery) -> Delivered {
        let (state, at, reason) = match &delivery.state {
            DeliveryState::Pending => (DeliveryOutcome::Pending, None, ""),
            DeliveryState::Delayed { reason } => (DeliveryOutcome::Delayed, None, reason.as_str()),
            DeliveryState::Delivered { at, .. } => (DeliveryOutcome::Delivered, Some(*at), ""),
            DeliveryState::Failed { at, reason } => (DeliveryOutcome::Failed, Some(*at), reason.as_str()),
        };
        Delivered {
            target: delivery.target.as_str().to_owned(),
            state,
            at: at.map(|at| self.wall(at)),
            reason: reason.to_owned(),
        }
    }
}

fn late(update: &SentUpdate) -> Option<Span> {
    update.late().filter(|late| *late >= GRACE)
}
