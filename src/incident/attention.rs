//! What needs someone now, most urgent first, from the state alone.
//!
//! Order: who calls for help, who waits for an update, which phase is late, who is blocked, which service will be back
//! too late, then what only waits for a word.

use crate::incident::{
    AudienceId, DueState, Duty, Forecast, Health, Incident, Lateness, Line, Moment, Range, Seq, ServiceId, Span, Step,
    StepId, StepKind, TargetName, TaskId, resolve_local,
};

/// Something that needs someone.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Matter {
    Call(Seq),
    UpdateLate(AudienceId),
    UpdateDue(AudienceId),
    RtoAtRisk(ServiceId),
    PhaseLate(StepId),
    Blocked(TaskId),
    DayEndLate(StepId),
    Offer(Duty),
    Proposal(Seq),
    TargetFailed(TargetName),
}

impl Matter {
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

/// When a matter began, what it is measured against, and who must act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urgency {
    pub since: Option<Moment>,
    pub due: Option<Moment>,
    pub who: Line,
}

/// A recovery time objective, and when the service is expected back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RtoRisk {
    /// When the objective ends, or ended.
    pub ends: Moment,
    /// `None` if the plan does not say which step restores the service, or that step is over.
    pub restored: Option<Range<Moment>>,
}

impl Incident {
    /// Returns what needs someone at `now`, most urgent first; nothing once it is closed.
    pub fn attention(&self, forecast: &Forecast, now: Moment) -> Vec<Matter> {
        if self.is_closed() {
            return Vec::new();
        }
        let mut calls: Vec<_> =
            self.calls.iter().map(|call| (call.taken_by.is_some(), Matter::Call(call.seq))).collect();
        calls.sort_by_key(|(is_taken, _)| *is_taken);
        let calls = calls.into_iter().map(|(_, call)| call);
        let mut dues: Vec<_> =
            self.audiences.iter().filter_map(|it| Some((self.next_update(it, now)?, &it.id))).collect();
        dues.sort_by_key(|(due, _)| due.at);
        let updates = dues.into_iter().filter_map(|(due, id)| match due.state {
            DueState::Calm => None,
            DueState::Soon => Some(Matter::UpdateDue(id.clone())),
            DueState::Late => Some(Matter::UpdateLate(id.clone())),
        });
        let risks = self.services.iter().filter(|it| self.rto_risk(&it.id, forecast, now).is_some());
        let risks = risks.map(|it| Matter::RtoAtRisk(it.id.clone()));
        let is_late = |step: &&Step| self.step_clock(step, now).lateness == Lateness::Late;
        let late = self.active_steps().filter(is_late).map(|step| Matter::PhaseLate(step.id.clone()));
        let mut blocked: Vec<_> = self.tasks().map(|(_, task)| task).filter(|task| task.state.is_blocked()).collect();
        blocked.sort_by_key(|task| task.changed.as_ref().map(|(at, _)| *at));
        let blocked = blocked.into_iter().map(|task| Matter::Blocked(task.id.clone()));
        let day_end =
            self.day_end_due(now).filter(|(_, at)| *at < now).map(|(step, _)| Matter::DayEndLate(step.id.clone()));
        let offers = self.offers.iter().map(|it| Matter::Offer(it.duty.clone()));
        let proposals = self.proposals.iter().map(|it| Matter::Proposal(it.seq));
        let failed = self.faults.keys().map(|target| Matter::TargetFailed(target.clone()));
        let pressing = calls.chain(updates).chain(late).chain(blocked);
        pressing.chain(risks).chain(day_end).chain(offers).chain(proposals).chain(failed).collect()
    }

    /// Returns when a matter began, and who must act: the commander, unless it is somebody's own.
    pub fn urgency(&self, matter: &Matter, forecast: &Forecast, now: Moment) -> Urgency {
        let mut urgency = Urgency { who: self.commander.as_str().into(), ..Urgency::default() };
        match matter {
            Matter::Call(seq) => {
                let call = self.call(*seq);
                urgency.since = call.map(|call| call.at);
                if let Some(taker) = call.and_then(|call| call.taken_by.as_ref()) {
                    urgency.who = taker.as_str().into();
                }
            }
            Matter::UpdateLate(id) | Matter::UpdateDue(id) => {
                let due = self.audience(id).and_then(|audience| self.next_update(audience, now)).map(|due| due.at);
                (urgency.due, urgency.since) = (due, due.filter(|at| *at < now));
            }
            Matter::RtoAtRisk(id) => {
                urgency.due = self.rto_risk(id, forecast, now).map(|risk| risk.ends);
                urgency.since = self.service(id).map(|service| service.since);
            }
            Matter::PhaseLate(id) => {
                let over = self.step(id).map(|step| self.step_clock(step, now).over());
                urgency.since = over.map(|over| now - over);
            }
            Matter::Blocked(id) => {
                let Some((_, task)) = self.task(id) else { return urgency };
                urgency.since = task.changed.as_ref().map(|(at, _)| *at);
                urgency.who = match (&task.assignee, self.takers(&task.role).next()) {
                    (Some(person), _) | (None, Some(person)) => person.as_str().into(),
                    (None, None) => self.role_name(&task.role),
                };
            }
            Matter::DayEndLate(_) => urgency.due = self.day_end_due(now).map(|(_, at)| at),
            Matter::Offer(duty) => {
                let Some(offer) = self.offer(duty) else { return urgency };
                (urgency.since, urgency.who) = (Some(offer.at), offer.to.as_str().into());
            }
            Matter::Proposal(seq) => urgency.since = self.proposal(*seq).map(|proposal| proposal.at),
            Matter::TargetFailed(target) => urgency.since = self.faults.get(target).map(|fault| fault.at),
        }
        urgency
    }

    /// Returns the objective that a service misses, or will miss by the forecast; `None` if it does not.
    pub fn rto_risk(&self, service: &ServiceId, forecast: &Forecast, now: Moment) -> Option<RtoRisk> {
        let service = self.service(service).filter(|it| it.health == Health::Down)?;
        let ends = now + service.rto_left(now)?;
        let restoring = self.plan.services.iter().find(|it| it.id == service.id)?.restored_by.as_ref();
        let restored = restoring.and_then(|step| Some(forecast.step(step)?.end)).filter(|end| end.max >= now);
        let is_missed = ends < restored.map_or(now, |end| end.max);
        is_missed.then_some(RtoRisk { ends, restored })
    }

    /// Returns the next day end of the plan and its time today; `None` at night, and if none is left.
    pub fn day_end_due(&self, now: Moment) -> Option<(&Step, Moment)> {
        if self.night().is_some() {
            return None;
        }
        let step = self.steps.iter().map(AsRef::as_ref).find(|step| step.is_waiting() && step.kind.is_day_end())?;
        let StepKind::DayEnd { at, .. } = step.kind else { return None };
        // The day began with the opening, or with the end of the last night.
        let nights = self.steps.iter().filter(|step| step.kind.is_day_end());
        let began = nights.flat_map(|step| &step.runs).filter_map(|run| run.to).fold(self.opened_at, Moment::max);
        let date = self.wall(began).with_timezone(&self.zone).date_naive();
        let today = [date, date.succ_opt()?].into_iter().map(|date| resolve_local(self.zone, date.and_time(at)));
        let wall = today.into_iter().find(|wall| *wall > self.wall(began))?;
        Some((step, wall - (self.wall(now) - now)))
    }
}

impl RtoRisk {
    /// Returns by how much the objective is missed; `None` if no forecast says so.
    pub fn missed_by(self) -> Option<Range<Span>> {
        self.restored.map(|end| Range { min: (end.min - self.ends).max(Span::zero()), max: end.max - self.ends })
    }
}
