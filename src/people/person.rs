//! The people of a people file.

use std::ops::Deref;

use super::key::Key;
use crate::incident::{Line, PersonName, Right, RoleId};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People(pub(super) Vec<Person>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name in the log.
    pub name: PersonName,
    pub full_name: Option<Line>,
    pub right: Right,
    pub roles: Vec<RoleId>,
    pub unix: Vec<String>,
    pub keys: Vec<Key>,
    pub contact: Contact,
}

/// How to reach a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub phone: Option<Line>,
    pub mail: Option<Line>,
    pub chat: Option<Line>,
}

impl Deref for People {
    type Target = [Person];

    fn deref(&self) -> &[Person] {
        &self.0
    }
}

impl People {
    pub fn named(&self, name: &PersonName) -> Option<&Person> {
        self.iter().find(|person| person.name == *name)
    }
}
