//! Who had which role in a recorded incident.

use crate::incident::{Incident, PersonName, Role};

/// The roles that somebody took over in a recording or had tasks of: tasks assigned to them, or last changed by them.
pub fn roles_in<'a>(newest: &'a Incident, name: &'a PersonName) -> impl Iterator<Item = &'a Role> {
    newest.roles().iter().filter(move |role| {
        let has_task = || {
            newest.tasks().any(|(_, task)| {
                let did = task.changed.as_ref().is_some_and(|(_, by)| by == name);
                task.role == role.id && (did || task.assignee.as_ref() == Some(name))
            })
        };
        newest.takers(&role.id).any(|taker| taker == name) || has_task()
    })
}
