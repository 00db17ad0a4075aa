//! The incident, its key figures, and the proof of the report.

use serde::Serialize;

use super::builder::Builder;
use super::serial::{range, seconds};
use super::services::ServiceFigures;
use super::updates::UpdateFigures;
use crate::incident::{Health, Kind, Moment, PersonName, Range, Severity, Span, Status, forecast};
use crate::lang::Lang;
use crate::replay::Recording;

#[derive(Clone, Debug, Serialize)]
pub struct About {
    pub id: String,
    pub title: String,
    pub kind: Kind,
    /// How many times faster than real time an exercise ran.
    pub speed: u32,
    pub plan: String,
    pub zone: chrono_tz::Tz,
    pub severity: Severity,
    pub worst_severity: Severity,
    pub commander: Option<PersonName>,
    pub opened: Moment,
    /// Its closing, or its last record if it is not closed.
    pub ended: Moment,
    pub closed: bool,
    pub reason: String,
    pub what: String,
    pub impact: String,
    pub people: Vec<PersonName>,
}

/// What the report can be checked against.
#[derive(Clone, Debug, Serialize)]
pub struct Proof {
    pub records: u64,
    /// The hash of the last record.
    pub head: String,
    /// The first damaged record, and why.
    pub damage: Option<Damaged>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Damaged {
    pub record: u64,
    pub why: String,
}

impl Builder<'_> {
    pub fn about(&self) -> About {
        let incident = self.incident;
        let worst = self.history.severities.iter().map(|(.., severity)| *severity).min();
        About {
            id: incident.id.as_str().to_owned(),
            title: incident.title.as_str().to_owned(),
            kind: incident.kind,
            speed: incident.pace.speed,
            plan: incident.plan.title.as_str().to_owned(),
            zone: incident.zone,
            severity: incident.severity,
            worst_severity: worst.unwrap_or(Severity::Sev4).min(incident.severity),
            commander: Some(incident.commander.clone()),
            opened: self.wall(incident.opened_at),
            ended: self.wall(self.end),
            closed: incident.is_closed(),
            reason: match &incident.status {
                Status::Closed { reason, .. } => reason.as_str().to_owned(),
                Status::Open | Status::Held { .. } => String::new(),
            },
            what: incident.situation.what.as_str().to_owned(),
            impact: incident.situation.impact.as_str().to_owned(),
            people: incident.people.iter().cloned().collect(),
        }
    }
}

impl Proof {
    pub fn of(recording: &Recording, lang: Lang) -> Self {
        let damage = recording.damage.as_ref();
        Self {
            records: recording.records,
            head: recording.head.hash.to_string(),
            damage: damage.map(|damage| Damaged { record: damage.record, why: lang.say(damage.flaw.key()) }),
        }
    }
}

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

/// What was left of the RTO; a service that is still down may yet miss it.
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
        let missed = |(service, left): (&ServiceFigures, Span)| Missed { service: service.name.clone(), by: -left };
        Self { worst: worst.map(missed), ..objectives }
    }
}
