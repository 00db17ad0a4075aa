//! What is handed over from person to person, and who calls for help.

use serde::{Deserialize, Serialize};

use super::ids::{PersonName, RoleId, Seq, TaskId};
use super::plan::Role;
use super::right::Who;
use super::state::Incident;
use super::task::Task;
use super::text::{Line, Prose};
use super::time::Moment;

/// What one person does for all, and can hand over.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    Command,
    Role(RoleId),
}

/// A duty that is offered to somebody and not accepted yet; a newer offer of the same duty takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The record that made it.
    pub seq: Seq,
    pub duty: Duty,
    pub from: PersonName,
    pub to: PersonName,
    pub at: Moment,
    /// What the one who takes over has to know.
    pub briefing: Prose,
}

/// A call for help that nobody has answered yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpCall {
    /// The record that made it, by which it is answered.
    pub seq: Seq,
    pub by: PersonName,
    pub at: Moment,
    pub text: Line,
    pub task: Option<TaskId>,
}

impl Incident {
    pub fn call(&self, seq: Seq) -> Option<&HelpCall> {
        self.calls.iter().find(|call| call.seq == seq).map(AsRef::as_ref)
    }

    /// The open offer of a duty.
    pub fn offer(&self, duty: &Duty) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.duty == *duty).map(AsRef::as_ref)
    }

    /// Who has taken over a role in this incident; whom the people file names for it is another question.
    pub fn takers(&self, role: &RoleId) -> impl Iterator<Item = &PersonName> {
        self.takers.get(role).into_iter().flatten()
    }

    /// The roles that somebody holds here: their own, and those that they took over.
    pub fn roles_of<'a>(&'a self, who: &'a Who) -> impl Iterator<Item = &'a Role> {
        self.roles().iter().filter(|role| self.holds(who, &role.id))
    }

    pub fn holds(&self, who: &Who, role: &RoleId) -> bool {
        who.rights.roles.contains(role) || self.takers(role).any(|taker| *taker == who.by.person)
    }

    /// Whether a task is somebody's: of a role that they hold, or assigned to them.
    pub fn is_task_of(&self, who: &Who, task: &Task) -> bool {
        task.assignee.as_ref() == Some(&who.by.person) || self.holds(who, &task.role)
    }

    /// The open tasks of a role that are somebody's by name: they go with the role.
    pub(super) fn tasks_handed_over(&self, role: &RoleId, from: &PersonName) -> Vec<TaskId> {
        let handed =
            |task: &Task| task.role == *role && task.assignee.as_ref() == Some(from) && !task.state.is_over();
        self.tasks().filter(|(_, task)| handed(task)).map(|(_, task)| task.id.clone()).collect()
    }
}
