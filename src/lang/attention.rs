//! What needs someone now, in one sentence each.

use super::{Lang, vars};
use crate::incident::{Duty, Forecast, Incident, Matter, Moment, Range, Span, TaskState};

impl Lang {
    /// Returns what a matter is: who or what, since when or until when, and who must act.
    pub fn matter(self, incident: &Incident, matter: &Matter, forecast: &Forecast, now: Moment) -> String {
        self.sentence_of(incident, matter, forecast, now).unwrap_or_default()
    }

    fn sentence_of(self, incident: &Incident, matter: &Matter, forecast: &Forecast, now: Moment) -> Option<String> {
        let urgency = incident.urgency(matter, forecast, now);
        let times = |range: Range<Moment>| {
            let wall = Range { min: incident.wall(range.min), max: incident.wall(range.max) };
            self.time_range(wall, incident.wall(now), incident.zone)
        };
        let time = |at: Moment| times(Range::exactly(at));
        let since = urgency.since.map(time).unwrap_or_default();
        let due = urgency.due.map(time).unwrap_or_default();
        let who = urgency.who.as_str();
        // The time that is left, or that it is late by: a minute or more, because a screen counts no seconds here.
        let by = urgency.due.or(urgency.since).map_or(Span::zero(), |at| (now - at).abs());
        let by = self.duration(by.max(Span::minutes(1)));
        Some(match matter {
            Matter::Call(seq) => {
                let call = incident.call(*seq)?;
                let taken = call.taken_by.as_ref();
                let taken = taken
                    .map_or_else(String::new, |by| self.say_with("region-call-taken", &vars![person = by.as_str()]));
                let task = call.task.as_ref().and_then(|task| incident.task(task));
                let task = task.map_or_else(String::new, |(_, task)| format!(" · {}", task.title));
                let (person, text) = (call.by.as_str(), format!("{}{task}", call.text));
                self.say_with("attention-call", &vars![person, since, taken, text])
            }
            Matter::UpdateLate(id) => {
                let audience = incident.audience(id)?.name.as_str();
                self.say_with("attention-update-late", &vars![audience, due, by, who])
            }
            Matter::UpdateDue(id) => {
                let audience = incident.audience(id)?.name.as_str();
                self.say_with("attention-update-due", &vars![audience, due, by, who])
            }
            Matter::RtoAtRisk(id) => {
                let service = incident.service(id)?.name.as_str();
                let risk = incident.rto_risk(id, forecast, now)?;
                match (risk.restored, risk.missed_by()) {
                    (Some(restored), Some(missed)) => {
                        let is_sure = missed.min > Span::zero();
                        let by = if is_sure { self.span_range(missed) } else { self.duration(missed.max) };
                        let key = if is_sure { "attention-rto-at-risk" } else { "attention-rto-in-doubt" };
                        self.say_with(key, &vars![service, due, restored = times(restored), by])
                    }
                    _ => self.say_with("attention-rto-missed", &vars![service, due, by]),
                }
            }
            Matter::PhaseLate(id) => {
                let step = incident.step(id)?.title.as_str();
                let end_state = if forecast.slip > Span::zero() { "moved" } else { "kept" };
                let (end, slip) = (times(forecast.end), self.slip(forecast.slip));
                self.say_with("attention-phase-late", &vars![step, by, end_state, end, slip])
            }
            Matter::Blocked(id) => {
                let (_, task) = incident.task(id)?;
                let TaskState::Blocked { reason, .. } = &task.state else { return None };
                let reason = reason.as_str();
                self.say_with("attention-blocked", &vars![task = task.title.as_str(), who, reason, since])
            }
            Matter::DayEndLate(id) => {
                self.say_with("attention-day-end-late", &vars![step = incident.step(id)?.title.as_str(), due])
            }
            Matter::Offer(duty) => {
                let person = incident.offer(duty)?.from.as_str();
                let duty = match duty {
                    Duty::Command => self.say("ask-duty-command"),
                    Duty::Role(id) => self.say_with("ask-duty-role", &vars![role = incident.role_name(id).as_str()]),
                };
                self.say_with("attention-offer", &vars![person, duty, who, since])
            }
            Matter::Proposal(seq) => {
                let proposal = incident.proposal(*seq)?;
                let audience = incident.audience(&proposal.audience)?.name.as_str();
                self.say_with("attention-proposal", &vars![audience, since, person = proposal.by.as_str(), who])
            }
            Matter::TargetFailed(target) => {
                let reason = incident.faults.get(target)?.reason.as_str();
                self.say_with("attention-target-failed", &vars![target = target.as_str(), since, reason])
            }
        })
    }
}
