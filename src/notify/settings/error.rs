//! What can be wrong in a `notify.toml`.

use fluent_bundle::FluentValue;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, quoted};
use crate::incident::Line;
use crate::lang::Lang;
use crate::runbook::PlanError;

pub type SettingsDiagnostic = Diagnostic<SettingsError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsError {
    Toml(TomlError),
    /// It cannot be the name of a target.
    Name {
        name: Line,
    },
    DuplicateName {
        name: Line,
        first: Range<usize>,
    },
    /// A secret is in the file itself.
    BareSecret {
        field: Line,
    },
    /// A credential is a name, not a path.
    Credential {
        name: Line,
    },
    AudienceId {
        id: Line,
    },
    Gather {
        text: Line,
    },
    /// An error of an audience, which plans have too.
    Audience(Box<PlanError>),
}

impl DiagnosticKind for SettingsError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Name { name } => message("desk-file-name", &[("name", quoted(name))]),
            Self::DuplicateName { name, .. } => message("desk-file-same-name", &[("name", quoted(name))]),
            Self::BareSecret { field } => message("desk-file-bare", &[("field", quoted(field))]),
            Self::Credential { name } => message("desk-file-credential", &[("name", quoted(name))]),
            Self::AudienceId { id } => message("desk-file-audience", &[("id", quoted(id))]),
            Self::Gather { text } => message("desk-file-gather", &[("text", quoted(text))]),
            Self::Audience(error) => error.message(lang),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::DuplicateName { first, .. } => Some(first),
            Self::Audience(error) => error.first(),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        TomlError::More { count }.into()
    }
}

impl From<TomlError> for SettingsError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}
