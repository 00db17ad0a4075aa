//! The rules: what a command does, or why it is refused.

use super::command::{Command, Context, Open};
use super::event::Event;
use super::refusal::Refusal;
use super::state::Incident;

/// Opens an incident.
pub fn open(_open: Open, _context: &Context) -> Result<Event, Refusal> {
    Err(Refusal::NoChange)
}

/// What a command makes true now, or why nothing changes.
pub fn decide(_incident: &Incident, _command: Command, _context: &Context) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::NoChange)
}
