//! Revises a plan from recordings: actual times, additions, and steps that were never done.
//!
//! The rules are in docs/after.md, so a reader can check the sums by hand. [`Revision::of`] applies them, and
//! [`Revision::write`] puts the changes into the plan's own text, where all else stays as it is.

mod edit;
mod figures;
mod place;
mod remark;

pub use edit::Unwritable;

use std::collections::HashMap;

use crate::incident::{
    History, Incident, Line, Plan, Planned, PlannedStep, PlannedTask, RoleId, ServiceId, StepId, StepKind, TaskId,
};

/// From this many actual times on, they alone give the range; fewer only widen it.
pub const ENOUGH: usize = 3;

/// The minimum number of times that "always skipped" takes.
pub const ALWAYS: usize = 2;

/// A recording, finished or not.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    pub incident: &'a Incident,
    pub history: &'a History,
}

/// The changes that recordings suggest for a plan, and their reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Phases and breaks, in the plan's order.
    pub steps: Vec<Ranged<StepId>>,
    /// Tasks with a planned time of their own.
    pub tasks: Vec<Ranged<TaskId>>,
    pub new_steps: Vec<NewStep>,
    pub new_tasks: Vec<NewTask>,
    pub skipped: Vec<Skipped>,
    /// Services that were down at least once.
    pub services: Vec<Downtime>,
    /// The plan as it is revised.
    pub plan: Plan,
}

/// How long something was planned to take, and how long it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranged<Id> {
    pub id: Id,
    pub title: Line,
    pub planned: Planned,
    pub proposed: Planned,
    pub times: Vec<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Its place among the recordings, from 0.
    pub recording: usize,
    /// Without seconds, as wherever a time is shown.
    pub minutes: u32,
}

/// How often something happened, of the times that it could have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Often {
    pub recordings: Vec<usize>,
    pub of: usize,
}

/// A phase or break that was added live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStep {
    pub step: PlannedStep,
    /// The plan's step before it; `None` for the front.
    pub after: Option<StepId>,
    pub times: Vec<Time>,
    pub often: Often,
    /// Often enough to belong in the plan.
    pub taken: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask {
    pub step: StepId,
    pub role: RoleId,
    pub title: Line,
    pub often: Often,
    /// Often enough to belong in the plan.
    pub taken: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub step: StepId,
    pub task: Option<TaskId>,
    pub title: Line,
    pub often: Often,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Downtime {
    pub service: ServiceId,
    pub name: Line,
    pub rto: Option<u32>,
    pub times: Vec<Time>,
}

/// Why recordings say nothing about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// The recording at this place is of another plan: they have hardly a phase in common.
    OtherPlan(usize),
}

impl Revision {
    /// Errors if a recording is of another plan.
    pub fn of(plan: &Plan, recordings: &[Past<'_>]) -> Result<Self, Foreign> {
        let stranger = recordings.iter().position(|past| !figures::knows(past.incident, plan));
        if let Some(place) = stranger {
            return Err(Foreign::OtherPlan(place));
        }
        let index = figures::Index::new(plan, recordings);
        let mut revision = Self {
            steps: index.steps(),
            tasks: index.tasks(),
            new_steps: index.new_steps(),
            new_tasks: index.new_tasks(),
            skipped: index.skipped(),
            services: index.services(),
            plan: plan.clone(),
        };
        revision.plan = revision.revised(plan);
        Ok(revision)
    }

    /// The plan with the proposed ranges, and with what was added often enough.
    fn revised(&self, plan: &Plan) -> Plan {
        let mut revised = plan.clone();
        let tasks: HashMap<&TaskId, Planned> = self.tasks.iter().map(|it| (&it.id, it.proposed)).collect();
        for step in &mut revised.steps {
            if let Some(ranged) = self.steps.iter().find(|it| it.id == step.id) {
                match &mut step.kind {
                    StepKind::Phase { planned } | StepKind::Break { planned } => *planned = ranged.proposed,
                    StepKind::DayEnd { .. } => {}
                }
            }
            for task in &mut step.tasks {
                task.planned = tasks.get(&task.id).copied().or(task.planned);
            }
        }
        let order = |role: &RoleId| plan.roles.iter().position(|it| it.id == *role);
        for new in self.new_tasks.iter().filter(|new| new.taken) {
            let Some(step) = revised.steps.iter_mut().find(|step| step.id == new.step) else { continue };
            let n = step.tasks.iter().filter(|task| task.role == new.role).count();
            let id = TaskId::nth(&step.id, &new.role, u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1));
            // Tasks are in the order of the roles.
            let place = step.tasks.iter().take_while(|task| order(&task.role) <= order(&new.role)).count();
            let task = PlannedTask { id, role: new.role.clone(), title: new.title.clone(), planned: None };
            step.tasks.insert(place, task);
        }
        // From the last on, so that several after one step keep their order.
        for new in self.new_steps.iter().filter(|new| new.taken).rev() {
            let behind = new
                .after
                .as_ref()
                .and_then(|after| revised.steps.iter().position(|step| step.id == *after).map(|place| place + 1));
            revised.steps.insert(behind.unwrap_or(0), new.step.clone());
        }
        revised
    }
}

impl<Id> Ranged<Id> {
    pub fn changes(&self) -> bool {
        self.planned != self.proposed
    }
}

impl Often {
    /// In more than half of the recordings that could have had it.
    pub const fn is_mostly(&self) -> bool {
        self.recordings.len() * 2 > self.of
    }

    pub const fn is_always(&self) -> bool {
        self.recordings.len() == self.of && self.of >= ALWAYS
    }
}

impl Downtime {
    /// The number of recordings in which it was down for longer than its objective.
    pub fn missed(&self) -> Option<usize> {
        let rto = self.rto?;
        Some(self.times.iter().filter(|time| time.minutes.saturating_mul(60) > rto).count())
    }
}

/// The range that actual times suggest.
///
/// From [`ENOUGH`] of them on, the shortest to the longest; fewer only widen the plan. Both ends are rounded outwards
/// to five minutes, and the minimum is a minute.
fn proposed(planned: Option<Planned>, times: &[Time]) -> Option<Planned> {
    const STEP: u32 = 5;
    let shortest = times.iter().map(|time| time.minutes).min()?;
    let longest = times.iter().map(|time| time.minutes).max()?;
    let least = (shortest / STEP * STEP).max(1).saturating_mul(60);
    let most = longest.div_ceil(STEP).saturating_mul(STEP).saturating_mul(60).min(Planned::MOST);
    let min = least.min(most);
    Some(match planned {
        Some(planned) if times.len() < ENOUGH => Planned {
            min: if shortest.saturating_mul(60) < planned.min { min } else { planned.min },
            max: if longest.saturating_mul(60) > planned.max { most } else { planned.max },
        },
        _ => Planned { min, max: most },
    })
}

#[cfg(test)]
mod tests;
