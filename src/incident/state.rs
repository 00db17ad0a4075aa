//! The state of one incident: a fold over its events.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono_tz::Tz;
use serde::Serialize;

use crate::incident::step::active_clock::ActiveClock;
use crate::incident::undo::acts::Acts;
use crate::incident::update::outbox::Outbox;
use crate::incident::{
    ActionId, Audience, Fault, Finding, FindingId, FollowUp, HelpCall, IncidentId, Kind, Line, Log, Moment,
    Offer, Pace, PersonName, Plan, Proposal, Push, Role, RoleId, Seq, Service, ServiceId, Severity,
    Situation, Span, Status, Step, StepId, StepKind, TargetName, Task, TaskId, Update, day,
};

/// One crisis, from opening to closing. Serialised, it is `state.json`: everything but the log.
#[derive(Clone, Debug, Serialize)]
pub struct Incident {
    pub id: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    pub status: Status,
    pub situation: Situation,
    pub zone: Tz,
    pub commander: PersonName,
    pub opened_at: Moment,
    /// The time of the last record.
    pub at: Moment,
    /// The number of the last record.
    pub seq: Seq,
    /// Everyone who has acted.
    pub people: Arc<BTreeSet<PersonName>>,
    pub steps: Vec<Arc<Step>>,
    pub services: Vec<Arc<Service>>,
    /// Calls for help that wait for an answer, the oldest first.
    pub calls: Vec<Arc<HelpCall>>,
    /// Duties that wait to be accepted: one offer a duty at most, the oldest first.
    pub offers: Vec<Arc<Offer>>,
    /// Who took a role over in this incident.
    pub takers: BTreeMap<RoleId, BTreeSet<PersonName>>,
    pub audiences: Vec<Arc<Audience>>,
    /// What was posted, the oldest first.
    pub updates: Arc<Vec<Arc<Update>>>,
    /// Updates that wait for the commander, the oldest first.
    pub proposals: Vec<Arc<Proposal>>,
    /// What the program sends by itself and has not arrived yet, the oldest first.
    pub pushes: Vec<Arc<Push>>,
    /// The last record that the program itself has reported to each target.
    pub pushed: BTreeMap<TargetName, Seq>,
    /// Targets whose newest answer was a refusal.
    pub faults: BTreeMap<TargetName, Fault>,
    /// What the review found, dropped ones too, in the order of their numbers.
    pub findings: Vec<Arc<Finding>>,
    /// Follow-up actions, in the order of their numbers.
    pub actions: Vec<Arc<FollowUp>>,
    /// The numbers that were given last: an undo gives none of them back.
    #[serde(skip)]
    pub(in crate::incident) last_finding: FindingId,
    #[serde(skip)]
    pub(in crate::incident) last_action: ActionId,
    /// The record at which the log moved to another machine; 0 if it never did.
    #[serde(skip)]
    pub(in crate::incident) moved: Seq,
    #[serde(skip)]
    pub(in crate::incident) outbox: Arc<Outbox>,
    /// The plan as it was at the opening: what all delay is measured against.
    #[serde(skip)]
    pub plan: Arc<Plan>,
    #[serde(skip)]
    pub log: Log,
    pub(in crate::incident) active: ActiveClock,
    /// What to add to the incident's even time to get what the machine's clock says, in milliseconds.
    pub(in crate::incident) wall_offset: i64,
    #[serde(skip)]
    pub(in crate::incident) acts: Acts,
}

/// A day end that runs: since when, and when work goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Night<'a> {
    pub step: &'a Step,
    pub since: Moment,
    pub resume: Moment,
}

impl Incident {
    pub fn is_closed(&self) -> bool {
        matches!(self.status, Status::Closed { .. })
    }

    pub fn is_held(&self) -> bool {
        matches!(self.status, Status::Held { .. })
    }

    /// Until when its clocks count: its closing, however late its review is; else now, never before its newest record.
    pub fn counted_to(&self, now: Moment) -> Moment {
        match self.status {
            Status::Closed { at, .. } => at,
            Status::Open | Status::Held { .. } => now.max(self.at),
        }
    }

    pub fn roles(&self) -> &[Role] {
        &self.plan.roles
    }

    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.plan.roles.iter().find(|role| role.id == *id)
    }

    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id).map(AsRef::as_ref)
    }

    /// The step that a task is in, and the task.
    pub fn task(&self, id: &TaskId) -> Option<(&Step, &Task)> {
        let step = self.steps.iter().find(|step| step.id.as_str() == id.step())?;
        Some((step, step.task(id)?))
    }

    pub fn tasks(&self) -> impl Iterator<Item = (&Step, &Task)> {
        self.steps.iter().flat_map(|step| step.tasks.iter().map(move |task| (step.as_ref(), task.as_ref())))
    }

    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|service| service.id == *id).map(AsRef::as_ref)
    }

    pub fn active_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().map(AsRef::as_ref).filter(|step| step.is_active())
    }

    /// The next step that waits, in order.
    pub fn next_step(&self) -> Option<&Step> {
        self.steps.iter().map(AsRef::as_ref).find(|step| step.is_waiting())
    }

    /// The day end that runs, if one does.
    pub fn night(&self) -> Option<Night<'_>> {
        self.active_steps().find_map(|step| {
            let StepKind::DayEnd { resume, .. } = step.kind else { return None };
            let since = step.runs.last()?.from;
            Some(Night { step, since, resume: self.morning_after(since, resume) })
        })
    }

    /// What the machine's clock says at an instant of the incident's own, even time.
    pub fn wall(&self, at: Moment) -> Moment {
        at + Span::milliseconds(self.wall_offset)
    }

    /// Which day of the incident a moment is in, from 1, by the local calendar.
    pub fn day(&self, at: Moment) -> i64 {
        day(self.opened_at, at, self.wall_offset(), self.zone)
    }

    /// Everyone who has a task to their name.
    pub fn assignees(&self) -> Vec<&PersonName> {
        let mut people: Vec<_> = self.tasks().filter_map(|(_, task)| task.assignee.as_ref()).collect();
        people.sort();
        people.dedup();
        people
    }
}
