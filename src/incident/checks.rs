//! Checks that rules of several nouns share, and the bounds of what an incident holds.

use crate::incident::{Event, Field, Incident, Line, Planned, Prose, Refusal, RoleId, Step, StepId};

/// The longest title or name, in characters.
pub(in crate::incident) const TITLE_MAX: usize = 200;
/// The longest reason, in characters.
pub(in crate::incident) const REASON_MAX: usize = 1000;
/// The longest text, in bytes.
pub(in crate::incident) const TEXT_MAX: usize = 64 * 1024;
pub(in crate::incident) const STEPS_MAX: usize = 500;
pub(in crate::incident) const TASKS_MAX: usize = 10_000;
pub(in crate::incident) const SERVICES_MAX: usize = 500;
pub(in crate::incident) const CALLS_MAX: usize = 100;
pub(in crate::incident) const AUDIENCES_MAX: usize = 32;
pub(in crate::incident) const PROPOSALS_MAX: usize = 100;
pub(in crate::incident) const TARGETS_MAX: usize = 100;
pub(in crate::incident) const FINDINGS_MAX: usize = 500;
pub(in crate::incident) const ACTIONS_MAX: usize = 500;

pub(in crate::incident) fn titled(title: &Line) -> Result<(), Refusal> {
    named(title, Field::Title)
}

/// A title or name: there, and short enough for one line.
pub(in crate::incident) fn named(name: &Line, what: Field) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::Empty { what });
    }
    at_most(name.as_str(), what, TITLE_MAX)
}

/// A reason that has to be given.
pub(in crate::incident) fn given(reason: &Line) -> Result<(), Refusal> {
    if reason.is_empty() {
        return Err(Refusal::Empty { what: Field::Reason });
    }
    at_most(reason.as_str(), Field::Reason, REASON_MAX)
}

/// A reason that may be left out.
pub(in crate::incident) fn optional(reason: &Line) -> Result<(), Refusal> {
    at_most(reason.as_str(), Field::Reason, REASON_MAX)
}

pub(in crate::incident) fn written(text: &Prose) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty { what: Field::Text });
    }
    bounded(text, Field::Text)
}

pub(in crate::incident) fn bounded(text: &Prose, what: Field) -> Result<(), Refusal> {
    if text.as_str().len() > TEXT_MAX {
        return Err(Refusal::TooLong { what, max: TEXT_MAX });
    }
    Ok(())
}

pub(in crate::incident) fn at_most(text: &str, what: Field, max: usize) -> Result<(), Refusal> {
    if text.chars().nth(max).is_some() {
        return Err(Refusal::TooLong { what, max });
    }
    Ok(())
}

/// A range that a plan could hold.
pub(in crate::incident) fn sound(planned: Planned) -> Result<(), Refusal> {
    const YEAR: u32 = 366 * 24 * 3600;
    if planned.min > planned.max || planned.max == 0 || planned.max > YEAR {
        return Err(Refusal::BadRange);
    }
    Ok(())
}

pub(in crate::incident) fn step_of<'a>(incident: &'a Incident, id: &StepId) -> Result<&'a Step, Refusal> {
    incident.step(id).ok_or_else(|| Refusal::no_such_step(id))
}

pub(in crate::incident) fn known_role(incident: &Incident, role: &RoleId) -> Result<(), Refusal> {
    if incident.role(role).is_some() {
        return Ok(());
    }
    let known = incident.roles().iter().map(|role| Line::new(role.id.as_str())).collect();
    Err(Refusal::NoSuchRole { role: Line::new(role.as_str()), known })
}

pub(in crate::incident) fn step_is(step: &Step) -> Refusal {
    Refusal::StepIs { step: step.title.clone(), state: step.state.name() }
}

pub(in crate::incident) fn one(event: Result<Event, Refusal>) -> Result<Vec<Event>, Refusal> {
    event.map(|event| vec![event])
}
