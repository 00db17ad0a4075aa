//! Somebody who asks for something in an incident.

use crate::incident::{Context, Incident, Line, PersonName, Refusal, Right, RoleId, TaskId, Whom};

/// Who asks, and in what: each family of commands puts its question.
///
/// What is asked of something that is not there passes: the rules give the better reason.
pub(in crate::incident) struct Asking<'a> {
    pub(in crate::incident) incident: &'a Incident,
    pub(in crate::incident) context: &'a Context,
}

impl Asking<'_> {
    pub(in crate::incident) const fn me(&self) -> &PersonName {
        &self.context.who.by.person
    }

    /// Nobody but the commander, who need not ask.
    pub(in crate::incident) fn commander(&self) -> Result<(), Refusal> {
        Err(Refusal::NotYours { whom: Whom::Commander(self.incident.commander.clone()) })
    }

    fn is_deputy(&self) -> bool {
        self.context.who.rights.right >= Right::Deputy
    }

    pub(in crate::incident) fn deputy(&self) -> Result<(), Refusal> {
        if self.is_deputy() { Ok(()) } else { self.commander() }
    }

    /// A deputy, or one of these people; the first is the one to ask.
    pub(in crate::incident) fn deputy_or(&self, people: &[&PersonName]) -> Result<(), Refusal> {
        if self.is_deputy() { Ok(()) } else { self.only(people) }
    }

    /// One of these people; the first is the one to ask.
    pub(in crate::incident) fn only(&self, people: &[&PersonName]) -> Result<(), Refusal> {
        match people {
            [first, ..] if !people.contains(&self.me()) => {
                Err(Refusal::NotYours { whom: Whom::Person((*first).clone()) })
            }
            _ => Ok(()),
        }
    }

    /// A deputy, or who holds the role.
    pub(in crate::incident) fn holder(&self, role: &RoleId) -> Result<(), Refusal> {
        let incident = self.incident;
        if self.is_deputy() || incident.role(role).is_none() || incident.holds(&self.context.who, role) {
            return Ok(());
        }
        Err(Refusal::NotYours { whom: holders(incident, role, None) })
    }

    /// A deputy, or whose task it is: by their role, or assigned to them.
    pub(in crate::incident) fn owner_of(&self, task: &TaskId) -> Result<(), Refusal> {
        match self.incident.task(task) {
            Some((_, task)) if !self.is_deputy() && !self.incident.is_task_of(&self.context.who, task) => {
                Err(Refusal::NotYours { whom: holders(self.incident, &task.role, task.assignee.as_ref()) })
            }
            _ => Ok(()),
        }
    }

    /// A deputy takes command only while the commander is gone.
    pub(in crate::incident) fn to_take_command(&self) -> Result<(), Refusal> {
        match self.context.who.rights.right {
            Right::Commander => Ok(()),
            _ if !self.is_deputy() => self.commander(),
            _ if self.context.commander_gone => Ok(()),
            _ => Err(Refusal::CommanderThere { commander: self.incident.commander.clone() }),
        }
    }
}

/// Who is known to do what a role does, the one first who has the task in hand.
fn holders(incident: &Incident, role: &RoleId, assignee: Option<&PersonName>) -> Whom {
    let takers = incident.takers(role).filter(|taker| Some(*taker) != assignee);
    let holders = assignee.into_iter().chain(takers).cloned().collect();
    let role = incident.role(role).map_or_else(|| Line::new(role.as_str()), |role| role.name.clone());
    Whom::Role { role, holders, commander: incident.commander.clone() }
}
