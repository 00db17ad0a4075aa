//! What is written to be read: sections, tables and sentences in the reader's language, for every printer alike.
//!
//! A printer, for paper, a page or the screen, needs nothing else to show it.

use crate::lang::Lang;

/// Everything that a printer needs but the drawn timeline.
#[derive(Clone, Debug)]
pub struct Document {
    pub lang: Lang,
    pub title: Text,
    /// What the incident is, in one line.
    pub about: Text,
    /// What has to be said before all else: damage, and for whom it is.
    pub notices: Vec<Text>,
    pub cards: Vec<Card>,
    pub sections: Vec<Section>,
    /// What the document is and where it comes from.
    pub foot: Text,
}

/// One of the few figures at the top.
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
    /// What somebody wrote, several lines of it; the label says who and when.
    Quote {
        label: Text,
        text: String,
    },
    List(Vec<Text>),
    Table(Table),
    /// The drawn timeline, where the printer can draw; the table behind it says the same.
    Gantt,
}

#[derive(Clone, Debug)]
pub struct Table {
    /// What the table is of.
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
    /// What the row is of.
    Name,
    Words,
    /// Short, on one line.
    Brief,
    Figure,
}

#[derive(Clone, Debug)]
pub enum Row {
    Cells(Vec<Text>),
    /// The rows below belong to it.
    Heading(String),
}

/// Words with their tones. No tone says anything that its words do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<(Tone, String)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// What somebody wrote: its direction is its own.
    Said,
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

    pub fn said(words: &str) -> Self {
        Self::of(Tone::Said, words)
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

impl Table {
    pub fn new(caption: String, columns: Vec<Column>) -> Self {
        Self { caption, columns, rows: Vec::new() }
    }

    pub fn push(&mut self, cells: Vec<Text>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "{}", self.caption);
        self.rows.push(Row::Cells(cells));
    }
}
