//! The differences between two moments of a recording, most important first.

use crate::incident::{
    Aspect, Comparison, Line, Moment, NewText, NewUpdate, PersonName, Range, RoleId, Status, StepState, day,
};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::page::services::look;
use crate::ui::reading::Topic;
use crate::ui::region::tasks;
use crate::ui::stage::Stage;
use crate::ui::view::View;
use crate::ui::widget::details::{Details, Piece};
use crate::ui::world::World;

/// The differences between two moments of a recording, to be read.
#[derive(Debug)]
pub struct Compared(pub Box<Comparison>);

impl Topic for Compared {
    fn details(&mut self, stage: &Stage<'_>) -> Details {
        let lang = stage.look.lang;
        let World::Room(view) = stage.world else { return Details::gone(lang) };
        let differences = Differences { comparison: &self.0, view, lang };
        let mut details = Details::new(lang.say("playback-compare"), lang);
        details.text(differences.between(), Meaning::TextMuted);
        let parts = differences.parts().into_iter().filter(|(_, pieces)| !pieces.is_empty());
        let mut is_empty = true;
        for (heading, pieces) in parts {
            details.heading(heading);
            details.extend(pieces);
            is_empty = false;
        }
        if is_empty {
            details.blank();
            details.text(lang.say("playback-compare-nothing"), Meaning::Overlay);
        }
        details
    }
}

struct Differences<'a> {
    comparison: &'a Comparison,
    view: &'a View<'a>,
    lang: Lang,
}

impl Differences<'_> {
    fn parts(&self) -> [(&'static str, Vec<Piece>); 11] {
        [
            ("playback-compare-whole", self.whole()),
            ("playback-compare-services", self.services()),
            ("playback-compare-blockers", self.blockers()),
            ("playback-compare-calls", self.calls()),
            ("playback-compare-decisions", self.texts(&self.comparison.decisions)),
            ("playback-compare-updates", self.updates()),
            ("playback-compare-steps", self.steps()),
            ("playback-compare-tasks", self.tasks()),
            ("playback-compare-facts", self.texts(&self.comparison.facts)),
            ("playback-compare-entries", self.entries()),
            ("playback-compare-people", self.people()),
        ]
    }

    /// The two moments, the time between them, and the number of entries.
    fn between(&self) -> String {
        let (before, after) = (&self.comparison.before, &self.comparison.after);
        let words = vars![
            from = self.day_time(before, before.at),
            to = self.day_time(after, after.at),
            length = self.lang.duration(after.at - before.at),
            records = after.seq.0 - before.seq.0
        ];
        self.lang.say_with("playback-compare-between", &words)
    }

    fn whole(&self) -> Vec<Piece> {
        let (before, after) = (&self.comparison.before, &self.comparison.after);
        let mut lines = Vec::new();
        let mut pair = |key: &str, from: String, to: String, meaning| {
            if from != to {
                lines.push(Piece::Pair(self.lang.say(key), format!("{from} → {to}"), meaning));
            }
        };
        let (from, to) = (self.status(&before.status), self.status(&after.status));
        pair("playback-compare-status", from, to, Meaning::TextStrong);
        let severity = |aspect: &Aspect| self.lang.severity(aspect.severity).to_owned();
        pair("playback-compare-severity", severity(before), severity(after), Meaning::TextStrong);
        let (from, to) = (before.commander.to_string(), after.commander.to_string());
        pair("playback-compare-command", from, to, Meaning::TextStrong);
        let (from, to) = (before.title.to_string(), after.title.to_string());
        pair("playback-compare-title", from, to, Meaning::FieldLabel);
        pair("playback-compare-end", self.end(before), self.end(after), Meaning::FieldLabel);
        let (from, to) = (self.lang.slip(before.slip), self.lang.slip(after.slip));
        let meaning = if after.slip > before.slip { Meaning::SlipLate } else { Meaning::SlipEarly };
        pair("playback-compare-slip", from, to, meaning);
        let done = |(over, all): (usize, usize)| format!("{over}/{all}");
        pair("playback-compare-done", done(before.done), done(after.done), Meaning::FieldLabel);
        let (from, to) = (before.blocked.to_string(), after.blocked.to_string());
        pair("playback-compare-blocked", from, to, Meaning::FieldLabel);
        lines
    }

    fn status(&self, status: &Status) -> String {
        self.lang.say(match status {
            Status::Open => "playback-status-open",
            Status::Held { .. } => "playback-status-held",
            Status::Closed { .. } => "playback-status-closed",
        })
    }

    /// The expected end, as shown at that time.
    fn end(&self, aspect: &Aspect) -> String {
        let Range { min, max } = aspect.end;
        let (min, max) = (self.day_time(aspect, min), self.day_time(aspect, max));
        if min == max { min } else { format!("{min}–{max}") }
    }

    fn services(&self) -> Vec<Piece> {
        let changes = self.comparison.services.iter().map(|change| {
            let after = self.lang.health(change.after);
            let text = match change.before {
                Some(before) => format!("{} → {after}", self.lang.health(before)),
                None => after,
            };
            let text = self.of(change.name.as_str(), text);
            let (sign, meaning) = look(change.after);
            Piece::Item(sign.to_owned(), text, meaning)
        });
        changes.collect()
    }

    fn blockers(&self) -> Vec<Piece> {
        let changes = self.comparison.blockers.iter().map(|change| {
            let task = self.task(&change.title, &change.role);
            if let Some(reason) = &change.reason {
                let words = vars![task, reason = reason.as_str()];
                let text = self.lang.say_with("playback-compare-blocked-by", &words);
                Piece::Item("!".to_owned(), text, Meaning::TaskBlocked)
            } else {
                let words = vars![task, state = self.lang.task_state(&change.after)];
                let text = self.lang.say_with("playback-compare-freed", &words);
                Piece::Item("✔".to_owned(), text, Meaning::TaskDone)
            }
        });
        changes.collect()
    }

    fn calls(&self) -> Vec<Piece> {
        let calls = self.comparison.calls.iter();
        calls.map(|(by, text)| Piece::Item(by.to_string(), text.to_string(), Meaning::LogPerson)).collect()
    }

    fn texts(&self, texts: &[NewText]) -> Vec<Piece> {
        let piece = |it: &NewText| {
            let text = it.text.as_str().lines().next().unwrap_or_default();
            Piece::Item(self.time(it.wall), self.of(it.by.as_str(), text.to_owned()), Meaning::LogTime)
        };
        texts.iter().map(piece).collect()
    }

    fn updates(&self) -> Vec<Piece> {
        let updates = self.comparison.updates.iter();
        let piece =
            |it: &NewUpdate| Piece::Item(self.time(it.wall), format!("{} → {}", it.by, it.audience), Meaning::LogTime);
        updates.map(piece).collect()
    }

    fn steps(&self) -> Vec<Piece> {
        let changes = self.comparison.steps.iter().map(|change| {
            let (sign, meaning) = match change.after {
                StepState::Waiting => ("·", Meaning::PhaseWaiting),
                StepState::Active => ("▶", Meaning::PhaseCalm),
                StepState::Finished => ("✔", Meaning::PhaseDone),
                StepState::Skipped { .. } => ("–", Meaning::PhaseSkipped),
            };
            let after = self.lang.step_state(&change.after);
            let mut text = match &change.before {
                None => self.lang.say_with("playback-compare-added", &vars![state = after]),
                Some(before) if *before == change.after => String::new(),
                Some(before) => format!("{} → {after}", self.lang.step_state(before)),
            };
            if let Some((before, after)) = change.planned {
                let planned = format!("{} → {}", self.lang.planned(before), self.lang.planned(after));
                text = [text, planned].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
            }
            Piece::Item(sign.to_owned(), self.of(change.title.as_str(), text), meaning)
        });
        changes.collect()
    }

    fn tasks(&self) -> Vec<Piece> {
        let changes = self.comparison.tasks.iter().map(|change| {
            let (sign, meaning) = tasks::look(&change.after);
            let mut words = vec![self.task(&change.title, &change.role)];
            if change.before.is_none() {
                let state = self.lang.task_state(&change.after);
                words.push(self.lang.say_with("playback-compare-added", &vars![state]));
            } else if change.before.as_ref() != Some(&change.after) {
                words.push(self.lang.task_state(&change.after));
            }
            if let Some((before, after)) = &change.assignee {
                let name = |name: &Option<PersonName>| {
                    name.as_ref().map_or_else(|| self.lang.say("ask-nobody"), |name| format!("@{name}"))
                };
                words.push(match before {
                    Some(_) => format!("{} → {}", name(before), name(after)),
                    None => name(after),
                });
            }
            Piece::Item(sign.to_owned(), words.join(" · "), meaning)
        });
        changes.collect()
    }

    fn entries(&self) -> Vec<Piece> {
        let kinds = self.comparison.entries.iter();
        let kinds = kinds.map(|(kind, count)| format!("{count} × {}", self.lang.entry_kind(*kind)));
        let line = kinds.collect::<Vec<_>>().join(" · ");
        if line.is_empty() { Vec::new() } else { vec![Piece::Text(line, Meaning::Overlay)] }
    }

    fn people(&self) -> Vec<Piece> {
        let people = self.comparison.people.iter();
        let line = people.map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(" · ");
        if line.is_empty() { Vec::new() } else { vec![Piece::Text(line, Meaning::Overlay)] }
    }

    /// A text about something, by its name.
    fn of(&self, name: &str, text: String) -> String {
        self.lang.say_with("playback-compare-of", &vars![name, text])
    }

    fn task(&self, title: &Line, role: &RoleId) -> String {
        let role = self.view.incident.role(role).map_or(role.as_str(), |role| role.name.as_str());
        format!("{title} ({role})")
    }

    fn time(&self, wall: Moment) -> String {
        self.lang.time(wall, self.view.incident.zone)
    }

    /// `J2 08:52`, as the screen of that time showed it.
    fn day_time(&self, aspect: &Aspect, at: Moment) -> String {
        let (incident, offset) = (self.view.incident, aspect.wall - aspect.at);
        let day = day(incident.opened_at, at, offset, incident.zone);
        let day = self.lang.say_with("region-day", &vars![day]);
        format!("{day} {}", self.time(at + offset))
    }
}
