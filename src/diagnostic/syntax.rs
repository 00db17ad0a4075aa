//! Errors of TOML's syntax, in the reader's language.

use super::message::Message;
use crate::incident::Line;
use crate::lang::Lang;

/// What kind of syntax error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxError {
    DuplicateKey,
    Unclosed,
    Quotes,
    /// A character that must be escaped.
    Character,
    NoValue,
    Nesting,
    Other,
}

impl SyntaxError {
    /// Recognises the message of the TOML parser.
    pub fn of(message: &str) -> Self {
        let contains = |words: &str| message.contains(words);
        if contains("duplicate key") {
            Self::DuplicateKey
        } else if contains("recur") {
            Self::Nesting
        } else if contains("must be quoted") {
            Self::Quotes
        } else if contains("visible characters") || contains("printable characters") {
            Self::Character
        } else if contains("unclosed")
            || contains("invalid basic string")
            || contains("invalid literal string")
            || contains("invalid multi-line")
        {
            Self::Unclosed
        } else if contains("key with no value") || contains("missing value") {
            Self::NoValue
        } else {
            Self::Other
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::DuplicateKey => "diagnostic-syntax-duplicate",
            Self::Unclosed => "diagnostic-syntax-unclosed",
            Self::Quotes => "diagnostic-syntax-quotes",
            Self::Character => "diagnostic-syntax-character",
            Self::NoValue => "diagnostic-syntax-no-value",
            Self::Nesting => "diagnostic-syntax-nesting",
            Self::Other => "diagnostic-syntax",
        }
    }

    /// `detail` is the parser's own message, in English.
    pub fn message(self, detail: &Line, lang: Lang) -> Message {
        let mut message = Message::of(lang, self.key(), &[]);
        if self == Self::Other {
            let variables = [("detail", detail.as_str().to_owned().into())];
            message.help = Some(lang.say_with("diagnostic-syntax-detail", &variables));
        }
        message
    }
}
