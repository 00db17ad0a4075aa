//! What the log says since the last time, as a message that nobody has written.

use crate::incident::{Entry, Event, HeaderEvent, Incident, Kind, Prose, Seq};
use crate::lang::Lang;

use super::settings::News;

/// So much of a text is told at once, in bytes; what follows is told next.
const TEXT_MAX: usize = 16 * 1024;

/// What is told to one target.
#[derive(Clone, Copy, Debug)]
pub struct Interest<'a> {
    pub kinds: &'a [News],
    /// The target's audience is outside: nobody's name, and nothing of what goes on inside.
    pub outside: bool,
}

/// Some of what happened, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// The last record that it tells of.
    pub through: Seq,
    pub text: Prose,
}

impl Interest<'_> {
    /// Whether an entry is told of.
    pub fn has(&self, entry: &Entry) -> bool {
        entry.undone.is_none() && self.has_event(&entry.event)
    }

    pub fn has_event(&self, event: &Event) -> bool {
        News::of(event)
            .is_some_and(|news| self.kinds.contains(&news) && (!self.outside || news.goes_outside()))
    }
}

/// The entries that a target is told of, from one behind `after` on.
pub fn since<'a>(
    incident: &'a Incident,
    after: Seq,
    interest: &'a Interest<'a>,
) -> impl Iterator<Item = &'a Entry> {
    let first = usize::try_from(after.0).unwrap_or(usize::MAX);
    let places = first..incident.log.len();
    places.filter_map(|place| incident.log.at(place)).filter(|entry| interest.has(entry))
}

/// Tells what happened behind `after`, as far as one message goes; none where nothing of it is for the target.
pub fn bulletin(incident: &Incident, after: Seq, interest: &Interest<'_>, lang: Lang) -> Option<Bulletin> {
    let mut text = String::new();
    let mut through = None;
    for entry in since(incident, after, interest) {
        let line = tell(incident, entry, interest, lang);
        if !text.is_empty() && text.len() + line.len() > TEXT_MAX {
            break;
        }
        text.push_str(&line);
        text.push('\n');
        through = Some(entry.seq);
    }
    through.map(|through| Bulletin { through, text: Prose::new(&text) })
}

/// One entry, as an item of a list.
fn tell(incident: &Incident, entry: &Entry, interest: &Interest<'_>, lang: Lang) -> String {
    let at = lang.time(entry.wall, incident.zone);
    if interest.outside {
        return format!("- {at} {}", plain(&outside(incident, &entry.event, lang)));
    }
    let telling = lang.entry(incident, entry);
    let what = if telling.what.is_empty() { String::new() } else { format!("**{}** ", plain(&telling.what)) };
    let text = plain(&telling.text);
    // What the program noticed by itself is nobody's act.
    if entry.by.is_system() {
        return format!("- {at} {what}{text}");
    }
    format!("- {at} {} {what}{text}", plain(entry.by.person.as_str()))
}

/// What people outside are told: that it began, how bad it is, that it is over.
fn outside(incident: &Incident, event: &Event, lang: Lang) -> String {
    let severity = |severity| [("severity", lang.severity(severity).into())];
    match event {
        Event::Header(HeaderEvent::SeveritySet { severity: it }) => {
            lang.say_with("desk-outside-severity", &severity(*it))
        }
        Event::Header(HeaderEvent::Closed { .. }) => lang.say("desk-outside-closed"),
        Event::Header(HeaderEvent::Reopened { .. }) => lang.say("desk-outside-reopened"),
        Event::Header(HeaderEvent::Opened(opened)) if opened.kind == Kind::Exercise => {
            lang.say_with("desk-outside-exercise", &severity(opened.severity))
        }
        _ => lang.say_with("desk-outside-opened", &severity(incident.severity)),
    }
}

/// On one line, and without the marks that make a text strong.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "* *")
}
