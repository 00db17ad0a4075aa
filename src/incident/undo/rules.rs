//! Undo: what can be undone, by whom, and what prevents it.

use std::sync::Arc;

use crate::incident::asker::Asker;
use crate::incident::header::command::reopen;
use crate::incident::undo::before::{Before, Part};
use crate::incident::{Act, Context, Event, FollowUp, Incident, Line, PersonName, Refusal, Seq};

/// Undoes the last act; refused if it cannot be undone, or if someone has built on it since.
///
/// Right after one's own closing, it reopens the incident.
pub fn undo(incident: &Incident, context: &Context) -> Result<Vec<Event>, Refusal> {
    if incident.has_just_closed(&context.who.by.person) {
        return Ok(reopen(incident, Line::default(), context));
    }
    let act = incident.last_act(&context.who.by.person).ok_or(Refusal::NothingToUndo)?;
    if act.hands_over() {
        return Err(Refusal::NotUndoable { entry: act.first });
    }
    if act.sends() {
        return Err(Refusal::Sent { entry: act.first });
    }
    match incident.changed_since(act) {
        None => Ok(vec![Event::Undone { act: act.first }]),
        Some(entry) => {
            let by = incident.log.get(entry).map_or_else(|| incident.commander.clone(), |it| it.by.person.clone());
            Err(Refusal::ChangedSince { entry, by })
        }
    }
}

/// After handing over command, a person can no longer undo what they did in it.
pub fn authorise_undo(asker: &Asker<'_>) -> Result<(), Refusal> {
    match asker.incident.last_act(asker.me()) {
        _ if asker.incident.has_just_closed(asker.me()) => asker.commander(),
        Some(act) if act.drives() => asker.commander(),
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
        parts
            .chain(inside)
            .chain(answering)
            .chain(measured)
            .filter_map(|part| self.acts.last_change(&part))
            .filter(|seq| *seq > act.last)
            .max()
    }

    /// Whether an act came after the last closing or reopening.
    pub(in crate::incident) fn is_since_closing(&self, act: &Act) -> bool {
        self.acts.last_change(&Part::Status).is_none_or(|seq| act.first > seq)
    }

    /// Returns the last act of a person that can still be undone; a closing and a reopening are none.
    pub fn last_act(&self, person: &PersonName) -> Option<&Act> {
        self.acts.mine.get(person)?.iter().rev().find(|act| !act.closes_or_reopens())
    }

    /// Returns the last act of a person, whatever it was.
    pub fn newest_act(&self, person: &PersonName) -> Option<&Act> {
        self.acts.mine.get(person)?.back()
    }

    /// Whether the incident is closed, and its closing is the last act of that person.
    pub fn has_just_closed(&self, person: &PersonName) -> bool {
        let closes = |act: &Act| act.closes_or_reopens() && self.closed_by(act);
        self.is_closed() && self.newest_act(person).is_some_and(closes)
    }

    /// What the closing of a closed incident replaced; nothing if its author has done too much since.
    pub(in crate::incident) fn ended_by_closing(&self) -> impl Iterator<Item = &Before> {
        let closed = self.acts.last_change(&Part::Status).and_then(|seq| self.log.get(seq));
        let mine = closed.and_then(|entry| self.acts.mine.get(&entry.by.person));
        let act = mine.and_then(|mine| mine.iter().rev().find(|act| self.closed_by(act)));
        act.into_iter().flat_map(|act| act.before.iter().map(|(before, _)| before))
    }

    fn closed_by(&self, act: &Act) -> bool {
        self.acts.last_change(&Part::Status) == Some(act.last)
    }
}
