//! The clocks: elapsed, remaining and overrun, of each step and of the whole.
//!
//! Holds and nights stand still. Every run of a step notes the incident's active time at its ends, so that a clock is
//! one subtraction however many holds there were.

use serde::Serialize;

use super::state::{Incident, Status};
use super::step::{Step, span_as_millis};
use super::time::{Moment, Range, Span};

/// Time that passed while the incident was neither held, nor in a night, nor closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ActiveClock {
    #[serde(serialize_with = "span_as_millis")]
    before: Span,
    /// Since when it runs; none while it stands still.
    running_since: Option<Moment>,
}

impl ActiveClock {
    pub(super) const fn started(at: Moment) -> Self {
        Self { before: Span::zero(), running_since: Some(at) }
    }

    pub(super) fn at(&self, now: Moment) -> Span {
        self.before + self.running_since.map_or(Span::zero(), |since| (now - since).max(Span::zero()))
    }

    pub(super) const fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Stops or starts it; a second stop changes nothing.
    pub(super) fn run(&mut self, at: Moment, running: bool) {
        self.before = self.at(at);
        self.running_since = running.then_some(at);
    }
}

/// The clocks of the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Since the opening; stands still once closed.
    pub elapsed: Span,
    /// Of that, neither held nor night.
    pub active: Span,
    /// What the phases and breaks of the plan sum to.
    pub planned: Range<Span>,
    pub running: bool,
}

/// The clock of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepClock {
    pub elapsed: Span,
    /// Planned time; none for a day end.
    pub planned: Option<Range<Span>>,
    /// Until its planned least and most, negative past them; none for a day end.
    pub left: Option<Range<Span>>,
    pub lateness: Lateness,
}

/// What a colour and a sign say of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lateness {
    /// Before the planned least, or without a plan.
    Calm,
    /// Between least and most.
    Due,
    /// Past the planned most.
    Late,
}

impl StepClock {
    /// How far past its planned most.
    pub fn over(&self) -> Span {
        self.left.map_or(Span::zero(), |left| (-left.max).max(Span::zero()))
    }
}

impl Incident {
    pub fn clocks(&self, now: Moment) -> Clocks {
        let end = match self.status {
            Status::Closed { at, .. } => at,
            Status::Open | Status::Held { .. } => now.max(self.at),
        };
        let (phases, breaks) = self.plan.planned();
        let planned = phases.plus(breaks);
        Clocks {
            elapsed: end - self.opened_at,
            active: self.active.at(end),
            planned: Range { min: planned.min(), max: planned.max() },
            running: self.active.is_running(),
        }
    }

    /// The clock of a step. A day end counts all the time that it lasts, other steps only active time.
    pub fn step_clock(&self, step: &Step, now: Moment) -> StepClock {
        let now = now.max(self.at);
        let day_end = step.kind.is_day_end();
        let elapsed = step
            .runs
            .iter()
            .map(|run| {
                if day_end {
                    run.to.unwrap_or(now) - run.from
                } else {
                    run.active_to.unwrap_or_else(|| self.active.at(now)) - run.active_from
                }
            })
            .fold(Span::zero(), |sum, run| sum + run);
        let planned = step.kind.planned().map(|planned| Range { min: planned.min(), max: planned.max() });
        let left = planned.map(|planned| Range { min: planned.min - elapsed, max: planned.max - elapsed });
        let lateness = match left {
            Some(left) if left.max < Span::zero() => Lateness::Late,
            Some(left) if left.min < Span::zero() => Lateness::Due,
            _ => Lateness::Calm,
        };
        StepClock { elapsed, planned, left, lateness }
    }

    /// The lateness of a task that has a planned time of its own, from when it was started.
    pub fn is_task_late(&self, task: &super::task::Task, now: Moment) -> bool {
        match (task.planned, task.started_at) {
            (Some(planned), Some(started)) if !task.state.is_over() => now - started > planned.max(),
            _ => false,
        }
    }
}
