//! Who has which duty.

use crate::incident::{Duty, Incident, Offer, PersonName, Role, RoleId, Task, TaskId, Who};

impl Incident {
    /// The open offer of a duty.
    pub fn offer(&self, duty: &Duty) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.duty == *duty).map(AsRef::as_ref)
    }

    /// Who has taken over a role in this incident; the people file names its usual holders.
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
    pub(in crate::incident) fn tasks_handed_over(&self, role: &RoleId, from: &PersonName) -> Vec<TaskId> {
        let handed =
            |task: &Task| task.role == *role && task.assignee.as_ref() == Some(from) && !task.state.is_over();
        self.tasks().filter(|(_, task)| handed(task)).map(|(_, task)| task.id.clone()).collect()
    }
}
