//! The people of a people file.

use super::key::Key;
use crate::incident::{Line, PersonName, Right, Rights, RoleId};

/// Everybody in a people file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    persons: Vec<Person>,
}

/// One person, and what identifies them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name in the log.
    pub name: PersonName,
    pub full_name: Option<Line>,
    pub right: Right,
    pub roles: Vec<RoleId>,
    /// Their accounts on the host's machine.
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

impl People {
    pub const fn new(persons: Vec<Person>) -> Self {
        Self { persons }
    }

    /// In the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Person> {
        self.persons.iter()
    }

    pub fn len(&self) -> usize {
        self.persons.len()
    }

    pub fn is_empty(&self) -> bool {
        self.persons.is_empty()
    }

    pub fn named(&self, name: &PersonName) -> Option<&Person> {
        self.iter().find(|person| person.name == *name)
    }

    /// Returns the person who has this account of the machine.
    pub fn by_account(&self, account: &str) -> Option<&Person> {
        self.iter().find(|person| person.unix.iter().any(|own| own == account))
    }

    /// Returns the person who has this public key, by its blob as SSH sends it.
    pub fn by_key(&self, blob: &[u8]) -> Option<&Person> {
        self.iter().find(|person| person.keys.iter().any(|key| key.blob == blob))
    }
}

impl<'p> IntoIterator for &'p People {
    type Item = &'p Person;
    type IntoIter = std::slice::Iter<'p, Person>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Person {
    pub fn rights(&self) -> Rights {
        Rights { right: self.right, roles: self.roles.clone() }
    }
}
