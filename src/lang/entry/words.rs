//! The words of an entry that a search looks into.

use super::update::name_of;
use crate::incident::{
    ActionId, Change, DutyEvent, Entry, Event, HeaderEvent, HelpEvent, Incident, Line, LogEvent, PersonName, Prose,
    ReviewEvent, ServiceEvent, StepEvent, TaskEvent, UpdateEvent,
};

/// Passes all searchable words of an entry to `each`.
pub fn entry_words(incident: &Incident, entry: &Entry, each: &mut impl FnMut(&str)) {
    each(entry.by.person.as_str());
    if let Some(correction) = &entry.correction {
        each(correction.text.as_str());
    }
    each(subject(incident, &entry.event));
    each(entry.text().map_or("", Prose::as_str));
    each(reason(&entry.event).map_or("", Line::as_str));
    match &entry.event {
        Event::Header(HeaderEvent::SituationSet { situation }) => {
            each(situation.what.as_str());
            each(situation.impact.as_str());
        }
        Event::Log(LogEvent::Decided { why, objections, .. }) => {
            each(why.as_str());
            each(objections.as_str());
        }
        Event::Task(TaskEvent::Assigned { person: Some(person), .. }) => each(person.as_str()),
        Event::Task(TaskEvent::Retitled { title, .. }) => each(title.as_str()),
        Event::Duty(DutyEvent::Offered { to, briefing, .. }) => {
            each(to.as_str());
            each(briefing.as_str());
        }
        Event::Duty(
            DutyEvent::HandedOver { from, .. }
            | DutyEvent::RoleRevoked { from, .. }
            | DutyEvent::CommandTaken { from, .. },
        ) => each(from.as_str()),
        Event::Update(UpdateEvent::Addressed { targets, .. }) => {
            for target in targets {
                each(target.as_str());
            }
        }
        Event::Update(UpdateEvent::Pushed(pushed)) => each(pushed.target.as_str()),
        Event::Update(
            UpdateEvent::SendBegun { target, .. }
            | UpdateEvent::PartSent { target, .. }
            | UpdateEvent::Delivered { target, .. }
            | UpdateEvent::Retried { target, .. }
            | UpdateEvent::Delayed { target, .. }
            | UpdateEvent::Failed { target, .. },
        ) => each(target.as_str()),
        Event::Review(ReviewEvent::ActionAdded(new)) => {
            each(new.owner.as_ref().map_or("", PersonName::as_str));
        }
        Event::Review(ReviewEvent::ActionChanged(change)) => {
            each(change.title.as_ref().map_or("", Line::as_str));
            if let Change::To(owner) = &change.owner {
                each(owner.as_str());
            }
        }
        _ => {}
    }
}

/// The current title of the subject; empty if it is gone or there is none.
fn subject<'a>(incident: &'a Incident, event: &'a Event) -> &'a str {
    let action_title = |id: ActionId| incident.action(id).map_or("", |action| action.title.as_str());
    match event {
        Event::Header(HeaderEvent::Opened(opened)) => opened.title.as_str(),
        Event::Header(HeaderEvent::Retitled { title }) => title.as_str(),
        Event::Step(StepEvent::Added { step, .. }) => step.title.as_str(),
        Event::Step(
            StepEvent::Started { step: id }
            | StepEvent::Finished { step: id }
            | StepEvent::Reopened { step: id }
            | StepEvent::Extended { step: id, .. }
            | StepEvent::Moved { step: id, .. }
            | StepEvent::Late { step: id }
            | StepEvent::DayEndSet { step: id, .. }
            | StepEvent::Skipped { step: id, .. },
        ) => incident.step(id).map_or("", |step| step.title.as_str()),
        Event::Task(TaskEvent::Added { task }) => task.title.as_str(),
        Event::Task(
            TaskEvent::Started { task }
            | TaskEvent::Done { task }
            | TaskEvent::Unblocked { task }
            | TaskEvent::Reopened { task }
            | TaskEvent::Blocked { task, .. }
            | TaskEvent::Skipped { task, .. }
            | TaskEvent::Assigned { task, .. }
            | TaskEvent::Retitled { task, .. }
            | TaskEvent::Commented { task, .. },
        )
        | Event::Help(HelpEvent::Asked { task: Some(task), .. }) => {
            incident.task(task).map_or("", |(_, task)| task.title.as_str())
        }
        Event::Service(ServiceEvent::Added { service }) => service.name.as_str(),
        Event::Service(
            ServiceEvent::HealthSet { service: id, .. } | ServiceEvent::RestorePointSet { service: id, .. },
        ) => incident.service(id).map_or("", |service| service.name.as_str()),
        Event::Update(UpdateEvent::AudienceSet { audience }) => audience.name.as_str(),
        Event::Update(UpdateEvent::Proposed { audience, .. }) => name_of(incident, audience),
        Event::Update(UpdateEvent::Posted(posted)) => name_of(incident, &posted.audience),
        Event::Review(ReviewEvent::ActionAdded(new)) => new.title.as_str(),
        Event::Review(ReviewEvent::ActionChanged(change)) => action_title(change.action),
        Event::Review(
            ReviewEvent::ActionFinished { action, .. }
            | ReviewEvent::ActionDropped { action, .. }
            | ReviewEvent::ActionReopened { action },
        ) => action_title(*action),
        _ => "",
    }
}

/// The reason or single line of an event.
const fn reason(event: &Event) -> Option<&Line> {
    match event {
        Event::Header(
            HeaderEvent::Held { reason }
            | HeaderEvent::Closed { reason }
            | HeaderEvent::Reopened { reason }
            | HeaderEvent::LogMoved { reason },
        )
        | Event::Step(StepEvent::Skipped { reason, .. })
        | Event::Task(TaskEvent::Blocked { reason, .. } | TaskEvent::Skipped { reason, .. })
        | Event::Help(
            HelpEvent::Asked { text: reason, .. }
            | HelpEvent::Reopened { text: reason, .. }
            | HelpEvent::Replied { text: reason, .. },
        )
        | Event::Duty(DutyEvent::CommandTaken { reason, .. })
        | Event::Update(UpdateEvent::Delayed { reason, .. } | UpdateEvent::Failed { reason, .. })
        | Event::Review(
            ReviewEvent::FindingDropped { reason, .. }
            | ReviewEvent::ActionFinished { outcome: reason, .. }
            | ReviewEvent::ActionDropped { reason, .. },
        ) => Some(reason),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
