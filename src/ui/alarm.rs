//! Alarms: each once, when something passes the most that was planned for it.

use std::collections::BTreeSet;

use crate::incident::{Incident, Lateness, Moment, ServiceId, Span, StepId, TaskId};
use crate::lang::Lang;

/// What is late and was told, or was late before anybody looked.
#[derive(Debug, Default)]
pub struct Alarms(Option<BTreeSet<Late>>);

/// Something that took longer than was planned for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    Step(StepId),
    Task(TaskId),
    Service(ServiceId),
}

impl Alarms {
    /// What has become late since the last look; the first look alarms nobody.
    pub fn look(&mut self, incident: &Incident, now: Moment, lang: Lang) -> Vec<String> {
        let late = late(incident, now);
        let known = self.0.replace(late.clone());
        let Some(known) = known else { return Vec::new() };
        late.difference(&known).filter_map(|late| say(late, incident, lang)).collect()
    }
}

/// All that is late.
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
    steps.chain(tasks).chain(services).collect()
}

fn say(late: &Late, incident: &Incident, lang: Lang) -> Option<String> {
    Some(match late {
        Late::Step(id) => {
            lang.say_with("ask-alarm-step", &[("step", incident.step(id)?.title.as_str().into())])
        }
        Late::Task(id) => {
            lang.say_with("ask-alarm-task", &[("task", incident.task(id)?.1.title.as_str().into())])
        }
        Late::Service(id) => {
            lang.say_with("ask-alarm-service", &[("service", incident.service(id)?.name.as_str().into())])
        }
    })
}
