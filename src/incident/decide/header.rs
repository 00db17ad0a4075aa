//! The incident as a whole: title, severity, situation, zone, holds, closing, and undo.

use chrono_tz::Tz;

use super::{bounded, optional, title as check_title};
use crate::incident::command::Context;
use crate::incident::event::{DutyEvent, Event, HeaderEvent, HelpEvent, StepEvent};
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::{Incident, Severity, Situation};
use crate::incident::text::{Line, Prose};

pub(super) fn retitle(incident: &Incident, title: Line) -> Result<Event, Refusal> {
    check_title(&title)?;
    unless(incident.title == title, Event::Header(HeaderEvent::Retitled { title }))
}

pub(super) fn set_severity(incident: &Incident, severity: Severity) -> Result<Event, Refusal> {
    unless(incident.severity == severity, Event::Header(HeaderEvent::SeveritySet { severity }))
}

pub(super) fn describe(
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

pub(super) fn check_situation(situation: &Situation) -> Result<(), Refusal> {
    bounded(&situation.what, Field::Situation)?;
    bounded(&situation.impact, Field::Situation)?;
    optional(&situation.since)
}

pub(super) fn set_zone(incident: &Incident, zone: Tz) -> Result<Event, Refusal> {
    unless(incident.zone == zone, Event::Header(HeaderEvent::ZoneSet { zone }))
}

pub(super) fn hold(incident: &Incident, reason: Line) -> Result<Event, Refusal> {
    optional(&reason)?;
    if incident.is_held() { Err(Refusal::Held) } else { Ok(Event::Header(HeaderEvent::Held { reason })) }
}

pub(super) fn resume(incident: &Incident) -> Result<Event, Refusal> {
    if incident.is_held() { Ok(Event::Header(HeaderEvent::Resumed)) } else { Err(Refusal::NotHeld) }
}

/// What runs ends with the incident, and nobody waits for an answer any more.
pub(super) fn close(incident: &Incident, reason: Line) -> Result<Vec<Event>, Refusal> {
    optional(&reason)?;
    let finished =
        incident.active_steps().map(|step| Event::Step(StepEvent::Finished { step: step.id.clone() }));
    let answered = incident.calls.iter().map(|call| Event::Help(HelpEvent::Answered { call: call.seq }));
    let dropped =
        incident.offers.iter().map(|offer| Event::Duty(DutyEvent::OfferDropped { duty: offer.duty.clone() }));
    let closed = std::iter::once(Event::Header(HeaderEvent::Closed { reason }));
    Ok(finished.chain(answered).chain(dropped).chain(closed).collect())
}

pub(super) fn reopen(incident: &Incident, reason: Line) -> Result<Event, Refusal> {
    optional(&reason)?;
    if incident.is_closed() {
        Ok(Event::Header(HeaderEvent::Reopened { reason }))
    } else {
        Err(Refusal::NotClosed)
    }
}

pub(super) fn undo(incident: &Incident, context: &Context) -> Result<Event, Refusal> {
    let act = incident.last_act(&context.who.by.person).ok_or(Refusal::NothingToUndo)?;
    if act.hands_over() {
        return Err(Refusal::NotUndoable { entry: act.first });
    }
    if act.sends() {
        return Err(Refusal::Sent { entry: act.first });
    }
    match incident.changed_since(act) {
        None => Ok(Event::Undone { act: act.first }),
        Some(entry) => {
            let by =
                incident.log.get(entry).map_or_else(|| incident.commander.clone(), |it| it.by.person.clone());
            Err(Refusal::ChangedSince { entry, by })
        }
    }
}

fn unless(same: bool, event: Event) -> Result<Event, Refusal> {
    if same { Err(Refusal::NoChange) } else { Ok(event) }
}
