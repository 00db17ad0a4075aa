//! The incident as a whole: title, severity, situation, zone, holds, closing.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{bounded, one, optional, titled};
use crate::incident::{
    DutyEvent, Event, Field, HeaderEvent, HelpEvent, Incident, Line, Prose, Refusal, Severity, Situation,
    StepEvent,
};

/// The incident as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderCommand {
    Retitle {
        title: Line,
    },
    SetSeverity {
        severity: Severity,
    },
    /// What is not given stays as it is.
    Describe {
        what: Option<Prose>,
        since: Option<Line>,
        impact: Option<Prose>,
    },
    SetZone {
        zone: Tz,
    },
    /// Stops all clocks until `Resume`.
    Hold {
        reason: Line,
    },
    Resume,
    Close {
        reason: Line,
    },
    Reopen {
        reason: Line,
    },
}

impl HeaderCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<Vec<Event>, Refusal> {
        match self {
            Self::Retitle { title } => one(retitle(incident, title)),
            Self::SetSeverity { severity } => one(set_severity(incident, severity)),
            Self::Describe { what, since, impact } => one(describe(incident, what, since, impact)),
            Self::SetZone { zone } => one(set_zone(incident, zone)),
            Self::Hold { reason } => one(hold(incident, reason)),
            Self::Resume => one(resume(incident)),
            Self::Close { reason } => close(incident, reason),
            Self::Reopen { reason } => one(reopen(incident, reason)),
        }
    }

    /// Only the commander changes the incident as a whole.
    #[expect(clippy::unused_self, reason = "one signature for every family")]
    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        asking.commander()
    }

    pub(in crate::incident) const fn outlives_closing(&self) -> bool {
        matches!(self, Self::Reopen { .. })
    }
}

fn retitle(incident: &Incident, title: Line) -> Result<Event, Refusal> {
    titled(&title)?;
    unless(incident.title == title, Event::Header(HeaderEvent::Retitled { title }))
}

fn set_severity(incident: &Incident, severity: Severity) -> Result<Event, Refusal> {
    unless(incident.severity == severity, Event::Header(HeaderEvent::SeveritySet { severity }))
}

fn describe(
    incident: &Incident,
    what: Option<Prose>,
    since: Option<Line>,
    impact: Option<Prose>,
) -> Result<Event, Refusal> {
    let mut situation = incident.situation.clone();
    situation.what = what.unwrap_or(situation.what);
    situation.since = since.unwrap_or(situation.since);
    situation.impact = impact.unwrap_or(situation.impact);
    check_situation(&situation)?;
    unless(
        incident.situation == situation,
        Event::Header(HeaderEvent::SituationSet { situation: Box::new(situation) }),
    )
}

pub(in crate::incident) fn check_situation(situation: &Situation) -> Result<(), Refusal> {
    bounded(&situation.what, Field::Situation)?;
    bounded(&situation.impact, Field::Situation)?;
    optional(&situation.since)
}

fn set_zone(incident: &Incident, zone: Tz) -> Result<Event, Refusal> {
    unless(incident.zone == zone, Event::Header(HeaderEvent::ZoneSet { zone }))
}

fn hold(incident: &Incident, reason: Line) -> Result<Event, Refusal> {
    optional(&reason)?;
    if incident.is_held() { Err(Refusal::Held) } else { Ok(Event::Header(HeaderEvent::Held { reason })) }
}

fn resume(incident: &Incident) -> Result<Event, Refusal> {
    if incident.is_held() { Ok(Event::Header(HeaderEvent::Resumed)) } else { Err(Refusal::NotHeld) }
}

/// What runs ends with the incident, and nobody waits for an answer any more.
fn close(incident: &Incident, reason: Line) -> Result<Vec<Event>, Refusal> {
    optional(&reason)?;
    let finished =
        incident.active_steps().map(|step| Event::Step(StepEvent::Finished { step: step.id.clone() }));
    let answered = incident.calls.iter().map(|call| Event::Help(HelpEvent::Answered { call: call.seq }));
    let dropped =
        incident.offers.iter().map(|offer| Event::Duty(DutyEvent::OfferDropped { duty: offer.duty.clone() }));
    let closed = std::iter::once(Event::Header(HeaderEvent::Closed { reason }));
    Ok(finished.chain(answered).chain(dropped).chain(closed).collect())
}

fn reopen(incident: &Incident, reason: Line) -> Result<Event, Refusal> {
    optional(&reason)?;
    if incident.is_closed() {
        Ok(Event::Header(HeaderEvent::Reopened { reason }))
    } else {
        Err(Refusal::NotClosed)
    }
}

fn unless(same: bool, event: Event) -> Result<Event, Refusal> {
    if same { Err(Refusal::NoChange) } else { Ok(event) }
}
