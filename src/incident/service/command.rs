//! Services: which there are, and how they are.

use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{SERVICES_MAX, changes, named, room_for};
use crate::incident::{
    Context, Field, Health, Incident, Line, Moment, PlannedService, Refusal, Service, ServiceEvent, ServiceId,
};

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
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<ServiceEvent, Refusal> {
        Ok(match self {
            Self::Add { name, priority, rto, rpo, health } => {
                named(&name, Field::Name)?;
                room_for(Field::Services, incident.services.len(), SERVICES_MAX)?;
                let id = ServiceId::free_for(name.as_str(), |id| incident.service(id).is_some());
                let service = Box::new(PlannedService { id, name, priority, rto, rpo, restored_by: None, health });
                ServiceEvent::Added { service }
            }
            Self::SetHealth { service, health } => {
                changes(!service_of(incident, &service)?.is_reported_as(health))?;
                ServiceEvent::HealthSet { service, health }
            }
            Self::SetRestorePoint { service, at } => {
                let now = service_of(incident, &service)?.restored_to;
                if at > context.at {
                    return Err(Refusal::InTheFuture { at: incident.wall(at) });
                }
                changes(now != Some(at))?;
                ServiceEvent::RestorePointSet { service, to: at }
            }
        })
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add { .. } | Self::SetHealth { .. } | Self::SetRestorePoint { .. } => asker.deputy(),
        }
    }
}

fn service_of<'a>(incident: &'a Incident, service: &ServiceId) -> Result<&'a Service, Refusal> {
    incident.service(service).ok_or_else(|| Refusal::NoSuchService { service: service.clone() })
}
