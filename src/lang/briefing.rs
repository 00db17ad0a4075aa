//! The briefing for a new commander or role holder, drawn from the state.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

use super::{Lang, vars};
use crate::incident::{Entry, Event, Incident, Lateness, LogEvent, Moment, Range, Status, Step, forecast};

/// The longest list; the rest is counted, so that a briefing can be read and sent.
const LINES: usize = 10;
/// The longest line, and the longest text of the situation, in bytes.
const LINE: usize = 500;
const TEXT: usize = 2000;
/// More decisions are left to the log.
const DECISIONS: usize = 5;
/// Later deadlines are left out.
const DEADLINES: usize = 5;

impl Lang {
    /// The situation, what needs someone now, what runs, the last decisions and the next deadlines.
    ///
    /// ```text
    /// Cyberattaque, production chiffrée – SEV1, ouvert le 22 nov. 03:00, 5h42 écoulées
    /// Production chiffrée
    ///
    /// À traiter :
    /// – Bloquée depuis 08:12 (zoe) : accès VPN – Préparer la production
    ///
    /// En cours :
    /// – Activation du PRA : 22m écoulées sur 45m, reste 23m
    /// ```
    pub fn briefing(self, incident: &Incident, now: Moment) -> String {
        let local = Local { lang: self, incident, now };
        let lists = [
            ("briefing-attention", local.attention()),
            ("briefing-running", local.running()),
            ("briefing-decisions", local.decisions()),
            ("briefing-deadlines", local.deadlines()),
        ];
        let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(heading, lines)| {
            let more = lines.len().saturating_sub(LINES);
            let more = (more > 0).then(|| self.say_with("briefing-more", &vars![count = more]));
            let lines = lines.iter().take(LINES).map(|line| format!("– {}", cut(line, LINE)));
            std::iter::once(self.say(heading)).chain(lines).chain(more).collect::<Vec<_>>().join("\n")
        });
        std::iter::once(local.situation()).chain(lists).collect::<Vec<_>>().join("\n\n")
    }
}

struct Local<'a> {
    lang: Lang,
    incident: &'a Incident,
    now: Moment,
}

impl Local<'_> {
    fn time(&self, at: Moment) -> String {
        self.lang.time_range(self.wall(Range::exactly(at)), self.incident.wall(self.now), self.incident.zone)
    }

    fn wall(&self, range: Range<Moment>) -> Range<Moment> {
        Range { min: self.incident.wall(range.min), max: self.incident.wall(range.max) }
    }

    fn situation(&self) -> String {
        let Self { lang, incident, now } = *self;
        let zone = incident.zone;
        let mut lines = vec![lang.say_with(
            "briefing-head",
            &vars![
                title = incident.title.as_str(),
                severity = lang.severity(incident.severity),
                opened = lang.date_time(incident.wall(incident.opened_at), zone),
                elapsed = lang.duration(incident.clocks(now).elapsed)
            ],
        )];
        let situation = &incident.situation;
        if !situation.what.is_empty() {
            lines.push(cut(situation.what.as_str(), TEXT).into_owned());
        }
        for (key, text) in
            [("briefing-since", situation.since.as_str()), ("briefing-impact", situation.impact.as_str())]
        {
            if !text.is_empty() {
                lines.push(lang.say_with(key, &vars![text = cut(text, TEXT)]));
            }
        }
        if let Status::Held { since, reason } = &incident.status {
            let since = self.time(*since);
            lines.push(lang.say_with("briefing-held", &vars![since, reason = reason.as_str()]));
        }
        lines.join("\n")
    }

    fn running(&self) -> Vec<String> {
        self.incident.active_steps().map(|step| self.step(step)).collect()
    }

    fn step(&self, step: &Step) -> String {
        let Self { lang, incident, now, .. } = *self;
        if let Some(night) = incident.night().filter(|night| night.step.id == step.id) {
            let resume = self.time(night.resume);
            return lang.say_with("briefing-night", &vars![step = step.title.as_str(), resume]);
        }
        let clock = incident.step_clock(step, now);
        let planned = clock.allotted.map_or_else(String::new, |allotted| lang.allotted(allotted));
        let (state, left) = match clock.left {
            Some(left) if clock.lateness == Lateness::Late => ("late", -left.max),
            Some(left) => ("left", left.max),
            None => ("open", chrono::TimeDelta::zero()),
        };
        let (over, all) = step.progress();
        lang.say_with(
            "briefing-step",
            &vars![
                step = step.title.as_str(),
                elapsed = lang.duration(clock.elapsed),
                planned,
                state,
                left = lang.duration(left),
                over,
                all
            ],
        )
    }

    fn attention(&self) -> Vec<String> {
        let Self { lang, incident, now } = *self;
        let forecast = forecast(incident, now);
        let matters = incident.attention(&forecast, now);
        matters.iter().map(|matter| lang.matter(incident, matter, &forecast, now)).collect()
    }

    fn decisions(&self) -> Vec<String> {
        let decides =
            |entry: &&Entry| matches!(entry.event, Event::Log(LogEvent::Decided { .. })) && entry.undone.is_none();
        let mut latest: Vec<_> = self.incident.log.iter().rev().filter(decides).take(DECISIONS).collect();
        latest.reverse();
        let describe = |entry: &Entry| {
            let text = self.lang.entry(self.incident, entry).text;
            let at = Range::exactly(entry.wall);
            let at = self.lang.time_range(at, self.incident.wall(self.now), self.incident.zone);
            self.lang.say_with(
                "briefing-decision",
                &vars![at, person = entry.by.person.as_str(), text = cut(&text, LINE).replace('\n', " ")],
            )
        };
        latest.into_iter().map(describe).collect()
    }

    /// Ends of running steps, recovery objectives, updates due, and the expected end, by time.
    fn deadlines(&self) -> Vec<String> {
        let Self { lang, incident, now, .. } = *self;
        if incident.is_closed() {
            return Vec::new();
        }
        let forecast = forecast(incident, now);
        let ends = incident.active_steps().filter_map(|step| {
            let end = forecast.step(&step.id)?.end;
            Some((end.max, "briefing-due-step", step.title.as_str(), end))
        });
        let restored = incident.services.iter().filter_map(|service| {
            let at = now + service.rto_left(now).filter(|_| service.health == crate::incident::Health::Down)?;
            Some((at, "briefing-due-service", service.name.as_str(), Range::exactly(at)))
        });
        let all = (forecast.end.max, "briefing-due-end", "", forecast.end);
        let updates = incident.audiences.iter().filter_map(|audience| {
            let at = incident.next_update(audience, now)?.at;
            Some((at, "briefing-due-update", audience.name.as_str(), Range::exactly(at)))
        });
        let mut due: Vec<_> = ends.chain(restored).chain(updates).chain(std::iter::once(all)).collect();
        due.sort_by_key(|(at, ..)| *at);
        let last = due.len().saturating_sub(1);
        // The expected end is last and always shown.
        let shown = due.iter().enumerate().filter(|(place, _)| *place < DEADLINES || *place == last);
        let describe = |(_, (_, key, what, range)): (usize, &(Moment, &str, &str, Range<Moment>))| {
            let at = lang.time_range(self.wall(*range), incident.wall(now), self.incident.zone);
            lang.say_with(key, &vars![at, what = *what])
        };
        shown.map(describe).collect()
    }
}

/// Cuts a text after `max` bytes.
fn cut(text: &str, max: usize) -> Cow<'_, str> {
    if text.len() <= max {
        return text.into();
    }
    let fits = text.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= max).last();
    format!("{}…", text[..fits.unwrap_or(0)].trim_end()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        Command, Context, DutyCommand, Event, HeaderEvent, HelpEvent, IncidentId, Kind, Line, LogEvent, Open, Pace,
        Plan, Planned, PlannedStep, Prose, Recorded, Seq, Severity, Signature, Situation, StepKind, decide, open,
    };

    fn recorded(seq: u64, event: Event) -> Recorded {
        Recorded { seq: Seq(seq), at: Moment::UNIX_EPOCH, by: Signature::new("alice", "test"), act: None, event }
    }

    fn incident() -> Incident {
        let kind = StepKind::Phase { planned: Planned::minutes(45, 90) };
        let step = PlannedStep { id: "a".parse().unwrap(), title: "A".into(), kind, milestone: None, tasks: vec![] };
        let what = Open {
            incident: "19700101-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: Moment::UNIX_EPOCH },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: Plan { steps: vec![step], ..Plan::default() },
        };
        let context = Context::owner(Moment::UNIX_EPOCH, Signature::new("alice", "test"));
        Incident::begin(&recorded(1, open(what, &context).unwrap())).unwrap()
    }

    #[test]
    fn the_briefing_of_a_great_crisis_can_still_be_offered() {
        let mut incident = incident();
        let words = "👩‍💻 chiffré ".repeat(3000);
        let situation = Situation { what: Prose::new(&words), since: Line::new("3h"), impact: Prose::new(&words) };
        incident.apply(&recorded(2, Event::Header(HeaderEvent::SituationSet { situation: Box::new(situation) })));
        for seq in 3..90 {
            incident.apply(&recorded(seq, Event::Help(HelpEvent::Asked { text: Line::new(&words), task: None })));
        }
        let decided = |text: &str| {
            Event::Log(LogEvent::Decided {
                text: Prose::new(text),
                why: Prose::default(),
                objections: Prose::default(),
            })
        };
        incident.apply(&recorded(90, decided(&words)));
        let briefing = Lang::En.briefing(&incident, Moment::UNIX_EPOCH);
        assert!(briefing.contains("… and 77 more"), "{briefing}");
        let (duty, to) = (crate::incident::Duty::Command, crate::incident::PersonName::new("bob"));
        let offer = Command::Duty(DutyCommand::Offer { duty, to, briefing: Prose::new(&briefing) });
        let context = Context::owner(Moment::UNIX_EPOCH, Signature::new("alice", "test"));
        assert!(decide(&incident, offer, &context).is_ok(), "{} bytes", briefing.len());
    }

    #[test]
    fn a_text_is_cut_between_two_letters() {
        assert_eq!(cut("été", 5), "été");
        assert_eq!(cut("été", 3), "ét…");
        assert_eq!(cut("a👩‍💻b", 5), "a…");
    }
}
