//! The router of a room: follows its log and decides the recipients of new entries.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use super::settings::InEffect;
use super::transport::Transport;
use super::wakes::at;
use crate::incident::{
    AudienceId, Command, Event, Incident, Lateness, Line, Seq, Span, StepId, SystemCommand, TargetName, UpdateEvent,
    Who,
};
use crate::notify::news::News;
use crate::notify::settings::Settings;
use crate::room::{AskError, Health, Room, Snapshot};

/// A clock that was read too early is read again no sooner than this.
const LOOK_LEAST: Duration = Duration::from_millis(50);

pub struct Router {
    room: Room,
    transport: Arc<Transport>,
    ending: watch::Receiver<bool>,
    /// The last record that was looked at.
    looked: Seq,
    health: Option<Health>,
}

impl Router {
    pub fn new(room: Room, transport: Arc<Transport>, ending: watch::Receiver<bool>) -> Self {
        Self { room, transport, ending, looked: Seq::ZERO, health: None }
    }

    /// Runs until the host ends or the room is gone.
    pub async fn run(mut self) {
        let mut changes = self.room.changes();
        let mut in_effect = self.transport.in_effect.subscribe();
        let mut before: Option<Arc<InEffect>> = None;
        loop {
            let snapshot = Arc::clone(&changes.borrow_and_update());
            let now = Arc::clone(&in_effect.borrow_and_update());
            let late = self.look(&snapshot, &now, before.as_ref()).await;
            before = Some(now);
            tokio::select! {
                gone = changes.changed() => if gone.is_err() { return },
                gone = in_effect.changed() => if gone.is_err() { return },
                () = at(late) => {}
                _ = self.ending.wait_for(|ending| *ending) => return,
            }
        }
    }

    /// Handles new entries; returns when a phase will be late, if a target is notified of it.
    async fn look(
        &mut self,
        snapshot: &Snapshot,
        now: &Arc<InEffect>,
        before: Option<&Arc<InEffect>>,
    ) -> Option<Instant> {
        let (incident, settings) = (&snapshot.incident, &now.settings);
        let are_new = before.is_none_or(|before| !Arc::ptr_eq(before, now));
        if are_new || self.health != Some(snapshot.health) {
            self.health = Some(snapshot.health);
            for place in &settings.targets {
                self.transport.wakes.wake(&place.name);
            }
        }
        self.wake_for_what_is_new(incident, settings);
        if snapshot.health != Health::Writing {
            return None;
        }
        if are_new {
            self.set_audiences(incident, settings, before.map(|before| &before.settings)).await;
        }
        self.address(incident, settings).await;
        self.give_up_the_gone(incident, settings).await;
        self.note_late(incident, settings).await
    }

    /// Wakes the queues that may have something to send.
    fn wake_for_what_is_new(&mut self, incident: &Incident, settings: &Settings) {
        let first = usize::try_from(self.looked.0).unwrap_or(usize::MAX);
        self.looked = incident.seq;
        for place in first..incident.log.len() {
            let Some(entry) = incident.log.at(place) else { break };
            match &entry.event {
                Event::Update(UpdateEvent::Addressed { targets, .. }) => {
                    for target in targets {
                        self.transport.wakes.wake(target);
                    }
                }
                Event::Update(UpdateEvent::Pushed(pushed)) => self.transport.wakes.wake(&pushed.target),
                Event::Update(UpdateEvent::Retried { target, .. }) => self.transport.wakes.retry(target),
                event => {
                    let Some(news) = News::of(event) else { continue };
                    let notified = settings.targets.iter().filter(|place| place.push.contains(&news));
                    for place in notified {
                        self.transport.wakes.wake(&place.name);
                    }
                }
            }
        }
    }

    /// Sets the configured audiences, unless someone has set them otherwise.
    async fn set_audiences(&self, incident: &Incident, settings: &Settings, before: Option<&Settings>) {
        if incident.is_closed() {
            return;
        }
        let previous = |id: &AudienceId| {
            before.into_iter().flat_map(|settings| &settings.audiences).find(|audience| audience.id == *id)
        };
        for audience in &settings.audiences {
            let is_ours = match incident.audience(&audience.id) {
                None => true,
                Some(now) => {
                    **now != *audience
                        && (incident.plan.audiences.iter().any(|planned| *planned == **now)
                            || previous(&audience.id) == Some(now))
                }
            };
            if is_ours {
                self.ask(SystemCommand::SetAudience { audience: Box::new(audience.clone()) }).await;
            }
        }
    }

    /// Decides which targets each update is sent to.
    async fn address(&self, incident: &Incident, settings: &Settings) {
        for update in incident.unaddressed() {
            let places = settings.targets.iter();
            let targets: Vec<TargetName> = places
                .filter(|place| place.audiences.contains(&update.audience))
                .map(|place| place.name.clone())
                .collect();
            self.ask(SystemCommand::Address { update: update.seq, targets }).await;
        }
    }

    /// Fails the pending messages of removed targets, which would wait for ever.
    async fn give_up_the_gone(&self, incident: &Incident, settings: &Settings) {
        let gone: Vec<&TargetName> = incident.awaited().filter(|target| settings.place(target).is_none()).collect();
        for target in gone {
            let reason = Line::new(&self.transport.lang.say("notify-target-gone"));
            // One at a time: the next look finds the next.
            if let Some(pending) = incident.pending_delivery(target) {
                let target = target.clone();
                self.ask(SystemCommand::Fail { message: pending.message, target, reason }).await;
            }
        }
    }

    /// Notes the phases past their planned time, and returns when the next will be.
    async fn note_late(&self, incident: &Incident, settings: &Settings) -> Option<Instant> {
        let is_notified = settings.targets.iter().any(|place| place.push.contains(&News::PhaseLate));
        if !is_notified || incident.is_closed() {
            return None;
        }
        let now = self.room.now();
        let mut next: Option<Span> = None;
        let mut late: Vec<StepId> = Vec::new();
        for step in incident.active_steps().filter(|step| !step.late_noted) {
            let clock = incident.step_clock(step, now);
            match clock.left {
                Some(_) if clock.lateness == Lateness::Late => late.push(step.id.clone()),
                Some(left) => next = Some(next.map_or(left.max, |next| next.min(left.max))),
                None => {}
            }
        }
        for step in late {
            self.ask(SystemCommand::NoteLate { step }).await;
        }
        // While the clocks are stopped nothing becomes late; starting them wakes the router.
        let left = next.filter(|_| incident.clocks(now).running)?;
        let wait = left.to_std().unwrap_or_default() / incident.pace.speed.max(1);
        Instant::now().checked_add(wait.max(LOOK_LEAST) + Duration::from_millis(1))
    }

    async fn ask(&self, report: SystemCommand) {
        match self.room.ask(Who::system(), Command::System(report)).await {
            Ok(_) | Err(AskError::Gone) => {}
            Err(error) => {
                tracing::warn!(incident = %self.room.id(), %error, "the dispatcher cannot report");
            }
        }
    }
}
