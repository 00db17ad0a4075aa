//! What can be wrong in a theme.

use fluent_bundle::FluentValue;

use super::colour::COLOURS;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, nearest, quoted, render_all};
use crate::incident::Line;
use crate::lang::Lang;

pub type ThemeDiagnostic = Diagnostic<ThemeFileError>;

/// Why there is no theme of a name.
#[derive(Clone, Debug)]
pub enum ThemeError {
    NotFound {
        name: Line,
        known: Vec<Line>,
    },
    /// The theme, or one that it inherits, has errors.
    Invalid(Vec<ThemeDiagnostic>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeFileError {
    Toml(TomlError),
    UnknownMeaning {
        name: Line,
        near: Option<&'static str>,
    },
    Colour {
        text: Line,
        near: Option<Line>,
    },
    /// The theme to inherit does not exist, or would inherit itself.
    Parent {
        name: Line,
        known: Vec<Line>,
    },
}

impl ThemeError {
    /// Returns every error as a person reads it.
    pub fn render(&self, lang: Lang) -> String {
        match self {
            Self::NotFound { name, known } => {
                let message = parent(name, known, lang);
                let help = message.help.map(|help| format!("; {help}")).unwrap_or_default();
                format!("{}: {}{help}", message.what, message.expected)
            }
            Self::Invalid(diagnostics) => render_all(diagnostics, lang),
        }
    }
}

impl DiagnosticKind for ThemeFileError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::UnknownMeaning { name, near } => {
                message("theme-meaning", &[("name", quoted(name))]).meant(lang, *near)
            }
            Self::Colour { text, near } => {
                let names = COLOURS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                message("theme-colour", &[("text", quoted(text)), ("names", names.into())])
                    .meant(lang, near.as_ref().map(Line::as_str))
            }
            Self::Parent { name, known } => parent(name, known, lang),
        }
    }
}

impl From<TomlError> for ThemeFileError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

/// There is no theme of this name.
fn parent(name: &Line, known: &[Line], lang: Lang) -> Message {
    let listed = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
    let what = lang.say_with("theme-unknown", &[("name", quoted(name))]);
    let expected = lang.say_with("diagnostic-one-of", &[("known", listed.into())]);
    Message::new(what, expected).meant(lang, nearest(name.as_str(), known.iter().map(Line::as_str)))
}
