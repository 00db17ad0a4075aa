//! Undo: what can be undone, by whom, and what prevents it.

use std::sync::Arc;

use crate::incident::asking::Asking;
use crate::incident::undo::before::{Before, Part};
use crate::incident::{Act, Context, Event, FollowUp, Incident, PersonName, Refusal, Seq, Status};

/// Undoes the last act; refused if it cannot be undone, or if someone has built on it since.
pub fn undo(incident: &Incident, context: &Context) -> Result<Event, Refusal> {
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
            let by = incident.log.get(entry).map_or_else(|| incident.commander.clone(), |it| it.by.person.clone());
            Err(Refusal::ChangedSince { entry, by })
        }
    }
}

/// After handing over command, a person can no longer undo what they did in it.
pub fn authorise_undo(asking: &Asking<'_>) -> Result<(), Refusal> {
    match asking.incident.last_act(asking.me()) {
        Some(act) if act.drives() => asking.commander(),
        _ => Ok(()),
    }
}

impl Incident {
    /// The newest later change of anything that an act changed.
    fn changed_since(&self, act: &Act) -> Option<Seq> {
        let parts = act.before.iter().filter_map(|(before, _)| before.part());
        // An added step goes with its tasks.
        let inside = act.before.iter().filter_map(|(before, _)| match before {
            Before::Step(id, None, _) => self.step(id),
            _ => None,
        });
        let inside = inside.flat_map(|step| step.tasks.iter().map(|task| Part::Task(task.id.clone())));
        // A finding stays while an action addresses it.
        let answers = |action: &&Arc<FollowUp>| {
            action.finding.is_some_and(|finding| {
                act.before.iter().any(|(before, _)| matches!(before, Before::Finding(id, None) if *id == finding))
            })
        };
        let answering = self.actions.iter().filter(answers).map(|action| Part::Action(action.id));
        // Runs that began or ended since were measured by the clock as this act left it.
        let stops_or_starts = |before: &Before| matches!(before, Before::Status(..) | Before::Step(_, _, Some(_)));
        let turned_clock = act.before.iter().any(|(before, _)| stops_or_starts(before));
        let measured = self.steps.iter().filter(|_| turned_clock).map(|step| Part::Step(step.id.clone()));
        let measured = measured.chain(turned_clock.then_some(Part::Status));
        // A closed incident has no open calls and offers.
        let closes = |before: &Before| matches!(before, Before::Status(Status::Closed { .. }, _));
        let closes = act.before.iter().any(|(before, _)| closes(before));
        let calls = self.calls.iter().map(|call| Part::Call(call.seq));
        let offers = self.offers.iter().map(|offer| Part::Offer(offer.duty.clone()));
        let waiting = calls.chain(offers).filter(|_| closes);
        parts
            .chain(inside)
            .chain(answering)
            .chain(measured)
            .chain(waiting)
            .filter_map(|part| self.acts.last_change(&part))
            .filter(|seq| *seq > act.last)
            .max()
    }

    /// Whether an act came after the last closing or reopening.
    pub(in crate::incident) fn is_since_closing(&self, act: &Act) -> bool {
        self.acts.last_change(&Part::Status).is_none_or(|seq| act.first > seq)
    }

    /// Returns the last act of a person that can still be undone.
    pub fn last_act(&self, person: &PersonName) -> Option<&Act> {
        self.acts.mine.get(person)?.back()
    }
}
