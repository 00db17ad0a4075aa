//! The values of a template's variables, in the audience's language.

use chrono::{Offset, Timelike};
use unicode_segmentation::UnicodeSegmentation;

use super::Measure;
use super::mask::Mask;
use super::variable::Variable;
use crate::incident::{
    Allotted, Audience, Event, Health, Incident, Lateness, LogEvent, Moment, Planned, Seq, Service, Severity, Span,
    Status, Step, StepState, TaskState, forecast,
};
use crate::lang::{Lang, vars};

/// An estimate is no more exact than this.
const STEP: Span = Span::minutes(15);
/// One for a later time is rougher.
const FAR: Span = Span::hours(6);
const FAR_STEP: Span = Span::hours(1);
/// A promised time is a round one.
const NEXT_STEP: Span = Span::minutes(5);

pub struct Facts<'a> {
    pub lang: Lang,
    pub incident: &'a Incident,
    pub audience: &'a Audience,
    pub now: Moment,
    pub measure: Measure,
    /// `None` for an internal audience.
    pub mask: Option<Mask>,
}

impl<'a> Facts<'a> {
    /// Returns a variable's value; empty if there is none.
    pub fn value(&mut self, variable: Variable) -> String {
        let incident = self.incident;
        match variable {
            Variable::Title => self.text(incident.title.as_str()),
            Variable::Now => self.as_of(self.now),
            Variable::Zone => self.zone(),
            Variable::Severity => self.severity(incident.severity),
            Variable::What => self.text(incident.situation.what.as_str()),
            Variable::Since => self.since(),
            Variable::Impact => self.text(incident.situation.impact.as_str()),
            Variable::Services => self.services(),
            Variable::Down => self.named(|service| service.is_reported_as(Health::Down)),
            Variable::Degraded => self.named(|service| service.is_reported_as(Health::Degraded)),
            Variable::Presumed => self.named(Service::is_presumed_hit),
            // A service that was never hit was not restored.
            Variable::Restored => {
                self.named(|service| service.health == Health::Up && service.since > incident.opened_at)
            }
            Variable::Doing => self.doing(),
            Variable::Night => self.night(),
            Variable::Done => self.done(),
            Variable::Forecast => self.forecast(),
            Variable::Next => self.next(),
            Variable::Opened => self.as_of(incident.opened_at),
            Variable::Ended => match incident.status {
                Status::Closed { at, .. } => self.as_of(at),
                Status::Open | Status::Held { .. } => self.as_of(self.now),
            },
            Variable::Elapsed => self.lang.duration(incident.clocks(self.now).elapsed),
            Variable::Commander => incident.commander.as_str().to_owned(),
            Variable::Late => self.late(),
            Variable::Slip => self.slip(),
            Variable::Tasks => self.tasks(),
            Variable::Blocked => self.blocked(),
            Variable::Calls => {
                self.sentences(incident.calls.iter().map(|call| call.text.as_str().to_owned()).collect())
            }
            Variable::Decisions => self.decisions(),
            Variable::Held => self.held(),
            Variable::Reason => match &incident.status {
                Status::Closed { reason, .. } => self.text(reason.as_str()),
                Status::Open | Status::Held { .. } => String::new(),
            },
        }
    }

    fn severity(&self, severity: Severity) -> String {
        let name = self.lang.severity(severity);
        self.lang.say_with("draft-severity", &vars![severity = severity.name(), name])
    }

    fn since(&mut self) -> String {
        let since = self.text(self.incident.situation.since.as_str());
        if since.is_empty() {
            let at = self.as_of(self.incident.opened_at);
            return self.lang.say_with("draft-since-opened", &vars![at]);
        }
        since
    }

    fn services(&mut self) -> String {
        let lang = self.lang;
        let hit = self.by_priority(|it| it.reported && it.health != Health::Up);
        let named = hit.into_iter().map(|service| {
            let (name, health) = (service.name.as_str(), service.health.name());
            lang.say_with("draft-service", &vars![name, health])
        });
        self.list(named.collect())
    }

    fn named(&mut self, wanted: impl Fn(&Service) -> bool) -> String {
        self.list(self.by_priority(wanted).iter().map(|service| service.name.to_string()).collect())
    }

    fn by_priority(&self, wanted: impl Fn(&Service) -> bool) -> Vec<&'a Service> {
        let services = self.incident.services.iter().map(AsRef::as_ref);
        let mut services: Vec<&Service> = services.filter(|it| wanted(it)).collect();
        services.sort_by_key(|service| service.priority);
        services
    }

    fn doing(&mut self) -> String {
        // At night no step runs; `night` says that work has stopped.
        let is_night = self.incident.night().is_some();
        let running = self.incident.active_steps().filter(|_| !is_night).filter(|step| step.kind.is_phase());
        self.sentences(running.map(|step| step.title.to_string()).collect())
    }

    /// The pause in work, and when it continues.
    fn night(&self) -> String {
        let Some(night) = self.incident.night().filter(|_| !self.incident.is_closed()) else {
            return String::new();
        };
        let resume = self.at("draft-at", night.resume);
        self.lang.say_with("draft-night", &vars![resume])
    }

    /// The phases finished since the last update to the audience.
    fn done(&mut self) -> String {
        let incident = self.incident;
        let last = incident.last_update(&self.audience.id).map_or(incident.opened_at, |update| update.at);
        let is_new = |step: &&Step| {
            step.kind.is_phase()
                && step.state == StepState::Finished
                && step.ended_at().is_some_and(|ended| ended >= last)
        };
        let steps = incident.steps.iter().map(AsRef::as_ref).filter(is_new);
        self.sentences(steps.map(|step| step.title.to_string()).collect())
    }

    /// The expected end, always as a range.
    fn forecast(&self) -> String {
        let Self { lang, incident, now, .. } = *self;
        if incident.is_closed() {
            return String::new();
        }
        let is_ahead = incident.steps.iter().any(|step| step.is_active() || step.is_waiting());
        if !is_ahead || incident.is_held() {
            return lang.say("draft-no-forecast");
        }
        let end = forecast(incident, now).end;
        let step = if end.max - now > FAR { FAR_STEP } else { STEP };
        let min = match self.round_down(end.min, step) {
            past if past < now => self.round_up(now, step),
            min => min,
        };
        let max = self.round_up(end.max, step).max(min + step);
        let (from, to) = (self.time(min), self.time(max));
        let (from_date, to_date) = (self.date(min), self.date(max));
        let (key, dates) = if self.day(min) != self.day(max) {
            ("draft-between-days", vec![("from-date", from_date.into()), ("to-date", to_date.into())])
        } else if self.day(min) == self.day(now) {
            ("draft-between-today", Vec::new())
        } else {
            ("draft-between-day", vec![("date", from_date.into())])
        };
        lang.say_with(key, &vars![from, to].into_iter().chain(dates).collect::<Vec<_>>())
    }

    /// When the next update is due if one is sent now, rounded up.
    fn next(&self) -> String {
        self.promise().map(|(_, words)| words).unwrap_or_default()
    }

    /// The promised moment, and the words for it.
    pub fn promise(&self) -> Option<(Moment, String)> {
        let due = self.incident.due_after(self.audience, self.now)?;
        let due = self.round_up(due, NEXT_STEP);
        Some((due, self.at("draft-next", due)))
    }

    fn late(&mut self) -> String {
        let Self { lang, incident, now, .. } = *self;
        let late = incident.active_steps().filter_map(|step| {
            let clock = incident.step_clock(step, now);
            (clock.lateness == Lateness::Late && step.kind.is_phase()).then(|| {
                let (phase, over) = (step.title.as_str().into(), lang.duration(clock.over()).into());
                let planned = |planned: Planned| lang.planned(planned).into();
                match clock.allotted {
                    Some(Allotted { plan, agreed: Some(agreed) }) => lang.say_with(
                        "draft-late-extended",
                        &[("phase", phase), ("over", over), ("plan", planned(plan)), ("agreed", planned(agreed))],
                    ),
                    _ => lang.say_with("draft-late-phase", &[("phase", phase), ("over", over)]),
                }
            })
        });
        self.sentences(late.collect())
    }

    fn slip(&self) -> String {
        let Self { lang, incident, now, .. } = *self;
        let slip = forecast(incident, now).slip;
        if slip.abs() < Span::minutes(1) || incident.plan.steps.is_empty() {
            return String::new();
        }
        let late = if slip > Span::zero() { "yes" } else { "no" };
        lang.say_with("draft-slip", &vars![late, span = lang.duration(slip.abs())])
    }

    fn tasks(&self) -> String {
        let counted = self.incident.tasks().filter(|(_, task)| !matches!(task.state, TaskState::Skipped { .. }));
        let (done, all) = counted
            .fold((0_u32, 0_u32), |(done, all), (_, task)| (done + u32::from(task.state == TaskState::Done), all + 1));
        if all == 0 {
            return String::new();
        }
        self.lang.say_with("draft-tasks", &vars![done, all])
    }

    fn blocked(&mut self) -> String {
        let lang = self.lang;
        let blocked = self.incident.tasks().filter_map(|(_, task)| match &task.state {
            TaskState::Blocked { reason, .. } => {
                let (task, reason) = (task.title.as_str(), reason.as_str());
                Some(lang.say_with("draft-stuck", &vars![task, reason]))
            }
            _ => None,
        });
        self.sentences(blocked.collect())
    }

    /// The decisions since the last update to the audience; the newest, if there are many.
    fn decisions(&mut self) -> String {
        let last = self.incident.last_update(&self.audience.id).map_or(Seq::ZERO, |update| update.seq);
        let newer = self.incident.log.iter().rev().take_while(|entry| entry.seq > last);
        let decided = newer.filter(|entry| entry.undone.is_none()).filter_map(|entry| match &entry.event {
            Event::Log(LogEvent::Decided { text, .. }) => {
                Some(entry.correction.as_ref().map_or(text, |correction| &correction.text).to_string())
            }
            _ => None,
        });
        let mut decided: Vec<_> = decided.take(self.measure.items).collect();
        decided.reverse();
        self.sentences(decided)
    }

    fn held(&mut self) -> String {
        let Status::Held { since, reason } = &self.incident.status else { return String::new() };
        let since = self.at("draft-from", *since);
        let reason = self.text(reason.as_str());
        if reason.is_empty() {
            return since;
        }
        self.lang.say_with("draft-held", &vars![since, reason])
    }

    /// Names, between commas.
    fn list(&mut self, items: Vec<String>) -> String {
        self.joined(items, self.measure.item, |_, first, second| format!("{first}, {second}"))
    }

    /// What may hold commas itself.
    fn sentences(&mut self, items: Vec<String>) -> String {
        self.joined(items, 2 * self.measure.item, |lang, first, second| {
            lang.say_with("draft-then", &vars![first, second])
        })
    }

    fn joined(&mut self, items: Vec<String>, length: usize, join: impl Fn(Lang, String, String) -> String) -> String {
        let most = self.measure.items;
        // “And one more” would be no shorter than its name.
        let most = if items.len() == most + 1 { items.len() } else { most };
        let more = items.len().saturating_sub(most);
        let lang = self.lang;
        let shown: Vec<_> = items.into_iter().take(most).map(|item| cut(&self.masked(&item), length)).collect();
        let list = shown.into_iter().reduce(|first, second| join(lang, first, second)).unwrap_or_default();
        if more == 0 {
            return list;
        }
        lang.say_with("draft-more", &vars![list, count = more])
    }

    fn text(&mut self, text: &str) -> String {
        cut(&self.masked(text), self.measure.text)
    }

    fn masked(&mut self, text: &str) -> String {
        match &mut self.mask {
            Some(mask) => mask.apply(text),
            None => text.to_owned(),
        }
    }

    fn zone(&self) -> String {
        let name = self.incident.zone.name();
        let Some((_, city)) = name.rsplit_once('/').filter(|(area, _)| *area != "Etc") else {
            return if name.contains("UTC") || name.contains("GMT") {
                self.lang.say("draft-zone-utc")
            } else {
                name.to_owned()
            };
        };
        let city = city.replace('_', " ");
        let vowel = if city.starts_with(['A', 'E', 'I', 'O', 'U', 'Y']) { "yes" } else { "no" };
        self.lang.say_with("draft-zone", &vars![vowel, city])
    }

    /// `22 nov. à 04:15`.
    fn as_of(&self, at: Moment) -> String {
        let (date, time) = (self.date(at), self.time(at));
        self.lang.say_with("draft-as-of", &vars![date, time])
    }

    /// `à 04:15`, `le 23 nov. à 08:00`: the message `…-today` or `…-day`.
    fn at(&self, key: &str, at: Moment) -> String {
        let time = self.time(at);
        if self.day(at) == self.day(self.now) {
            return self.lang.say_with(&format!("{key}-today"), &vars![time]);
        }
        self.lang.say_with(&format!("{key}-day"), &vars![date = self.date(at), time])
    }

    fn time(&self, at: Moment) -> String {
        self.lang.time(self.incident.wall(at), self.incident.zone)
    }

    fn date(&self, at: Moment) -> String {
        self.lang.short_date(self.incident.wall(at), self.incident.zone)
    }

    fn day(&self, at: Moment) -> i64 {
        self.incident.day(at)
    }

    /// Rounds down to a step of the incident's local time.
    fn round_down(&self, at: Moment, step: Span) -> Moment {
        let local = self.incident.wall(at).with_timezone(&self.incident.zone);
        let offset = i64::from(local.offset().fix().local_minus_utc());
        let over = (local.timestamp() + offset).rem_euclid(step.num_seconds());
        at - Span::seconds(over) - Span::nanoseconds(local.nanosecond().into())
    }

    fn round_up(&self, at: Moment, step: Span) -> Moment {
        let down = self.round_down(at, step);
        if down == at { at } else { down + step }
    }
}

fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.grapheme_indices(true).nth(most) else { return text.to_owned() };
    let words = text[..end].rfind(char::is_whitespace).filter(|cut| *cut > end / 2).unwrap_or(end);
    format!("{}…", text[..words].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_words() {
        assert_eq!(cut("one two, three", 10), "one two…");
        assert_eq!(cut("one two", 7), "one two");
        assert_eq!(cut("abcdefghij", 4), "abcd…");
        assert_eq!(cut("👩‍💻👩‍💻👩‍💻", 2), "👩‍💻👩‍💻…");
    }
}
