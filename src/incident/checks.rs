//! Checks shared by several nouns, and the limits of an incident.

use crate::incident::{Field, Incident, Line, PersonName, Planned, Prose, Refusal, RoleId, Step, StepId};

/// The longest title or name, in characters.
pub const TITLE_MAX: usize = 200;
/// The longest reason, in characters.
pub const REASON_MAX: usize = 1000;
/// The longest text, in bytes.
pub const TEXT_MAX: usize = 64 * 1024;
pub const STEPS_MAX: usize = 500;
pub const TASKS_MAX: usize = 10_000;
pub const SERVICES_MAX: usize = 500;
pub const CALLS_MAX: usize = 100;
pub const AUDIENCES_MAX: usize = 32;
pub const PROPOSALS_MAX: usize = 100;
pub const TARGETS_MAX: usize = 100;
pub const FINDINGS_MAX: usize = 500;
pub const ACTIONS_MAX: usize = 500;

/// Refuses a command that would change nothing.
pub fn changes(it: bool) -> Result<(), Refusal> {
    if it { Ok(()) } else { Err(Refusal::NoChange) }
}

/// Refuses one more if an incident already holds `max`.
pub fn room_for(what: Field, count: usize, max: usize) -> Result<(), Refusal> {
    if count < max { Ok(()) } else { Err(Refusal::TooMany { what, max }) }
}

pub fn titled(title: &Line) -> Result<(), Refusal> {
    named(title, Field::Title)
}

/// Checks a title or name: present, and short enough for one line.
pub fn named(name: &Line, what: Field) -> Result<(), Refusal> {
    filled(name, what, TITLE_MAX)
}

pub fn person(name: &PersonName) -> Result<(), Refusal> {
    named(&Line::new(name.as_str()), Field::Name)
}

/// A required reason.
pub fn given(reason: &Line) -> Result<(), Refusal> {
    filled(reason, Field::Reason, REASON_MAX)
}

/// An optional reason.
pub fn optional(reason: &Line) -> Result<(), Refusal> {
    at_most(reason, Field::Reason, REASON_MAX)
}

pub fn filled(text: &Line, what: Field, max: usize) -> Result<(), Refusal> {
    if text.is_empty() { Err(Refusal::Empty { what }) } else { at_most(text, what, max) }
}

fn at_most(text: &Line, what: Field, max: usize) -> Result<(), Refusal> {
    if text.as_str().chars().nth(max).is_some() { Err(Refusal::TooLong { what, max }) } else { Ok(()) }
}

pub fn written(text: &Prose) -> Result<(), Refusal> {
    if text.is_empty() { Err(Refusal::Empty { what: Field::Text }) } else { bounded(text, Field::Text) }
}

pub fn bounded(text: &Prose, what: Field) -> Result<(), Refusal> {
    if text.as_str().len() > TEXT_MAX { Err(Refusal::TooLong { what, max: TEXT_MAX }) } else { Ok(()) }
}

/// A range that a plan could hold.
pub fn sound(planned: Planned) -> Result<(), Refusal> {
    let Planned { min, max } = planned;
    if min <= max && (1..=Planned::MOST).contains(&max) { Ok(()) } else { Err(Refusal::BadRange) }
}

pub fn step_of<'a>(incident: &'a Incident, id: &StepId) -> Result<&'a Step, Refusal> {
    incident.step(id).ok_or_else(|| Refusal::NoSuchStep { step: Line::new(id.as_str()) })
}

pub fn known_role(incident: &Incident, role: &RoleId) -> Result<(), Refusal> {
    if incident.role(role).is_some() {
        return Ok(());
    }
    let known = incident.roles().iter().map(|role| Line::new(role.id.as_str())).collect();
    Err(Refusal::NoSuchRole { role: Line::new(role.as_str()), known })
}

pub fn step_is(step: &Step) -> Refusal {
    Refusal::StepIs { step: step.title.clone(), state: step.state.name() }
}
