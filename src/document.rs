//! A document as data: sections, tables and sentences in the reader's language, for every printer alike.
//!
//! A printer, for paper, a page or the screen, needs nothing else to show it.

use std::fmt::Display;

use crate::lang::Lang;

/// Everything that a printer needs except the drawn timeline.
#[derive(Clone, Debug)]
pub struct Document {
    pub lang: Lang,
    pub title: Text,
    /// What the incident is, in one line.
    pub about: Text,
    /// What a reader must know before all else, such as damage.
    pub notices: Vec<Text>,
    pub cards: Vec<Card>,
    pub sections: Vec<Section>,
    /// What the document is and where it comes from.
    pub foot: Text,
}

/// A figure at the top.
#[derive(Clone, Debug)]
pub struct Card {
    pub label: String,
    pub value: Text,
    pub note: Text,
}

#[derive(Clone, Debug)]
pub struct Section {
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
pub enum Block {
    Paragraph(Text),
    /// A text of several lines that a person wrote; the label says who and when.
    Quote {
        label: Text,
        text: String,
    },
    List(Vec<Text>),
    Table(Table),
    /// The drawn timeline, if the printer can draw; the table after it has the same content.
    Gantt,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub title: String,
    pub kind: ColumnKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// The name of the row.
    Name,
    Words,
    Brief,
    Figure,
}

#[derive(Clone, Debug)]
pub enum Row {
    Cells(Vec<Text>),
    Heading(String),
}

/// Words with their tones. A tone carries no meaning that its words lack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<(Tone, String)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// A text that a person wrote: its direction is its own.
    Quoted,
    Strong,
    Good,
    Bad,
    Muted,
    Struck,
    Code,
}

impl Text {
    pub fn of(tone: Tone, words: impl Into<String>) -> Self {
        Self::default().and(tone, words)
    }

    pub fn quoted(words: &str) -> Self {
        Self::of(Tone::Quoted, words)
    }

    /// Good words, with a sign beside the colour.
    pub fn good(words: impl Display) -> Self {
        Self::of(Tone::Good, format!("{words} ✔"))
    }

    pub fn bad(words: impl Display) -> Self {
        Self::of(Tone::Bad, format!("{words} ▲"))
    }

    #[must_use]
    pub fn and(mut self, tone: Tone, words: impl Into<String>) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.0.push((tone, words));
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::of(Tone::Plain, words)
    }
}
