//! What can be wrong in a people file.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::key::{ALGORITHMS, BadKey, RSA_BITS_MIN};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, quoted};
use crate::incident::Line;
use crate::lang::Lang;

pub type PeopleDiagnostic = Diagnostic<PeopleError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleError {
    Toml(TomlError),
    /// A name that cannot be mentioned as `@name`.
    Name {
        name: Line,
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
    /// Something that only one person may have.
    Duplicate {
        what: Unique,
        text: Line,
        first: Range<usize>,
    },
}

/// What no two people share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unique {
    Name,
    Account,
    Key,
}

impl DiagnosticKind for PeopleError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Name { name } => message("people-name", &[("name", quoted(name))]),
            Self::OwnerRight => message("people-owner-right", &[]),
            Self::RoleId { id } => message("people-role", &[("id", quoted(id))]),
            Self::Account { account } => message("people-account", &[("account", quoted(account))]),
            Self::Key(bad) => message(
                bad.message_key(),
                &[("known", ALGORITHMS.join(", ").into()), ("bits", RSA_BITS_MIN.to_string().into())],
            ),
            Self::Duplicate { what, text, .. } => message(what.message_key(), &[("text", quoted(text))]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } => Some(first),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        TomlError::More { count }.into()
    }
}

impl From<TomlError> for PeopleError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

impl BadKey {
    const fn message_key(self) -> &'static str {
        match self {
            Self::Unreadable => "people-key",
            Self::Private => "people-key-private",
            Self::Options => "people-key-options",
            Self::Algorithm => "people-key-algorithm",
            Self::Damaged => "people-key-damaged",
            Self::Mixed => "people-key-mixed",
            Self::Weak => "people-key-weak",
        }
    }
}

impl Unique {
    const fn message_key(self) -> &'static str {
        match self {
            Self::Name => "people-same-name",
            Self::Account => "people-same-account",
            Self::Key => "people-same-key",
        }
    }
}
