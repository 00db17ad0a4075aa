//! The incident as a whole: title, severity, situation, zone, holds, closing.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{bounded, changes, optional, titled};
use crate::incident::undo::before::Before;
use crate::incident::{
    Context, DutyEvent, Event, Field, HeaderEvent, HelpCall, HelpEvent, Incident, Line, Prose, Refusal, Severity,
    Situation, Status, StepEvent,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum HeaderCommand {
    Retitle { title: Line },
    SetSeverity { severity: Severity },
    Describe { what: Option<Prose>, since: Option<Line>, impact: Option<Prose> },
    SetZone { zone: Tz },
    Hold { reason: Line },
    Resume,
    Close { reason: Line },
    Reopen { reason: Line },
}

impl HeaderCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<Vec<Event>, Refusal> {
        if let Self::Hold { reason } | Self::Close { reason } | Self::Reopen { reason } = &self {
            optional(reason)?;
        }
        Ok(vec![Event::Header(match self {
            Self::Retitle { title } => {
                titled(&title)?;
                changes(incident.title != title)?;
                HeaderEvent::Retitled { title }
            }
            Self::SetSeverity { severity } => {
                changes(incident.severity != severity)?;
                HeaderEvent::SeveritySet { severity }
            }
            Self::Describe { what, since, impact } => {
                let now = incident.situation.clone();
                let (what, since) = (what.unwrap_or(now.what), since.unwrap_or(now.since));
                let situation = Situation { what, since, impact: impact.unwrap_or(now.impact) };
                check_situation(&situation)?;
                changes(incident.situation != situation)?;
                HeaderEvent::SituationSet { situation: Box::new(situation) }
            }
            Self::SetZone { zone } => {
                changes(incident.zone != zone)?;
                HeaderEvent::ZoneSet { zone }
            }
            Self::Hold { .. } if incident.is_held() => return Err(Refusal::Held),
            Self::Hold { reason } => HeaderEvent::Held { reason },
            Self::Resume if !incident.is_held() => return Err(Refusal::NotHeld),
            Self::Resume => HeaderEvent::Resumed,
            Self::Close { reason } => return Ok(close(incident, reason)),
            Self::Reopen { .. } if !incident.is_closed() => return Err(Refusal::NotClosed),
            Self::Reopen { reason } => return Ok(reopen(incident, reason, context)),
        })])
    }

    /// Only the commander changes the incident as a whole.
    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::Retitle { .. }
            | Self::SetSeverity { .. }
            | Self::Describe { .. }
            | Self::SetZone { .. }
            | Self::Hold { .. }
            | Self::Resume
            | Self::Close { .. }
            | Self::Reopen { .. } => asker.commander(),
        }
    }
}

pub fn check_situation(situation: &Situation) -> Result<(), Refusal> {
    bounded(&situation.what, Field::Situation)?;
    bounded(&situation.impact, Field::Situation)?;
    optional(&situation.since)
}

/// Ends what runs, and drops open calls and offers.
fn close(incident: &Incident, reason: Line) -> Vec<Event> {
    let finished = incident.active_steps().map(|step| Event::Step(StepEvent::Finished { step: step.id.clone() }));
    let answered = incident.calls.iter().map(|call| Event::Help(HelpEvent::Answered { call: call.seq }));
    let dropped = incident.offers.iter().map(|offer| Event::Duty(DutyEvent::OfferDropped { duty: offer.duty.clone() }));
    let closed = std::iter::once(Event::Header(HeaderEvent::Closed { reason }));
    finished.chain(answered).chain(dropped).chain(closed).collect()
}

/// Puts back what the closing ended: steps run again, calls are open again, and one's own offers stand.
pub fn reopen(incident: &Incident, reason: Line, context: &Context) -> Vec<Event> {
    let ended = incident.ended_by_closing().filter_map(|before| match before {
        Before::Step(step, ..) => Some(Event::Step(StepEvent::Reopened { step: step.clone() })),
        Before::Call(_, Some(it)) => {
            let HelpCall { seq: call, by: caller, at: asked_at, text, task, taken_by, reply } = HelpCall::clone(it);
            Some(Event::Help(HelpEvent::Reopened { call, caller, asked_at, text, task, taken_by, reply }))
        }
        Before::Offer(duty, Some(offer)) if offer.from == context.who.by.person => {
            let (duty, to, briefing) = (duty.clone(), offer.to.clone(), offer.briefing.clone());
            Some(Event::Duty(DutyEvent::Offered { duty, to, briefing }))
        }
        Before::Closing(Status::Held { reason, .. }, _) => {
            Some(Event::Header(HeaderEvent::Held { reason: reason.clone() }))
        }
        _ => None,
    });
    std::iter::once(Event::Header(HeaderEvent::Reopened { reason })).chain(ended).collect()
}
