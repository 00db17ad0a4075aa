//! Who is on the people page.

use crate::incident::{PersonName, Presence};
use crate::lang::Lang;
use crate::ui::view::{Person, View};

#[derive(Clone, Debug)]
pub struct Somebody<'a> {
    pub name: &'a PersonName,
    /// Their screens of this room.
    pub here: Vec<&'a Presence>,
    pub known: Option<&'a Person>,
}

/// Everyone on the page: those present, then those known to the host, then others who command, acted or have a task.
pub fn people<'a>(view: &View<'a>) -> Vec<Somebody<'a>> {
    let here = view.present.iter().map(|present| &present.person);
    let known = view.people.into_iter().flatten().map(|person| &person.name);
    let mut others: Vec<&PersonName> = view.incident.assignees();
    others.push(&view.incident.commander);
    others.extend(view.incident.people.iter());
    others.sort();
    let mut seen = std::collections::BTreeSet::new();
    let everyone = here.chain(known).chain(others).filter(|name| seen.insert(*name));
    let everyone: Vec<&PersonName> = everyone.collect();
    let somebody = |name: &'a PersonName| Somebody {
        name,
        here: view.present.iter().filter(|present| present.person == *name).collect(),
        known: view.person(name),
    };
    everyone.into_iter().map(somebody).collect()
}

/// Roles and presence of someone, beside their name in a list.
pub fn about(view: &View<'_>, somebody: &Somebody<'_>, lang: Lang) -> String {
    let mut about = Vec::new();
    if somebody.name == view.me {
        about.push(lang.say("ask-me"));
    }
    let roles = view.roles_of(somebody.name).into_iter().filter_map(|role| view.incident.role(role));
    about.extend(roles.map(|role| role.name.to_string()));
    if about.is_empty()
        && let Some(known) = somebody.known
    {
        about.push(lang.right(known.right));
    }
    about.push(if somebody.here.is_empty() { "○".to_owned() } else { "●".to_owned() });
    about.join(" · ")
}
