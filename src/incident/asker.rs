//! What a command's `authorise` may require of the person who asks.

use crate::incident::{Context, Incident, PersonName, Refusal, Right, RoleId, TaskId, Whom};

pub struct Asker<'a> {
    pub incident: &'a Incident,
    pub context: &'a Context,
}

impl Asker<'_> {
    pub const fn me(&self) -> &PersonName {
        &self.context.who.by.person
    }

    /// Refuses everyone: the commander does not have to ask.
    pub fn commander(&self) -> Result<(), Refusal> {
        Err(Refusal::NotYours { whom: Whom::Commander(self.incident.commander.clone()) })
    }

    fn is_deputy(&self) -> bool {
        self.context.who.rights.right >= Right::Deputy
    }

    pub fn deputy(&self) -> Result<(), Refusal> {
        if self.is_deputy() { Ok(()) } else { self.commander() }
    }

    /// A deputy, or one of these people; the first is the one to ask.
    pub fn deputy_or(&self, people: &[&PersonName]) -> Result<(), Refusal> {
        if self.is_deputy() { Ok(()) } else { self.only(people) }
    }

    pub fn only(&self, people: &[&PersonName]) -> Result<(), Refusal> {
        match people {
            [first, ..] if !people.contains(&self.me()) => {
                Err(Refusal::NotYours { whom: Whom::Person((*first).clone()) })
            }
            _ => Ok(()),
        }
    }

    pub fn holder(&self, role: &RoleId) -> Result<(), Refusal> {
        let incident = self.incident;
        if self.is_deputy() || incident.role(role).is_none() || incident.holds(&self.context.who, role) {
            return Ok(());
        }
        Err(Refusal::NotYours { whom: holders(incident, role, None) })
    }

    pub fn owner_of(&self, task: &TaskId) -> Result<(), Refusal> {
        match self.incident.task(task) {
            Some((_, task)) if !self.is_deputy() && !self.incident.is_task_of(&self.context.who, task) => {
                Err(Refusal::NotYours { whom: holders(self.incident, &task.role, task.assignee.as_ref()) })
            }
            _ => Ok(()),
        }
    }

    /// A deputy takes command only while the commander is gone.
    pub fn to_take_command(&self) -> Result<(), Refusal> {
        match self.context.who.rights.right {
            Right::Commander => Ok(()),
            _ if !self.is_deputy() => self.commander(),
            _ if self.context.commander_gone => Ok(()),
            _ => Err(Refusal::CommanderThere { commander: self.incident.commander.clone() }),
        }
    }
}

/// The known holders of a role, the assignee of the task first.
fn holders(incident: &Incident, role: &RoleId, assignee: Option<&PersonName>) -> Whom {
    let takers = incident.takers(role).filter(|taker| Some(*taker) != assignee);
    let holders = assignee.into_iter().chain(takers).cloned().collect();
    Whom::Role { role: incident.role_name(role), holders, commander: incident.commander.clone() }
}
