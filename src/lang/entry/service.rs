//! Entries about services.

use crate::incident::{Incident, Moment, ServiceEvent, ServiceId};
use crate::lang::Lang;

impl Lang {
    pub(super) fn service_sentence(self, incident: &Incident, event: &ServiceEvent) -> String {
        match event {
            ServiceEvent::Added { service } => self.say_with(
                "log-service-added",
                &[("service", service.name.as_str().into()), ("health", self.health(service.health).into())],
            ),
            ServiceEvent::HealthSet { service, health } => {
                let name = incident.service(service).map_or(service.as_str(), |known| known.name.as_str());
                self.say_with(
                    "log-service-set",
                    &[("service", name.into()), ("health", health.name().into())],
                )
            }
            ServiceEvent::RestorePointSet { service, to } => self.restored(incident, service, *to),
        }
    }

    fn restored(self, incident: &Incident, service: &ServiceId, to: Moment) -> String {
        let name = incident.service(service).map_or(service.as_str(), |known| known.name.as_str());
        let time = self.date_time(incident.wall(to), incident.zone);
        self.say_with("log-restore-point", &[("service", name.into()), ("time", time.into())])
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &ServiceEvent, each: &mut impl FnMut(&str)) {
    match event {
        ServiceEvent::Added { service } => {
            each(service.name.as_str());
        }
        ServiceEvent::HealthSet { service: id, .. } | ServiceEvent::RestorePointSet { service: id, .. } => {
            each(incident.service(id).map_or("", |service| service.name.as_str()));
        }
    }
}
