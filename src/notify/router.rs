//! One room's router: looks at what is new in its log, and settles who is to be told of it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::dispatcher::{Inner, Set};
use super::settings::News;
use crate::incident::{
    AudienceId, Command, Event, Incident, Lateness, Line, Seq, Span, StepId, SystemCommand, TargetName,
    UpdateEvent, Who,
};
use crate::room::{AskError, Health, Room, Snapshot};

/// A clock that is looked at before its time is looked at again no sooner than this.
const LOOK_LEAST: Duration = Duration::from_millis(50);

pub(super) struct Router {
    room: Room,
    dispatcher: Arc<Inner>,
    ending: watch::Receiver<bool>,
    /// The last record that was looked at.
    looked: Seq,
    health: Option<Health>,
}

impl Router {
    pub(super) fn new(room: Room, dispatcher: Arc<Inner>, ending: watch::Receiver<bool>) -> Self {
        Self { room, dispatcher, ending, looked: Seq::ZERO, health: None }
    }

    /// Works until the host ends or the room is gone.
    pub(super) async fn run(mut self) {
        let mut changes = self.room.changes();
        let mut settings = self.dispatcher.set();
        let mut before: Option<Arc<Set>> = None;
        loop {
            let snapshot = Arc::clone(&changes.borrow_and_update());
            let set = Arc::clone(&settings.borrow_and_update());
            let late = self.look(&snapshot, &set, before.as_deref()).await;
            before = Some(set);
            tokio::select! {
                told = changes.changed() => if told.is_err() { return },
                told = settings.changed() => if told.is_err() { return },
                () = at(late) => {}
                _ = self.ending.wait_for(|ending| *ending) => return,
            }
        }
    }

    /// Looks at what is new; says when a phase will be late, where somebody is told of it.
    async fn look(&mut self, snapshot: &Snapshot, set: &Arc<Set>, before: Option<&Set>) -> Option<Instant> {
        let incident = &snapshot.incident;
        let is_new_set = before.is_none_or(|before| !std::ptr::eq(before, Arc::as_ptr(set)));
        if is_new_set || self.health != Some(snapshot.health) {
            self.health = Some(snapshot.health);
            for place in &set.settings.targets {
                self.dispatcher.wake(&place.name, false);
            }
        }
        self.wake_for_what_is_new(incident, set);
        if snapshot.health != Health::Writing {
            return None;
        }
        if is_new_set {
            self.set_audiences(incident, set, before).await;
        }
        self.address(incident, set).await;
        self.give_up_the_gone(incident, set).await;
        self.note_late(incident, set).await
    }

    /// Wakes the queues that something new may be for.
    fn wake_for_what_is_new(&mut self, incident: &Incident, set: &Set) {
        let first = usize::try_from(self.looked.0).unwrap_or(usize::MAX);
        self.looked = incident.seq;
        for place in first..incident.log.len() {
            let Some(entry) = incident.log.at(place) else { break };
            match &entry.event {
                Event::Update(UpdateEvent::Addressed { targets, .. }) => {
                    for target in targets {
                        self.dispatcher.wake(target, false);
                    }
                }
                Event::Update(UpdateEvent::Pushed(pushed)) => self.dispatcher.wake(&pushed.target, false),
                Event::Update(UpdateEvent::Retried { target, .. }) => self.dispatcher.wake(target, true),
                event => {
                    let Some(news) = News::of(event) else { continue };
                    let told = set.settings.targets.iter().filter(|place| place.push.contains(&news));
                    for place in told {
                        self.dispatcher.wake(&place.name, false);
                    }
                }
            }
        }
    }

    /// The configured audiences, where the incident has none of theirs or still the plan's.
    async fn set_audiences(&self, incident: &Incident, set: &Set, before: Option<&Set>) {
        if incident.is_closed() {
            return;
        }
        let former = |id: &AudienceId| {
            before.into_iter().flat_map(|set| &set.settings.audiences).find(|audience| audience.id == *id)
        };
        for audience in &set.settings.audiences {
            let is_ours = match incident.audience(&audience.id) {
                None => true,
                Some(now) => {
                    **now != *audience
                        && (incident.plan.audiences.iter().any(|planned| *planned == **now)
                            || former(&audience.id) == Some(now))
                }
            };
            if is_ours {
                self.ask(SystemCommand::SetAudience { audience: Box::new(audience.clone()) }).await;
            }
        }
    }

    /// Settles where each update goes.
    async fn address(&self, incident: &Incident, set: &Set) {
        for update in incident.unaddressed() {
            let places = set.settings.targets.iter();
            let targets: Vec<TargetName> = places
                .filter(|place| place.audiences.contains(&update.audience))
                .map(|place| place.name.clone())
                .collect();
            self.ask(SystemCommand::Address { update: update.seq, targets }).await;
        }
    }

    /// What waits for a target that is no longer set up would wait for ever.
    async fn give_up_the_gone(&self, incident: &Incident, set: &Set) {
        let gone: Vec<&TargetName> =
            incident.awaited().filter(|target| set.settings.place(target).is_none()).collect();
        for target in gone {
            let reason = Line::new(&self.dispatcher.lang.say("desk-target-gone"));
            // One at a time: the next look finds the next.
            if let Some(pending) = incident.pending_delivery(target) {
                let target = target.clone();
                self.ask(SystemCommand::Fail { message: pending.message, target, reason }).await;
            }
        }
    }

    /// Notes what is past its planned time, and says when the next will be.
    async fn note_late(&self, incident: &Incident, set: &Set) -> Option<Instant> {
        let is_told = set.settings.targets.iter().any(|place| place.push.contains(&News::PhaseLate));
        if !is_told || incident.is_closed() {
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
        // While the clocks stand still nothing becomes late; whoever starts them wakes the router.
        let left = next.filter(|_| incident.clocks(now).running)?;
        let wait = left.to_std().unwrap_or_default() / incident.pace.speed.max(1);
        Instant::now().checked_add(wait.max(LOOK_LEAST) + Duration::from_millis(1))
    }

    async fn ask(&self, house: SystemCommand) {
        match self.room.ask(Who::system(), Command::System(house)).await {
            Ok(_) | Err(AskError::Gone) => {}
            Err(error) => {
                tracing::warn!(incident = %self.room.id(), %error, "the dispatcher could not report");
            }
        }
    }
}

async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant).await,
        None => std::future::pending().await,
    }
}
