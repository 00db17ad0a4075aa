//! Updates: who is told, by whom, after whose approval; and what became of it.

use std::collections::BTreeSet;

use super::{AUDIENCES_MAX, PROPOSALS_MAX, REASON_MAX, TARGETS_MAX, named, step_is, step_of, written};
use crate::incident::audience::{Audience, Cadence};
use crate::incident::clocks::Lateness;
use crate::incident::command::{Context, SystemCommand};
use crate::incident::event::{Event, Posted, Pushed, StepEvent, UpdateEvent};
use crate::incident::ids::{AudienceId, Seq, StepId, TargetName};
use crate::incident::refusal::{Field, Refusal};
use crate::incident::state::{Incident, Severity};
use crate::incident::text::{Line, Prose};
use crate::incident::update::{Delivery, DeliveryState, Occasion};

pub(super) fn set_audience(incident: &Incident, audience: Box<Audience>) -> Result<Event, Refusal> {
    named(&audience.name, Field::Name)?;
    if let Some(language) = audience.language.as_ref().filter(|it| !["fr", "en"].contains(&it.as_str())) {
        return Err(Refusal::NoSuchLanguage { language: language.clone() });
    }
    let intervals = Severity::ALL.into_iter().filter_map(|severity| audience.every.seconds(severity));
    if intervals.into_iter().any(|seconds| !(Cadence::LEAST..=Cadence::MOST).contains(&seconds)) {
        return Err(Refusal::BadInterval);
    }
    match incident.audience(&audience.id) {
        Some(now) if **now == *audience => return Err(Refusal::NoChange),
        None if incident.audiences.len() >= AUDIENCES_MAX => {
            return Err(Refusal::TooMany { what: Field::Audiences, max: AUDIENCES_MAX });
        }
        _ => {}
    }
    Ok(Event::Update(UpdateEvent::AudienceSet { audience }))
}

/// Whoever may not approve for an audience that asks for it proposes.
pub(super) fn post(
    incident: &Incident,
    audience: AudienceId,
    occasion: Occasion,
    text: Prose,
    context: &Context,
) -> Result<Event, Refusal> {
    let it = audience_of(incident, &audience)?;
    if it.approval && !incident.may_approve(&context.who) {
        return propose(incident, audience, occasion, text);
    }
    written(&text)?;
    Ok(Event::Update(UpdateEvent::Posted(Box::new(Posted { audience, occasion, text, proposal: None }))))
}

pub(super) fn propose(
    incident: &Incident,
    audience: AudienceId,
    occasion: Occasion,
    text: Prose,
) -> Result<Event, Refusal> {
    audience_of(incident, &audience)?;
    written(&text)?;
    if incident.proposals.iter().any(|it| it.audience == audience && it.text == text) {
        return Err(Refusal::NoChange);
    }
    if incident.proposals.len() >= PROPOSALS_MAX {
        return Err(Refusal::TooMany { what: Field::Proposals, max: PROPOSALS_MAX });
    }
    Ok(Event::Update(UpdateEvent::Proposed { audience, occasion, text }))
}

pub(super) fn approve(incident: &Incident, proposal: Seq, text: Option<Prose>) -> Result<Event, Refusal> {
    let it = incident.proposal(proposal).ok_or(Refusal::NoSuchProposal { proposal })?;
    let text = text.unwrap_or_else(|| it.text.clone());
    written(&text)?;
    let (audience, occasion) = (it.audience.clone(), it.occasion);
    Ok(Event::Update(UpdateEvent::Posted(Box::new(Posted {
        audience,
        occasion,
        text,
        proposal: Some(proposal),
    }))))
}

pub(super) fn drop_proposal(incident: &Incident, proposal: Seq) -> Result<Event, Refusal> {
    incident
        .proposal(proposal)
        .map(|_| Event::Update(UpdateEvent::Dropped { proposal }))
        .ok_or(Refusal::NoSuchProposal { proposal })
}

pub(super) fn retry(
    incident: &Incident,
    message: Option<Seq>,
    target: Option<&TargetName>,
) -> Result<Vec<Event>, Refusal> {
    let stuck = incident.stuck(message, target);
    let events: Vec<_> = stuck
        .map(|(message, target)| Event::Update(UpdateEvent::Retried { message, target: target.clone() }))
        .collect();
    if events.is_empty() { Err(Refusal::NothingToRetry) } else { Ok(events) }
}

/// What the program reports, where it fits what is known.
pub(super) fn report(incident: &Incident, house: SystemCommand, context: &Context) -> Result<Event, Refusal> {
    match house {
        SystemCommand::SetAudience { audience } => set_audience(incident, audience),
        SystemCommand::Address { update, targets } => address(incident, update, targets),
        SystemCommand::Push { target, audience, through, text } => {
            push(incident, target, audience, through, text)
        }
        SystemCommand::BeginSend { message, target } => match on_its_way(incident, message, &target)? {
            Delivery { begun: true, .. } => Err(Refusal::NoChange),
            _ => Ok(Event::Update(UpdateEvent::SendBegun { message, target })),
        },
        SystemCommand::PartSent { message, target, part, repeat } => {
            let sent = on_its_way(incident, message, &target)?.parts;
            if sent.checked_add(1) == Some(part) {
                Ok(Event::Update(UpdateEvent::PartSent { message, target, part, repeat }))
            } else {
                Err(Refusal::NotOnItsWay { message })
            }
        }
        SystemCommand::Deliver { message, target, repeat } => {
            let repeat = on_its_way(incident, message, &target)?.doubtful || repeat;
            Ok(Event::Update(UpdateEvent::Delivered { message, target, repeat }))
        }
        SystemCommand::Delay { message, target, reason, maybe_sent } => {
            let reason = short(reason);
            match on_its_way(incident, message, &target)? {
                Delivery { state: DeliveryState::Delayed { reason: same }, begun, .. }
                    if *same == reason && *begun == maybe_sent =>
                {
                    Err(Refusal::NoChange)
                }
                _ => Ok(Event::Update(UpdateEvent::Delayed { message, target, reason, maybe_sent })),
            }
        }
        SystemCommand::Fail { message, target, reason } => {
            let reason = short(reason);
            on_its_way(incident, message, &target)?;
            Ok(Event::Update(UpdateEvent::Failed { message, target, reason }))
        }
        SystemCommand::NoteLate { step } => note_late(incident, step, context),
    }
}

fn address(incident: &Incident, update: Seq, mut targets: Vec<TargetName>) -> Result<Event, Refusal> {
    let mut seen = BTreeSet::new();
    targets.retain(|target| seen.insert(target.clone()));
    if targets.len() > TARGETS_MAX {
        return Err(Refusal::TooMany { what: Field::Targets, max: TARGETS_MAX });
    }
    match incident.update(update) {
        Some(it) if !it.addressed => Ok(Event::Update(UpdateEvent::Addressed { update, targets })),
        _ => Err(Refusal::NotOnItsWay { message: update }),
    }
}

fn push(
    incident: &Incident,
    target: TargetName,
    audience: AudienceId,
    through: Seq,
    text: Prose,
) -> Result<Event, Refusal> {
    audience_of(incident, &audience)?;
    super::bounded(&text, Field::Text)?;
    if through <= incident.pushed(&target) || through > incident.seq {
        return Err(Refusal::NotOnItsWay { message: through });
    }
    // A target that takes nothing gathers one message, not many.
    if incident.pushes.iter().any(|push| push.delivery.target == target && push.delivery.state.waits()) {
        return Err(Refusal::NoChange);
    }
    if incident.pushed.len() >= TARGETS_MAX && !incident.pushed.contains_key(&target) {
        return Err(Refusal::TooMany { what: Field::Targets, max: TARGETS_MAX });
    }
    Ok(Event::Update(UpdateEvent::Pushed(Box::new(Pushed { target, audience, through, text }))))
}

fn note_late(incident: &Incident, step: StepId, context: &Context) -> Result<Event, Refusal> {
    let it = step_of(incident, &step)?;
    let late = incident.step_clock(it, context.at).lateness == Lateness::Late;
    if !it.is_active() {
        Err(step_is(it))
    } else if it.late_noted || !late {
        Err(Refusal::NoChange)
    } else {
        Ok(Event::Step(StepEvent::Late { step }))
    }
}

/// As much of a reason as a record holds: what became of a message is noted whatever a target answered.
fn short(reason: Line) -> Line {
    match reason.as_str().char_indices().nth(REASON_MAX) {
        Some((end, _)) => Line::new(&reason.as_str()[..end]),
        None => reason,
    }
}

/// A delivery that is neither made nor given up.
fn on_its_way<'a>(
    incident: &'a Incident,
    message: Seq,
    target: &TargetName,
) -> Result<&'a Delivery, Refusal> {
    let delivery = incident.delivery(message, target).filter(|delivery| delivery.state.waits());
    delivery.ok_or(Refusal::NotOnItsWay { message })
}

fn audience_of<'a>(incident: &'a Incident, id: &AudienceId) -> Result<&'a Audience, Refusal> {
    incident.audience(id).map(AsRef::as_ref).ok_or_else(|| Refusal::NoSuchAudience {
        audience: Line::new(id.as_str()),
        known: incident.audiences.iter().map(|audience| Line::new(audience.id.as_str())).collect(),
    })
}
