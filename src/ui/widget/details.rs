//! A text to read: headings, named values, items and paragraphs, laid out in lines.

use super::window::{Line, paragraph};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::text::{cut, width as cells, wrap_all};

/// A titled text under construction. Keys are those of messages.
#[derive(Debug)]
pub struct Details {
    pub title: String,
    lang: Lang,
    pieces: Vec<Piece>,
}

/// A part of a text.
#[derive(Debug)]
pub enum Piece {
    Heading(String),
    /// A name and its value, in two columns.
    Pair(String, String, Meaning),
    Text(String, Meaning),
    /// A sign or a time, and a text beside it.
    Item(String, String, Meaning),
}

impl Details {
    pub const fn new(title: String, lang: Lang) -> Self {
        Self { title, lang, pieces: Vec::new() }
    }

    /// The text about something that no longer exists.
    pub fn gone(lang: Lang) -> Self {
        let mut details = Self::new(String::new(), lang);
        details.muted("ask-gone");
        details
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    pub fn heading(&mut self, key: &str) {
        self.heading_text(self.lang.say(key));
    }

    pub fn heading_text(&mut self, text: String) {
        self.pieces.push(Piece::Heading(text));
    }

    pub fn pair(&mut self, key: &str, value: impl Into<String>) {
        self.named(self.lang.say(key), value, Meaning::FieldLabel);
    }

    /// A value under a name that is not a message.
    pub fn named(&mut self, name: impl Into<String>, value: impl Into<String>, meaning: Meaning) {
        self.pieces.push(Piece::Pair(name.into(), value.into(), meaning));
    }

    pub fn text(&mut self, text: impl Into<String>, meaning: Meaning) {
        self.pieces.push(Piece::Text(text.into(), meaning));
    }

    /// A sentence that matters less.
    pub fn muted(&mut self, key: &str) {
        self.text(self.lang.say(key), Meaning::TextMuted);
    }

    pub fn blank(&mut self) {
        self.text("", Meaning::Overlay);
    }

    pub fn item(&mut self, sign: impl Into<String>, text: impl Into<String>, meaning: Meaning) {
        self.pieces.push(Piece::Item(sign.into(), text.into(), meaning));
    }

    pub fn extend(&mut self, pieces: impl IntoIterator<Item = Piece>) {
        self.pieces.extend(pieces);
    }

    /// The text in lines of at most `width` cells.
    pub fn lines(&self, width: u16) -> Vec<Line> {
        let names = self.pieces.iter().map(|piece| match piece {
            Piece::Pair(name, ..) => cells(name),
            _ => 0,
        });
        let column = (names.max().unwrap_or(0) + 2).min(width / 2);
        let mut lines: Vec<Line> = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Heading(text) => {
                    if !lines.is_empty() {
                        lines.push(Line::new());
                    }
                    lines.push(vec![(text.clone(), Meaning::OverlayTitle)]);
                }
                Piece::Pair(name, value, meaning) => {
                    for (place, part) in wrap_all(value, width.saturating_sub(column)).into_iter().enumerate() {
                        let name = if place == 0 { cut(name, column.saturating_sub(1)) } else { "".into() };
                        let space = " ".repeat(usize::from(column.saturating_sub(cells(&name))));
                        let value = format!("{space}{part}");
                        lines.push(vec![(name.into_owned(), *meaning), (value, Meaning::Overlay)]);
                    }
                }
                Piece::Item(sign, text, meaning) => {
                    let indent = cells(sign) + 1;
                    for (place, part) in wrap_all(text, width.saturating_sub(indent)).into_iter().enumerate() {
                        let sign = if place == 0 { format!("{sign} ") } else { " ".repeat(indent.into()) };
                        lines.push(vec![(sign, *meaning), (part.into_owned(), Meaning::Overlay)]);
                    }
                }
                Piece::Text(text, meaning) => lines.extend(paragraph(text, width, *meaning)),
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(details: &Details, width: u16) -> Vec<String> {
        let line = |line: Line| line.into_iter().map(|(text, _)| text).collect::<String>();
        details.lines(width).into_iter().map(|it| line(it).trim_end().to_owned()).collect()
    }

    #[test]
    fn pairs_share_a_column_and_wrap_within_it() {
        let mut details = Details::new("Task".to_owned(), Lang::En);
        details.text("Restore the mail", Meaning::TextStrong);
        details.named("Role", "DSI", Meaning::FieldLabel);
        details.named("Assignee", "ines and karim", Meaning::FieldLabel);
        details.heading_text("Comments".to_owned());
        details.item("08:41", "seen by ines", Meaning::LogTime);
        assert_eq!(
            shown(&details, 20),
            [
                "Restore the mail",
                "Role      DSI",
                "Assignee  ines and",
                "          karim",
                "",
                "Comments",
                "08:41 seen by ines"
            ]
        );
        assert_eq!(shown(&details, 12)[..4], ["Restore the", "mail", "Role  DSI", "Assi… ines"]);
    }

    #[test]
    fn a_first_heading_has_no_blank_line_above_it() {
        let mut details = Details::new(String::new(), Lang::En);
        details.heading_text("Keys".to_owned());
        details.blank();
        assert_eq!(shown(&details, 20), ["Keys", ""]);
        assert_eq!(shown(&Details::gone(Lang::En), 80).len(), 1);
    }
}
