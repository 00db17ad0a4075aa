//! What is wrong with a people file, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::key::{ALGORITHMS, BadKey, RSA_BITS_MIN};
use crate::caret::{self, Flaw, Syntax, Words, quoted};
use crate::incident::Line;
use crate::lang::Lang;

/// One thing that is wrong with a people file.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than a people file can be.
    TooBig,
    /// It is no UTF-8 text.
    NotText,
    /// It is no TOML; `detail` is what the TOML reader says, in English.
    Syntax {
        cause: Syntax,
        detail: Line,
    },
    /// The format is not the number 1.
    Format,
    Missing {
        field: &'static str,
    },
    WrongType {
        field: Line,
        expected: Expected,
    },
    Empty {
        field: Line,
    },
    TooLong {
        field: Line,
        max: usize,
    },
    UnknownField {
        field: Line,
        known: &'static [&'static str],
        near: Option<&'static str>,
    },
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
    TooMany {
        field: &'static str,
        max: usize,
    },
    /// There is more wrong than is worth showing at once.
    More {
        count: usize,
    },
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
        let plain = |name: &str| with(name, &[]);
        let meant = |near: Option<&'static str>| {
            near.map(|near| lang.say_with("caret-meant", &[("near", near.into())]))
        };
        match self {
            Self::TooBig => plain("too-big"),
            Self::NotText => plain("not-text"),
            Self::Syntax { cause, detail } => cause.words(detail, lang),
            Self::Format => plain("format"),
            Self::Missing { field } => with("missing", &[("field", (*field).into())]),
            Self::WrongType { field, expected } => Words {
                what: lang.say_with("people-type", &[("field", quoted(field))]),
                expected: lang.say(expected.key()),
                help: None,
            },
            Self::Empty { field } => with("empty", &[("field", quoted(field))]),
            Self::TooLong { field, max } => {
                with("too-long", &[("field", quoted(field)), ("max", (*max).into())])
            }
            Self::UnknownField { field, known, near } => Words {
                help: meant(*near),
                ..with("unknown-field", &[("field", quoted(field)), ("known", known.join(", ").into())])
            },
            Self::Name { name } => with("name", &[("name", quoted(name))]),
            Self::Right { text, near } => {
                Words { help: meant(*near), ..with("right", &[("right", quoted(text))]) }
            }
            Self::OwnerRight => plain("owner-right"),
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
            Self::TooMany { field, max } => {
                with("too-many", &[("field", (*field).into()), ("max", (*max).into())])
            }
            Self::More { count } => with("more", &[("count", (*count).into())]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } => Some(first),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        Self::More { count }
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

impl Expected {
    const fn key(self) -> &'static str {
        match self {
            Self::Text => "people-expected-text",
            Self::Texts => "people-expected-texts",
            Self::Persons => "people-expected-persons",
            Self::Contact => "people-expected-contact",
        }
    }
}
