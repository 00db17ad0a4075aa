//! What is still open in an incident, as a closing would leave it.

use crate::incident::update::due::DueState;
use crate::incident::{ActionId, AudienceId, Health, Incident, Moment, Seq, ServiceId, StepId, TaskId};

/// Each list in its own order; all empty if nothing is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Neither finished nor skipped.
    pub steps: Vec<StepId>,
    pub tasks: Vec<TaskId>,
    /// Not up.
    pub services: Vec<ServiceId>,
    /// Whose update is late, or who never received one.
    pub audiences: Vec<AudienceId>,
    pub calls: Vec<Seq>,
    pub actions: Vec<ActionId>,
}

impl Incident {
    pub fn left(&self, now: Moment) -> Left {
        let is_owed = |id: &AudienceId, due: Option<DueState>| match due {
            Some(state) => state == DueState::Late || self.last_update(id).is_none(),
            None => false,
        };
        let due = |audience| self.next_update(audience, now).map(|due| due.state);
        let steps = self.steps.iter().filter(|step| step.is_waiting() || step.is_active());
        let tasks = self.tasks().filter(|(_, task)| !task.state.is_over());
        let services = self.services.iter().filter(|service| service.health != Health::Up);
        let audiences = self.audiences.iter().filter(|audience| is_owed(&audience.id, due(audience)));
        Left {
            steps: steps.map(|step| step.id.clone()).collect(),
            tasks: tasks.map(|(_, task)| task.id.clone()).collect(),
            services: services.map(|service| service.id.clone()).collect(),
            audiences: audiences.map(|audience| audience.id.clone()).collect(),
            calls: self.calls.iter().map(|call| call.seq).collect(),
            actions: self.actions.iter().filter(|action| action.is_open()).map(|action| action.id).collect(),
        }
    }
}

impl Left {
    /// The length of each list, by its name in messages, what hurts first.
    pub fn counts(&self) -> [(&'static str, usize); 6] {
        [
            ("services", self.services.len()),
            ("audiences", self.audiences.len()),
            ("calls", self.calls.len()),
            ("steps", self.steps.len()),
            ("tasks", self.tasks.len()),
            ("actions", self.actions.len()),
        ]
    }
}
