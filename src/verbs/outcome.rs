//! The outcome of a verb: text for both outputs, and the exit code.

use crate::incident::Prose;

/// What to print, and the exit code: 0 done, 1 refused, 2 misuse, 3 no host or I/O.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    pub code: u8,
}

impl Outcome {
    pub const REFUSED: u8 = 1;
    pub const MISUSE: u8 = 2;
    pub const UNAVAILABLE: u8 = 3;

    /// Done, with a text for the standard output; a line break is appended.
    pub fn done(text: impl Into<String>) -> Self {
        Self { stdout: ended(text.into()), ..Self::default() }
    }

    /// Not done, and why.
    pub fn refused(text: impl Into<String>) -> Self {
        Self::failed(Self::REFUSED, text)
    }

    /// No such command, or a wrong argument.
    pub fn misuse(text: impl Into<String>) -> Self {
        Self::failed(Self::MISUSE, text)
    }

    /// The host or a file could not be reached.
    pub fn unavailable(text: impl Into<String>) -> Self {
        Self::failed(Self::UNAVAILABLE, text)
    }

    /// Adds a note at the beginning of the standard error; the code stays.
    #[must_use]
    pub fn noting(mut self, note: impl Into<String>) -> Self {
        self.stderr.insert_str(0, &ended(note.into()));
        self
    }

    /// Done, with a value for other programs.
    pub fn json(value: &serde_json::Value) -> Self {
        Self::done(format!("{value:#}"))
    }

    fn failed(code: u8, text: impl Into<String>) -> Self {
        Self { stderr: ended(text.into()), code, ..Self::default() }
    }
}

/// Appends a line break, and removes control characters. Lines may end with `\r
/// `, as files of other programs need.
fn ended(text: String) -> String {
    let steers = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{2028}'..='\u{202e}');
    let is_clean = text.split("\r\n").all(|part| !part.contains(steers));
    let mut text = if is_clean { text } else { Prose::new(&text).as_str().to_owned() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_printed() {
        let outcome = Outcome::refused("no task \x1b]0;evil\x07");
        assert_eq!(outcome, Outcome { stderr: "no task\n".to_owned(), code: 1, ..Outcome::default() });
        assert_eq!(Outcome::done("").stdout, "");
        assert_eq!(Outcome::done("a\r\nb\r\n").stdout, "a\r\nb\r\n");
        assert_eq!(Outcome::done("a\rb\r\n").stdout, "a\nb\n");
    }
}
