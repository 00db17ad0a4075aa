//! What goes out, and the parts it goes out in.

use std::sync::Arc;

use super::rich::{Rich, Row, Style};
use crate::incident::{IncidentId, Line, Moment, Prose, Severity};
use crate::lang::Lang;

/// Something to be told to an audience, whatever the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Of this message and no other, and the same after a restart: the incident's id and a record's number.
    pub key: String,
    pub topic: Topic,
    pub incident: IncidentId,
    /// What the message is headed with where its text begins with no heading.
    pub title: Line,
    /// As Markdown has it: `#` headings, `-` items, `**strong**`, paragraphs. Links and the rest mean nothing.
    pub text: Prose,
    pub lang: Lang,
    pub at: Moment,
    /// The first line of every message of an exercise says so.
    pub exercise: bool,
    pub severity: Severity,
    /// The audience's name.
    pub audience: Line,
}

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A status update that somebody wrote.
    Update,
    /// What the log says since the last time.
    Push,
}

/// As much of a message as its target takes at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub message: Arc<Message>,
    /// From 1.
    pub number: u16,
    pub of: u16,
    /// Of this part and no other, and the same after a restart.
    pub key: String,
    /// The message's heading, without what [`Part::heading`] adds.
    pub title: String,
    pub text: Rich,
    /// The sentence that this may have been sent before.
    pub repeat: Option<String>,
}

impl Part {
    /// The whole, as a target of that style shows it.
    pub fn print(&self, style: Style, gap: &str) -> String {
        format!("{}{gap}{}", style.heading(&self.heading()), style.rows(&self.rows()))
    }

    /// The first line: that it is an exercise, the title, which part it is.
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

    /// What stands below the heading: the sentence on a repeat, where there is one, and the text.
    pub fn rows(&self) -> Vec<Row> {
        let repeat = self.repeat.iter().flat_map(|text| [Row::text_of(text), Row::GAP]);
        repeat.chain(self.text.rows.iter().cloned()).collect()
    }

    /// The same part, which says that it may have been sent before.
    #[must_use]
    pub fn repeated(&self) -> Self {
        Self { repeat: Some(self.message.lang.say("notify-repeat")), ..self.clone() }
    }
}
