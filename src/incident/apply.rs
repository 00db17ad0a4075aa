//! The fold: what an event makes of the state. It cannot fail, and holds no rule.
//!
//! An event that speaks of something that is not there (a damaged or foreign journal) changes nothing but the log.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::act::{Acts, Before};
use super::audience::Audience;
use super::clocks::ActiveClock;
use super::duty::{Duty, HelpCall, Offer};
use super::event::{
    ActionChange, DutyEvent, Event, HeaderEvent, HelpEvent, LogEvent, NewAction, Opened, Pushed, Recorded,
    ReviewEvent, ServiceEvent, StepEvent, TaskEvent, UpdateEvent,
};
use super::ids::{ActionId, FindingId, PersonName, RoleId, Seq, ServiceId, StepId, TaskId};
use super::log::{Correction, Log};
use super::plan::{PlannedStep, StepKind};
use super::review::{Dropped, Finding, FollowUp, FollowUpState};
use super::service::Service;
use super::state::{Incident, Status};
use super::step::{Run, Step, StepState};
use super::task::{Comment, Task, TaskState};
use super::time::{FURTHEST_JUMP, Moment, Span};
use super::update::{DeliveryState, Proposal, Push, Update};

impl Incident {
    /// The state after the first record; none where that record opens nothing.
    pub fn begin(recorded: &Recorded) -> Option<Self> {
        let Event::Header(HeaderEvent::Opened(opened)) = &recorded.event else { return None };
        let Opened { incident, title, severity, kind, pace, situation, zone, commander, plan } =
            opened.as_ref();
        let plan = Arc::new(plan.clone());
        let mut opened = Self {
            id: incident.clone(),
            title: title.clone(),
            severity: *severity,
            kind: *kind,
            pace: *pace,
            status: Status::Open,
            situation: situation.clone(),
            zone: *zone,
            commander: commander.clone(),
            opened_at: recorded.at,
            at: recorded.at,
            seq: recorded.seq,
            people: Arc::new([recorded.by.person.clone()].into()),
            steps: plan.steps.iter().map(|step| Arc::new(Step::new(step))).collect(),
            services: plan.services.iter().map(|it| Arc::new(Service::new(it, recorded.at))).collect(),
            calls: Vec::new(),
            offers: Vec::new(),
            takers: BTreeMap::new(),
            audiences: plan.audiences.iter().cloned().map(Arc::new).collect(),
            updates: Arc::default(),
            proposals: Vec::new(),
            pushes: Vec::new(),
            pushed: BTreeMap::new(),
            faults: BTreeMap::new(),
            moved: Seq::ZERO,
            findings: Vec::new(),
            actions: Vec::new(),
            last_finding: FindingId(0),
            last_action: ActionId(0),
            outbox: Arc::default(),
            plan,
            log: Log::default(),
            active: ActiveClock::started(recorded.at),
            wall_offset: 0,
            acts: Acts::default(),
        };
        opened.log.push(recorded, recorded.at);
        Some(opened)
    }

    /// Folds one more record into the state.
    pub fn apply(&mut self, recorded: &Recorded) {
        if let Event::Header(HeaderEvent::ClockJumped { by }) = recorded.event {
            self.wall_offset = self.wall_offset.saturating_add(by).clamp(-FURTHEST_JUMP, FURTHEST_JUMP);
        }
        self.seq = recorded.seq;
        self.at = self.at.max(recorded.at);
        let wall = self.wall(recorded.at);
        self.log.push(recorded, wall);
        let by_itself = matches!(
            recorded.event,
            Event::Header(HeaderEvent::ClockJumped { .. } | HeaderEvent::TailSetAside { .. })
        ) || recorded.by.is_system();
        if !by_itself && !self.people.contains(&recorded.by.person) {
            Arc::make_mut(&mut self.people).insert(recorded.by.person.clone());
        }
        let before = self.change(recorded);
        if !before.is_empty() {
            self.acts.note(&recorded.by.person, recorded.seq, recorded.act, before);
        }
    }

    /// Makes an event's change, and gives back what it replaced; nothing for an event that cannot be taken back.
    #[expect(clippy::too_many_lines, reason = "a table: one arm an event")]
    fn change(&mut self, recorded: &Recorded) -> Vec<Before> {
        let at = recorded.at;
        match &recorded.event {
            Event::Header(HeaderEvent::Retitled { title }) => {
                vec![Before::Title(std::mem::replace(&mut self.title, title.clone()))]
            }
            Event::Header(HeaderEvent::SeveritySet { severity }) => {
                vec![Before::Severity(std::mem::replace(&mut self.severity, *severity))]
            }
            Event::Header(HeaderEvent::SituationSet { situation }) => {
                vec![Before::Situation(std::mem::replace(&mut self.situation, (**situation).clone()))]
            }
            Event::Header(HeaderEvent::ZoneSet { zone }) => {
                vec![Before::Zone(std::mem::replace(&mut self.zone, *zone))]
            }
            Event::Header(HeaderEvent::Held { reason }) => {
                self.set_status(at, Status::Held { since: at, reason: reason.clone() })
            }
            Event::Header(HeaderEvent::Closed { reason }) => {
                self.set_status(at, Status::Closed { at, reason: reason.clone() })
            }
            Event::Header(HeaderEvent::Resumed | HeaderEvent::Reopened { .. }) => {
                self.set_status(at, Status::Open)
            }

            Event::Step(StepEvent::Started { step } | StepEvent::Reopened { step }) => {
                self.start_step(step, at)
            }
            Event::Step(StepEvent::Finished { step }) => self.finish_step(step, at),
            Event::Step(StepEvent::Skipped { step, reason }) => {
                let reason = reason.clone();
                self.change_step(step, |step| step.state = StepState::Skipped { reason })
            }
            Event::Step(StepEvent::Extended { step, planned }) => self.change_step(step, |step| {
                step.first_planned = step.first_planned.or_else(|| step.kind.planned());
                step.late_noted = false;
                match &mut step.kind {
                    StepKind::Phase { planned: range } | StepKind::Break { planned: range } => {
                        *range = *planned;
                    }
                    StepKind::DayEnd { .. } => {}
                }
            }),
            Event::Step(StepEvent::DayEndSet { step, at, resume }) => {
                let kind = StepKind::DayEnd { at: *at, resume: *resume };
                self.change_step(step, |step| step.kind = kind)
            }
            Event::Step(StepEvent::Added { step, after }) => self.add_step(step, after.as_ref()),
            Event::Step(StepEvent::Moved { step, after }) => self.move_step(step, after.as_ref()),

            Event::Task(TaskEvent::Added { task }) => {
                let Some(step) = self.step_mut(task.id.step()) else { return Vec::new() };
                if step.task(&task.id).is_some() {
                    return Vec::new();
                }
                step.tasks.push(Arc::new(Task::new(task)));
                vec![Before::NoTask(task.id.clone())]
            }
            Event::Task(TaskEvent::Started { task }) => {
                self.set_task_state(task, recorded, |_| TaskState::Doing)
            }
            Event::Task(TaskEvent::Done { task }) => self.set_task_state(task, recorded, |_| TaskState::Done),
            Event::Task(TaskEvent::Blocked { task, reason }) => {
                self.set_task_state(task, recorded, |state| TaskState::Blocked {
                    reason: reason.clone(),
                    was_doing: matches!(state, TaskState::Doing | TaskState::Blocked { was_doing: true, .. }),
                })
            }
            Event::Task(TaskEvent::Unblocked { task }) => {
                self.set_task_state(task, recorded, |state| match state {
                    TaskState::Blocked { was_doing: true, .. } => TaskState::Doing,
                    _ => TaskState::Todo,
                })
            }
            Event::Task(TaskEvent::Skipped { task, reason }) => {
                self.set_task_state(task, recorded, |_| TaskState::Skipped { reason: reason.clone() })
            }
            Event::Task(TaskEvent::Reopened { task }) => {
                self.set_task_state(task, recorded, |_| TaskState::Todo)
            }
            Event::Task(TaskEvent::Assigned { task, person }) => {
                let person = person.clone();
                self.change_task(task, |task| task.assignee = person)
            }
            Event::Task(TaskEvent::Retitled { task, title }) => {
                let title = title.clone();
                self.change_task(task, |task| task.title = title)
            }
            Event::Task(TaskEvent::Commented { task, text }) => {
                let comment = Comment { at, by: recorded.by.person.clone(), text: text.clone() };
                self.change_task(task, |task| task.comments.push(comment))
            }

            Event::Log(LogEvent::Noted { .. } | LogEvent::FactRecorded { .. } | LogEvent::Decided { .. }) => {
                vec![Before::Nothing]
            }
            Event::Log(LogEvent::Corrected { entry, text }) => {
                let by = recorded.by.person.clone();
                let correction = Correction { seq: recorded.seq, at, by, text: text.clone() };
                let mut before = None;
                self.log
                    .change(*entry, |entry| before = Some(entry.correction.replace(Box::new(correction))));
                before.map(|before| vec![Before::Correction(*entry, before)]).unwrap_or_default()
            }

            Event::Service(ServiceEvent::Added { service }) => {
                if self.service(&service.id).is_some() {
                    return Vec::new();
                }
                let added = Service { reported: true, ..Service::new(service, at) };
                self.services.push(Arc::new(added));
                vec![Before::NoService(service.id.clone())]
            }
            Event::Service(ServiceEvent::HealthSet { service, health }) => {
                self.change_service(service, |service| service.set_health(*health, at))
            }
            Event::Service(ServiceEvent::RestorePointSet { service, to }) => {
                self.change_service(service, |service| service.restored_to = Some(*to))
            }

            Event::Help(HelpEvent::Asked { text, task }) => {
                let (by, text, task) = (recorded.by.person.clone(), text.clone(), task.clone());
                self.calls.push(Arc::new(HelpCall { seq: recorded.seq, by, at, text, task }));
                vec![Before::NoCall(recorded.seq)]
            }
            Event::Help(HelpEvent::Answered { call }) => {
                let place = self.calls.iter().position(|it| it.seq == *call);
                place.map(|place| vec![Before::Call(self.calls.remove(place))]).unwrap_or_default()
            }
            Event::Duty(DutyEvent::Offered { duty, to, briefing }) => {
                let offer = Offer {
                    seq: recorded.seq,
                    duty: duty.clone(),
                    from: recorded.by.person.clone(),
                    to: to.clone(),
                    at,
                    briefing: briefing.clone(),
                };
                let before = self.drop_offer(duty);
                self.offers.push(Arc::new(offer));
                vec![before]
            }
            Event::Duty(DutyEvent::OfferDropped { duty }) => vec![self.drop_offer(duty)],
            Event::Duty(DutyEvent::HandedOver { duty, from, to }) => self.hand_over(duty, from, to),
            Event::Duty(DutyEvent::RoleRevoked { role, from }) => self.revoke(role, from),
            Event::Duty(DutyEvent::CommandTaken { .. }) => self.set_commander(recorded.by.person.clone()),

            Event::Update(UpdateEvent::AudienceSet { audience }) => {
                vec![self.set_audience(Arc::new((**audience).clone()))]
            }
            Event::Update(UpdateEvent::Proposed { audience, occasion, text }) => {
                self.proposals.push(Arc::new(Proposal {
                    seq: recorded.seq,
                    at,
                    by: recorded.by.person.clone(),
                    audience: audience.clone(),
                    occasion: *occasion,
                    text: text.clone(),
                }));
                vec![Before::NoProposal(recorded.seq)]
            }
            Event::Update(UpdateEvent::Dropped { proposal }) => {
                self.take_proposal(*proposal).map(|it| vec![Before::Proposal(it)]).unwrap_or_default()
            }
            Event::Update(UpdateEvent::Posted(posted)) => {
                let proposal = posted.proposal.and_then(|proposal| self.take_proposal(proposal));
                self.add_update(Update {
                    seq: recorded.seq,
                    at,
                    by: recorded.by.person.clone(),
                    audience: posted.audience.clone(),
                    occasion: posted.occasion,
                    text: posted.text.clone(),
                    addressed: false,
                    deliveries: Vec::new(),
                });
                // Whoever proposed it is told who sent it.
                std::iter::once(Before::Sent).chain(proposal.map(Before::Proposal)).collect()
            }
            Event::Update(UpdateEvent::Addressed { update, targets }) => {
                self.address(*update, targets);
                Vec::new()
            }
            Event::Update(UpdateEvent::Pushed(pushed)) => {
                let Pushed { target, audience, through, text } = pushed.as_ref();
                let push = Push::new(recorded.seq, at, audience.clone(), target, text.clone());
                self.add_push(push, *through);
                Vec::new()
            }
            Event::Update(UpdateEvent::SendBegun { message, target }) => {
                self.change_delivery(*message, target, |delivery| delivery.begun = true);
                Vec::new()
            }
            Event::Update(UpdateEvent::PartSent { message, target, part, repeat }) => {
                self.change_delivery(*message, target, |delivery| {
                    delivery.begun = false;
                    delivery.doubtful |= repeat;
                    delivery.parts = *part;
                });
                Vec::new()
            }
            Event::Update(UpdateEvent::Delivered { message, target, repeat }) => {
                self.change_delivery(*message, target, |delivery| {
                    delivery.begun = false;
                    delivery.state = DeliveryState::Delivered { at, repeat: *repeat };
                });
                Vec::new()
            }
            Event::Update(UpdateEvent::Delayed { message, target, reason, maybe_sent }) => {
                self.change_delivery(*message, target, |delivery| {
                    delivery.begun = *maybe_sent;
                    delivery.state = DeliveryState::Delayed { reason: reason.clone() };
                });
                Vec::new()
            }
            Event::Update(UpdateEvent::Failed { message, target, reason }) => {
                self.change_delivery(*message, target, |delivery| {
                    delivery.begun = false;
                    delivery.state = DeliveryState::Failed { at, reason: reason.clone() };
                });
                Vec::new()
            }
            Event::Update(UpdateEvent::Retried { message, target }) => {
                self.change_delivery(*message, target, |delivery| delivery.state = DeliveryState::Pending);
                vec![Before::Sent]
            }
            Event::Step(StepEvent::Late { step }) => {
                self.change_step(step, |step| step.late_noted = true);
                Vec::new()
            }

            Event::Review(ReviewEvent::FindingAdded { finding, text, about }) => self.add_finding(Finding {
                id: *finding,
                seq: recorded.seq,
                text: text.clone(),
                about: about.clone(),
                by: recorded.by.person.clone(),
                at,
                corrected: None,
                dropped: None,
            }),
            Event::Review(ReviewEvent::FindingCorrected { finding, text }) => {
                self.change_finding(*finding, |finding| {
                    finding.text = text.clone();
                    finding.corrected = Some((at, recorded.by.person.clone()));
                })
            }
            Event::Review(ReviewEvent::FindingDropped { finding, reason }) => {
                let dropped = Dropped { at, by: recorded.by.person.clone(), reason: reason.clone() };
                self.change_finding(*finding, |finding| finding.dropped = Some(dropped))
            }
            Event::Review(ReviewEvent::ActionAdded(new)) => {
                let NewAction { action, title, owner, due, finding } = (**new).clone();
                let (seq, by) = (recorded.seq, recorded.by.person.clone());
                let state = FollowUpState::Open;
                self.add_action(FollowUp { id: action, seq, title, owner, due, finding, by, at, state })
            }
            Event::Review(ReviewEvent::ActionChanged(change)) => {
                let ActionChange { action, title, owner, due, finding } = (**change).clone();
                self.change_action(action, |action| {
                    action.title = title.unwrap_or_else(|| action.title.clone());
                    action.owner = owner.applied(action.owner.take());
                    action.due = due.applied(action.due);
                    action.finding = finding.applied(action.finding);
                })
            }
            Event::Review(ReviewEvent::ActionFinished { action, outcome }) => {
                let (done_by, outcome) = (recorded.by.person.clone(), outcome.clone());
                let state = FollowUpState::Done { done_at: at, done_by, outcome };
                self.change_action(*action, |action| action.state = state)
            }
            Event::Review(ReviewEvent::ActionReopened { action }) => {
                self.change_action(*action, |action| action.state = FollowUpState::Open)
            }
            Event::Review(ReviewEvent::ActionDropped { action, reason }) => {
                let dropped = Dropped { at, by: recorded.by.person.clone(), reason: reason.clone() };
                self.change_action(*action, |action| action.state = FollowUpState::Dropped(dropped))
            }

            Event::Undone { act } => {
                self.take_back(recorded, *act);
                Vec::new()
            }
            Event::Header(HeaderEvent::LogMoved { reason }) => {
                self.give_up_errands(at, reason);
                self.moved = recorded.seq;
                Vec::new()
            }
            Event::Header(
                HeaderEvent::Opened(_) | HeaderEvent::ClockJumped { .. } | HeaderEvent::TailSetAside { .. },
            )
            | Event::Unknown(_) => Vec::new(),
        }
    }

    fn take_back(&mut self, recorded: &Recorded, first: Seq) {
        let Some(act) = self.acts.take(&recorded.by.person, first) else { return };
        for seq in act.first.0..=act.last.0 {
            self.log.change(Seq(seq), |entry| entry.undone = Some(recorded.seq));
        }
        for (before, _) in act.before.into_iter().rev() {
            self.restore(before);
        }
    }

    fn restore(&mut self, before: Before) {
        match before {
            Before::Title(title) => self.title = title,
            Before::Severity(severity) => self.severity = severity,
            Before::Situation(situation) => self.situation = situation,
            Before::Zone(zone) => self.zone = zone,
            Before::Status(status, active) => {
                self.status = status;
                self.active = active;
            }
            Before::Steps(order) => {
                self.steps
                    .sort_by_key(|step| order.iter().position(|id| *id == step.id).unwrap_or(usize::MAX));
            }
            Before::Step(step, active) => {
                if let Some(place) = self.steps.iter().position(|it| it.id == step.id) {
                    // Tasks have parts of their own: those of today stay.
                    let tasks = std::mem::take(&mut Arc::make_mut(&mut self.steps[place]).tasks);
                    let mut step = step;
                    Arc::make_mut(&mut step).tasks = tasks;
                    self.steps[place] = step;
                }
                if let Some(active) = active {
                    self.active = active;
                }
            }
            Before::Task(task) => {
                if let Some(place) = self.task_place(&task.id) {
                    let step = Arc::make_mut(&mut self.steps[place.0]);
                    step.tasks[place.1] = task;
                }
            }
            Before::Service(service) => {
                if let Some(place) = self.services.iter().position(|it| it.id == service.id) {
                    self.services[place] = service;
                }
            }
            Before::NoStep(id) => self.steps.retain(|step| step.id != id),
            Before::NoTask(id) => {
                if let Some(step) = self.step_mut(id.step()) {
                    step.tasks.retain(|task| task.id != id);
                }
            }
            Before::NoService(id) => self.services.retain(|service| service.id != id),
            Before::Correction(entry, before) => self.log.change(entry, |entry| entry.correction = before),
            Before::Call(call) => {
                let place = self.calls.partition_point(|it| it.seq < call.seq);
                self.calls.insert(place, call);
            }
            Before::NoCall(seq) => self.calls.retain(|call| call.seq != seq),
            Before::Offer(duty, before) => {
                self.offers.retain(|offer| offer.duty != duty);
                if let Some(offer) = before {
                    let place = self.offers.partition_point(|it| it.seq < offer.seq);
                    self.offers.insert(place, offer);
                }
            }
            Before::Commander(person) => self.commander = person,
            Before::Takers(role, takers) if takers.is_empty() => {
                self.takers.remove(&role);
            }
            Before::Takers(role, takers) | Before::Revoked(role, takers) => {
                self.takers.insert(role, takers);
            }
            Before::Audience(id, None) => self.audiences.retain(|audience| audience.id != id),
            Before::Audience(_, Some(audience)) => {
                self.set_audience(audience);
            }
            Before::Proposal(proposal) => {
                let place = self.proposals.partition_point(|it| it.seq < proposal.seq);
                self.proposals.insert(place, proposal);
            }
            Before::NoProposal(seq) => self.proposals.retain(|proposal| proposal.seq != seq),
            Before::Finding(finding) => {
                if let Some(place) = self.findings.iter().position(|it| it.id == finding.id) {
                    self.findings[place] = finding;
                }
            }
            Before::NoFinding(id) => self.findings.retain(|finding| finding.id != id),
            Before::Action(mut action) => {
                // What it answered may have been taken back since.
                if action.finding.is_some_and(|finding| self.finding(finding).is_none()) {
                    Arc::make_mut(&mut action).finding = None;
                }
                if let Some(place) = self.actions.iter().position(|it| it.id == action.id) {
                    self.actions[place] = action;
                }
            }
            Before::NoAction(id) => self.actions.retain(|action| action.id != id),
            Before::Sent | Before::Nothing => {}
        }
    }

    fn set_status(&mut self, at: Moment, status: Status) -> Vec<Before> {
        let before = Before::Status(std::mem::replace(&mut self.status, status), self.active);
        self.active.run(at, self.status == Status::Open && self.night().is_none());
        vec![before]
    }

    fn start_step(&mut self, id: &StepId, at: Moment) -> Vec<Before> {
        let active_from = self.active.at(at);
        let mut before = self.change_step(id, |step| {
            // A skipped step that is reopened waits again.
            if matches!(step.state, StepState::Skipped { .. }) {
                step.state = StepState::Waiting;
            } else if !step.is_active() {
                step.state = StepState::Active;
                step.runs.push(Run { from: at, to: None, active_from, active_to: None });
            }
        });
        self.settle_night(at, &mut before);
        before
    }

    fn finish_step(&mut self, id: &StepId, at: Moment) -> Vec<Before> {
        let active_to = self.active.at(at);
        let mut before = self.change_step(id, |step| {
            step.state = StepState::Finished;
            if let Some(run) = step.runs.last_mut().filter(|run| run.to.is_none()) {
                run.to = Some(at);
                run.active_to = Some(active_to);
            }
        });
        self.settle_night(at, &mut before);
        before
    }

    /// Stops the active clock for a night that has begun, or starts it after one.
    fn settle_night(&mut self, at: Moment, before: &mut [Before]) {
        let runs = self.status == Status::Open && self.night().is_none();
        if runs == self.active.is_running() {
            return;
        }
        if let Some(Before::Step(_, active)) = before.last_mut() {
            *active = Some(self.active);
        }
        self.active.run(at, runs);
    }

    fn add_step(&mut self, planned: &PlannedStep, after: Option<&StepId>) -> Vec<Before> {
        if self.step(&planned.id).is_some() {
            return Vec::new();
        }
        let place = self.place_after(after);
        self.steps.insert(place, Arc::new(Step::new(planned)));
        vec![Before::NoStep(planned.id.clone())]
    }

    fn move_step(&mut self, id: &StepId, after: Option<&StepId>) -> Vec<Before> {
        let Some(from) = self.steps.iter().position(|step| step.id == *id) else { return Vec::new() };
        let order = self.steps.iter().map(|step| step.id.clone()).collect();
        let step = self.steps.remove(from);
        let place = self.place_after(after);
        self.steps.insert(place, step);
        vec![Before::Steps(order)]
    }

    fn place_after(&self, after: Option<&StepId>) -> usize {
        match after {
            None => 0,
            Some(id) => {
                self.steps.iter().position(|step| step.id == *id).map_or(self.steps.len(), |place| place + 1)
            }
        }
    }

    fn step_mut(&mut self, id: &str) -> Option<&mut Step> {
        self.steps.iter_mut().find(|step| step.id.as_str() == id).map(Arc::make_mut)
    }

    fn change_step(&mut self, id: &StepId, change: impl FnOnce(&mut Step)) -> Vec<Before> {
        let Some(step) = self.steps.iter_mut().find(|step| step.id == *id) else { return Vec::new() };
        let before = Before::Step(Arc::clone(step), None);
        change(Arc::make_mut(step));
        vec![before]
    }

    fn task_place(&self, id: &TaskId) -> Option<(usize, usize)> {
        let step = self.steps.iter().position(|step| step.id.as_str() == id.step())?;
        Some((step, self.steps[step].tasks.iter().position(|task| task.id == *id)?))
    }

    fn change_task(&mut self, id: &TaskId, change: impl FnOnce(&mut Task)) -> Vec<Before> {
        let Some((step, place)) = self.task_place(id) else { return Vec::new() };
        let task = &mut Arc::make_mut(&mut self.steps[step]).tasks[place];
        let before = Before::Task(Arc::clone(task));
        change(Arc::make_mut(task));
        vec![before]
    }

    fn set_task_state(
        &mut self,
        id: &TaskId,
        recorded: &Recorded,
        state: impl FnOnce(&TaskState) -> TaskState,
    ) -> Vec<Before> {
        self.change_task(id, |task| {
            task.state = state(&task.state);
            task.changed = Some((recorded.at, recorded.by.person.clone()));
            match task.state {
                TaskState::Doing => task.started_at = task.started_at.or(Some(recorded.at)),
                TaskState::Todo => task.started_at = None,
                TaskState::Blocked { .. } | TaskState::Done | TaskState::Skipped { .. } => {}
            }
        })
    }

    fn change_service(&mut self, id: &ServiceId, change: impl FnOnce(&mut Service)) -> Vec<Before> {
        let Some(service) = self.services.iter_mut().find(|service| service.id == *id) else {
            return Vec::new();
        };
        let before = Before::Service(Arc::clone(service));
        change(Arc::make_mut(service));
        vec![before]
    }

    fn set_audience(&mut self, audience: Arc<Audience>) -> Before {
        let id = audience.id.clone();
        let place = self.audiences.iter().position(|it| it.id == id);
        let before = place.map(|place| std::mem::replace(&mut self.audiences[place], Arc::clone(&audience)));
        if before.is_none() {
            self.audiences.push(audience);
        }
        Before::Audience(id, before)
    }

    fn add_finding(&mut self, finding: Finding) -> Vec<Before> {
        let id = finding.id;
        if self.finding(id).is_some() {
            return Vec::new();
        }
        self.last_finding = self.last_finding.max(id);
        self.findings.push(Arc::new(finding));
        vec![Before::NoFinding(id)]
    }

    fn change_finding(&mut self, id: FindingId, change: impl FnOnce(&mut Finding)) -> Vec<Before> {
        let Some(finding) = self.findings.iter_mut().find(|it| it.id == id) else { return Vec::new() };
        let before = Before::Finding(Arc::clone(finding));
        change(Arc::make_mut(finding));
        vec![before]
    }

    fn add_action(&mut self, action: FollowUp) -> Vec<Before> {
        let id = action.id;
        if self.action(id).is_some() {
            return Vec::new();
        }
        self.last_action = self.last_action.max(id);
        self.actions.push(Arc::new(action));
        vec![Before::NoAction(id)]
    }

    fn change_action(&mut self, id: ActionId, change: impl FnOnce(&mut FollowUp)) -> Vec<Before> {
        let Some(action) = self.actions.iter_mut().find(|it| it.id == id) else { return Vec::new() };
        let before = Before::Action(Arc::clone(action));
        change(Arc::make_mut(action));
        vec![before]
    }

    fn take_proposal(&mut self, seq: Seq) -> Option<Arc<Proposal>> {
        let place = self.proposals.iter().position(|proposal| proposal.seq == seq)?;
        Some(self.proposals.remove(place))
    }

    fn drop_offer(&mut self, duty: &Duty) -> Before {
        let place = self.offers.iter().position(|offer| offer.duty == *duty);
        Before::Offer(duty.clone(), place.map(|place| self.offers.remove(place)))
    }

    /// Whoever is offered command by who has it no longer is offered it.
    fn set_commander(&mut self, person: PersonName) -> Vec<Before> {
        let before = Before::Commander(std::mem::replace(&mut self.commander, person));
        vec![before, self.drop_offer(&Duty::Command)]
    }

    fn hand_over(&mut self, duty: &Duty, from: &PersonName, to: &PersonName) -> Vec<Before> {
        let Duty::Role(role) = duty else { return self.set_commander(to.clone()) };
        let takers = self.takers.entry(role.clone()).or_default();
        let mut before = vec![Before::Takers(role.clone(), takers.clone())];
        takers.remove(from);
        takers.insert(to.clone());
        before.push(self.drop_offer(duty));
        for task in self.tasks_handed_over(role, from) {
            before.extend(self.change_task(&task, |task| task.assignee = Some(to.clone())));
        }
        before
    }

    fn revoke(&mut self, role: &RoleId, from: &PersonName) -> Vec<Before> {
        let Some(takers) = self.takers.get_mut(role) else { return Vec::new() };
        let mut before = vec![Before::Revoked(role.clone(), takers.clone())];
        takers.remove(from);
        if takers.is_empty() {
            self.takers.remove(role);
        }
        for task in self.tasks_handed_over(role, from) {
            before.extend(self.change_task(&task, |task| task.assignee = None));
        }
        before
    }

    /// What the machine's clock reads ahead of the incident's even time.
    pub fn wall_offset(&self) -> Span {
        Span::milliseconds(self.wall_offset)
    }
}
