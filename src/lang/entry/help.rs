//! Entries about calls for help.

use super::names::title_of;
use crate::incident::{Entry, HelpEvent, Incident, Seq, TaskId};
use crate::lang::Lang;

impl Lang {
    pub(super) fn help_sentence(self, incident: &Incident, entry: &Entry, event: &HelpEvent) -> String {
        match event {
            HelpEvent::Asked { text, task: None } => {
                self.say_with("log-help-asked", &[("text", text.as_str().into())])
            }
            HelpEvent::Asked { text, task: Some(id) } => self.say_with(
                "log-help-asked-for",
                &[("task", title_of(incident, id).into()), ("text", text.as_str().into())],
            ),
            HelpEvent::Answered { call } => self.help_answered(incident, entry, *call),
        }
    }

    fn help_answered(self, incident: &Incident, entry: &Entry, call: Seq) -> String {
        match incident.log.get(call) {
            Some(asked) if asked.by.person == entry.by.person => {
                self.say_with("log-help-no-more", &[("call", call.0.into())])
            }
            Some(asked) => {
                let person = asked.by.person.as_str();
                self.say_with("log-help-answered", &[("call", call.0.into()), ("person", person.into())])
            }
            None => self.say_with("log-help-no-more", &[("call", call.0.into())]),
        }
    }
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &HelpEvent) -> &'static str {
    match event {
        HelpEvent::Asked { .. } => "help",
        HelpEvent::Answered { .. } => "",
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &HelpEvent, each: &mut impl FnMut(&str)) {
    match event {
        HelpEvent::Asked { text, task: id } => {
            each(id.as_ref().map_or("", |id| task_title(incident, id)));
            each(text.as_str());
        }
        HelpEvent::Answered { .. } => {}
    }
}

fn task_title<'a>(incident: &'a Incident, id: &TaskId) -> &'a str {
    incident.task(id).map_or("", |(_, task)| task.title.as_str())
}
