//! Entries about what people wrote.

use crate::incident::LogEvent;
use crate::lang::Lang;

impl Lang {
    pub(super) fn log_sentence(self, event: &LogEvent) -> String {
        match event {
            LogEvent::Noted { text } | LogEvent::FactRecorded { text } => text.as_str().to_owned(),
            LogEvent::Decided { text, why, objections } => {
                self.decision(text.as_str(), why.as_str(), objections.as_str())
            }
            LogEvent::Corrected { entry, text } => {
                self.say_with("log-corrected", &[("entry", entry.0.into()), ("text", text.as_str().into())])
            }
        }
    }

    fn decision(self, text: &str, why: &str, objections: &str) -> String {
        let mut told = text.to_owned();
        if !why.is_empty() {
            told = self.say_with("log-decided", &[("text", told.into()), ("why", why.into())]);
        }
        if !objections.is_empty() {
            told =
                self.say_with("log-objections", &[("text", told.into()), ("objections", objections.into())]);
        }
        told
    }
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &LogEvent) -> &'static str {
    match event {
        LogEvent::Decided { .. } => "decision",
        LogEvent::FactRecorded { .. } => "fact",
        _ => "",
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(event: &LogEvent, each: &mut impl FnMut(&str)) {
    match event {
        LogEvent::Noted { text } | LogEvent::FactRecorded { text } | LogEvent::Corrected { text, .. } => {
            each(text.as_str());
        }
        LogEvent::Decided { text, why, objections } => {
            each(text.as_str());
            each(why.as_str());
            each(objections.as_str());
        }
    }
}
