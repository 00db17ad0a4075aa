//! One target's queue: brings it the oldest pending delivery of all rooms, one message a second, and reports what came of it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::backoff;
use super::dispatcher::{Inner, Set, Wake};
use super::news::{self, Interest};
use super::settings::Place;
use super::{Repeat, Verdict, compose, split};
use crate::incident::{
    Audience, Command, Incident, IncidentId, Kind, Line, Moment, PendingDelivery, Prose, Refusal, Seq, Span,
    Status, SystemCommand, TargetName, Who,
};
use crate::room::{AskError, Health, Room, Snapshot};

/// A target gets no two messages within this time.
const PACE: Duration = Duration::from_secs(1);
/// What could not be recorded is tried again after this time.
const UNRECORDED: Duration = Duration::from_mins(1);
/// A target that was never told anything of an incident is told what happened since this time, and no more.
const RECENT: Span = Span::hours(1);
/// What happened in an incident that has been over for so long is told to nobody any more.
const STALE: Span = Span::hours(24);

pub(super) struct TargetQueue {
    name: TargetName,
    dispatcher: Arc<Inner>,
    wake: Arc<Wake>,
    set: watch::Receiver<Arc<Set>>,
    ending: watch::Receiver<bool>,
    /// No message goes out sooner.
    free: Instant,
    /// The target took nothing, and is tried again.
    stuck: Option<Stuck>,
    /// What was begun has surely not arrived. It is recorded only where this queue ends: each try would fill the log.
    unsaid: Option<(Room, SystemCommand)>,
    /// A report that could not be recorded.
    owed: Option<(Room, SystemCommand)>,
    gathering: HashMap<IncidentId, Gathering>,
}

#[derive(Clone, Copy, Debug)]
struct Stuck {
    /// How often in a row.
    tries: u32,
    until: Instant,
}

/// What happened in a room, and is not told yet.
#[derive(Clone, Copy, Debug, Default)]
struct Gathering {
    /// The last record that was looked at.
    looked: Seq,
    /// Since when there is something to tell.
    since: Option<Instant>,
}

/// What a queue does next.
enum Next {
    Report(Room, SystemCommand),
    Send(Room, Box<PendingDelivery>),
    /// Tells what happened, or only that it is told from here on.
    Tell(Room, SystemCommand),
    Wait(Option<Instant>),
    /// The target is no longer set up.
    Leave,
}

impl TargetQueue {
    pub(super) fn new(name: TargetName, dispatcher: Arc<Inner>, ending: watch::Receiver<bool>) -> Self {
        Self {
            wake: dispatcher.wake_of(&name),
            set: dispatcher.set(),
            name,
            dispatcher,
            ending,
            // A host that died may have sent something just now.
            free: Instant::now() + PACE,
            stuck: None,
            unsaid: None,
            owed: None,
            gathering: HashMap::new(),
        }
    }

    /// Works until the host ends or the target is no longer set up.
    pub(super) async fn run(mut self) {
        let mut before = Arc::clone(&self.set.borrow());
        loop {
            // Whoever would say that the host ends may be gone itself.
            if *self.ending.borrow() || self.ending.has_changed().is_err() {
                if let Some((room, house)) = self.unsaid.take() {
                    self.report(&room, house).await;
                }
                return;
            }
            let set = Arc::clone(&self.set.borrow_and_update());
            // Somebody may have mended what was wrong, or asks for another try.
            if !Arc::ptr_eq(&before, &set) || self.wake.hurry.swap(false, Ordering::Relaxed) {
                self.unstick();
            }
            before = Arc::clone(&set);
            match self.next(&set) {
                Next::Report(room, house) => {
                    self.owed = None;
                    self.report(&room, house).await;
                }
                Next::Send(room, pending) => self.send(&set, &room, &pending).await,
                Next::Tell(room, house) => self.tell(&room, house).await,
                Next::Wait(until) => self.wait(until).await,
                Next::Leave => return,
            }
        }
    }

    async fn wait(&mut self, until: Option<Instant>) {
        let due = async {
            match until {
                Some(until) => sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = self.wake.notify.notified() => {}
            // It is looked at next, where it counts as new.
            _ = self.set.changed() => {}
            () = due => {}
            _ = self.ending.wait_for(|ending| *ending) => {}
        }
    }

    fn unstick(&mut self) {
        if let Some(stuck) = &mut self.stuck {
            stuck.until = Instant::now();
        }
    }

    fn next(&mut self, set: &Set) -> Next {
        let Some(place) = set.settings.place(&self.name) else { return Next::Leave };
        let rooms: Vec<(Room, Arc<Snapshot>)> = self
            .dispatcher
            .rooms
            .live()
            .borrow()
            .iter()
            .map(|room| (room.clone(), room.snapshot()))
            .filter(|(_, snapshot)| snapshot.health == Health::Writing)
            .collect();
        let now = Instant::now();
        let until = self.stuck.map_or(self.free, |stuck| stuck.until.max(self.free));
        if let Some((room, house)) = &self.owed
            && rooms.iter().any(|(writing, _)| writing.id() == room.id())
        {
            return if now < until {
                Next::Wait(Some(until))
            } else {
                Next::Report(room.clone(), house.clone())
            };
        }
        let gather = set.settings.network.gather;
        let pending = rooms.iter().filter_map(|(room, snapshot)| {
            let pending = snapshot.incident.pending_delivery(&self.name)?;
            Some((room, pending))
        });
        let Some((room, pending)) = pending.min_by_key(|(room, pending)| (pending.at, room.id().clone()))
        else {
            return self.gather(place, gather, &rooms, now).unwrap_or_else(Next::Wait);
        };
        // A target that has never been told anything is known to the incident from its first message on, however long
        // that one has to wait for others.
        let unheard: Vec<_> = rooms
            .iter()
            .filter(|(_, snapshot)| snapshot.incident.pushed(&self.name) == Seq::ZERO)
            .cloned()
            .collect();
        match self.gather(place, gather, &unheard, now) {
            Ok(next) => next,
            Err(_) if now >= until => Next::Send(room.clone(), Box::new(pending)),
            Err(soonest) => Next::Wait(Some(soonest.map_or(until, |soonest| soonest.min(until)))),
        }
    }

    /// What happened that nobody has written about, once it was gathered for long enough; else when it will be.
    fn gather(
        &mut self,
        place: &Place,
        gather: Duration,
        rooms: &[(Room, Arc<Snapshot>)],
        now: Instant,
    ) -> Result<Next, Option<Instant>> {
        let mut soonest: Option<Instant> = None;
        if place.push.is_empty() {
            return Err(None);
        }
        for (room, snapshot) in rooms {
            let incident = &snapshot.incident;
            let Some(audience) = audience_of(place, incident) else { continue };
            let told = incident.pushed(&self.name);
            if is_stale(incident, room.now()) {
                continue;
            }
            let past = if told == Seq::ZERO { past(incident, room.now()) } else { Seq::ZERO };
            if past > Seq::ZERO {
                if incident.is_closed() {
                    continue;
                }
                return Ok(Next::Tell(room.clone(), self.push(audience, past, Prose::default())));
            }
            let outside = is_outside(place, incident);
            // Nobody outside takes an exercise for an incident, as long as nobody writes to them.
            if outside && incident.kind == Kind::Exercise {
                continue;
            }
            let interest = Interest { kinds: &place.push, outside };
            let gathering = self.gathering.entry(room.id().clone()).or_default();
            let from = gathering.looked.max(told);
            if gathering.since.is_none() && news::since(incident, from, &interest).next().is_some() {
                gathering.since = Some(now);
            }
            gathering.looked = incident.seq;
            let Some(since) = gathering.since else { continue };
            let due = since + gather.max(PACE);
            if due > now {
                soonest = Some(soonest.map_or(due, |soonest| soonest.min(due)));
                continue;
            }
            let lang = compose::lang_of(incident, Some(audience), self.dispatcher.lang);
            match news::bulletin(incident, told, &interest, lang) {
                Some(bulletin) => {
                    return Ok(Next::Tell(
                        room.clone(),
                        self.push(audience, bulletin.through, bulletin.text),
                    ));
                }
                // It was taken back meanwhile.
                None => gathering.since = None,
            }
        }
        Err(soonest)
    }

    fn push(&self, audience: &Audience, through: Seq, text: Prose) -> SystemCommand {
        SystemCommand::Push { target: self.name.clone(), audience: audience.id.clone(), through, text }
    }

    async fn tell(&mut self, room: &Room, house: SystemCommand) {
        let SystemCommand::Push { through, .. } = house else { return };
        let asked = room.ask(Who::system(), Command::System(house)).await;
        let gathering = self.gathering.entry(room.id().clone()).or_default();
        match asked {
            // What did not fit has waited for long enough.
            Ok(_) if through < gathering.looked => {}
            Ok(_) => gathering.since = None,
            Err(error) => {
                *gathering = Gathering::default();
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "the news could not be told");
            }
        }
    }

    /// Sends the next part of a pending delivery.
    async fn send(&mut self, set: &Set, room: &Room, pending: &PendingDelivery) {
        let Some(place) = set.settings.place(&self.name) else { return };
        let target = match self.dispatcher.open(place).await {
            Ok(target) => target,
            // Whoever mends it is not to look for what was lost meanwhile.
            Err(reason) => return self.later(room, pending, None, reason, pending.begun).await,
        };
        let incident = &room.snapshot().incident;
        let people = self.dispatcher.people();
        let parts =
            split(&compose::message(incident, pending, self.dispatcher.house(&people)), target.as_ref());
        let message = pending.message;
        let Some(part) = parts.get(usize::from(pending.parts)) else {
            let target = self.name.clone();
            return self.report(room, SystemCommand::Deliver { message, target, repeat: false }).await;
        };
        let doubles = target.kind().repeat() != Repeat::Harmless;
        let has_not_arrived = self.unsaid.take().is_some_and(|(at, house)| {
            at.id() == room.id() && matches!(house, SystemCommand::Delay { message: it, .. } if it == message)
        });
        let repeat = doubles && pending.begun && !has_not_arrived;
        if doubles && !pending.begun {
            let begin = SystemCommand::BeginSend { message, target: self.name.clone() };
            if let Err(error) = room.ask(Who::system(), Command::System(begin)).await {
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "a message is not begun");
                self.free = Instant::now() + PACE;
                return;
            }
        }
        let part = if repeat { part.repeated() } else { part.clone() };
        let number = part.number;
        let is_last = number >= part.of;
        let verdict = self.dispatcher.deliver(target, part, set.web.clone()).await;
        self.free = Instant::now() + PACE;
        let target = self.name.clone();
        match verdict {
            Verdict::Delivered => {
                self.stuck = None;
                let house = if is_last {
                    SystemCommand::Deliver { message, target, repeat }
                } else {
                    SystemCommand::PartSent { message, target, part: number, repeat }
                };
                self.report(room, house).await;
            }
            Verdict::Refused { reason } => {
                self.stuck = None;
                tracing::warn!(target = %self.name, reason, "a target refuses");
                self.report(room, SystemCommand::Fail { message, target, reason: Line::new(&reason) }).await;
            }
            Verdict::Later { after, reason, maybe_sent } => {
                self.later(room, pending, after, Line::new(&reason), maybe_sent || repeat).await;
            }
        }
    }

    /// Notes that a target took nothing, and when it is tried again.
    async fn later(
        &mut self,
        room: &Room,
        pending: &PendingDelivery,
        after: Option<Duration>,
        reason: Line,
        maybe_sent: bool,
    ) {
        let tries = self.stuck.map_or(0, |stuck| stuck.tries) + 1;
        let pause = backoff::pause(tries, after, self.dispatcher.clock.dice(101));
        self.stuck = Some(Stuck { tries, until: Instant::now() + pause });
        let (message, target) = (pending.message, self.name.clone());
        let is_known = pending.delayed.as_ref() == Some(&reason) && !maybe_sent;
        let house = SystemCommand::Delay { message, target, reason, maybe_sent };
        if is_known {
            self.unsaid = Some((room.clone(), house));
        } else {
            self.report(room, house).await;
        }
    }

    /// Records what came of a message. What cannot be recorded now is owed: sending it again would be worse.
    async fn report(&mut self, room: &Room, house: SystemCommand) {
        match room.ask(Who::system(), Command::System(house.clone())).await {
            Ok(_) | Err(AskError::Refused(Refusal::NoChange | Refusal::NotOnItsWay { .. })) => {}
            Err(error) => {
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "what came of a message is not recorded");
                self.free = Instant::now() + UNRECORDED;
                self.owed = Some((room.clone(), house));
            }
        }
    }
}

/// The first of a target's audiences that an incident has.
fn audience_of<'i>(place: &Place, incident: &'i Incident) -> Option<&'i Audience> {
    place.audiences.iter().find_map(|id| incident.audience(id)).map(AsRef::as_ref)
}

/// Whether anybody outside reads along.
fn is_outside(place: &Place, incident: &Incident) -> bool {
    place.audiences.iter().filter_map(|id| incident.audience(id)).any(|audience| audience.outside)
}

/// The last record that is too old to be told to a target that was never told anything.
fn past(incident: &Incident, now: Moment) -> Seq {
    let recent = incident.wall(now) - RECENT * i32::try_from(incident.pace.speed).unwrap_or(i32::MAX);
    let old = incident.log.iter().rev().find(|entry| entry.wall < recent);
    old.map_or(Seq::ZERO, |entry| entry.seq)
}

fn is_stale(incident: &Incident, now: Moment) -> bool {
    match incident.status {
        Status::Closed { at, .. } => now - at > STALE,
        Status::Open | Status::Held { .. } => false,
    }
}
