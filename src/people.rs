//! The people file, and what each person may do now.
//!
//! ```text
//!   people.toml ──read──▶ People ──by account or key──▶ Person ──▶ Who
//! ```
//!
//! [`People::read`] returns all errors of a file. An [`Access`] looks a person up in the newest people each time, so a
//! removed key opens nothing more.

mod access;
mod document;
mod key;
mod person;

pub use access::{Access, Known, Proof, Trouble, What};
pub use document::{PeopleDiagnostic, PeopleError};
pub use key::{BadKey, Key};
pub use person::{Contact, People, Person};

use crate::lang::Lang;

/// A people file with a comment at every field.
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
            People::read(sample(lang), "people.toml").unwrap_or_else(|problems| panic!("{}", problems[0].render(lang)))
        });
        let shape = |people: &People| -> Vec<_> {
            people.iter().map(|person| (person.right, person.unix.len(), person.keys.len())).collect()
        };
        assert_eq!(shape(&en), shape(&fr));
        let rights: std::collections::BTreeSet<_> = en.iter().map(|person| person.right).collect();
        assert_eq!(rights.len(), 4, "the sample shows every right");
    }
}
