//! How it went, in a few figures.

use serde::Serialize;

use super::builder::Builder;
use super::serial::{range, seconds};
use super::services::ServiceFigures;
use super::updates::UpdateFigures;
use crate::incident::{Health, Moment, Range, Span, forecast};

#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// From the opening to the end.
    #[serde(serialize_with = "seconds")]
    pub elapsed: Span,
    /// Of that, the time without holds and nights.
    #[serde(serialize_with = "seconds")]
    pub active: Span,
    #[serde(serialize_with = "range")]
    pub planned_end: Range<Moment>,
    /// When it ended, or is expected to.
    #[serde(serialize_with = "range")]
    pub end: Range<Moment>,
    /// How far the end is outside the planned range: late above zero, early below.
    #[serde(serialize_with = "seconds")]
    pub slip: Span,
    pub rto: Objectives,
    pub rpo: Objectives,
    pub updates: usize,
    /// `None` if the readers do not see when updates were due.
    pub late_updates: Option<usize>,
}

/// How many services kept an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Objectives {
    /// Affected services whose result is known.
    pub known: usize,
    /// Affected services that have the objective, but no known result.
    pub unknown: usize,
    pub missed: usize,
    /// The service that missed it by most.
    pub worst: Option<Missed>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missed {
    pub service: String,
    #[serde(serialize_with = "seconds")]
    pub by: Span,
}

impl Builder<'_> {
    pub fn verdict(&self, services: &[ServiceFigures], updates: &[UpdateFigures]) -> Verdict {
        let clocks = self.incident.clocks(self.end);
        let forecast = forecast(self.incident, self.end);
        Verdict {
            elapsed: clocks.elapsed,
            active: clocks.active,
            planned_end: self.walls(self.plan.end),
            end: self.walls(forecast.end),
            slip: forecast.slip,
            rto: Objectives::of(services, |it| it.rto, rto_left),
            rpo: Objectives::of(services, |it| it.rpo, |it| it.rpo_left),
            updates: updates.len(),
            late_updates: Some(updates.iter().filter(|update| update.late.is_some()).count()),
        }
    }
}

/// Returns what was left of the RTO; a service that is still down may yet miss it.
fn rto_left(service: &ServiceFigures) -> Option<Span> {
    service.rto_left.filter(|left| service.health != Health::Down || *left < Span::zero())
}

impl Objectives {
    fn of(
        services: &[ServiceFigures],
        objective: fn(&ServiceFigures) -> Option<Span>,
        left: fn(&ServiceFigures) -> Option<Span>,
    ) -> Self {
        let with_objective = services.iter().filter(|it| it.hit && objective(it).is_some());
        let (mut objectives, mut worst) = (Self::default(), None);
        for service in with_objective {
            let Some(left) = left(service) else {
                objectives.unknown += 1;
                continue;
            };
            objectives.known += 1;
            if left < Span::zero() {
                objectives.missed += 1;
                if worst.is_none_or(|(_, least)| left < least) {
                    worst = Some((service, left));
                }
            }
        }
        let missed =
            |(service, left): (&ServiceFigures, Span)| Missed { service: service.name.clone(), by: -left };
        Self { worst: worst.map(missed), ..objectives }
    }
}
