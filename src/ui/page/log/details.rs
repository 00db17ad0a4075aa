//! An entry of the log in full, with its corrections.

use crate::incident::{Event, Incident, LogEvent, Moment, Seq};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::Place;
use crate::ui::reading::Topic;
use crate::ui::stage::Stage;
use crate::ui::widget::details::Details;
use crate::ui::world::World;

#[derive(Debug)]
pub struct EntryDetails {
    entry: Seq,
    /// The last correction and all of them, cached: the log is searched once for each new one.
    history: Option<(Seq, Vec<Corrected>)>,
}

/// When an entry was corrected, by whom, and the new text.
type Corrected = (Moment, String, String);

impl EntryDetails {
    pub const fn new(entry: Seq) -> Self {
        Self { entry, history: None }
    }
}

impl Topic for EntryDetails {
    fn place(&self) -> Place {
        Place::Log
    }

    fn actions(&self) -> &'static str {
        "correct copy"
    }

    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let incident = view.incident;
        let Some(entry) = incident.log.get(self.entry) else { return Details::gone(lang) };
        let last = entry.correction.as_ref().map(|correction| correction.seq);
        if self.history.as_ref().map(|(seq, _)| *seq) != last {
            self.history = last.map(|last| (last, history(incident, self.entry, last)));
        }
        let zone = incident.zone;
        let sentence = lang.entry(incident, entry);
        let by = match entry.by.via.as_str() {
            "" => entry.by.person.to_string(),
            via => format!("{} ({via})", entry.by.person),
        };
        let when = format!("{} {}", lang.long_date(entry.wall, zone), lang.time_of_second(entry.wall, zone));
        let signed = |key: &str, at: Moment, by: &str| lang.say_with(key, &vars![at = lang.date_time(at, zone), by]);
        let mut details = Details::new(lang.say("ask-entry"), lang);
        details.pair("ask-when", when);
        details.pair("ask-person", by);
        details.pair("ask-kind", lang.entry_kind(entry.kind()));
        details.pair("ask-number-of-record", entry.seq.to_string());
        details.heading_text(sentence.what);
        match &entry.event {
            Event::Log(LogEvent::Decided { text, why, objections }) if entry.correction.is_none() => {
                details.text(text.to_string(), Meaning::Overlay);
                for (key, text) in [("ask-why", why), ("ask-objections", objections)] {
                    if !text.is_empty() {
                        details.heading(key);
                        details.text(text.to_string(), Meaning::Overlay);
                    }
                }
            }
            _ => details.text(sentence.text, Meaning::Overlay),
        }
        if let Some(struck) = sentence.struck {
            details.heading("ask-former");
            details.text(struck, Meaning::LogStruck);
        }
        for (at, by, text) in self.history.iter().flat_map(|(_, corrections)| corrections) {
            details.heading_text(signed("ask-corrected-by", *at, by));
            details.text(text.as_str(), Meaning::Overlay);
        }
        if let Some(undone) = entry.undone.and_then(|seq| incident.log.get(seq)) {
            details.heading_text(signed("ask-undone-by", undone.wall, undone.by.person.as_str()));
        }
        details
    }
}

/// The corrections of an entry, oldest first, up to the last one.
fn history(incident: &Incident, of: Seq, last: Seq) -> Vec<Corrected> {
    let mut found = Vec::new();
    let mut seq = of.next();
    while seq <= last {
        if let Some(entry) = incident.log.get(seq)
            && let Event::Log(LogEvent::Corrected { entry: corrected, text }) = &entry.event
            && *corrected == of
            && entry.undone.is_none()
        {
            found.push((entry.wall, entry.by.person.to_string(), text.to_string()));
        }
        seq = seq.next();
    }
    found
}
