//! Messages, and the parts they are sent in.

use std::sync::Arc;

use super::rich::{Rich, Row, Style};
use crate::incident::{IncidentId, Line, Moment, Prose, Severity};
use crate::lang::Lang;

/// A message to an audience, for any target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Unique to this message, and the same after a restart: the incident's id and a record's number.
    pub key: String,
    pub topic: Topic,
    pub incident: IncidentId,
    /// The heading, if the text does not begin with one.
    pub title: Line,
    /// Markdown: `#` headings, `-` items, `**strong**`, paragraphs, nothing else.
    pub text: Prose,
    pub lang: Lang,
    pub at: Moment,
    /// Marks the first line of every message of an exercise.
    pub exercise: bool,
    pub severity: Severity,
    /// The audience's name.
    pub audience: Line,
}

/// The topic of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A status update that a person wrote.
    Update,
    /// Entries of the log since the last message.
    Push,
}

/// As much of a message as its target takes in one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub message: Arc<Message>,
    /// From 1.
    pub number: u16,
    pub of: u16,
    /// Unique to this part, and the same after a restart.
    pub key: String,
    /// The message's heading, without what [`Part::heading`] adds.
    pub title: String,
    pub text: Rich,
    /// The sentence that this may have been sent before.
    pub repeat: Option<String>,
}

impl Part {
    pub fn print(&self, style: Style, gap: &str) -> String {
        format!("{}{gap}{}", style.heading(&self.heading()), style.rows(&self.rows()))
    }

    /// The first line: the mark of an exercise, the title, the number of the part.
    pub fn heading(&self) -> String {
        let lang = self.message.lang;
        let mut heading = String::new();
        if self.message.exercise {
            heading.push_str(&lang.say("notify-exercise"));
            heading.push_str(" · ");
        }
        heading.push_str(&self.title);
        if self.of > 1 {
            heading = format!("{heading} ({}/{})", self.number, self.of);
        }
        heading
    }

    /// The lines below the heading: the sentence on a repeat, if any, and the text.
    pub fn rows(&self) -> Vec<Row> {
        let repeat = self.repeat.iter().flat_map(|text| [Row::text_of(text), Row::GAP]);
        repeat.chain(self.text.rows.iter().cloned()).collect()
    }

    /// Returns the part with the sentence that it may have been sent before.
    #[must_use]
    pub fn repeated(&self) -> Self {
        Self { repeat: Some(self.message.lang.say("notify-repeat")), ..self.clone() }
    }
}
