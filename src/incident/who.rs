//! A person and their rights.

use serde::{Deserialize, Serialize};

use crate::incident::{Moment, RoleId, Signature};

/// The right of a person in every incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Right {
    /// The program itself: only reports delivery results.
    #[serde(rename = "house")]
    #[strum(serialize = "house")]
    System,
    /// Reads.
    Observer,
    /// Does tasks of their roles or assigned to them, and writes in the log.
    Member,
    /// May open incidents, do everyone's tasks, and take command while the commander is gone.
    Deputy,
    /// May take command at any time.
    Commander,
    /// The account that runs the host: everything, as if in command.
    Owner,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub right: Right,
    pub roles: Vec<RoleId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub by: Signature,
    pub rights: Rights,
}

impl Right {
    pub const fn may_open(self) -> bool {
        matches!(self, Self::Deputy | Self::Commander | Self::Owner)
    }
}

impl Rights {
    pub const OWNER: Self = Self { right: Right::Owner, roles: Vec::new() };
}

impl Who {
    /// The account whose host it is.
    pub const fn owner(by: Signature) -> Self {
        Self { by, rights: Rights::OWNER }
    }

    pub fn system() -> Self {
        Self { by: Signature::system(), rights: Rights { right: Right::System, roles: Vec::new() } }
    }
}

/// When a command is decided, who asked, and with which rights.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    pub at: Moment,
    pub who: Who,
    /// The commander has been at no screen for so long that a deputy may take command.
    pub commander_gone: bool,
}

impl Context {
    /// With the commander present.
    pub const fn new(at: Moment, who: Who) -> Self {
        Self { at, who, commander_gone: false }
    }

    /// Asked by the account that runs the host.
    pub const fn owner(at: Moment, by: Signature) -> Self {
        Self::new(at, Who::owner(by))
    }
}
