//! The words of a format: which tables there are, which fields they have, which values are expected.

use toml::de::DeValue;

use crate::lang::Lang;

/// A kind of table in one format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableKind {
    pub name: &'static str,
    /// The fields that it may have.
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

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    key: &'static str,
    /// The heading of the tables that are expected.
    heading: &'static str,
}

impl Expected {
    pub const TEXT: Self = Self::new("diagnostic-expected-text");
    pub const TEXTS: Self = Self::new("diagnostic-expected-texts");
    /// `true` or `false`.
    pub const FLAG: Self = Self::new("diagnostic-expected-flag");

    /// A value that the message `key` describes.
    pub const fn new(key: &'static str) -> Self {
        Self { key, heading: "" }
    }

    /// Tables `[[heading]]`, one after the other.
    pub const fn tables(heading: &'static str) -> Self {
        Self { key: "diagnostic-expected-tables", heading }
    }

    /// One table `[heading]`.
    pub const fn table(heading: &'static str) -> Self {
        Self { key: "diagnostic-expected-table", heading }
    }

    pub fn say(self, lang: Lang) -> String {
        lang.say_with(self.key, &[("heading", self.heading.into())])
    }
}

/// The types of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    Text,
    Number,
    Boolean,
    Date,
    List,
    Table,
}

impl ValueType {
    pub const fn of(value: &DeValue<'_>) -> Self {
        match value {
            DeValue::String(_) => Self::Text,
            DeValue::Integer(_) | DeValue::Float(_) => Self::Number,
            DeValue::Boolean(_) => Self::Boolean,
            DeValue::Datetime(_) => Self::Date,
            DeValue::Array(_) => Self::List,
            DeValue::Table(_) => Self::Table,
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "diagnostic-type-text",
            Self::Number => "diagnostic-type-number",
            Self::Boolean => "diagnostic-type-boolean",
            Self::Date => "diagnostic-type-date",
            Self::List => "diagnostic-type-list",
            Self::Table => "diagnostic-type-table",
        }
    }
}
