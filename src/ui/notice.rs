//! The notice: a sentence at the bottom of the screen, beside the hints if there is room for both.

use std::borrow::Cow;

use ratatui::layout::Rect;

use super::canvas::{Canvas, Over};
use super::page::updates::rows::audience_name;
use super::text::{cut, width, wrap_all};
use super::view::View;
use crate::incident::{AudienceId, Entry, Event, HelpEvent, LogEvent, TargetFact, TaskEvent, UpdateEvent};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;

/// A good notice goes after so many seconds.
const AGE: u8 = 4;
/// A longer notice is cut: the log has all of it.
const LINES: usize = 4;
/// The cells that hints need beside a notice.
const FOR_HINTS: u16 = 38;
/// From this width on a short notice leaves the hints their room.
const ROOMY: u16 = 80;

/// A sentence at the bottom of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    tone: Tone,
    text: String,
    /// How many seconds it has been there.
    age: u8,
}

/// How a notice is meant: a bad one stays until the next key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Bad,
}

pub struct Strip {
    lines: Vec<String>,
    tone: Tone,
    area: Rect,
}

impl Notice {
    pub const fn new(tone: Tone, text: String) -> Self {
        Self { tone, text, age: 0 }
    }

    pub fn is_bad(&self) -> bool {
        self.tone == Tone::Bad
    }

    /// A second has passed; returns whether it is still shown.
    pub const fn stays(&mut self) -> bool {
        self.age = self.age.saturating_add(1);
        matches!(self.tone, Tone::Bad) || self.age < AGE
    }
}

impl Strip {
    pub fn of(notice: Option<&Notice>, read_only: Option<&str>, is_searching: bool, area: Rect) -> Option<Self> {
        let (text, tone) = match (notice, read_only) {
            (Some(notice), _) => (notice.text.as_str(), notice.tone),
            (None, Some(why)) => (why, Tone::Bad),
            (None, None) => return None,
        };
        let beside = area.width.saturating_sub(FOR_HINTS + 2);
        let lines = match tone {
            Tone::Good if area.width >= ROOMY => vec![cut(text, beside)],
            Tone::Good => vec![cut(text, area.width.saturating_sub(2))],
            Tone::Bad => wrap_all(text, area.width.saturating_sub(2)),
        };
        let lines: Vec<_> = lines.into_iter().map(Cow::into_owned).collect();
        let wide = match &lines[..] {
            [line] if !is_searching && width(line) <= beside => width(line) + 2,
            _ => area.width,
        };
        let height = u16::try_from(lines.len().min(LINES)).unwrap_or(1).min(area.height);
        let bottom = area.bottom().saturating_sub(u16::from(is_searching));
        let y = bottom.saturating_sub(height).max(area.y);
        Some(Self { lines, tone, area: Rect { y, height, width: wide, ..area } })
    }

    /// The cells that it takes from the line of hints; all if they do not fit together.
    pub fn beside_hints(&self, screen: Rect) -> u16 {
        if self.area.bottom() < screen.bottom() { 0 } else { self.area.width }
    }

    /// Draws it above all else.
    pub fn render(&self, canvas: &Canvas<'_>) {
        let meaning = match self.tone {
            Tone::Good => Meaning::MessageGood,
            Tone::Bad => Meaning::MessageBad,
        };
        let area = self.area;
        canvas.hide_clocks(area);
        canvas.blank(area, Over(meaning));
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        canvas.lines(inside, &self.lines, Over(meaning));
    }
}

/// The person's last act, as the log words it.
pub fn done(view: &View<'_>, lang: Lang) -> Option<String> {
    let mine = view.incident.log.iter().rev().take(8).find(|entry| entry.by.person == *view.me);
    mine.map(|entry| format!("✔ {}", describe(view, entry, lang)))
}

/// What an entry did, with its verb, which the log omits for notes.
fn describe(view: &View<'_>, entry: &Entry, lang: Lang) -> String {
    let key = match entry.event {
        Event::Log(LogEvent::Noted { .. }) => Some("ask-done-note"),
        Event::Log(LogEvent::FactRecorded { .. }) => Some("ask-done-fact"),
        Event::Log(LogEvent::Decided { .. }) => Some("ask-done-decision"),
        Event::Task(TaskEvent::Commented { .. }) => Some("ask-done-comment"),
        Event::Help(HelpEvent::Asked { .. }) => Some("ask-done-call"),
        Event::Update(UpdateEvent::Posted(ref posted)) => return describe_post(view, &posted.audience, lang),
        Event::Update(UpdateEvent::Proposed { .. }) => Some("ask-done-proposal"),
        _ => None,
    };
    let text = match &entry.event {
        Event::Help(HelpEvent::Asked { text, .. }) => text.to_string(),
        Event::Update(UpdateEvent::Proposed { audience, .. }) => audience_name(view.incident, audience).to_owned(),
        _ => lang.entry(view.incident, entry).text,
    };
    let first = text.lines().next().unwrap_or_default();
    match key {
        Some(key) => lang.say_with(key, &vars![text = first]),
        None => format!("{} {first}", view.me),
    }
}

/// The result of posting an update, which has not arrived yet.
fn describe_post(view: &View<'_>, audience: &AudienceId, lang: Lang) -> String {
    let incident = view.incident;
    let served = || view.targets.iter().filter(|fact| fact.audiences.contains(audience));
    let is_to_fix = |fact: &TargetFact| fact.trouble.is_some() || incident.faults.contains_key(&fact.name);
    let key = match served().next() {
        None => "ask-done-update-kept",
        Some(_) if served().all(is_to_fix) => "ask-done-update-to-fix",
        Some(_) => "ask-done-update",
    };
    let targets: Vec<_> = served().map(|fact| fact.name.as_str()).collect();
    lang.say_with(key, &vars![text = audience_name(incident, audience), targets = targets.join(", ")])
}
