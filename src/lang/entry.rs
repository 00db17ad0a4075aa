//! Entries of the log, as the sentence that follows a person's name.

mod review;
mod sentence;
mod update;
mod words;

pub use words::entry_words;

use fluent_bundle::FluentValue;

use super::{Lang, vars};
use crate::incident::{
    Duty, DutyEvent, Entry, Event, HelpEvent, Incident, Line, Log, LogEvent, ReviewEvent, Seq, StepEvent, UpdateEvent,
};

/// The text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryText {
    /// A label that stands out, `DÉCISION`; empty for most.
    pub what: String,
    pub text: String,
    /// The text before a correction, shown struck through.
    pub struck: Option<String>,
}

impl Lang {
    /// Describes an entry of the log.
    pub fn entry(self, incident: &Incident, entry: &Entry) -> EntryText {
        let sentence = Sentence { lang: self, incident, entry };
        let (what, first) = (sentence.label(), sentence.first());
        match &entry.correction {
            Some(correction) => EntryText { what, text: correction.text.as_str().to_owned(), struck: Some(first) },
            None => EntryText { what, text: first, struck: None },
        }
    }
}

struct Sentence<'a> {
    lang: Lang,
    incident: &'a Incident,
    entry: &'a Entry,
}

impl Sentence<'_> {
    fn say(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.lang.say_with(key, variables)
    }

    fn label(&self) -> String {
        let kind = match &self.entry.event {
            Event::Log(LogEvent::Decided { .. }) => "decision",
            Event::Log(LogEvent::FactRecorded { .. }) => "fact",
            Event::Help(HelpEvent::Asked { .. }) => "help",
            Event::Duty(DutyEvent::HandedOver { duty: Duty::Command, .. } | DutyEvent::CommandTaken { .. }) => {
                "command"
            }
            Event::Update(UpdateEvent::Posted(_)) => "update",
            Event::Update(UpdateEvent::Proposed { .. }) => "proposal",
            Event::Update(UpdateEvent::Failed { .. }) => "failed",
            Event::Step(StepEvent::Late { .. }) => "late",
            Event::Review(ReviewEvent::FindingAdded { .. }) => "finding",
            _ => return String::new(),
        };
        self.say("log-label", &vars![kind])
    }

    /// The label and the sentence, for places without labels.
    fn labelled(&self) -> String {
        let (label, text) = (self.label(), self.first());
        if label.is_empty() { text } else { format!("{label} {text}") }
    }

    /// The sentence as it was first written.
    fn first(&self) -> String {
        match &self.entry.event {
            Event::Header(event) => self.header(event),
            Event::Step(event) => self.step(event),
            Event::Task(event) => self.task(event),
            Event::Log(event) => self.log(event),
            Event::Service(event) => self.service(event),
            Event::Help(event) => self.help(event),
            Event::Duty(event) => self.duty(event),
            Event::Update(event) => self.update(event),
            Event::Review(event) => self.review(event),
            Event::Undone { act } => {
                let undone = undone(&self.incident.log, self.entry);
                let undone = undone.map(|entry| Sentence { entry, ..*self }.labelled());
                match undone.collect::<Vec<_>>()[..] {
                    [] => self.say("log-undone-bare", &vars![act]),
                    ref what => self.say("log-undone", &vars![what = what.join(", ")]),
                }
            }
            Event::Unknown(fields) => match fields.get("type").and_then(serde_json::Value::as_str) {
                // The name comes from the file and is not clean yet.
                Some(name) => self.say("log-unknown", &vars!["type" = &Line::new(name)]),
                None => self.lang.say("log-unknown-nameless"),
            },
        }
    }
}

/// The entries that an undo reverted, without undos: no sentence contains itself.
fn undone<'a>(log: &'a Log, undo: &Entry) -> impl Iterator<Item = &'a Entry> {
    let first = if let Event::Undone { act } = undo.event { act.0 } else { undo.seq.0 };
    // A foreign record may name a wrong undo.
    let by = undo.seq;
    (first..undo.seq.0)
        .map_while(|seq| log.get(Seq(seq)))
        .take_while(move |entry| entry.seq.0 == first || entry.undone == Some(by))
        .filter(|entry| !matches!(entry.event, Event::Undone { .. }))
}

#[cfg(test)]
mod tests;
