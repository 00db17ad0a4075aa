//! What is wrong with a people file, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::key::{ALGORITHMS, BadKey, RSA_BITS_MIN};
use crate::caret::{self, Flaw, Grammar, Slip, Words, quoted};
use crate::incident::Line;
use crate::lang::Lang;

/// One thing that is wrong with a people file.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What can be wrong in any file.
    Slip(Slip<Thing, Expected>),
    /// A name that nobody could be called by with `@name`.
    Name {
        name: Line,
    },
    /// It is no right of the four.
    Right {
        text: Line,
        near: Option<&'static str>,
    },
    /// The right of the host's own account, which no file gives.
    OwnerRight,
    RoleId {
        id: Line,
    },
    Account {
        account: Line,
    },
    Key(BadKey),
    /// Two persons, or one twice, with what tells people apart.
    Duplicate {
        what: Distinct,
        text: Line,
        first: Range<usize>,
    },
}

/// The tables of a people file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    File,
    Person,
    Contact,
}

/// What no two persons share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distinct {
    Name,
    Account,
    Key,
}

/// What a field holds where all is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Texts,
    /// `[[person]]`, one after the other.
    Persons,
    Contact,
}

impl Flaw for Fault {
    fn words(&self, lang: Lang) -> Words {
        let with = |name: &str, variables: &[(&str, FluentValue<'_>)]| Words {
            what: lang.say_with(&format!("people-{name}"), variables),
            expected: lang.say_with(&format!("people-{name}-expected"), variables),
            help: None,
        };
        let meant = |near: Option<&'static str>| {
            near.map(|near| lang.say_with("caret-meant", &[("near", near.into())]))
        };
        match self {
            Self::Slip(slip) => slip.words("people", lang),
            Self::Name { name } => with("name", &[("name", quoted(name))]),
            Self::Right { text, near } => {
                Words { help: meant(*near), ..with("right", &[("right", quoted(text))]) }
            }
            Self::OwnerRight => with("owner-right", &[]),
            Self::RoleId { id } => with("role", &[("id", quoted(id))]),
            Self::Account { account } => with("account", &[("account", quoted(account))]),
            Self::Key(bad) => {
                let variables = [
                    ("known", FluentValue::from(ALGORITHMS.join(", "))),
                    ("bits", FluentValue::from(RSA_BITS_MIN.to_string())),
                ];
                with(bad.key(), &variables)
            }
            Self::Duplicate { what, text, .. } => with(what.key(), &[("text", quoted(text))]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } => Some(first),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        Slip::More { count }.into()
    }
}

impl Grammar for Fault {
    type Thing = Thing;
    type Expected = Expected;

    const MAX_BYTES: usize = 1 << 20;
}

impl From<Slip<Thing, Expected>> for Fault {
    fn from(slip: Slip<Thing, Expected>) -> Self {
        Self::Slip(slip)
    }
}

impl caret::Thing for Thing {
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::File => &["format", "person"],
            Self::Person => &["name", "full_name", "right", "roles", "unix", "ssh_keys", "contact"],
            Self::Contact => &["phone", "mail", "chat"],
        }
    }
}

impl BadKey {
    const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "key",
            Self::Private => "key-private",
            Self::Options => "key-options",
            Self::Algorithm => "key-algorithm",
            Self::Damaged => "key-damaged",
            Self::Mixed => "key-mixed",
            Self::Weak => "key-weak",
        }
    }
}

impl Distinct {
    const fn key(self) -> &'static str {
        match self {
            Self::Name => "same-name",
            Self::Account => "same-account",
            Self::Key => "same-key",
        }
    }
}

impl caret::Expected for Expected {
    fn say(self, lang: Lang) -> String {
        lang.say(match self {
            Self::Text => "people-expected-text",
            Self::Texts => "people-expected-texts",
            Self::Persons => "people-expected-persons",
            Self::Contact => "people-expected-contact",
        })
    }
}
