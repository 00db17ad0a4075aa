//! What is still to be done or unknown.

use std::collections::BTreeSet;

use serde::Serialize;

use super::builder::Builder;
use super::review::{ActionState, ReportedAction};
use super::updates::AudienceFigures;
use crate::incident::{DeliveryState, Health, Service, StepState};

/// One kind of thing that is still open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    pub what: OpenKind,
    pub count: usize,
    /// Their names, the most pressing first.
    pub named: Vec<String>,
    /// How many of them are late, where lateness is counted.
    pub late: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenKind {
    Incident,
    Services,
    Blockers,
    Calls,
    Steps,
    Tasks,
    Deliveries,
    Proposals,
    Updates,
    Actions,
}

impl OpenKind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Services => "services",
            Self::Blockers => "blockers",
            Self::Calls => "calls",
            Self::Steps => "steps",
            Self::Tasks => "tasks",
            Self::Deliveries => "deliveries",
            Self::Proposals => "proposals",
            Self::Updates => "updates",
            Self::Actions => "actions",
        }
    }
}

impl Builder<'_> {
    pub fn open(&self, audiences: &[AudienceFigures], actions: &[ReportedAction]) -> Vec<Open> {
        let late = open_actions(actions, true).count();
        let all = [
            (OpenKind::Incident, self.unclosed()),
            (OpenKind::Services, self.services_not_up()),
            (OpenKind::Blockers, self.unlifted_blockers()),
            (OpenKind::Calls, self.incident.calls.iter().map(|call| call.text.as_str().to_owned()).collect()),
            (OpenKind::Steps, self.unfinished_steps()),
            (OpenKind::Tasks, self.tasks_to_do()),
            (OpenKind::Deliveries, self.targets_not_reached()),
            (OpenKind::Proposals, self.proposals()),
            (OpenKind::Updates, self.owed_updates(audiences)),
            (OpenKind::Actions, open_actions(actions, true).chain(open_actions(actions, false)).collect()),
        ];
        let some = all.into_iter().filter(|(_, named)| !named.is_empty());
        some.map(|(what, named): (OpenKind, Vec<String>)| Open {
            what,
            count: named.len(),
            named,
            late: if what == OpenKind::Actions { late } else { 0 },
        })
        .collect()
    }

    fn unclosed(&self) -> Vec<String> {
        if self.incident.is_closed() { vec![] } else { vec![self.incident.title.as_str().to_owned()] }
    }

    fn services_not_up(&self) -> Vec<String> {
        let services = self.incident.services.iter().map(AsRef::as_ref);
        let mut hit: Vec<&Service> = services.filter(|service| service.health != Health::Up).collect();
        hit.sort_by_key(|service| service.priority);
        hit.iter().map(|service| service.name.as_str().to_owned()).collect()
    }

    fn unlifted_blockers(&self) -> Vec<String> {
        let lasting = self.history.blockers.iter().filter(|blocker| blocker.lasts());
        let title = |id| self.incident.task(id).map_or("", |(_, task)| task.title.as_str()).to_owned();
        lasting.map(|blocker| title(&blocker.what.task)).collect()
    }

    fn unfinished_steps(&self) -> Vec<String> {
        let steps = self.incident.steps.iter().filter(|step| {
            step.is_active()
                || step.is_waiting()
                || (step.kind.is_phase() && self.history.was_cut_short(step))
        });
        steps.map(|step| step.title.as_str().to_owned()).collect()
    }

    fn tasks_to_do(&self) -> Vec<String> {
        let tasks = self
            .incident
            .tasks()
            .filter(|(step, task)| !task.state.is_over() && !matches!(step.state, StepState::Skipped { .. }));
        tasks.map(|(_, task)| task.title.as_str().to_owned()).collect()
    }

    fn targets_not_reached(&self) -> Vec<String> {
        let deliveries = self.incident.updates.iter().flat_map(|update| &update.deliveries);
        let failed = deliveries.filter(|it| !matches!(it.state, DeliveryState::Delivered { .. }));
        let targets: BTreeSet<_> = failed.map(|delivery| delivery.target.as_str().to_owned()).collect();
        targets.into_iter().collect()
    }

    fn proposals(&self) -> Vec<String> {
        self.incident.proposals.iter().map(|proposal| self.audience_name(&proposal.audience)).collect()
    }

    /// After the closing nobody waits for an update: the chapter on updates says what was missed.
    fn owed_updates(&self, audiences: &[AudienceFigures]) -> Vec<String> {
        let owed = audiences.iter().filter(|audience| audience.owed.is_some() && !self.incident.is_closed());
        owed.map(|audience| audience.name.clone()).collect()
    }
}

fn open_actions(actions: &[ReportedAction], late: bool) -> impl Iterator<Item = String> {
    let open = actions.iter().filter(move |it| it.state == ActionState::Open && it.overdue == late);
    open.map(|action| format!("{} {}", action.id, action.title))
}
