//! The words of a format: which tables there are, which fields they have, which values are expected, and the sentences of
//! an error.

use fluent_bundle::FluentValue;
use toml::de::DeValue;

use crate::incident::Line;
use crate::lang::{Lang, vars};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableKind {
    pub name: &'static str,
    pub fields: &'static [&'static str],
}

impl TableKind {
    pub const fn new(name: &'static str, fields: &'static [&'static str]) -> Self {
        Self { name, fields }
    }

    /// What a person calls it, with its article: "a phase".
    pub fn title(self, lang: Lang) -> String {
        lang.say(&format!("table-{}", self.name))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    key: &'static str,
    heading: &'static str,
}

impl Expected {
    pub const TEXT: Self = Self::new("diagnostic-expected-text");
    pub const TEXTS: Self = Self::new("diagnostic-expected-texts");
    pub const FLAG: Self = Self::new("diagnostic-expected-flag");

    /// A value that the message `key` describes.
    pub const fn new(key: &'static str) -> Self {
        Self { key, heading: "" }
    }

    pub const fn tables(heading: &'static str) -> Self {
        Self { key: "diagnostic-expected-tables", heading }
    }

    pub const fn table(heading: &'static str) -> Self {
        Self { key: "diagnostic-expected-table", heading }
    }

    pub fn say(self, lang: Lang) -> String {
        lang.say_with(self.key, &vars![heading = self.heading])
    }
}

/// Returns the message that names the type of a value.
pub const fn value_type(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "diagnostic-type-text",
        DeValue::Integer(_) | DeValue::Float(_) => "diagnostic-type-number",
        DeValue::Boolean(_) => "diagnostic-type-boolean",
        DeValue::Datetime(_) => "diagnostic-type-date",
        DeValue::Array(_) => "diagnostic-type-list",
        DeValue::Table(_) => "diagnostic-type-table",
    }
}

/// What is wrong, what is expected instead, and what was probably meant.
#[derive(Clone, Debug)]
pub struct Message {
    pub what: String,
    /// Shown beside the caret.
    pub expected: String,
    pub help: Option<String>,
}

impl Message {
    pub const fn new(what: String, expected: String) -> Self {
        Self { what, expected, help: None }
    }

    pub fn of(lang: Lang, key: &str, variables: &[(&str, FluentValue<'_>)]) -> Self {
        Self::new(lang.say_with(key, variables), lang.say_with(&format!("{key}-expected"), variables))
    }

    /// Adds "did you mean …?", if there is a name close to what was typed.
    #[must_use]
    pub fn meant(mut self, lang: Lang, near: Option<&str>) -> Self {
        self.help = near.map(|near| lang.say_with("diagnostic-meant", &vars![near = near.to_owned()]));
        self
    }
}

/// Returns quoted text for a sentence, cut to the width of a screen.
pub fn quoted(line: &Line) -> FluentValue<'static> {
    const MAX: usize = 60;
    let text = line.as_str();
    match text.char_indices().nth(MAX) {
        Some((cut, _)) => format!("{}…", &text[..cut]).into(),
        None => text.to_owned().into(),
    }
}
