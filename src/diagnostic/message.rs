//! The sentences of one error.

use fluent_bundle::FluentValue;

use crate::incident::Line;
use crate::lang::Lang;

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

    /// The messages `key` and `key-expected`.
    pub fn of(lang: Lang, key: &str, variables: &[(&str, FluentValue<'_>)]) -> Self {
        Self::new(lang.say_with(key, variables), lang.say_with(&format!("{key}-expected"), variables))
    }

    /// Adds "did you mean …?", if there is a name close to what was typed.
    #[must_use]
    pub fn meant(mut self, lang: Lang, near: Option<&str>) -> Self {
        self.help = near.map(|near| lang.say_with("diagnostic-meant", &[("near", near.to_owned().into())]));
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
