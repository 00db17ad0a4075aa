//! News: what the log says since the last message, without anyone writing an update.

use strum::VariantArray as _;

use crate::incident::{
    Duty, DutyEvent, Entry, Event, HeaderEvent, Incident, Kind, LogEvent, Prose, Seq, StepEvent, TaskEvent,
};
use crate::lang::{Lang, vars};

/// The longest text of one message, in bytes; the rest follows in the next.
const TEXT_MAX: usize = 16 * 1024;

/// What a target can receive without anyone writing an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum News {
    Opened,
    Severity,
    PhaseStarted,
    PhaseFinished,
    PhaseLate,
    Blocked,
    Decision,
    Command,
    Closed,
}

impl News {
    pub const ALL: [Self; 9] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn title(self, lang: Lang) -> String {
        lang.say(&format!("notify-news-{}", self.name().replace('_', "-")))
    }

    /// Whether external audiences receive it: nothing about internal work.
    pub const fn is_for_external(self) -> bool {
        matches!(self, Self::Opened | Self::Severity | Self::Closed)
    }

    /// `None` if the event is no news.
    pub const fn of(event: &Event) -> Option<Self> {
        match event {
            Event::Header(HeaderEvent::Opened(_) | HeaderEvent::Reopened { .. }) => Some(Self::Opened),
            Event::Header(HeaderEvent::SeveritySet { .. }) => Some(Self::Severity),
            Event::Step(StepEvent::Started { .. }) => Some(Self::PhaseStarted),
            Event::Step(StepEvent::Finished { .. } | StepEvent::Skipped { .. }) => Some(Self::PhaseFinished),
            Event::Step(StepEvent::Late { .. }) => Some(Self::PhaseLate),
            Event::Task(TaskEvent::Blocked { .. }) => Some(Self::Blocked),
            Event::Log(LogEvent::Decided { .. }) => Some(Self::Decision),
            Event::Duty(DutyEvent::CommandTaken { .. } | DutyEvent::HandedOver { duty: Duty::Command, .. }) => {
                Some(Self::Command)
            }
            Event::Header(HeaderEvent::Closed { .. }) => Some(Self::Closed),
            _ => None,
        }
    }
}

/// The news that one target gets.
#[derive(Clone, Copy, Debug)]
pub struct Interest<'a> {
    pub kinds: &'a [News],
    /// The target's audience is external: no names, and nothing internal.
    pub external: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    pub through: Seq,
    pub text: Prose,
}

impl Interest<'_> {
    fn has(&self, entry: &Entry) -> bool {
        let is_for_them = |news: News| self.kinds.contains(&news) && (!self.external || news.is_for_external());
        entry.undone.is_none() && News::of(&entry.event).is_some_and(is_for_them)
    }
}

/// Returns the entries after `after` that a target gets.
pub fn since<'a>(incident: &'a Incident, after: Seq, interest: &'a Interest<'a>) -> impl Iterator<Item = &'a Entry> {
    let first = usize::try_from(after.0).unwrap_or(usize::MAX);
    let places = first..incident.log.len();
    places.filter_map(|place| incident.log.at(place)).filter(|entry| interest.has(entry))
}

/// What happened after `after`, as much as one message holds; `None` if nothing is for the target.
pub fn bulletin(incident: &Incident, after: Seq, interest: &Interest<'_>, lang: Lang) -> Option<Bulletin> {
    let mut text = String::new();
    let mut through = None;
    for entry in since(incident, after, interest) {
        let line = item(incident, entry, interest, lang);
        if !text.is_empty() && text.len() + line.len() > TEXT_MAX {
            break;
        }
        text.push_str(&line);
        text.push('\n');
        through = Some(entry.seq);
    }
    through.map(|through| Bulletin { through, text: Prose::new(&text) })
}

fn item(incident: &Incident, entry: &Entry, interest: &Interest<'_>, lang: Lang) -> String {
    let at = lang.time(entry.wall, incident.zone);
    if interest.external {
        return format!("- {at} {}", plain(&for_external(incident, &entry.event, lang)));
    }
    let entry_text = lang.entry(incident, entry);
    let what = if entry_text.what.is_empty() { String::new() } else { format!("**{}** ", plain(&entry_text.what)) };
    let text = plain(&entry_text.text);
    // What the program noticed by itself has no author.
    if entry.by.is_system() {
        return format!("- {at} {what}{text}");
    }
    format!("- {at} {} {what}{text}", plain(entry.by.person.as_str()))
}

/// What external readers get: the opening, the severity, the closing.
fn for_external(incident: &Incident, event: &Event, lang: Lang) -> String {
    let severity = |severity| vars![severity = lang.severity(severity)];
    match event {
        Event::Header(HeaderEvent::SeveritySet { severity: it }) => {
            lang.say_with("notify-external-severity", &severity(*it))
        }
        Event::Header(HeaderEvent::Closed { .. }) => lang.say("notify-external-closed"),
        Event::Header(HeaderEvent::Reopened { .. }) => lang.say("notify-external-reopened"),
        Event::Header(HeaderEvent::Opened(opened)) if opened.kind == Kind::Exercise => {
            lang.say_with("notify-external-exercise", &severity(opened.severity))
        }
        _ => lang.say_with("notify-external-opened", &severity(incident.severity)),
    }
}

/// A text on one line, without the marks of strong text.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "* *")
}
