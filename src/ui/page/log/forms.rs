//! What is asked for the log.

use crate::incident::{Command, Entry, Event, LogCommand, LogEvent, Seq};
use crate::lang::Lang;
use crate::ui::asking::{Asking, sends};
use crate::ui::view::View;
use crate::ui::widget::form::rows::Rows;

#[expect(clippy::unnecessary_wraps, reason = "every form is asked for alike, and most can be refused")]
pub fn note(_: &View<'_>, lang: Lang) -> Asking {
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-text", "");
    Ok(sends("ask-note", rows, move |answers| {
        Ok(Command::Log(LogCommand::Note { text: answers.prose(text)? }))
    }))
}

#[expect(clippy::unnecessary_wraps, reason = "every form is asked for alike, and most can be refused")]
pub fn fact(_: &View<'_>, lang: Lang) -> Asking {
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-text", "");
    Ok(sends("ask-fact", rows, move |answers| {
        Ok(Command::Log(LogCommand::RecordFact { text: answers.prose(text)? }))
    }))
}

#[expect(clippy::unnecessary_wraps, reason = "every form is asked for alike, and most can be refused")]
pub fn decide(_: &View<'_>, lang: Lang) -> Asking {
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-decision", "");
    let why = rows.prose("ask-why", "");
    let objections = rows.prose("ask-objections", "");
    Ok(sends("ask-decide", rows, move |answers| {
        Ok(Command::Log(LogCommand::Decide {
            text: answers.prose(text)?,
            why: answers.optional_prose(why),
            objections: answers.optional_prose(objections),
        }))
    }))
}

#[expect(clippy::unnecessary_wraps, reason = "every form is asked for alike, and most can be refused")]
pub fn correct(view: &View<'_>, lang: Lang, entry: Seq) -> Asking {
    let now = view.incident.log.get(entry).map(words).unwrap_or_default();
    let mut rows = Rows::new(lang);
    let text = rows.prose("ask-text", now);
    let form = sends("ask-correct", rows, move |answers| {
        Ok(Command::Log(LogCommand::Correct { entry, text: answers.prose(text)? }))
    });
    Ok(form.about(lang.say("ask-correct-about")))
}

/// The words of an entry that can be corrected, as they are now; empty for other entries.
pub fn words(entry: &Entry) -> &str {
    if let Some(correction) = &entry.correction {
        return correction.text.as_str();
    }
    match &entry.event {
        Event::Log(
            LogEvent::Noted { text } | LogEvent::FactRecorded { text } | LogEvent::Decided { text, .. },
        ) => text.as_str(),
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
