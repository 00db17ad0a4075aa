//! Services: which there are, and how they are.

use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{SERVICES_MAX, named, one};
use crate::incident::{
    Context, Event, Field, Health, Incident, Line, Moment, PlannedService, Refusal, ServiceEvent, ServiceId,
};

/// Services.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceCommand {
    #[serde(rename = "add_service")]
    Add { name: Line, priority: u8, rto: Option<u32>, rpo: Option<u32>, health: Health },
    #[serde(rename = "set_service")]
    SetHealth { service: ServiceId, health: Health },
    /// The moment that its restored data are of.
    SetRestorePoint { service: ServiceId, at: Moment },
}

impl ServiceCommand {
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Vec<Event>, Refusal> {
        one(match self {
            Self::Add { name, priority, rto, rpo, health } => add(incident, name, priority, rto, rpo, health),
            Self::SetHealth { service, health } => set(incident, service, health),
            Self::SetRestorePoint { service, at } => set_restore_point(incident, service, at, context),
        })
    }

    #[expect(clippy::unused_self, reason = "one signature for every family")]
    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        asking.deputy()
    }

    /// How old the restored data are is often known only afterwards.
    pub(in crate::incident) const fn outlives_closing(&self) -> bool {
        matches!(self, Self::SetRestorePoint { .. })
    }
}

fn add(
    incident: &Incident,
    name: Line,
    priority: u8,
    rto: Option<u32>,
    rpo: Option<u32>,
    health: Health,
) -> Result<Event, Refusal> {
    named(&name, Field::Name)?;
    if incident.services.len() >= SERVICES_MAX {
        return Err(Refusal::TooMany { what: Field::Services, max: SERVICES_MAX });
    }
    let id = ServiceId::free_for(name.as_str(), |id| incident.service(id).is_some());
    Ok(Event::Service(ServiceEvent::Added {
        service: Box::new(PlannedService { id, name, priority, rto, rpo, health }),
    }))
}

fn set(incident: &Incident, service: ServiceId, health: Health) -> Result<Event, Refusal> {
    match incident.service(&service) {
        None => Err(Refusal::NoSuchService { service }),
        Some(now) if now.is_said_to_be(health) => Err(Refusal::NoChange),
        Some(_) => Ok(Event::Service(ServiceEvent::HealthSet { service, health })),
    }
}

fn set_restore_point(
    incident: &Incident,
    service: ServiceId,
    at: Moment,
    context: &Context,
) -> Result<Event, Refusal> {
    match incident.service(&service) {
        None => Err(Refusal::NoSuchService { service }),
        Some(_) if at > context.at => Err(Refusal::InTheFuture { at: incident.wall(at) }),
        Some(now) if now.restored_to == Some(at) => Err(Refusal::NoChange),
        Some(_) => Ok(Event::Service(ServiceEvent::RestorePointSet { service, to: at })),
    }
}
