//! Which actions are open to someone: rules are checked before anything is typed.

use super::view::View;
use crate::incident::{Command, Context, Line, Refusal, Right, RoleId, TaskCommand, authorise};

/// What an action requests of the room.
#[derive(Clone, Debug, PartialEq)]
pub enum Asks {
    /// Nothing that needs a right, or nothing yet.
    Nothing,
    /// A command like this one.
    Command(Command),
    /// The selection is no subject for it: no hint offers it.
    NoSubject,
}

/// Why an action is refused to the person, and whom to ask.
pub fn permitted(view: &View<'_>, asks: &Asks) -> Result<(), Refusal> {
    match asks {
        _ if view.is_in_command() || view.who.rights.right == Right::Owner => Ok(()),
        Asks::Command(command) => allowed(view, command),
        Asks::Nothing | Asks::NoSubject => Ok(()),
    }
}

pub fn allowed(view: &View<'_>, command: &Command) -> Result<(), Refusal> {
    authorise(view.incident, command, &context(view))
}

fn context(view: &View<'_>) -> Context {
    Context { commander_gone: view.commander_gone, ..Context::new(view.now, view.who.clone()) }
}

/// The roles for new tasks and hand-overs.
pub fn open_roles(view: &View<'_>) -> Vec<RoleId> {
    let step = view.incident.steps.first().map(|step| step.id.clone());
    let add = |role: &RoleId| {
        let step = step.clone()?;
        Some(Command::Task(TaskCommand::Add { step, role: role.clone(), title: Line::default(), planned: None }))
    };
    let roles = view.incident.roles().iter().map(|role| &role.id);
    roles.filter(|role| add(role).is_none_or(|add| allowed(view, &add).is_ok())).cloned().collect()
}
