//! The fold: an event's effect on the state. It cannot fail, and holds no rule.
//!
//! An event about something missing (in a damaged or foreign journal) changes nothing but the log.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::incident::base::time::FURTHEST_JUMP;
use crate::incident::base::wall_clock::ActiveClock;
use crate::incident::undo::Acts;
use crate::incident::undo::before::Before;
use crate::incident::{
    ActionId, Event, FindingId, HeaderEvent, Incident, Log, Opened, Recorded, Seq, Service, Status, Step,
};

impl Incident {
    /// Returns the state after the first record; `None` if that record opens nothing.
    pub fn begin(recorded: &Recorded) -> Option<Self> {
        let Event::Header(HeaderEvent::Opened(opened)) = &recorded.event else { return None };
        let Opened { incident, title, severity, kind, pace, situation, zone, commander, plan } = opened.as_ref();
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
        let by_itself =
            matches!(recorded.event, Event::Header(HeaderEvent::ClockJumped { .. } | HeaderEvent::TailSetAside { .. }))
                || recorded.by.is_system();
        if !by_itself && !self.people.contains(&recorded.by.person) {
            Arc::make_mut(&mut self.people).insert(recorded.by.person.clone());
        }
        let before = self.change(recorded);
        if !before.is_empty() {
            self.acts.note(&recorded.by.person, recorded.seq, recorded.act, before);
        }
    }

    /// Makes an event's change and returns what it replaced; nothing if it cannot be undone.
    fn change(&mut self, recorded: &Recorded) -> Vec<Before> {
        match &recorded.event {
            Event::Undone { act } => {
                self.take_back(recorded, *act);
                Vec::new()
            }
            Event::Header(event) => self.fold_header(event, recorded),
            Event::Step(event) => self.fold_step(event, recorded),
            Event::Task(event) => self.fold_task(event, recorded),
            Event::Log(event) => self.fold_log(event, recorded),
            Event::Service(event) => self.fold_service(event, recorded),
            Event::Help(event) => self.fold_help(event, recorded),
            Event::Duty(event) => self.fold_duty(event, recorded),
            Event::Update(event) => self.fold_update(event, recorded),
            Event::Review(event) => self.fold_review(event, recorded),
            Event::Unknown(_) => Vec::new(),
        }
    }
}
