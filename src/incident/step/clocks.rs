//! The clocks: elapsed, remaining and overrun, of each step and of the whole.
//!
//! An extended step has two measures. What is left, and whether it is late, is measured against the range in force,
//! because people work to that. Its slip is measured against the plan at the opening, because a review asks for that,
//! and no extension undoes a slip.
//!
//! Holds and nights do not count. Each run of a step notes the incident's active time at its ends, so a clock is one
//! subtraction however many holds there were.

use crate::incident::{Allotted, Incident, Moment, Range, Span, Step, StepState, Task};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// Since the opening; stops when closed.
    pub elapsed: Span,
    /// Elapsed time without holds and nights.
    pub active: Span,
    /// The sum of the phases and breaks of the plan.
    pub planned: Range<Span>,
    pub running: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepClock {
    pub elapsed: Span,
    /// `None` for a day end.
    pub allotted: Option<Allotted>,
    /// Until the minimum and maximum in force, negative after them; `None` for a day end.
    pub left: Option<Range<Span>>,
    /// Against the range in force.
    pub lateness: Lateness,
    /// How far it lies outside the original plan: positive after it, negative before it. `None` for a day end, for a
    /// step that never ran, and for one that still runs within its plan.
    pub slip: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Lateness {
    /// Before the minimum in force, or without one.
    Calm,
    Due,
    /// Past the maximum in force.
    Late,
}

impl StepClock {
    fn new(allotted: Option<Allotted>, elapsed: Span, state: &StepState) -> Self {
        let left = allotted.map(|allotted| {
            let now = allotted.now();
            Range { min: now.min() - elapsed, max: now.max() - elapsed }
        });
        let lateness = match left {
            Some(left) if left.max < Span::zero() => Lateness::Late,
            Some(left) if left.min < Span::zero() => Lateness::Due,
            _ => Lateness::Calm,
        };
        let slip =
            allotted.map(|allotted| allotted.plan.range().outside(Range::exactly(elapsed))).filter(
                |slip| match state {
                    StepState::Finished => true,
                    StepState::Active => *slip > Span::zero(),
                    StepState::Waiting | StepState::Skipped { .. } => false,
                },
            );
        Self { elapsed, allotted, left, lateness, slip }
    }

    /// The time past the maximum in force.
    pub fn over(&self) -> Span {
        self.left.map_or(Span::zero(), |left| (-left.max).max(Span::zero()))
    }
}

impl Incident {
    pub fn clocks(&self, now: Moment) -> Clocks {
        let end = self.counted_to(now);
        let (phases, breaks) = self.plan.planned();
        Clocks {
            elapsed: end - self.opened_at,
            active: self.active.at(end),
            planned: phases.plus(breaks).range(),
            running: self.active.is_running(),
        }
    }

    /// A day end counts all its time, other steps only active time.
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
            .sum();
        StepClock::new(step.allotted(), elapsed, &step.state)
    }

    pub fn is_task_late(&self, task: &Task, now: Moment) -> bool {
        match (task.planned, task.started_at) {
            (Some(planned), Some(started)) if !task.state.is_over() => now - started > planned.max(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Planned;

    #[test]
    fn people_work_to_what_was_agreed_and_the_plan_is_what_is_slipped_from() {
        use Lateness::{Calm, Due, Late};
        let (plan, longer, shorter) = (Some((20, 30)), Some((40, 45)), Some((10, 15)));
        let (active, finished) = (StepState::Active, StepState::Finished);
        let waiting = StepState::Waiting;
        let skipped = StepState::Skipped { reason: "x".into() };
        // The plan, what was agreed, minutes spent, state; the minimum and maximum left, lateness, over and slip.
        let cases = [
            (plan, None, 10, &active, Some((10, 20)), Calm, 0, None),
            (plan, None, 25, &active, Some((-5, 5)), Due, 0, None),
            (plan, None, 40, &active, Some((-20, -10)), Late, 10, Some(10)),
            (plan, longer, 35, &active, Some((5, 10)), Calm, 0, Some(5)),
            (plan, longer, 50, &active, Some((-10, -5)), Late, 5, Some(20)),
            (plan, shorter, 18, &active, Some((-8, -3)), Late, 3, None),
            (plan, None, 10, &finished, Some((10, 20)), Calm, 0, Some(-10)),
            (plan, None, 30, &finished, Some((-10, 0)), Due, 0, Some(0)),
            (plan, longer, 25, &finished, Some((15, 20)), Calm, 0, Some(0)),
            (plan, longer, 44, &finished, Some((-4, 1)), Due, 0, Some(14)),
            (plan, longer, 65, &finished, Some((-25, -20)), Late, 20, Some(35)),
            (plan, shorter, 18, &finished, Some((-8, -3)), Late, 3, Some(-2)),
            (plan, longer, 0, &waiting, Some((40, 45)), Calm, 0, None),
            (plan, None, 0, &skipped, Some((20, 30)), Calm, 0, None),
            (None, None, 90, &finished, None, Calm, 0, None),
        ];
        for (plan, agreed, at_it, state, left, lateness, over, slip) in cases {
            let planned = |(min, max)| Planned::minutes(min, max);
            let allotted = plan.map(|plan| Allotted { plan: planned(plan), agreed: agreed.map(planned) });
            let clock = StepClock::new(allotted, Span::minutes(at_it), state);
            let case = format!("{plan:?} {agreed:?} {at_it} {state:?}");
            let minutes = |(min, max)| Range { min: Span::minutes(min), max: Span::minutes(max) };
            assert_eq!(clock.left, left.map(minutes), "{case}");
            assert_eq!(clock.lateness, lateness, "{case}");
            assert_eq!(clock.over(), Span::minutes(over), "{case}");
            assert_eq!(clock.slip, slip.map(Span::minutes), "{case}");
        }
    }
}
