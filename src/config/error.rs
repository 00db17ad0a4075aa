//! What can be wrong in a configuration file.

use crate::diagnostic::{Diagnostic, DiagnosticKind, Message, TomlError, quoted};
use crate::incident::Line;
use crate::lang::Lang;

pub type ConfigDiagnostic = Diagnostic<ConfigError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    Toml(TomlError),
    Zone {
        text: Line,
        near: Option<&'static str>,
    },
    Duration {
        text: Line,
    },
    /// An address without a port, or not an address at all.
    Address {
        text: Line,
    },
    /// A number out of range.
    Count,
}

impl DiagnosticKind for ConfigError {
    fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Toml(error) => error.message(lang),
            Self::Zone { text, near } => {
                Message::of(lang, "config-zone", &[("text", quoted(text))]).meant(lang, *near)
            }
            Self::Duration { text } => Message::of(lang, "config-duration", &[("text", quoted(text))]),
            Self::Address { text } => Message::of(lang, "config-address", &[("text", quoted(text))]),
            Self::Count => Message::of(lang, "config-count", &[]),
        }
    }
}

impl From<TomlError> for ConfigError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}
