//! What the program itself reports, where it fits what is known.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::incident::checks::{REASON_MAX, TARGETS_MAX, bounded, step_is, step_of};
use crate::incident::update::command::{audience_of, set_audience};
use crate::incident::{
    Audience, AudienceId, Context, Delivery, DeliveryState, Event, Field, Incident, Lateness, Line, Prose,
    Pushed, Refusal, Seq, StepEvent, StepId, TargetName, UpdateEvent,
};

/// What nobody but the program reports: where messages go, and what became of them.
///
/// A report that does not fit what is known is refused, so that one which is made twice does nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum SystemCommand {
    /// An audience as the host's settings have it.
    SetAudience { audience: Box<Audience> },
    /// Where a posted update goes.
    Address { update: Seq, targets: Vec<TargetName> },
    /// Reports to a target what happened up to record `through`; with an empty text, reports only begin there.
    Push { target: TargetName, audience: AudienceId, through: Seq, text: Prose },
    /// A part is about to be handed over: what becomes of it is not known until another report.
    BeginSend { message: Seq, target: TargetName },
    /// Part `part`, from 1, has arrived, and others follow; `repeat`: perhaps twice.
    PartSent { message: Seq, target: TargetName, part: u16, repeat: bool },
    /// All has arrived; `repeat`: some of it perhaps twice.
    Deliver { message: Seq, target: TargetName, repeat: bool },
    /// It is tried again later; `maybe_sent`: it may have arrived all the same.
    Delay { message: Seq, target: TargetName, reason: Line, maybe_sent: bool },
    /// It is not tried again by itself.
    Fail { message: Seq, target: TargetName, reason: Line },
    /// A phase or break is past its planned time.
    NoteLate { step: StepId },
}

impl SystemCommand {
    /// Fails if the report does not fit what is known.
    pub(in crate::incident) fn decide(
        self,
        incident: &Incident,
        context: &Context,
    ) -> Result<Event, Refusal> {
        match self {
            Self::SetAudience { audience } => set_audience(incident, audience),
            Self::Address { update, targets } => address(incident, update, targets),
            Self::Push { target, audience, through, text } => push(incident, target, audience, through, text),
            Self::BeginSend { message, target } => match on_its_way(incident, message, &target)? {
                Delivery { begun: true, .. } => Err(Refusal::NoChange),
                _ => Ok(Event::Update(UpdateEvent::SendBegun { message, target })),
            },
            Self::PartSent { message, target, part, repeat } => {
                let sent = on_its_way(incident, message, &target)?.parts;
                if sent.checked_add(1) == Some(part) {
                    Ok(Event::Update(UpdateEvent::PartSent { message, target, part, repeat }))
                } else {
                    Err(Refusal::NotOnItsWay { message })
                }
            }
            Self::Deliver { message, target, repeat } => {
                let repeat = on_its_way(incident, message, &target)?.doubtful || repeat;
                Ok(Event::Update(UpdateEvent::Delivered { message, target, repeat }))
            }
            Self::Delay { message, target, reason, maybe_sent } => {
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
            Self::Fail { message, target, reason } => {
                let reason = short(reason);
                on_its_way(incident, message, &target)?;
                Ok(Event::Update(UpdateEvent::Failed { message, target, reason }))
            }
            Self::NoteLate { step } => note_late(incident, step, context),
        }
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
    bounded(&text, Field::Text)?;
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
