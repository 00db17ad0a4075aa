//! What can be wrong in a TOML file of any format.

use super::format::{Expected, Message, TableKind, quoted};
use crate::incident::Line;
use crate::lang::{Lang, vars};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TomlError {
    TooBig {
        bytes: usize,
        max: usize,
    },
    NotText,
    /// `key` is the message; `detail` is the parser's own, in English.
    Syntax {
        key: &'static str,
        detail: Line,
    },
    /// A `format` that this version does not read.
    Format,
    Missing {
        field: &'static str,
        of: TableKind,
    },
    WrongType {
        field: Line,
        /// The message that names its type.
        found: &'static str,
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
        of: TableKind,
        near: Option<&'static str>,
    },
    /// A text that is none of the names it may be; the message `key` says so.
    UnknownName {
        key: &'static str,
        text: Line,
        known: Vec<&'static str>,
        near: Option<&'static str>,
    },
    TooMany {
        field: &'static str,
        found: usize,
        max: usize,
    },
    More {
        count: usize,
    },
}

/// Words of the TOML parser's messages, and what they mean in ours.
const SYNTAX: [(&str, &str); 11] = [
    ("duplicate key", "diagnostic-syntax-duplicate"),
    ("recur", "diagnostic-syntax-nesting"),
    ("must be quoted", "diagnostic-syntax-quotes"),
    ("visible characters", "diagnostic-syntax-character"),
    ("printable characters", "diagnostic-syntax-character"),
    ("unclosed", "diagnostic-syntax-unclosed"),
    ("invalid basic string", "diagnostic-syntax-unclosed"),
    ("invalid literal string", "diagnostic-syntax-unclosed"),
    ("invalid multi-line", "diagnostic-syntax-unclosed"),
    ("key with no value", "diagnostic-syntax-no-value"),
    ("missing value", "diagnostic-syntax-no-value"),
];
const OTHER: &str = "diagnostic-syntax";

impl TomlError {
    pub fn syntax(message: &str) -> Self {
        let known = SYNTAX.iter().find(|(words, _)| message.contains(words));
        Self::Syntax { key: known.map_or(OTHER, |(_, key)| key), detail: Line::new(message) }
    }

    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::TooBig { bytes, max } => {
                let variables = vars![size = bytes.div_ceil(1 << 10), max = max >> 10];
                Message::of(lang, "diagnostic-too-big", &variables)
            }
            Self::NotText => Message::of(lang, "diagnostic-not-text", &[]),
            Self::Syntax { key, detail } => {
                let mut message = Message::of(lang, key, &[]);
                if *key == OTHER {
                    let variables = vars![detail = detail.as_str().to_owned()];
                    message.help = Some(lang.say_with("diagnostic-syntax-detail", &variables));
                }
                message
            }
            Self::Format => Message::of(lang, "diagnostic-format", &[]),
            Self::Missing { field, of } => {
                Message::of(lang, "diagnostic-missing", &vars![field = *field, of = of.title(lang)])
            }
            Self::WrongType { field, found, expected } => {
                let variables = vars![field = quoted(field), found = lang.say(found)];
                Message::new(lang.say_with("diagnostic-type", &variables), expected.say(lang))
            }
            Self::Empty { field } => Message::of(lang, "diagnostic-empty", &[("field", quoted(field))]),
            Self::TooLong { field, max } => {
                Message::of(lang, "diagnostic-too-long", &vars![field = quoted(field), max = *max])
            }
            Self::UnknownField { field, of, near } => {
                let variables = vars![field = quoted(field), of = of.title(lang), known = of.fields.join(", ")];
                Message::of(lang, "diagnostic-unknown-field", &variables).meant(lang, *near)
            }
            Self::UnknownName { key, text, known, near } => {
                let known = known.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
                let expected = lang.say_with("diagnostic-one-of", &vars![known]);
                Message::new(lang.say_with(key, &[("text", quoted(text))]), expected).meant(lang, *near)
            }
            Self::TooMany { field, found, max } => {
                Message::of(lang, "diagnostic-too-many", &vars![field = *field, found = *found, max = *max])
            }
            Self::More { count } => Message::of(lang, "diagnostic-more", &vars![count = *count]),
        }
    }
}
