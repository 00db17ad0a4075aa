//! What is wrong with a `notify.toml`, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::borrow::Cow;
use std::ops::Range;

use super::{FILE_MAX, News};
use crate::caret::{self, Flaw, Grammar, Slip, Words, quoted};
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::Kind;
use crate::runbook;

/// One thing that is wrong with the file.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What can be wrong in any file.
    Slip(Slip<Thing, Expected>),
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
}

/// The tables of a `notify.toml`, but for audiences, which plans have too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    File,
    Target,
    /// Where a secret is.
    Source,
    Network,
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
        let meant = |near: Option<&'static str>| {
            near.map(|near| lang.say_with("caret-meant", &[("near", near.into())]))
        };
        match self {
            Self::Slip(slip) => slip.words("desk-file", lang),
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
        Slip::More { count }.into()
    }
}

impl Grammar for Fault {
    type Thing = Thing;
    type Expected = Expected;

    const MAX_BYTES: usize = FILE_MAX;

    /// Every address covered: an error that quotes a line would show what opens a channel.
    fn shown(source: &str) -> Cow<'_, str> {
        let mut out = String::with_capacity(source.len());
        let mut rest = source;
        while let Some(at) = rest.find("://") {
            let (before, address) = rest.split_at(at + 3);
            out.push_str(before);
            let end =
                address.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).unwrap_or(address.len());
            out.extend(std::iter::repeat_n('*', end));
            rest = &address[end..];
        }
        out.push_str(rest);
        out.into()
    }
}

impl From<Slip<Thing, Expected>> for Fault {
    fn from(slip: Slip<Thing, Expected>) -> Self {
        Self::Slip(slip)
    }
}

impl caret::Thing for Thing {
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::File => &["format", "target", "audience", "network"],
            Self::Target => &["name", "kind", "url", "secret", "audiences", "push", "allow_local"],
            Self::Source => &["file", "env", "credential"],
            Self::Network => &["proxy", "no_proxy", "ca", "gather"],
        }
    }
}

impl caret::Expected for Expected {
    fn say(self, lang: Lang) -> String {
        lang.say(match self {
            Self::Text => "desk-file-expected-text",
            Self::Texts => "desk-file-expected-texts",
            Self::Truth => "desk-file-expected-truth",
            Self::Tables => "desk-file-expected-tables",
            Self::Network => "desk-file-expected-network",
            Self::Source => "desk-file-expected-source",
        })
    }
}
