//! What is wrong with a `notify.toml`, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::News;
use crate::caret::{self, Flaw, Syntax, Words, quoted};
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::Kind;
use crate::runbook;

/// One thing that is wrong with the file.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than such a file can be.
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
    /// It cannot be the name of a target.
    Name {
        name: Line,
    },
    SameName {
        name: Line,
        first: Range<usize>,
    },
    /// A secret stands in the file itself.
    Bare {
        field: Line,
    },
    /// A credential is a name, not a path.
    Credential {
        name: Line,
    },
    AudienceId {
        id: Line,
    },
    Kind {
        text: Line,
        near: Option<&'static str>,
    },
    News {
        text: Line,
        near: Option<&'static str>,
    },
    Gather {
        text: Line,
    },
    /// What is wrong with an audience, which plans have too.
    Audience(Box<runbook::Fault>),
    TooMany {
        field: &'static str,
        max: usize,
    },
    /// There is more wrong than is worth showing at once.
    More {
        count: usize,
    },
}

/// What a field holds where all is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Texts,
    Truth,
    /// `[[target]]`, one after the other.
    Tables,
    Network,
    Source,
}

impl Flaw for Fault {
    fn words(&self, lang: Lang) -> Words {
        let with = |name: &str, variables: &[(&str, FluentValue<'_>)]| Words {
            what: lang.say_with(&format!("desk-file-{name}"), variables),
            expected: lang.say_with(&format!("desk-file-{name}-expected"), variables),
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
                what: lang.say_with("desk-file-type", &[("field", quoted(field))]),
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
            Self::SameName { name, .. } => with("same-name", &[("name", quoted(name))]),
            Self::Bare { field } => with("bare", &[("field", quoted(field))]),
            Self::Credential { name } => with("credential", &[("name", quoted(name))]),
            Self::AudienceId { id } => with("audience", &[("id", quoted(id))]),
            Self::Kind { text, near } => Words {
                help: meant(*near),
                ..with(
                    "kind",
                    &[("kind", quoted(text)), ("known", Kind::ALL.map(Kind::id).join(", ").into())],
                )
            },
            Self::News { text, near } => Words {
                help: meant(*near),
                ..with(
                    "push",
                    &[("push", quoted(text)), ("known", News::ALL.map(News::name).join(", ").into())],
                )
            },
            Self::Gather { text } => with("gather", &[("text", quoted(text))]),
            Self::Audience(fault) => fault.words(lang),
            Self::TooMany { field, max } => {
                with("too-many", &[("field", (*field).into()), ("max", (*max).into())])
            }
            Self::More { count } => with("more", &[("count", (*count).into())]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::SameName { first, .. } => Some(first),
            Self::Audience(fault) => fault.first(),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        Self::More { count }
    }
}

impl Expected {
    const fn key(self) -> &'static str {
        match self {
            Self::Text => "desk-file-expected-text",
            Self::Texts => "desk-file-expected-texts",
            Self::Truth => "desk-file-expected-truth",
            Self::Tables => "desk-file-expected-tables",
            Self::Network => "desk-file-expected-network",
            Self::Source => "desk-file-expected-source",
        }
    }
}
