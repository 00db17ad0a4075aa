//! The points of the recovery: when each was planned, and when it was reached.

use super::{Basis, Figure, Point};
use crate::incident::{
    Forecast, Health, History, Incident, Milestone, Moment, Range, Status, Step, StepState, Stretch, baseline,
};
use crate::lang::began;

/// All points that there is something to say of, in the order in which they are planned.
pub fn figures(incident: &Incident, history: &History) -> Vec<Figure> {
    let opened = history.wall(incident.opened_at);
    let plan = baseline(incident);
    let told = incident.situation.since.as_str();
    let began = began(told, opened, incident.zone);
    let mut figures = Vec::new();
    if !told.is_empty() {
        let (told, basis) = (told.to_owned(), Basis::Told);
        figures.push(Figure { real: began, told, ..Figure::of(Point::Began, basis) });
    }
    let after = began.map(|began| opened - began);
    figures.push(Figure { real: Some(opened), after, ..Figure::of(Point::Opened, Basis::Record) });
    for milestone in Milestone::ALL {
        figures.extend(reached(incident, history, &plan, milestone));
    }
    let closed = match &incident.status {
        Status::Closed { at, .. } => Some(*at),
        Status::Open | Status::Held { .. } => None,
    };
    let closing = Figure::of(Point::Closed, Basis::Record).planned(plan.end).real(closed);
    figures.push(closing);
    for figure in figures.iter_mut().filter(|it| it.point > Point::Opened) {
        figure.after = figure.real.map(|real| real - incident.opened_at);
        figure.slip = figure.planned.zip(figure.real).map(|(planned, real)| planned.outside(real));
        figure.real = figure.real.map(|real| history.wall(real));
        figure.planned = figure.planned.map(|planned| walls(history, planned));
    }
    figures
}

pub fn walls(history: &History, range: Range<Moment>) -> Range<Moment> {
    Range { min: history.wall(range.min), max: history.wall(range.max) }
}

fn reached(incident: &Incident, history: &History, plan: &Forecast, milestone: Milestone) -> Option<Figure> {
    let point = Point::of(milestone);
    let marked = incident.plan.steps.iter().find(|step| step.milestone == Some(milestone));
    if let Some(marked) = marked {
        let step = incident.step(&marked.id);
        let finished = |step: &&Step| step.state == StepState::Finished && !history.was_cut_short(step);
        let real = step.filter(finished).and_then(Step::ended_at);
        let planned = plan.step(&marked.id)?.end;
        let figure = Figure::of(point, Basis::Phase).planned(planned).real(real);
        return Some(Figure { step: Some(marked.id.clone()), ..figure });
    }
    let (basis, real) = match milestone {
        Milestone::Engaged => (Basis::Work, history.work_began()),
        Milestone::Degraded => (Basis::Services, none_is(incident, history, &[Health::Down])),
        Milestone::Restored => {
            (Basis::Services, none_is(incident, history, &[Health::Down, Health::Degraded]))
        }
    };
    real.map(|real| Figure::of(point, basis).real(Some(real)))
}

/// Since when no service is so any more, where one was and none is.
fn none_is(incident: &Incident, history: &History, so: &[Health]) -> Option<Moment> {
    if incident.services.iter().any(|service| so.contains(&service.health)) {
        return None;
    }
    history.outages.iter().filter(|outage| so.contains(&outage.what.health)).filter_map(Stretch::to).max()
}

impl Point {
    const fn of(milestone: Milestone) -> Self {
        match milestone {
            Milestone::Engaged => Self::Engaged,
            Milestone::Degraded => Self::Degraded,
            Milestone::Restored => Self::Restored,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Opened => "opened",
            Self::Engaged => "engaged",
            Self::Degraded => "degraded",
            Self::Restored => "restored",
            Self::Closed => "closed",
        }
    }
}

impl Basis {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Record => "record",
            Self::Phase => "phase",
            Self::Work => "work",
            Self::Services => "services",
        }
    }
}

impl Figure {
    const fn of(point: Point, basis: Basis) -> Self {
        let told = String::new();
        Self { point, basis, step: None, planned: None, real: None, told, after: None, slip: None }
    }

    fn planned(self, planned: Range<Moment>) -> Self {
        Self { planned: Some(planned), ..self }
    }

    fn real(self, real: Option<Moment>) -> Self {
        Self { real, ..self }
    }
}
