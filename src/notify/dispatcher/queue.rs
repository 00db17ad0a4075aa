//! The queue of a target: sends the oldest pending delivery of all rooms, one message a second, and reports the outcome.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;

use super::retry;
use super::settings::InEffect;
use super::transport::Transport;
use super::wakes::{Wake, at};
use crate::incident::{
    Audience, Command, Incident, IncidentId, Kind, Line, Moment, PendingDelivery, Prose, Refusal, Seq, Span, Status,
    SystemCommand, TargetName, Who,
};
use crate::notify::compose;
use crate::notify::kind::Repeat;
use crate::notify::message::Part;
use crate::notify::news::{self, Interest};
use crate::notify::settings::Place;
use crate::notify::split::split;
use crate::notify::target::Target;
use crate::notify::web::Verdict;
use crate::room::{AskError, Health, Room, Snapshot};

/// The minimum time between two messages to a target.
const PACE: Duration = Duration::from_secs(1);
/// The delay before an unrecorded report is tried again.
const UNRECORDED: Duration = Duration::from_mins(1);
/// How far back the first message about an incident goes.
const RECENT: Span = Span::hours(1);
/// Older messages of a closed incident are not sent.
const STALE: Span = Span::hours(24);

pub struct TargetQueue {
    name: TargetName,
    transport: Arc<Transport>,
    rooms: watch::Receiver<Arc<[Room]>>,
    wake: Arc<Wake>,
    in_effect: watch::Receiver<Arc<InEffect>>,
    ending: watch::Receiver<bool>,
    free: Instant,
    /// The target rejected a message, which is tried again.
    stuck: Option<Stuck>,
    /// What was begun has certainly not arrived. It is recorded when this queue ends: each try would fill the log.
    unreported: Option<(Room, SystemCommand)>,
    /// A report that could not be recorded.
    owed: Option<(Room, SystemCommand)>,
    gathering: HashMap<IncidentId, Gathering>,
    /// The message that is being sent.
    composed: Option<Composed>,
}

/// A message in parts, and what it was composed from.
struct Composed {
    incident: IncidentId,
    message: Seq,
    in_effect: Arc<InEffect>,
    people: Arc<[Line]>,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
struct Stuck {
    /// Failed tries in a row.
    tries: u32,
    until: Instant,
}

/// News of a room not sent yet.
#[derive(Clone, Copy, Debug, Default)]
struct Gathering {
    /// The last record that was read.
    looked: Seq,
    /// Since when there is something to send.
    since: Option<Instant>,
}

/// The next action of a queue.
enum Next {
    Report(Room, SystemCommand),
    Send(Room, Box<PendingDelivery>),
    /// Pushes news, or notes where pushing starts.
    Push(Room, SystemCommand),
    Wait(Option<Instant>),
    /// The target was removed.
    Leave,
}

impl TargetQueue {
    pub fn new(
        name: TargetName,
        transport: Arc<Transport>,
        rooms: watch::Receiver<Arc<[Room]>>,
        ending: watch::Receiver<bool>,
    ) -> Self {
        Self {
            wake: transport.wakes.of(&name),
            in_effect: transport.in_effect.subscribe(),
            name,
            transport,
            rooms,
            ending,
            free: Instant::now() + PACE,
            stuck: None,
            unreported: None,
            owed: None,
            gathering: HashMap::new(),
            composed: None,
        }
    }

    /// Runs until the host ends or the target is removed.
    pub async fn run(mut self) {
        let mut before = Arc::clone(&self.in_effect.borrow());
        loop {
            // The sender of the signal may be gone.
            if *self.ending.borrow() || self.ending.has_changed().is_err() {
                if let Some((room, outcome)) = self.unreported.take() {
                    self.report(&room, outcome).await;
                }
                return;
            }
            let now = Arc::clone(&self.in_effect.borrow_and_update());
            // The target may have been fixed, or a retry was requested.
            if !Arc::ptr_eq(&before, &now) || self.wake.take_retry() {
                self.unstick();
            }
            before = Arc::clone(&now);
            match self.next(&now) {
                Next::Report(room, outcome) => {
                    self.owed = None;
                    self.report(&room, outcome).await;
                }
                Next::Send(room, pending) => self.send(&now, &room, &pending).await,
                Next::Push(room, outcome) => self.record_push(&room, outcome).await,
                Next::Wait(until) => self.wait(until).await,
                Next::Leave => return,
            }
        }
    }

    async fn wait(&mut self, until: Option<Instant>) {
        tokio::select! {
            () = self.wake.woken() => {}
            // The loop reads the change.
            _ = self.in_effect.changed() => {}
            () = at(until) => {}
            _ = self.ending.wait_for(|ending| *ending) => {}
        }
    }

    fn unstick(&mut self) {
        if let Some(stuck) = &mut self.stuck {
            stuck.until = Instant::now();
        }
    }

    fn next(&mut self, in_effect: &InEffect) -> Next {
        let Some(place) = in_effect.settings.place(&self.name) else { return Next::Leave };
        let rooms: Vec<(Room, Arc<Snapshot>)> = self
            .rooms
            .borrow()
            .iter()
            .map(|room| (room.clone(), room.snapshot()))
            .filter(|(_, snapshot)| snapshot.health == Health::Writing)
            .collect();
        let now = Instant::now();
        let until = self.stuck.map_or(self.free, |stuck| stuck.until.max(self.free));
        if let Some((room, outcome)) = &self.owed
            && rooms.iter().any(|(writing, _)| writing.id() == room.id())
        {
            return if now < until { Next::Wait(Some(until)) } else { Next::Report(room.clone(), outcome.clone()) };
        }
        let gather = in_effect.settings.network.gather;
        let pending = rooms.iter().filter_map(|(room, snapshot)| {
            let pending = snapshot.incident.pending_delivery(&self.name)?;
            Some((room, pending))
        });
        let Some((room, pending)) = pending.min_by_key(|(room, pending)| (pending.at, room.id().clone())) else {
            return self.gather(place, gather, &rooms, now).unwrap_or_else(Next::Wait);
        };
        // The incident knows a target from its first message on, however long that waits.
        let unknown: Vec<_> =
            rooms.iter().filter(|(_, snapshot)| snapshot.incident.pushed(&self.name) == Seq::ZERO).cloned().collect();
        match self.gather(place, gather, &unknown, now) {
            Ok(next) => next,
            Err(_) if now >= until => Next::Send(room.clone(), Box::new(pending)),
            Err(soonest) => Next::Wait(Some(soonest.map_or(until, |soonest| soonest.min(until)))),
        }
    }

    /// Returns the news to push if they were gathered long enough, else when they will have been.
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
            let pushed = incident.pushed(&self.name);
            if is_stale(incident, room.now()) {
                continue;
            }
            let past = if pushed == Seq::ZERO { past(incident, room.now()) } else { Seq::ZERO };
            if past > Seq::ZERO {
                if incident.is_closed() {
                    continue;
                }
                return Ok(Next::Push(room.clone(), self.push(audience, past, Prose::default())));
            }
            let external = is_external(place, incident);
            // External readers must not mistake an exercise for an incident: they get only what people write.
            if external && incident.kind == Kind::Exercise {
                continue;
            }
            let interest = Interest { kinds: &place.push, external };
            let gathering = self.gathering.entry(room.id().clone()).or_default();
            let from = gathering.looked.max(pushed);
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
            let lang = compose::lang_of(incident, Some(audience), self.transport.lang);
            match news::bulletin(incident, pushed, &interest, lang) {
                Some(bulletin) => {
                    return Ok(Next::Push(room.clone(), self.push(audience, bulletin.through, bulletin.text)));
                }
                // It was undone meanwhile.
                None => gathering.since = None,
            }
        }
        Err(soonest)
    }

    fn push(&self, audience: &Audience, through: Seq, text: Prose) -> SystemCommand {
        SystemCommand::Push { target: self.name.clone(), audience: audience.id.clone(), through, text }
    }

    async fn record_push(&mut self, room: &Room, outcome: SystemCommand) {
        let SystemCommand::Push { through, .. } = outcome else { return };
        let asked = room.ask(Who::system(), Command::System(outcome)).await;
        let gathering = self.gathering.entry(room.id().clone()).or_default();
        match asked {
            // What did not fit was gathered long enough.
            Ok(_) if through < gathering.looked => {}
            Ok(_) => gathering.since = None,
            Err(error) => {
                *gathering = Gathering::default();
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "cannot push the news");
            }
        }
    }

    /// Sends the next part of a pending delivery.
    async fn send(&mut self, in_effect: &Arc<InEffect>, room: &Room, pending: &PendingDelivery) {
        let Some(place) = in_effect.settings.place(&self.name) else { return };
        let target = match self.transport.open(place).await {
            Ok(target) => target,
            Err(reason) => return self.later(room, pending, None, reason, pending.begun).await,
        };
        let message = pending.message;
        let Some(part) = self.part(in_effect, room, pending, target.as_ref()) else {
            let target = self.name.clone();
            return self.report(room, SystemCommand::Deliver { message, target, repeat: false }).await;
        };
        let doubles = target.kind().repeat() != Repeat::Harmless;
        let has_not_arrived = self.unreported.take().is_some_and(|(at, outcome)| {
            at.id() == room.id() && matches!(outcome, SystemCommand::Delay { message: it, .. } if it == message)
        });
        let repeat = doubles && pending.begun && !has_not_arrived;
        if doubles && !pending.begun {
            let begin = SystemCommand::BeginSend { message, target: self.name.clone() };
            if let Err(error) = room.ask(Who::system(), Command::System(begin)).await {
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "cannot begin a message");
                self.free = Instant::now() + PACE;
                return;
            }
        }
        let part = if repeat { part.repeated() } else { part };
        let number = part.number;
        let is_last = number >= part.of;
        let verdict = self.transport.deliver(target, part, in_effect.web.clone()).await;
        self.free = Instant::now() + PACE;
        let target = self.name.clone();
        match verdict {
            Verdict::Delivered => {
                self.stuck = None;
                let outcome = if is_last {
                    SystemCommand::Deliver { message, target, repeat }
                } else {
                    SystemCommand::PartSent { message, target, part: number, repeat }
                };
                self.report(room, outcome).await;
            }
            Verdict::Refused { reason } => {
                self.stuck = None;
                tracing::warn!(target = %self.name, reason, "a target rejects a message");
                self.report(room, SystemCommand::Fail { message, target, reason: Line::new(&reason) }).await;
            }
            Verdict::Later { after, reason, maybe_sent } => {
                self.later(room, pending, after, Line::new(&reason), maybe_sent || repeat).await;
            }
        }
    }

    /// Returns the next part of a delivery. Later parts are of the message that the first was composed for.
    fn part(
        &mut self,
        in_effect: &Arc<InEffect>,
        room: &Room,
        pending: &PendingDelivery,
        target: &dyn Target,
    ) -> Option<Part> {
        let host = self.transport.context();
        let composed = self.composed.take().filter(|it| {
            pending.parts > 0
                && it.message == pending.message
                && it.incident == *room.id()
                && Arc::ptr_eq(&it.in_effect, in_effect)
                && Arc::ptr_eq(&it.people, &host.people)
        });
        let composed = composed.unwrap_or_else(|| {
            let message = compose::message(&room.snapshot().incident, pending, &host);
            Composed {
                incident: room.id().clone(),
                message: pending.message,
                in_effect: Arc::clone(in_effect),
                people: host.people,
                parts: split(&message, target),
            }
        });
        let part = composed.parts.get(usize::from(pending.parts)).cloned();
        self.composed = Some(composed).filter(|_| part.is_some());
        part
    }

    /// Notes that a target rejected a message, and when it is tried again.
    async fn later(
        &mut self,
        room: &Room,
        pending: &PendingDelivery,
        after: Option<Duration>,
        reason: Line,
        maybe_sent: bool,
    ) {
        let tries = self.stuck.map_or(0, |stuck| stuck.tries) + 1;
        let pause = retry::pause(tries, after, self.transport.clock.dice(101));
        self.stuck = Some(Stuck { tries, until: Instant::now() + pause });
        let (message, target) = (pending.message, self.name.clone());
        let is_known = pending.delayed.as_ref() == Some(&reason) && !maybe_sent;
        let outcome = SystemCommand::Delay { message, target, reason, maybe_sent };
        if is_known {
            self.unreported = Some((room.clone(), outcome));
        } else {
            self.report(room, outcome).await;
        }
    }

    /// Records the outcome of a message. If it cannot be recorded now it is owed: sending again would be worse.
    async fn report(&mut self, room: &Room, outcome: SystemCommand) {
        match room.ask(Who::system(), Command::System(outcome.clone())).await {
            Ok(_) | Err(AskError::Refused(Refusal::NoChange | Refusal::NotOnItsWay { .. })) => {}
            Err(error) => {
                tracing::warn!(target = %self.name, incident = %room.id(), %error, "cannot record the outcome of a message");
                self.free = Instant::now() + UNRECORDED;
                self.owed = Some((room.clone(), outcome));
            }
        }
    }
}

fn audience_of<'i>(place: &Place, incident: &'i Incident) -> Option<&'i Audience> {
    place.audiences.iter().find_map(|id| incident.audience(id)).map(AsRef::as_ref)
}

fn is_external(place: &Place, incident: &Incident) -> bool {
    place.audiences.iter().filter_map(|id| incident.audience(id)).any(|audience| audience.outside)
}

/// The last record too old for the first message to a target.
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
