//! Alarms: each once, when something exceeds its planned maximum.

use std::collections::BTreeSet;

use super::page::updates::rows::sees_to_it;
use super::view::{Overdue, View};
use crate::incident::{AudienceId, DueState, Incident, Lateness, Moment, ServiceId, Span, Step, StepId, TaskId};
use crate::lang::{Lang, vars};

/// What has rung, or was late at the first look.
#[derive(Debug, Default)]
pub struct Alarms(Option<BTreeSet<Late>>);

/// Something past its planned maximum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    Step(StepId),
    Task(TaskId),
    Service(ServiceId),
    Update(AudienceId),
}

impl Alarms {
    /// What has become late since the last look; the first look rings for nothing.
    pub fn look(&mut self, view: &View<'_>, lang: Lang) -> Vec<String> {
        let late = late(view.incident, view.now);
        let known = self.0.replace(late.clone());
        let Some(known) = known else { return Vec::new() };
        let concerns = |late: &&Late| !matches!(late, Late::Update(_)) || sees_to_it(view);
        late.difference(&known).filter(concerns).filter_map(|late| say(late, view.incident, lang)).collect()
    }
}

pub fn late(incident: &Incident, now: Moment) -> BTreeSet<Late> {
    if incident.is_closed() {
        return BTreeSet::new();
    }
    let steps = incident
        .active_steps()
        .filter(|step| incident.step_clock(step, now).lateness == Lateness::Late)
        .map(|step| Late::Step(step.id.clone()));
    let tasks = incident
        .tasks()
        .filter(|(_, task)| incident.is_task_late(task, now))
        .map(|(_, task)| Late::Task(task.id.clone()));
    let services = incident
        .services
        .iter()
        .filter(|service| service.rto_left(now).is_some_and(|left| left < Span::zero()))
        .map(|service| Late::Service(service.id.clone()));
    let updates = late_updates(incident, now).map(|id| Late::Update(id.clone()));
    steps.chain(tasks).chain(services).chain(updates).collect()
}

/// The audiences whose update is overdue.
pub fn late_updates(incident: &Incident, now: Moment) -> impl Iterator<Item = &AudienceId> {
    let is_late = move |id: &&AudienceId| {
        let due = incident.audience(id).and_then(|audience| incident.next_update(audience, now));
        due.is_some_and(|due| due.state == DueState::Late)
    };
    incident.audiences.iter().map(|audience| &audience.id).filter(is_late)
}

/// What is late in a room, for a person responsible there.
pub fn overdue(view: &View<'_>) -> Option<Overdue> {
    let incident = view.incident;
    // After damage no one knows what was sent.
    if incident.is_closed() || view.damaged.is_some() || !sees_to_it(view) {
        return None;
    }
    let audiences = late_updates(incident, view.now).filter_map(|id| incident.audience(id));
    let audiences: Vec<_> = audiences.map(|audience| audience.name.clone()).collect();
    let is_late = |step: &&Step| step.kind.is_phase() && incident.step_clock(step, view.now).lateness == Lateness::Late;
    let phases: Vec<_> = incident.active_steps().filter(is_late).map(|step| step.title.clone()).collect();
    let is_any = !audiences.is_empty() || !phases.is_empty();
    let (id, title) = (incident.id.clone(), incident.title.clone());
    is_any.then_some(Overdue { incident: id, title, audiences, phases })
}

fn say(late: &Late, incident: &Incident, lang: Lang) -> Option<String> {
    Some(match late {
        Late::Step(id) => {
            let step = incident.step(id)?;
            let title = ("step", step.title.as_str().into());
            match step.allotted().filter(|allotted| allotted.agreed.is_some()) {
                Some(allotted) => {
                    let planned = ("planned", lang.allotted(allotted).into());
                    lang.say_with("ask-alarm-step-extended", &[title, planned])
                }
                None => lang.say_with("ask-alarm-step", &[title]),
            }
        }
        Late::Task(id) => lang.say_with("ask-alarm-task", &vars![task = incident.task(id)?.1.title.as_str()]),
        Late::Service(id) => lang.say_with("ask-alarm-service", &vars![service = incident.service(id)?.name.as_str()]),
        Late::Update(id) => lang.say_with("ask-alarm-update", &vars![audience = incident.audience(id)?.name.as_str()]),
    })
}
