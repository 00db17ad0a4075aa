//! Outside text, made safe where it enters.
//!
//! A [`Line`] or [`Prose`] holds no control, escape or direction-changing character, whatever its source, so nothing
//! that is shown needs cleaning again.

use std::borrow::Cow;
use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

/// More marks than this on one letter are a prank, not a language.
const MARKS_PER_LETTER: usize = 8;

/// One line of text: no line break, no control character, no space at either end.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Line(CompactString);

/// Text of several lines: `\n` is its only control character, and no space ends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Prose(CompactString);

impl Line {
    pub fn new(text: &str) -> Self {
        let clean = clean(text);
        if !clean.contains('\n') {
            return Self(clean.trim().into());
        }
        let parts = clean.split('\n').map(str::trim).filter(|part| !part.is_empty());
        Self(parts.collect::<Vec<_>>().join(" ").into())
    }
}

impl Prose {
    pub fn new(text: &str) -> Self {
        let clean = clean(text);
        Self(clean.trim_end().trim_start_matches('\n').into())
    }

    pub fn first_line(&self) -> &str {
        self.0.split('\n').next().unwrap_or_default()
    }
}

/// Removes what could control a terminal or hide text.
fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let unified = without_sequences(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(unified.len());
    for cluster in unified.graphemes(true) {
        for (place, c) in cluster.chars().enumerate() {
            if place > MARKS_PER_LETTER && unicode_width::UnicodeWidthChar::width(c) == Some(0) {
                break;
            }
            match c {
                '\n' => out.push('\n'),
                '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
                c if c.is_control() || hides(c) => {}
                c => out.push(c),
            }
        }
    }
    Cow::Owned(out)
}

/// Removes whole terminal sequences, so that `ESC [31m` leaves no `[31m`. A string sequence that does not end on its
/// line loses only its introducer, so that it cannot swallow text.
fn without_sequences(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\u{1b}', '\u{90}', '\u{9b}', '\u{9d}']) {
        out.push_str(&rest[..at]);
        let (introducer, tail) = match rest[at..].strip_prefix('\u{1b}') {
            Some(tail) => (tail.chars().next(), tail.get(tail.chars().next().map_or(0, char::len_utf8)..)),
            None if rest[at..].starts_with('\u{9b}') => (Some('['), rest.get(at + 2..)),
            None => (Some(']'), rest.get(at + 2..)),
        };
        let tail = tail.unwrap_or_default();
        rest = match introducer {
            Some('[') => {
                let end = tail.find(|c: char| !(' '..='?').contains(&c)).unwrap_or(tail.len());
                let last = tail[end..].chars().next().filter(|c| ('@'..='~').contains(c));
                &tail[end + last.map_or(0, char::len_utf8)..]
            }
            Some(']' | 'P' | 'X' | '^' | '_') => {
                let line = &tail[..tail.find(['\n', '\r']).unwrap_or(tail.len())];
                match line.find(['\u{7}', '\u{9c}', '\u{1b}']) {
                    Some(end) => tail[end..].strip_prefix("\u{1b}\\").unwrap_or_else(|| &tail[end..]),
                    None => tail,
                }
            }
            // Behind any other character the rest may be a word.
            _ => &rest[at + 1..],
        };
    }
    out.push_str(rest);
    out
}

/// Characters that change the direction or the visibility of the text around them.
fn hides(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

macro_rules! cleaned_text {
    ($name:ident) => {
        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(&text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

cleaned_text!(Line);
cleaned_text!(Prose);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_their_teeth() {
        assert_eq!(Line::new("a\x1b[31mb\x07\u{9b}2Jc\u{202e}d").as_str(), "abcd");
        assert_eq!(Line::new("x\x1b]0;evil\x07y\x1b]52;c;ZQ==\x1b\\z\x1bcé").as_str(), "xyzcé");
        assert_eq!(Prose::new("\x1b]0;kept\nsecond \x1b[").as_str(), "0;kept\nsecond");
        assert_eq!(Line::new("\x1b\x1b[1;31m\u{9b}é\x1b").as_str(), "é");
        assert_eq!(Line::new("un\r\ndeux\n\n trois\t!").as_str(), "un deux trois !");
        assert_eq!(Prose::new("\nun\r\ndeux\x00 \n").as_str(), "un\ndeux");
    }

    #[test]
    fn ordinary_text_of_every_script_is_kept() {
        for text in ["Évaluation de l'incident", "日本語 テキスト", "👩‍💻 Zoé 🇫🇷", "e\u{301}te\u{301}", "नमस्ते"]
        {
            assert_eq!(Line::new(text).as_str(), text);
        }
    }

    #[test]
    fn a_tower_of_marks_is_cut() {
        let tower = format!("a{}", "\u{301}".repeat(1000));
        assert_eq!(Line::new(&tower).as_str().chars().count(), 1 + MARKS_PER_LETTER);
    }

    #[test]
    fn reading_from_json_cleans_too() {
        let line: Line = serde_json::from_str(r#""x\u001b]0;evil\u0007y""#).unwrap();
        assert_eq!(line.as_str(), "xy");
    }
}
