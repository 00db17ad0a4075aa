//! What can be wrong in a template.

use fluent_bundle::FluentValue;

use super::external::Readers;
use super::variable::Variable;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, quoted};
use crate::incident::Line;
use crate::lang::{Lang, vars};

pub type TemplateDiagnostic = Diagnostic<TemplateError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    Toml(TomlError),
    Empty,
    /// `{{` without its `}}` on the same line.
    Unclosed,
    UnknownVariable {
        name: Line,
        near: Option<&'static str>,
    },
    /// `{{` without its `}}` on the same line.
    InternalOnly {
        variable: Variable,
    },
    /// The file's name is not `<audience>.<occasion>.<language>.md`.
    FileName {
        near: Option<Line>,
    },
}

impl DiagnosticKind for TemplateError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        let known = |wanted: fn(&Variable) -> bool| {
            Variable::ALL.iter().filter(|it| wanted(it)).map(|it| it.name()).collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Empty => message("draft-empty", &[]),
            Self::Unclosed => message("draft-unclosed", &[]),
            Self::UnknownVariable { name, near } => {
                let variables = vars![name = quoted(name), known = known(|_| true)];
                message("draft-unknown", &variables).meant(lang, *near)
            }
            Self::InternalOnly { variable } => {
                let external = known(|it| it.readers() == Readers::External);
                message("draft-internal-only", &vars![name = variable.name(), known = external])
            }
            Self::FileName { near } => message("draft-file-name", &[]).meant(lang, near.as_ref().map(Line::as_str)),
        }
    }
}

impl From<TomlError> for TemplateError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}
