//! Reports of the program itself.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::incident::checks::{REASON_MAX, TARGETS_MAX, bounded, changes, room_for, step_is, step_of};
use crate::incident::update::command::{audience_of, set_audience};
use crate::incident::{
    Audience, AudienceId, Context, Delivery, DeliveryState, Event, Field, Incident, Lateness, Line, Prose, Push,
    Pushed, Refusal, Seq, StepEvent, StepId, TargetName, UpdateEvent,
};

/// Reports of messages and their delivery, which only the program makes.
///
/// A report that does not fit what is known is refused, so a repeated one does nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum SystemCommand {
    /// An audience of the host's settings.
    SetAudience { audience: Box<Audience> },
    /// Decides the targets of an update.
    Address { update: Seq, targets: Vec<TargetName> },
    /// Reports to a target what happened up to record `through`; with an empty text, reports only begin there.
    Push { target: TargetName, audience: AudienceId, through: Seq, text: Prose },
    /// A part is about to be sent; its outcome is unknown until another report.
    BeginSend { message: Seq, target: TargetName },
    /// Part `part`, from 1, has arrived, perhaps twice if `repeat`; others follow.
    PartSent { message: Seq, target: TargetName, part: u16, repeat: bool },
    /// All has arrived, some of it perhaps twice if `repeat`.
    Deliver { message: Seq, target: TargetName, repeat: bool },
    /// To be tried again later; it may have arrived if `maybe_sent`.
    Delay { message: Seq, target: TargetName, reason: Line, maybe_sent: bool },
    /// Not tried again automatically.
    Fail { message: Seq, target: TargetName, reason: Line },
    /// A phase or break is past its planned time.
    NoteLate { step: StepId },
}

impl SystemCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident, context: &Context) -> Result<Event, Refusal> {
        let waiting = |message, target: &_| on_its_way(incident, message, target);
        Ok(Event::Update(match self {
            Self::SetAudience { audience } => set_audience(incident, audience)?,
            Self::Address { update, targets } => address(incident, update, targets)?,
            Self::Push { target, audience, through, text } => {
                push(incident, Pushed { target, audience, through, text })?
            }
            Self::BeginSend { message, target } => {
                changes(!waiting(message, &target)?.begun)?;
                UpdateEvent::SendBegun { message, target }
            }
            Self::PartSent { message, target, part, repeat } => {
                if waiting(message, &target)?.parts.checked_add(1) != Some(part) {
                    return Err(Refusal::NotOnItsWay { message });
                }
                UpdateEvent::PartSent { message, target, part, repeat }
            }
            Self::Deliver { message, target, repeat } => {
                let repeat = waiting(message, &target)?.doubtful || repeat;
                UpdateEvent::Delivered { message, target, repeat }
            }
            Self::Delay { message, target, reason, maybe_sent } => {
                let reason = short(reason);
                let now = waiting(message, &target)?;
                let is_same = matches!(&now.state, DeliveryState::Delayed { reason: same } if *same == reason);
                changes(!is_same || now.begun != maybe_sent)?;
                UpdateEvent::Delayed { message, target, reason, maybe_sent }
            }
            Self::Fail { message, target, reason } => {
                waiting(message, &target)?;
                UpdateEvent::Failed { message, target, reason: short(reason) }
            }
            Self::NoteLate { step } => {
                let it = step_of(incident, &step)?;
                if !it.is_active() {
                    return Err(step_is(it));
                }
                let late = incident.step_clock(it, context.at).lateness == Lateness::Late;
                changes(late && !it.late_noted)?;
                return Ok(Event::Step(StepEvent::Late { step }));
            }
        }))
    }
}

fn address(incident: &Incident, update: Seq, mut targets: Vec<TargetName>) -> Result<UpdateEvent, Refusal> {
    let mut seen = BTreeSet::new();
    targets.retain(|target| seen.insert(target.clone()));
    if targets.len() > TARGETS_MAX {
        return Err(Refusal::TooMany { what: Field::Targets, max: TARGETS_MAX });
    }
    match incident.update(update) {
        Some(it) if !it.addressed => Ok(UpdateEvent::Addressed { update, targets }),
        _ => Err(Refusal::NotOnItsWay { message: update }),
    }
}

fn push(incident: &Incident, pushed: Pushed) -> Result<UpdateEvent, Refusal> {
    let Pushed { target, audience, through, text } = &pushed;
    audience_of(incident, audience)?;
    bounded(text, Field::Text)?;
    if *through <= incident.pushed(target) || *through > incident.seq {
        return Err(Refusal::NotOnItsWay { message: *through });
    }
    // A target that accepts nothing gets one gathered message, not many.
    let waits = |push: &Push| push.delivery.target == *target && push.delivery.state.waits();
    changes(!incident.pushes.iter().any(|push| waits(push)))?;
    if !incident.pushed.contains_key(target) {
        room_for(Field::Targets, incident.pushed.len(), TARGETS_MAX)?;
    }
    Ok(UpdateEvent::Pushed(Box::new(pushed)))
}

/// Cuts a reason to what a record holds, so that the outcome is noted whatever a target answered.
fn short(reason: Line) -> Line {
    match reason.as_str().char_indices().nth(REASON_MAX) {
        Some((end, _)) => Line::new(&reason.as_str()[..end]),
        None => reason,
    }
}

/// A delivery neither made nor given up.
fn on_its_way<'a>(incident: &'a Incident, message: Seq, target: &TargetName) -> Result<&'a Delivery, Refusal> {
    let delivery = incident.delivery(message, target).filter(|delivery| delivery.state.waits());
    delivery.ok_or(Refusal::NotOnItsWay { message })
}
