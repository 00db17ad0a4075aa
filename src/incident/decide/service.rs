//! Services: which there are, and how they do.

use super::{SERVICES_MAX, named};
use crate::incident::command::Context;
use crate::incident::event::{Event, ServiceEvent};
use crate::incident::ids::ServiceId;
use crate::incident::plan::PlannedService;
use crate::incident::refusal::{Field, Refusal};
use crate::incident::service::Health;
use crate::incident::state::Incident;
use crate::incident::text::Line;
use crate::incident::time::Moment;

pub(super) fn add(
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

pub(super) fn set(incident: &Incident, service: ServiceId, health: Health) -> Result<Event, Refusal> {
    match incident.service(&service) {
        None => Err(Refusal::NoSuchService { service }),
        Some(now) if now.is_said_to_be(health) => Err(Refusal::NoChange),
        Some(_) => Ok(Event::Service(ServiceEvent::HealthSet { service, health })),
    }
}

pub(super) fn set_restore_point(
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
