//! Folds what happened to services.

use std::sync::Arc;

use crate::incident::undo::{before::Before, replace};
use crate::incident::{Incident, Recorded, Service, ServiceEvent, ServiceId};

impl Incident {
    pub(in crate::incident) fn fold_service(&mut self, event: &ServiceEvent, recorded: &Recorded) -> Vec<Before> {
        match event {
            ServiceEvent::Added { service } => {
                if self.service(&service.id).is_some() {
                    return Vec::new();
                }
                let added = Service { reported: true, ..Service::new(service, recorded.at) };
                self.services.push(Arc::new(added));
                vec![Before::Service(service.id.clone(), None)]
            }
            ServiceEvent::HealthSet { service, health } => {
                self.change_service(service, |service| service.set_health(*health, recorded.at))
            }
            ServiceEvent::RestorePointSet { service, to } => {
                self.change_service(service, |service| service.restored_to = Some(*to))
            }
        }
    }

    fn change_service(&mut self, id: &ServiceId, by: impl FnOnce(&mut Service)) -> Vec<Before> {
        let before = replace(&mut self.services, |service| service.id == *id, by);
        before.map(|service| Before::Service(id.clone(), Some(service))).into_iter().collect()
    }
}
