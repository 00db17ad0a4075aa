//! What happens to services.

use serde::{Deserialize, Serialize};

use crate::incident::{Health, Moment, PlannedService, ServiceId};

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
