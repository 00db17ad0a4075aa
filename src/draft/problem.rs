//! What is wrong with a template, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::variable::{Reach, Variable};
use crate::caret::{self, Flaw, Words, quoted};
use crate::incident::Line;
use crate::lang::Lang;

/// One thing that is wrong with a template.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than a template can be.
    TooBig,
    /// It is no UTF-8 text.
    NotText,
    /// It says nothing.
    Empty,
    /// `{{` without its `}}` on the same line.
    Unclosed,
    UnknownVariable {
        name: Line,
        near: Option<&'static str>,
    },
    /// A variable for those inside, in a template for others.
    InsideOnly {
        variable: Variable,
    },
    /// The file's name says neither audience nor occasion nor language.
    FileName {
        near: Option<Line>,
    },
    /// There is more wrong than is worth showing at once.
    More {
        count: usize,
    },
}

impl Flaw for Fault {
    fn words(&self, lang: Lang) -> Words {
        let with = |name: &str, variables: &[(&str, FluentValue<'_>)]| Words {
            what: lang.say_with(&format!("draft-{name}"), variables),
            expected: lang.say_with(&format!("draft-{name}-expected"), variables),
            help: None,
        };
        let meant = |near: &str| lang.say_with("caret-meant", &[("near", near.to_owned().into())]);
        let known = |wanted: fn(&Variable) -> bool| {
            Variable::ALL.iter().filter(|it| wanted(it)).map(|it| it.name()).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::TooBig => with("too-big", &[]),
            Self::NotText => with("not-text", &[]),
            Self::Empty => with("empty", &[]),
            Self::Unclosed => with("unclosed", &[]),
            Self::UnknownVariable { name, near } => Words {
                help: near.map(meant),
                ..with("unknown", &[("name", quoted(name)), ("known", known(|_| true).into())])
            },
            Self::InsideOnly { variable } => with(
                "inside-only",
                &[
                    ("name", variable.name().into()),
                    ("known", known(|it| it.reach() == Reach::Outside).into()),
                ],
            ),
            Self::FileName { near } => {
                Words { help: near.as_ref().map(|near| meant(near.as_str())), ..with("file-name", &[]) }
            }
            Self::More { count } => with("problems-more", &[("count", (*count).into())]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        None
    }

    fn more(count: usize) -> Self {
        Self::More { count }
    }
}
