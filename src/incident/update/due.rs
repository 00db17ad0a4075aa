//! When the next update of an audience is due.

use std::sync::Arc;

use serde::Serialize;

use crate::incident::{Audience, AudienceId, Incident, Moment, Right, Span, StepKind, Update, Who};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub at: Moment,
    /// Until then; negative once it is late.
    pub left: Span,
    /// Since the last update, or since the opening if there was none.
    pub since_last: Span,
    pub state: DueState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DueState {
    Calm,
    /// Within five minutes, or a quarter of the interval if that is less.
    Soon,
    Late,
}

impl DueState {
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Incident {
    pub fn audience(&self, id: &AudienceId) -> Option<&Arc<Audience>> {
        self.audiences.iter().find(|audience| audience.id == *id)
    }

    pub fn may_approve(&self, who: &Who) -> bool {
        match who.rights.right {
            Right::Owner => true,
            Right::System | Right::Observer => false,
            Right::Member | Right::Deputy | Right::Commander => self.commander == who.by.person,
        }
    }

    pub fn last_update(&self, audience: &AudienceId) -> Option<&Update> {
        self.updates.iter().rev().find(|update| update.audience == *audience).map(AsRef::as_ref)
    }

    /// Returns when the next update is due; `None` if the severity asks for none, or the incident is closed.
    ///
    /// It is one interval after the last update, or after the opening, at the current severity. Holds and breaks do not
    /// stop that clock. If it falls into a night it waits for the morning, unless the audience is notified at night.
    pub fn next_update(&self, audience: &Audience, now: Moment) -> Option<Due> {
        if self.is_closed() {
            return None;
        }
        let every = audience.every.at(self.severity)?;
        let now = now.max(self.at);
        let last = self.last_update(&audience.id).map_or(self.opened_at, |update| update.at);
        let at = self.due_after(audience, last)?;
        let left = at - now;
        let state = if left < Span::zero() {
            DueState::Late
        } else if left <= Span::minutes(5).min(every / 4) {
            DueState::Soon
        } else {
            DueState::Calm
        };
        Some(Due { at, left, since_last: now - last, state })
    }

    /// Returns when the update after one at `last` is due, by the same rule.
    pub fn due_after(&self, audience: &Audience, last: Moment) -> Option<Moment> {
        let due = last + audience.every.at(self.severity)?;
        Some(if audience.nights { due } else { self.after_night(due) })
    }

    /// The moment itself, or the morning of the night that it falls into.
    fn after_night(&self, moment: Moment) -> Moment {
        let mut nights: Vec<(Moment, Moment)> = Vec::new();
        for step in &self.steps {
            let StepKind::DayEnd { resume, .. } = step.kind else { continue };
            nights.extend(step.runs.iter().map(|run| {
                let morning = self.morning_after(run.from, resume);
                // A day that starts early is no longer night.
                (run.from, run.to.map_or(morning, |to| to.min(morning)))
            }));
        }
        nights.sort_unstable();
        nights
            .into_iter()
            .fold(moment, |moment, (from, morning)| if (from..morning).contains(&moment) { morning } else { moment })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        Cadence, Context, Event, HeaderEvent, IncidentId, Kind, Line, Occasion, Open, Pace, Plan, Planned, PlannedStep,
        Posted, Recorded, Seq, Severity, Signature, Situation, StepEvent, UpdateEvent, open,
    };

    /// A Sunday in Paris, so that `resume = 08:00` is 07:00 here.
    fn at(time: &str) -> Moment {
        let (day, time) = time.split_once(' ').unwrap_or(("22", time));
        format!("2026-11-{day}T{time}:00Z").parse().unwrap()
    }

    fn audience(every: Cadence) -> Audience {
        Audience {
            id: "clients".parse().unwrap(),
            name: "Clients".into(),
            language: None,
            every,
            approval: false,
            outside: true,
            nights: false,
        }
    }

    /// An incident at SEV2 that opened at 10:00, with a phase, a break and two nights.
    fn incident() -> Incident {
        let night = |id: &str| PlannedStep {
            id: id.parse().unwrap(),
            title: "Nuit".into(),
            kind: StepKind::DayEnd { at: "18:00:00".parse().unwrap(), resume: "08:00:00".parse().unwrap() },
            milestone: None,
            tasks: vec![],
        };
        let step = |id: &str, kind| PlannedStep {
            id: id.parse().unwrap(),
            title: id.into(),
            kind,
            milestone: None,
            tasks: vec![],
        };
        let planned = Planned::minutes(30, 60);
        let steps = vec![
            step("a", StepKind::Phase { planned }),
            step("pause", StepKind::Break { planned }),
            night("night"),
            night("second"),
        ];
        let what = Open {
            incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev2,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: at("10:00") },
            situation: Situation::default(),
            zone: chrono_tz::Europe::Paris,
            plan: Plan { steps, ..Plan::default() },
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(at("10:00"), by.clone())).unwrap();
        Incident::begin(&Recorded { seq: Seq(1), at: at("10:00"), by, act: None, event }).unwrap()
    }

    fn happens(incident: &mut Incident, time: &str, event: Event) {
        let (seq, by) = (incident.seq.next(), Signature::new("alice", "test"));
        incident.apply(&Recorded { seq, at: at(time), by, act: None, event });
    }

    fn posted(audience: &str) -> Event {
        Event::Update(UpdateEvent::Posted(Box::new(Posted {
            audience: audience.parse().unwrap(),
            occasion: Occasion::Progress,
            text: "x".into(),
            proposal: None,
        })))
    }

    fn started(step: &str) -> Event {
        Event::Step(StepEvent::Started { step: step.parse().unwrap() })
    }

    fn finished(step: &str) -> Event {
        Event::Step(StepEvent::Finished { step: step.parse().unwrap() })
    }

    /// When an hourly update is due after these events, and its state at `now`.
    fn due(history: &[(&str, Event)], now: &str) -> String {
        due_of(&audience(Cadence::always(3600)), history, now)
    }

    fn due_of(audience: &Audience, history: &[(&str, Event)], now: &str) -> String {
        let mut incident = incident();
        for (time, event) in history {
            happens(&mut incident, time, event.clone());
        }
        match incident.next_update(audience, at(now)) {
            None => "nothing".to_owned(),
            Some(due) => {
                assert_eq!(due.left, due.at - at(now));
                format!("{} {}", due.at.format("%d %H:%M"), due.state.name())
            }
        }
    }

    #[test]
    fn an_update_is_due_one_interval_after_the_last_or_the_opening() {
        assert_eq!(due(&[], "10:00"), "22 11:00 calm");
        assert_eq!(due(&[], "10:54"), "22 11:00 calm");
        assert_eq!(due(&[], "10:55"), "22 11:00 soon");
        assert_eq!(due(&[], "11:00"), "22 11:00 soon");
        assert_eq!(due(&[], "11:01"), "22 11:00 late");
        assert_eq!(due(&[("10:40", posted("clients"))], "11:01"), "22 11:40 calm");
        assert_eq!(due(&[("10:40", posted("direction"))], "11:01"), "22 11:00 late");
        let since = incident().next_update(&audience(Cadence::always(60)), at("10:20")).unwrap().since_last;
        assert_eq!(since, Span::minutes(20));
    }

    #[test]
    fn a_short_interval_warns_from_its_last_quarter() {
        let often = audience(Cadence::always(8 * 60));
        assert_eq!(due_of(&often, &[], "10:05"), "22 10:08 calm");
        assert_eq!(due_of(&often, &[], "10:06"), "22 10:08 soon");
    }

    #[test]
    fn the_severity_of_now_says_how_often() {
        let by_severity = audience(Cadence { sev1: Some(1800), sev2: Some(7200), ..Cadence::default() });
        let set = |severity| Event::Header(HeaderEvent::SeveritySet { severity });
        let raised = [("10:10", set(Severity::Sev1))];
        let lowered = [("10:10", set(Severity::Sev1)), ("10:50", set(Severity::Sev3))];
        assert_eq!(due_of(&by_severity, &[], "10:20"), "22 12:00 calm");
        assert_eq!(due_of(&by_severity, &raised, "10:20"), "22 10:30 calm");
        assert_eq!(due_of(&by_severity, &raised, "10:40"), "22 10:30 late");
        assert_eq!(due_of(&by_severity, &lowered, "10:55"), "nothing");
        assert_eq!(due_of(&audience(Cadence::default()), &[], "20:00"), "nothing");
    }

    #[test]
    fn holds_and_breaks_do_not_stop_the_clock() {
        let held = [("10:10", Event::Header(HeaderEvent::Held { reason: "x".into() }))];
        let resting = [("10:10", started("pause"))];
        for history in [held, resting] {
            assert_eq!(due(&history, "10:30"), "22 11:00 calm");
            assert_eq!(due(&history, "11:30"), "22 11:00 late");
        }
        let resumed = [
            ("10:10", Event::Header(HeaderEvent::Held { reason: "x".into() })),
            ("10:50", Event::Header(HeaderEvent::Resumed)),
        ];
        assert_eq!(due(&resumed, "10:50"), "22 11:00 calm");
    }

    #[test]
    fn what_falls_into_a_night_waits_for_the_morning() {
        let asleep = [("10:40", started("night"))];
        assert_eq!(due(&asleep, "12:00"), "23 07:00 calm");
        assert_eq!(due(&asleep, "23 06:58"), "23 07:00 soon");
        assert_eq!(due(&asleep, "23 07:10"), "23 07:00 late");
        let updated_at_night = Audience { nights: true, ..audience(Cadence::always(3600)) };
        assert_eq!(due_of(&updated_at_night, &asleep, "12:00"), "22 11:00 late");
        // Posted at night, the next one falls into the same night.
        let awake = [("10:40", started("night")), ("20:00", posted("clients"))];
        assert_eq!(due(&awake, "21:30"), "23 07:00 calm");
    }

    #[test]
    fn a_night_that_is_over_counts_as_far_as_it_went() {
        let early = [("10:40", started("night")), ("23 05:00", finished("night"))];
        assert_eq!(due(&early, "23 05:00"), "23 05:00 soon");
        let late = [("10:40", started("night")), ("23 07:40", finished("night"))];
        assert_eq!(due(&late, "23 07:40"), "23 07:00 late");
        // The day began before the update was due: nothing has moved.
        let short = [("10:40", started("night")), ("10:50", finished("night"))];
        assert_eq!(due(&short, "10:50"), "22 11:00 calm");
    }

    #[test]
    fn what_was_due_before_the_night_stays_due() {
        let asleep = [("11:20", started("night"))];
        assert_eq!(due(&asleep, "12:00"), "22 11:00 late");
        let morning = [("11:20", started("night")), ("23 07:00", finished("night"))];
        assert_eq!(due(&morning, "23 07:10"), "22 11:00 late");
    }

    #[test]
    fn a_night_behind_a_night_waits_for_the_second_morning() {
        let history = [("10:40", started("night")), ("23 03:00", finished("night")), ("23 03:00", started("second"))];
        assert_eq!(due(&history, "23 06:00"), "23 07:00 calm");
    }

    #[test]
    fn nothing_is_due_once_all_is_over() {
        let closed = || ("10:40", Event::Header(HeaderEvent::Closed { reason: Line::default() }));
        let reopened = ("12:00", Event::Header(HeaderEvent::Reopened { reason: Line::default() }));
        assert_eq!(due(&[closed()], "12:00"), "nothing");
        assert_eq!(due(&[closed(), reopened], "12:00"), "22 11:00 late");
    }
}
