//! Who is who: the people file, and what somebody who came through a door may do now.
//!
//! ```text
//!   people.toml ──read──▶ People ──by account or key──▶ Person ──▶ Who
//! ```
//!
//! [`People::read`] reports all that is wrong with a file at once, each [`Problem`] with its place. An [`Access`] asks the
//! newest people each time, so that a key that is removed opens nothing more.

mod access;
mod document;
mod key;
mod problem;
mod trouble;

pub use access::{Access, Known, Proof};
pub use key::{BadKey, Key};
pub use problem::{Fault, Problem};
pub use trouble::{Trouble, What};

use crate::incident::{Line, PersonName, Right, Rights, RoleId};
use crate::lang::Lang;

/// Everybody whom a people file names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    persons: Vec<Person>,
}

/// One person, and how they are recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What the log calls them.
    pub name: PersonName,
    pub full_name: Option<Line>,
    pub right: Right,
    pub roles: Vec<RoleId>,
    /// Their accounts on the host's machine.
    pub unix: Vec<String>,
    pub keys: Vec<Key>,
    pub contact: Contact,
}

/// How a person is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub phone: Option<Line>,
    pub mail: Option<Line>,
    pub chat: Option<Line>,
}

impl People {
    /// Reads a people file; `name` is the file's, for the errors.
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<Problem>> {
        document::read(source, name)
    }

    /// Reads a people file from its bytes.
    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<Problem>> {
        document::read_bytes(bytes, name)
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

    /// Whose account of the machine it is.
    pub fn by_account(&self, account: &str) -> Option<&Person> {
        self.iter().find(|person| person.unix.iter().any(|own| own == account))
    }

    /// Whose public key it is, by its blob as SSH sends it.
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

/// A people file with a comment at every field, to start one's own from.
pub const fn sample(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!("people/sample.fr.toml"),
        Lang::En => include_str!("people/sample.en.toml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_are_valid_and_alike() {
        let [en, fr] = Lang::ALL.map(|lang| {
            People::read(sample(lang), "people.toml")
                .unwrap_or_else(|problems| panic!("{}", problems[0].render(lang)))
        });
        let shape = |people: &People| -> Vec<_> {
            people.iter().map(|person| (person.right, person.unix.len(), person.keys.len())).collect()
        };
        assert_eq!(shape(&en), shape(&fr));
        let rights: std::collections::BTreeSet<_> = en.iter().map(|person| person.right).collect();
        assert_eq!(rights.len(), 4, "the sample shows every right");
    }
}
