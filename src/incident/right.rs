//! Who may do what.

use serde::{Deserialize, Serialize};

use super::command::{Command, Context};
use super::event::Signature;
use super::ids::RoleId;
use super::refusal::Refusal;
use super::state::Incident;

/// What a person is trusted with, whatever the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Reads.
    Observer,
    /// Does the tasks of their roles and what is assigned to them, and writes in the log.
    Member,
    /// May do everybody's tasks, and take command when the commander is gone.
    Deputy,
    /// May open incidents and take command at any time.
    Commander,
    /// The account whose host it is: everything, as if in command.
    Owner,
}

/// What a person may do, by who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub right: Right,
    pub roles: Vec<RoleId>,
}

/// Somebody who asks: who they are, through which door, and what they may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub by: Signature,
    pub rights: Rights,
}

impl Rights {
    pub const OWNER: Self = Self { right: Right::Owner, roles: Vec::new() };
}

impl Who {
    /// The account whose host it is.
    pub const fn owner(by: Signature) -> Self {
        Self { by, rights: Rights::OWNER }
    }
}

/// Whether the asker may ask for this at all; what the incident's state forbids is another question.
pub(super) fn authorise(_incident: &Incident, _command: &Command, _context: &Context) -> Result<(), Refusal> {
    Ok(())
}
