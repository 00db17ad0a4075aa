//! What is still to be done or unknown.

use std::collections::BTreeSet;

use serde::Serialize;

use super::builder::Builder;
use super::review::{ActionState, ReportedAction};
use super::updates::AudienceFigures;
use crate::incident::{DeliveryState, Health, Service, Step, StepState, Task};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    pub what: OpenKind,
    pub count: usize,
    /// The most pressing first.
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

impl Builder<'_> {
    pub fn open(&self, audiences: &[AudienceFigures], actions: &[ReportedAction]) -> Vec<Open> {
        let Self { incident, history, .. } = self;
        let is_open = |late| move |it: &&ReportedAction| it.state == ActionState::Open && it.overdue == late;
        let open_actions = |late| actions.iter().filter(is_open(late));
        let named = |action: &ReportedAction| format!("{} {}", action.id, action.title);
        let late = open_actions(true).count();
        let services = incident.services.iter().map(AsRef::as_ref);
        let mut hit: Vec<&Service> = services.filter(|service| service.health != Health::Up).collect();
        hit.sort_by_key(|service| service.priority);
        let blocked = history.blockers.iter().filter(|blocker| blocker.lasts());
        let title = |id| incident.task(id).map_or("", |(_, task)| task.title.as_str()).to_owned();
        let is_unfinished = |step: &Step| {
            step.is_active() || step.is_waiting() || (step.kind.is_phase() && history.was_cut_short(step))
        };
        let to_do =
            |(step, task): &(&Step, &Task)| !task.state.is_over() && !matches!(step.state, StepState::Skipped { .. });
        let deliveries = incident.updates.iter().flat_map(|update| &update.deliveries);
        let missing = deliveries.filter(|it| !matches!(it.state, DeliveryState::Delivered { .. }));
        let targets: BTreeSet<_> = missing.map(|delivery| delivery.target.to_string()).collect();
        // After the closing no one waits for an update; the chapter on updates lists what was missed.
        let owed = audiences.iter().filter(|audience| audience.owed.is_some() && !incident.is_closed());
        let unclosed = (!incident.is_closed()).then(|| incident.title.to_string());
        let unfinished = incident.steps.iter().filter(|step| is_unfinished(step));
        let tasks = incident.tasks().filter(to_do);
        let proposals = incident.proposals.iter();
        let all: [(OpenKind, Vec<String>); 10] = [
            (OpenKind::Incident, unclosed.into_iter().collect()),
            (OpenKind::Services, hit.iter().map(|service| service.name.to_string()).collect()),
            (OpenKind::Blockers, blocked.map(|blocker| title(&blocker.what.task)).collect()),
            (OpenKind::Calls, incident.calls.iter().map(|call| call.text.to_string()).collect()),
            (OpenKind::Steps, unfinished.map(|step| step.title.to_string()).collect()),
            (OpenKind::Tasks, tasks.map(|(_, task)| task.title.to_string()).collect()),
            (OpenKind::Deliveries, targets.into_iter().collect()),
            (OpenKind::Proposals, proposals.map(|it| self.audience_name(&it.audience)).collect()),
            (OpenKind::Updates, owed.map(|audience| audience.name.clone()).collect()),
            (OpenKind::Actions, open_actions(true).chain(open_actions(false)).map(named).collect()),
        ];
        let some = all.into_iter().filter(|(_, named)| !named.is_empty());
        some.map(|(what, named)| Open {
            what,
            count: named.len(),
            named,
            late: if what == OpenKind::Actions { late } else { 0 },
        })
        .collect()
    }
}
