//! What can be wrong in a template.

use fluent_bundle::FluentValue;

use super::variable::{Reach, Variable};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, quoted};
use crate::incident::Line;
use crate::lang::Lang;

pub type TemplateDiagnostic = Diagnostic<TemplateError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    TooBig {
        bytes: usize,
        max: usize,
    },
    /// The file is not UTF-8.
    NotText,
    /// The file has no text.
    Empty,
    /// `{{` without its `}}` on the same line.
    Unclosed,
    UnknownVariable {
        name: Line,
        near: Option<&'static str>,
    },
    /// An internal variable in a template for external readers.
    InternalOnly {
        variable: Variable,
    },
    /// The file's name is not `<audience>.<occasion>.<language>.md`.
    FileName {
        near: Option<Line>,
    },
    /// Further errors, which are not shown.
    More {
        count: usize,
    },
}

impl DiagnosticKind for TemplateError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        let known = |wanted: fn(&Variable) -> bool| {
            Variable::ALL.iter().filter(|it| wanted(it)).map(|it| it.name()).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::TooBig { bytes, max } => TomlError::TooBig { bytes: *bytes, max: *max }.message(lang),
            Self::NotText => TomlError::NotText.message(lang),
            Self::Empty => message("draft-empty", &[]),
            Self::Unclosed => message("draft-unclosed", &[]),
            Self::UnknownVariable { name, near } => {
                let variables = [("name", quoted(name)), ("known", known(|_| true).into())];
                message("draft-unknown", &variables).meant(lang, *near)
            }
            Self::InternalOnly { variable } => {
                let external = known(|it| it.reach() == Reach::Outside);
                message("draft-inside-only", &[("name", variable.name().into()), ("known", external.into())])
            }
            Self::FileName { near } => {
                message("draft-file-name", &[]).meant(lang, near.as_ref().map(Line::as_str))
            }
            Self::More { count } => TomlError::More { count: *count }.message(lang),
        }
    }

    fn more(count: usize) -> Self {
        Self::More { count }
    }
}
