//! What happens to services.

use serde::{Deserialize, Serialize};

use crate::incident::base::time::is_reckonable;
use crate::incident::{Health, Moment, PlannedService, ServiceId};

/// Services.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServiceEvent {
    #[serde(rename = "service_added")]
    Added { service: Box<PlannedService> },
    #[serde(rename = "service_set")]
    HealthSet { service: ServiceId, health: Health },
    /// A service's restored data are of the moment `to`.
    RestorePointSet { service: ServiceId, to: Moment },
}

impl ServiceEvent {
    /// Whether all its times can be reckoned with.
    pub(in crate::incident) fn is_reckonable(&self) -> bool {
        match self {
            Self::RestorePointSet { to, .. } => is_reckonable(to),
            Self::Added { .. } | Self::HealthSet { .. } => true,
        }
    }
}
