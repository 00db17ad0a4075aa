//! How each service fared.

use std::collections::BTreeMap;

use serde::Serialize;

use super::builder::Builder;
use super::serial::{optional_seconds, seconds};
use crate::incident::{Health, Interval, Moment, Outage, Service, ServiceId, Span};

#[derive(Clone, Debug, Serialize)]
pub struct ServiceFigures {
    pub id: ServiceId,
    pub name: String,
    pub priority: u8,
    /// At the end.
    pub health: Health,
    pub hit: bool,
    #[serde(serialize_with = "seconds")]
    pub down: Span,
    #[serde(serialize_with = "seconds")]
    pub degraded: Span,
    #[serde(serialize_with = "optional_seconds")]
    pub rto: Option<Span>,
    /// What was left of the objective, negative if it was missed.
    #[serde(serialize_with = "optional_seconds")]
    pub rto_left: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub rpo: Option<Span>,
    pub restored_to: Option<Moment>,
    #[serde(serialize_with = "optional_seconds")]
    pub data_loss: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub rpo_left: Option<Span>,
    pub outages: Vec<ServiceOutage>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServiceOutage {
    pub health: Health,
    pub from: Moment,
    pub to: Option<Moment>,
}

type Outages<'a> = [&'a Interval<Outage>];

impl Builder<'_> {
    pub fn services(&self) -> Vec<ServiceFigures> {
        let mut outages: BTreeMap<&ServiceId, Vec<&Interval<Outage>>> = BTreeMap::new();
        for outage in &self.history.outages {
            outages.entry(&outage.what.service).or_default().push(outage);
        }
        let mut services: Vec<&Service> = self.incident.services.iter().map(AsRef::as_ref).collect();
        services.sort_by_key(|service| service.priority);
        let of = |service: &Service| outages.get(&service.id).map_or(&[][..], Vec::as_slice);
        services.into_iter().map(|service| self.service(service, of(service))).collect()
    }

    fn service(&self, service: &Service, outages: &Outages<'_>) -> ServiceFigures {
        let seconds = |seconds: Option<u32>| seconds.map(|seconds| Span::seconds(seconds.into()));
        let lasted = |health: Health| {
            let such = outages.iter().filter(|outage| outage.what.health == health);
            such.map(|outage| outage.within(self.incident.opened_at, self.end)).sum::<Span>()
        };
        let outage = |outage: &&Interval<Outage>| ServiceOutage {
            health: outage.what.health,
            from: self.wall(outage.from),
            to: outage.to().map(|to| self.wall(to)),
        };
        let down = lasted(Health::Down);
        let rto = seconds(service.rto);
        ServiceFigures {
            id: service.id.clone(),
            name: service.name.as_str().to_owned(),
            priority: service.priority,
            health: service.health,
            hit: !outages.is_empty(),
            down,
            degraded: lasted(Health::Degraded),
            rto,
            rto_left: rto.map(|rto| rto - down),
            rpo: seconds(service.rpo),
            restored_to: service.restored_to.map(|at| self.wall(at)),
            data_loss: service.data_loss(),
            rpo_left: service.rpo_left(),
            outages: outages.iter().map(outage).collect(),
        }
    }
}
