//! The forecast of every later step and of the end, against the plan.
//!
//! The forecast walks the steps in order. An active step takes what is left of its range, never below zero, so an
//! overrun counts as of now; several active steps run side by side. A waiting step takes its whole range after all
//! before it and all that runs. A day end delays to its morning: the first `resume` time of day that leaves a night.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::incident::{Incident, Moment, Range, Span, Status, Step, StepId, StepKind, StepState, resolve_local};

/// A day that ends less than this before its morning continues the day after.
const SHORTEST_NIGHT: Span = Span::hours(3);

/// When a step is expected, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepForecast {
    pub step: StepId,
    pub start: Range<Moment>,
    pub end: Range<Moment>,
}

/// The expected times, in the order of the steps, without skipped ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    pub steps: Vec<StepForecast>,
    pub end: Range<Moment>,
    /// How far the end lies outside the planned range: positive if late, negative if early.
    pub slip: Span,
}

impl Forecast {
    pub fn step(&self, id: &StepId) -> Option<&StepForecast> {
        self.steps.iter().find(|step| step.step == *id)
    }
}

/// The forecast at `now`; of a closed incident, the actual times.
pub fn forecast(incident: &Incident, now: Moment) -> Forecast {
    let now = incident.counted_to(now);
    // At night all work resumes in the morning; a hold may end at any moment, so it counts as ending now.
    let now = match incident.night() {
        Some(night) if !incident.is_closed() => now.max(night.resume),
        _ => now,
    };
    let mut steps = Vec::with_capacity(incident.steps.len());
    // Waiting steps come after everything that runs, in any order.
    let mut cursor = Range::exactly(now);
    for step in incident.active_steps() {
        let end = active_end(incident, step, now);
        cursor = Range { min: cursor.min.max(end.min), max: cursor.max.max(end.max) };
    }
    let mut last = incident.opened_at;
    for step in &incident.steps {
        let (start, end) = match step.state {
            StepState::Skipped { .. } => continue,
            StepState::Finished => {
                let at = |moment: Option<Moment>| Range::exactly(moment.unwrap_or(incident.opened_at));
                (at(step.started_at()), at(step.ended_at()))
            }
            StepState::Active => (Range::exactly(step.started_at().unwrap_or(now)), active_end(incident, step, now)),
            StepState::Waiting if incident.is_closed() => continue,
            StepState::Waiting => {
                let start = cursor;
                cursor = waiting_end(incident, step.kind, start);
                (start, cursor)
            }
        };
        last = last.max(end.max);
        steps.push(StepForecast { step: step.id.clone(), start, end });
    }
    let end = match incident.status {
        Status::Closed { at, .. } => Range::exactly(at),
        _ if incident.steps.iter().any(|step| step.is_active() || step.is_waiting()) => cursor,
        _ => Range::exactly(last),
    };
    let slip = baseline(incident).end.outside(end);
    Forecast { steps, end, slip }
}

/// The plan at the opening, laid out from the opening.
pub fn baseline(incident: &Incident) -> Forecast {
    let mut cursor = Range::exactly(incident.opened_at);
    let steps = incident
        .plan
        .steps
        .iter()
        .map(|step| {
            let start = cursor;
            cursor = waiting_end(incident, step.kind, start);
            StepForecast { step: step.id.clone(), start, end: cursor }
        })
        .collect();
    Forecast { steps, end: cursor, slip: Span::zero() }
}

fn active_end(incident: &Incident, step: &Step, now: Moment) -> Range<Moment> {
    if let StepKind::DayEnd { resume, .. } = step.kind {
        let since = step.runs.last().map_or(now, |run| run.from);
        return Range::exactly(incident.morning_after(since, resume).max(now));
    }
    let left = incident.step_clock(step, now).left.unwrap_or(Range::exactly(Span::zero()));
    Range { min: now + left.min.max(Span::zero()), max: now + left.max.max(Span::zero()) }
}

fn waiting_end(incident: &Incident, kind: StepKind, start: Range<Moment>) -> Range<Moment> {
    match kind {
        StepKind::Phase { planned } | StepKind::Break { planned } => {
            Range { min: start.min + planned.min(), max: start.max + planned.max() }
        }
        StepKind::DayEnd { resume, .. } => {
            Range { min: incident.morning_after(start.min, resume), max: incident.morning_after(start.max, resume) }
        }
    }
}

impl Incident {
    /// When work resumes after a day that ends at `end`: the first `resume` time in the incident's zone at least a
    /// night later.
    pub(in crate::incident) fn morning_after(&self, end: Moment, resume: NaiveTime) -> Moment {
        let earliest = end + SHORTEST_NIGHT;
        let today = self.wall(earliest).with_timezone(&self.zone).date_naive();
        let morning = |date: NaiveDate| resolve_local(self.zone, date.and_time(resume)) - self.wall_offset();
        let morning_today = morning(today);
        if morning_today >= earliest { morning_today } else { morning(today + Days::new(1)) }
    }
}
