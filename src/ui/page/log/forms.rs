//! What is asked for the log.

use crate::incident::{Command, Entry, Event, LogCommand, LogEvent};
use crate::lang::Lang;
use crate::ui::asking::{Answer, prose, sends};
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;

pub fn note(_: &View<'_>, lang: Lang) -> Form<Answer> {
    prose(lang, "ask-note", ("ask-text", ""), |text| Command::Log(LogCommand::Note { text }))
}

pub fn fact(_: &View<'_>, lang: Lang) -> Form<Answer> {
    prose(lang, "ask-fact", ("ask-text", ""), |text| Command::Log(LogCommand::RecordFact { text }))
}

pub fn decide(_: &View<'_>, lang: Lang) -> Form<Answer> {
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-decision", "");
    let why = rows.prose("ask-why", "");
    let objections = rows.prose("ask-objections", "");
    sends("ask-decide", rows, move |answers| {
        Ok(Command::Log(LogCommand::Decide {
            text: answers.prose(text)?,
            why: answers.optional_prose(why),
            objections: answers.optional_prose(objections),
        }))
    })
}

pub fn correct(lang: Lang, of: &Entry) -> Form<Answer> {
    let entry = of.seq;
    let correct = move |text| Command::Log(LogCommand::Correct { entry, text });
    prose(lang, "ask-correct", ("ask-text", words(of)), correct).about(lang.say("ask-correct-about"))
}

/// The words of an entry that can be corrected, as they are now; empty for other entries.
pub fn words(entry: &Entry) -> &str {
    if let Some(correction) = &entry.correction {
        return correction.text.as_str();
    }
    match &entry.event {
        Event::Log(LogEvent::Noted { text } | LogEvent::FactRecorded { text } | LogEvent::Decided { text, .. }) => {
            text.as_str()
        }
        _ => "",
    }
}

pub const fn is_correctable(entry: &Entry) -> bool {
    let has_words = matches!(
        entry.event,
        Event::Log(LogEvent::Noted { .. } | LogEvent::FactRecorded { .. } | LogEvent::Decided { .. })
    );
    has_words && entry.undone.is_none()
}
