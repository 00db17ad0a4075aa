//! The state of one incident: a fold over its events.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use crate::incident::base::wall_clock::ActiveClock;
use crate::incident::undo::Acts;
use crate::incident::update::Outbox;
use crate::incident::{
    ActionId, Audience, Duty, Fault, Finding, FindingId, FollowUp, HelpCall, IncidentId, Kind, Line, Log, Moment,
    Offer, Pace, PersonName, Plan, Proposal, Push, Refusal, Role, RoleId, Seq, Service, ServiceId, Severity, Situation,
    Span, Status, Step, StepId, StepKind, TargetName, Task, TaskId, Update, Who, day,
};

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
    /// The time of the last record, and its number.
    pub at: Moment,
    pub seq: Seq,
    /// Everyone who has acted.
    pub people: Arc<BTreeSet<PersonName>>,
    pub steps: Vec<Arc<Step>>,
    pub services: Vec<Arc<Service>>,
    /// Open calls for help, oldest first.
    pub calls: Vec<Arc<HelpCall>>,
    /// Open offers, at most one a duty, oldest first.
    pub offers: Vec<Arc<Offer>>,
    /// The people who took over a role in this incident.
    pub takers: BTreeMap<RoleId, BTreeSet<PersonName>>,
    pub audiences: Vec<Arc<Audience>>,
    /// Posted updates, oldest first.
    pub updates: Arc<Vec<Arc<Update>>>,
    /// Updates that wait for approval, oldest first.
    pub proposals: Vec<Arc<Proposal>>,
    /// Automatic messages under way, oldest first.
    pub pushes: Vec<Arc<Push>>,
    /// The last record reported to each target by automatic messages.
    pub pushed: BTreeMap<TargetName, Seq>,
    /// Targets whose newest answer was a refusal.
    pub faults: BTreeMap<TargetName, Fault>,
    /// All findings, dropped ones too, by number.
    pub findings: Vec<Arc<Finding>>,
    /// Follow-up actions, by number.
    pub actions: Vec<Arc<FollowUp>>,
    /// The last numbers given; an undo frees none.
    #[serde(skip)]
    pub(in crate::incident) last_finding: FindingId,
    #[serde(skip)]
    pub(in crate::incident) last_action: ActionId,
    /// The record at which the log moved to another machine; 0 if it never did.
    #[serde(skip)]
    pub(in crate::incident) moved: Seq,
    #[serde(skip)]
    pub(in crate::incident) outbox: Arc<Outbox>,
    /// The plan at the opening, against which all delay is measured.
    #[serde(skip)]
    pub plan: Arc<Plan>,
    #[serde(skip)]
    pub log: Log,
    pub(in crate::incident) active: ActiveClock,
    /// The machine's clock minus the incident's steady time, in milliseconds.
    pub(in crate::incident) wall_offset: i64,
    #[serde(skip)]
    pub(in crate::incident) acts: Acts,
}

/// A running day end: its start, and when work resumes.
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

    /// Until when its clocks count: its closing, or now, but never before its newest record.
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

    pub fn role_name(&self, id: &RoleId) -> Line {
        self.role(id).map_or_else(|| Line::new(id.as_str()), |role| role.name.clone())
    }

    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id).map(AsRef::as_ref)
    }

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

    /// The waiting step to start next if everything that runs ends.
    pub fn next_step(&self) -> Option<&Step> {
        self.next_step_after(&[])
    }

    /// The first waiting step after the first of `ended`.
    ///
    /// Without one it is the first after what runs or, if nothing runs, after what ended last: never a step that the
    /// incident has already gone past.
    pub fn next_step_after(&self, ended: &[StepId]) -> Option<&Step> {
        let steps = || self.steps.iter().map(AsRef::as_ref);
        let last = || steps().rev().filter(|step| step.ended_at().is_some()).max_by_key(|step| step.ended_at());
        let anchor = steps().find(|step| ended.contains(&step.id)).or_else(|| self.active_steps().next()).or_else(last);
        steps().skip_while(|step| anchor.is_some_and(|anchor| anchor.id != step.id)).find(|step| step.is_waiting())
    }

    /// Why no step can be started next.
    pub fn nothing_next(&self) -> Refusal {
        match self.steps.iter().find(|step| step.is_waiting()) {
            Some(step) => Refusal::OnlyEarlier { step: step.title.clone() },
            None => Refusal::NothingNext,
        }
    }

    pub fn night(&self) -> Option<Night<'_>> {
        self.active_steps().find_map(|step| {
            let StepKind::DayEnd { resume, .. } = step.kind else { return None };
            let since = step.runs.last()?.from;
            Some(Night { step, since, resume: self.morning_after(since, resume) })
        })
    }

    /// The reading of the machine's clock at a moment of the incident's own time.
    pub fn wall(&self, at: Moment) -> Moment {
        at + Span::milliseconds(self.wall_offset)
    }

    /// How far the machine's clock is ahead of the incident's time.
    pub fn wall_offset(&self) -> Span {
        Span::milliseconds(self.wall_offset)
    }

    /// The day of the incident, from 1, by the local calendar.
    pub fn day(&self, at: Moment) -> i64 {
        day(self.opened_at, at, self.wall_offset(), self.zone)
    }

    pub fn assignees(&self) -> Vec<&PersonName> {
        let mut people: Vec<_> = self.tasks().filter_map(|(_, task)| task.assignee.as_ref()).collect();
        people.sort();
        people.dedup();
        people
    }

    pub fn call(&self, seq: Seq) -> Option<&HelpCall> {
        self.calls.iter().find(|call| call.seq == seq).map(AsRef::as_ref)
    }

    pub fn offer(&self, duty: &Duty) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.duty == *duty).map(AsRef::as_ref)
    }

    /// Only those of this incident; the people file names the usual holders of a role.
    pub fn takers(&self, role: &RoleId) -> impl Iterator<Item = &PersonName> {
        self.takers.get(role).into_iter().flatten()
    }

    /// The roles that a person holds here: their own, and those taken over.
    pub fn roles_of<'a>(&'a self, who: &'a Who) -> impl Iterator<Item = &'a Role> {
        self.roles().iter().filter(|role| self.holds(who, &role.id))
    }

    pub fn holds(&self, who: &Who, role: &RoleId) -> bool {
        who.rights.roles.contains(role) || self.takers(role).any(|taker| *taker == who.by.person)
    }

    /// Whether a person owns a task, by a role or by assignment.
    pub fn is_task_of(&self, who: &Who, task: &Task) -> bool {
        task.assignee.as_ref() == Some(&who.by.person) || self.holds(who, &task.role)
    }

    /// The open tasks of a role assigned to a person, which go with the role.
    pub(in crate::incident) fn tasks_handed_over(&self, role: &RoleId, from: &PersonName) -> Vec<TaskId> {
        let handed = |task: &Task| task.role == *role && task.assignee.as_ref() == Some(from) && !task.state.is_over();
        self.tasks().filter(|(_, task)| handed(task)).map(|(_, task)| task.id.clone()).collect()
    }

    /// The findings that were not dropped.
    pub fn standing_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().map(AsRef::as_ref).filter(|finding| finding.dropped.is_none())
    }

    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id).map(AsRef::as_ref)
    }

    pub fn action(&self, id: ActionId) -> Option<&FollowUp> {
        self.actions.iter().find(|action| action.id == id).map(AsRef::as_ref)
    }

    pub fn open_actions(&self) -> impl Iterator<Item = &FollowUp> {
        self.actions.iter().map(AsRef::as_ref).filter(|action| action.is_open())
    }

    /// The local date, for due dates. Actions are done in real days: a fast exercise makes none of them late.
    pub fn today(&self, at: Moment) -> NaiveDate {
        let real = if self.pace.speed > 1 { self.pace.real(self.opened_at, at) } else { self.wall(at) };
        real.with_timezone(&self.zone).date_naive()
    }
}
