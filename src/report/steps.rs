//! The steps of the timeline against the plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::blockers::{Blocked, Standstill};
use super::builder::Builder;
use super::serial::{optional_seconds, optional_span_range, seconds};
use crate::incident::{
    Blocker, Milestone, Moment, PersonName, Planned, Range, Span, Step, StepId, StepKind, StepState, Task, TaskState,
};

#[derive(Clone, Debug, Serialize)]
pub struct StepFigures {
    pub id: StepId,
    pub title: String,
    pub kind: StepSort,
    pub milestone: Option<Milestone>,
    /// It was not in the plan.
    pub added: bool,
    pub state: StepOutcome,
    /// Why it was skipped.
    pub reason: String,
    /// The range at the opening, against which lateness is measured; `None` for a day end.
    #[serde(serialize_with = "optional_span_range")]
    pub planned: Option<Range<Span>>,
    /// The range in effect at the end, if it was extended.
    #[serde(serialize_with = "optional_span_range")]
    pub extended: Option<Range<Span>>,
    /// When the plan had it, counted from the opening; `None` if it was added.
    pub planned_start: Option<Moment>,
    pub planned_end: Option<Moment>,
    pub started: Option<Moment>,
    pub ended: Option<Moment>,
    /// Working time, without holds and nights; the whole duration for a day end.
    #[serde(serialize_with = "optional_seconds")]
    pub took: Option<Span>,
    /// Outside the planned range: late above zero, early below.
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
    pub runs: Vec<StepRun>,
    pub people: Vec<PersonName>,
    pub done: usize,
    pub skipped: usize,
    pub tasks: usize,
    pub blockers: usize,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepOutcome {
    Waiting,
    Active,
    Finished,
    Skipped,
    /// The closing of the incident ended it.
    CutShort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepSort {
    Phase,
    Break,
    DayEnd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StepRun {
    pub from: Moment,
    pub to: Moment,
    /// When the planned maximum was exceeded within this run.
    pub over_from: Option<Moment>,
}

impl StepFigures {
    /// Returns whether it was left undone without a decision to skip it.
    pub fn is_unfinished(&self) -> bool {
        match self.state {
            StepOutcome::Waiting | StepOutcome::Active => true,
            StepOutcome::CutShort => self.kind == StepSort::Phase,
            StepOutcome::Finished | StepOutcome::Skipped => false,
        }
    }
}

impl Builder<'_> {
    pub fn steps(&self) -> Vec<StepFigures> {
        let step_of = |blocker: &Blocker| self.incident.task(&blocker.task).map(|(step, _)| &step.id);
        let blocked = self.blocked(step_of);
        let standstill = Standstill::of(self.history);
        let step = |step: &Arc<Step>| {
            let blocked = blocked.get(&step.id).copied().unwrap_or_default();
            self.step(step, blocked, &standstill)
        };
        self.incident.steps.iter().map(step).collect()
    }

    fn step(&self, step: &Step, blocked: Blocked, standstill: &Standstill) -> StepFigures {
        let allotted = step.allotted();
        let planned = allotted.map(|allotted| allotted.plan.range());
        let planned_at = self.plan.step(&step.id);
        let count = |is: fn(&TaskState) -> bool| step.tasks.iter().filter(|task| is(&task.state)).count();
        StepFigures {
            id: step.id.clone(),
            title: step.title.as_str().to_owned(),
            kind: match step.kind {
                StepKind::Phase { .. } => StepSort::Phase,
                StepKind::Break { .. } => StepSort::Break,
                StepKind::DayEnd { .. } => StepSort::DayEnd,
            },
            milestone: step.milestone,
            added: planned_at.is_none(),
            state: self.outcome(step),
            reason: match &step.state {
                StepState::Skipped { reason } => reason.as_str().to_owned(),
                _ => String::new(),
            },
            planned,
            extended: allotted.and_then(|allotted| allotted.agreed).map(Planned::range),
            planned_start: planned_at.map(|it| self.wall(it.start.min)),
            planned_end: planned_at.map(|it| self.wall(it.end.max)),
            started: step.started_at().map(|at| self.wall(at)),
            ended: step.ended_at().map(|at| self.wall(at)),
            took: self.took(step),
            slip: self.slip(step),
            runs: self.runs(step, planned, standstill),
            people: people(step.tasks.iter().map(AsRef::as_ref)).into_iter().collect(),
            done: count(|state| *state == TaskState::Done),
            skipped: count(|state| matches!(state, TaskState::Skipped { .. })),
            tasks: step.tasks.len(),
            blockers: blocked.count,
            blocked: blocked.lasted,
        }
    }

    fn outcome(&self, step: &Step) -> StepOutcome {
        if self.history.was_cut_short(step) {
            return StepOutcome::CutShort;
        }
        match step.state {
            StepState::Waiting => StepOutcome::Waiting,
            StepState::Active => StepOutcome::Active,
            StepState::Finished => StepOutcome::Finished,
            StepState::Skipped { .. } => StepOutcome::Skipped,
        }
    }

    /// A step that was cut short may be late; it is never early.
    fn slip(&self, step: &Step) -> Option<Span> {
        let slip = self.incident.step_clock(step, self.end).slip;
        slip.filter(|slip| *slip > Span::zero() || !self.history.was_cut_short(step))
    }

    pub fn took(&self, step: &Step) -> Option<Span> {
        if step.runs.is_empty() {
            return None;
        }
        if step.kind.is_day_end() {
            return Some(step.runs.iter().map(|run| run.to.unwrap_or(self.end) - run.from).sum());
        }
        Some(self.incident.step_clock(step, self.end).elapsed)
    }

    /// Returns its runs, each with the moment at which the planned maximum was exceeded within it.
    fn runs(&self, step: &Step, planned: Option<Range<Span>>, standstill: &Standstill) -> Vec<StepRun> {
        let mut left = planned.map(|planned| planned.max);
        let runs = step.runs.iter().map(|run| {
            let to = run.to.unwrap_or(self.end).max(run.from);
            let worked = standstill.worked(run.from, to);
            let over_from = left
                .filter(|left| worked > *left)
                .map(|left| standstill.after(run.from, left.max(Span::zero())).min(to));
            left = left.map(|left| left - worked);
            StepRun { from: self.wall(run.from), to: self.wall(to), over_from: over_from.map(|at| self.wall(at)) }
        });
        runs.collect()
    }
}

/// The people who were assigned one of the tasks, or ended it.
pub fn people<'t>(tasks: impl Iterator<Item = &'t Task>) -> BTreeSet<PersonName> {
    let mut people = BTreeSet::new();
    for task in tasks {
        people.extend(task.assignee.clone());
        people.extend(task.changed.as_ref().map(|(_, by)| by.clone()));
    }
    people
}
