//! The points of the recovery, planned and actual.

use serde::Serialize;

use super::builder::Builder;
use super::serial::{optional_range, optional_seconds};
use crate::incident::{Health, Interval, Milestone, Moment, Range, Span, Status, Step, StepId, StepState};
use crate::lang::began;

/// A point of the recovery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    pub point: Point,
    pub basis: Basis,
    /// The phase that reaches it.
    pub step: Option<StepId>,
    #[serde(serialize_with = "optional_range")]
    pub planned: Option<Range<Moment>>,
    pub real: Option<Moment>,
    /// The words of the situation, if no moment can be read from them.
    #[serde(rename = "told")]
    pub stated: String,
    /// From its reference point: the beginning for the opening, the opening for all others.
    #[serde(serialize_with = "optional_seconds")]
    pub after: Option<Span>,
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Point {
    /// The harm began, according to the situation.
    Began,
    /// The incident was opened: it was detected.
    Opened,
    Engaged,
    Degraded,
    Restored,
    Closed,
}

/// The source of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The situation, as people wrote it.
    #[serde(rename = "told")]
    Stated,
    /// A record of the log.
    Record,
    /// The end of a phase that the plan marks.
    Phase,
    /// The first act of work, if no phase is marked.
    Work,
    /// The state of the services, if no phase is marked.
    Services,
}

impl Builder<'_> {
    /// Returns the points that have something to show, in the order in which they are planned.
    pub fn figures(&self) -> Vec<Figure> {
        let incident = self.incident;
        let opened = self.wall(incident.opened_at);
        let stated = incident.situation.since.as_str();
        let began = began(stated, opened, incident.zone);
        let mut figures = Vec::new();
        if !stated.is_empty() {
            let (stated, basis) = (stated.to_owned(), Basis::Stated);
            figures.push(Figure { real: began, stated, ..Figure::of(Point::Began, basis) });
        }
        let after = began.map(|began| opened - began);
        figures.push(Figure { real: Some(opened), after, ..Figure::of(Point::Opened, Basis::Record) });
        figures.extend(Milestone::ALL.into_iter().filter_map(|milestone| self.reached(milestone)));
        let closed = match &incident.status {
            Status::Closed { at, .. } => Some(*at),
            Status::Open | Status::Held { .. } => None,
        };
        let planned = Some(self.plan.end);
        figures.push(Figure { planned, real: closed, ..Figure::of(Point::Closed, Basis::Record) });
        for figure in figures.iter_mut().filter(|it| it.point > Point::Opened) {
            figure.after = figure.real.map(|real| real - incident.opened_at);
            figure.slip = figure.planned.zip(figure.real).map(|(planned, real)| planned.outside(Range::exactly(real)));
            figure.real = figure.real.map(|real| self.wall(real));
            figure.planned = figure.planned.map(|planned| self.walls(planned));
        }
        figures
    }

    fn reached(&self, milestone: Milestone) -> Option<Figure> {
        let point = match milestone {
            Milestone::Engaged => Point::Engaged,
            Milestone::Degraded => Point::Degraded,
            Milestone::Restored => Point::Restored,
        };
        let marked = self.incident.plan.steps.iter().find(|step| step.milestone == Some(milestone));
        if let Some(marked) = marked {
            let step = self.incident.step(&marked.id);
            let finished = |step: &&Step| step.state == StepState::Finished && !self.history.was_cut_short(step);
            let real = step.filter(finished).and_then(Step::ended_at);
            let planned = Some(self.plan.step(&marked.id)?.end);
            let step = Some(marked.id.clone());
            return Some(Figure { step, planned, real, ..Figure::of(point, Basis::Phase) });
        }
        let (basis, real) = match milestone {
            Milestone::Engaged => (Basis::Work, self.history.work_began()),
            Milestone::Degraded => (Basis::Services, self.none_left(&[Health::Down])),
            Milestone::Restored => (Basis::Services, self.none_left(&[Health::Down, Health::Degraded])),
        };
        real.map(|real| Figure { real: Some(real), ..Figure::of(point, basis) })
    }

    /// Since when no service has been in one of these states; `None` if one is, or none ever was.
    fn none_left(&self, states: &[Health]) -> Option<Moment> {
        if self.incident.services.iter().any(|service| states.contains(&service.health)) {
            return None;
        }
        let outages = self.history.outages.iter().filter(|outage| states.contains(&outage.what.health));
        outages.filter_map(Interval::to).max()
    }
}

impl Figure {
    const fn of(point: Point, basis: Basis) -> Self {
        let stated = String::new();
        Self { point, basis, step: None, planned: None, real: None, stated, after: None, slip: None }
    }
}
