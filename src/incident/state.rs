//! The state of one incident: a fold over its events.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::act::Acts;
use super::audience::Audience;
use super::clocks::ActiveClock;
use super::duty::{HelpCall, Offer};
use super::ids::{
    ActionId, FindingId, IncidentId, PersonName, RoleId, Seq, ServiceId, StepId, TargetName, TaskId,
};
use super::log::Log;
use super::plan::{Plan, Role, StepKind};
use super::review::{Finding, FollowUp};
use super::service::Service;
use super::step::Step;
use super::task::Task;
use super::text::{Line, Prose};
use super::time::{Moment, Span};
use super::update::{Fault, Outbox, Proposal, Push, Update};

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
    /// What the program tells by itself and has not arrived yet, the oldest first.
    pub pushes: Vec<Arc<Push>>,
    /// Up to which record each target was told by the program itself.
    pub pushed: BTreeMap<TargetName, Seq>,
    /// Targets whose newest answer was a refusal.
    pub faults: BTreeMap<TargetName, Fault>,
    /// What the review found, dropped ones too, in the order of their numbers.
    pub findings: Vec<Arc<Finding>>,
    /// What is to be done about it, in the order of their numbers.
    pub actions: Vec<Arc<FollowUp>>,
    /// The numbers that were given last: an undo gives none of them back.
    #[serde(skip)]
    pub(super) last_finding: FindingId,
    #[serde(skip)]
    pub(super) last_action: ActionId,
    /// The record from which on the log is continued by another machine than the one before; 0 where none is.
    #[serde(skip)]
    pub(super) moved: Seq,
    #[serde(skip)]
    pub(super) outbox: Arc<Outbox>,
    /// The plan as it was at the opening: what all delay is measured against.
    #[serde(skip)]
    pub plan: Arc<Plan>,
    #[serde(skip)]
    pub log: Log,
    pub(super) active: ActiveClock,
    /// What to add to the incident's even time to get what the machine's clock says, in milliseconds.
    pub(super) wall_offset: i64,
    #[serde(skip)]
    pub(super) acts: Acts,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Sev1,
    #[default]
    Sev2,
    Sev3,
    Sev4,
}

impl Severity {
    pub const ALL: [Self; 4] = [Self::Sev1, Self::Sev2, Self::Sev3, Self::Sev4];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Sev1 => "sev1",
            Self::Sev2 => "sev2",
            Self::Sev3 => "sev3",
            Self::Sev4 => "sev4",
        }
    }
}

/// Whether it is in earnest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    #[default]
    Real,
    Exercise,
}

/// How fast the incident's time runs: `opened_at + (real time - real_start) × speed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// 1 but in an exercise; 60 makes an hour of a minute.
    pub speed: u32,
    pub real_start: Moment,
}

impl Pace {
    /// The fastest exercise: a day passes in a second.
    pub const FASTEST: u32 = 86_400;

    /// The real time at a moment of an incident that opened at another.
    pub fn real(self, opened_at: Moment, at: Moment) -> Moment {
        let passed = (at - opened_at).num_milliseconds() / i64::from(self.speed.max(1));
        self.real_start + Span::milliseconds(passed)
    }
}

/// What is hit, since when, and what it does to people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Situation {
    #[serde(default)]
    pub what: Prose,
    #[serde(default)]
    pub since: Line,
    #[serde(default)]
    pub impact: Prose,
}

impl Situation {
    pub fn is_empty(&self) -> bool {
        self.what.is_empty() && self.since.is_empty() && self.impact.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Status {
    Open,
    Held { since: Moment, reason: Line },
    Closed { at: Moment, reason: Line },
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
        super::walls::day(self.opened_at, at, self.wall_offset(), self.zone)
    }

    /// Everyone who has a task to their name.
    pub fn assignees(&self) -> Vec<&PersonName> {
        let mut people: Vec<_> = self.tasks().filter_map(|(_, task)| task.assignee.as_ref()).collect();
        people.sort();
        people.dedup();
        people
    }
}
