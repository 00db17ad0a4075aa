//! What an audience is told, and whether it arrived.
//!
//! The queue of what has to go out is a part of the state: it is folded from the journal as all else, so that whoever
//! delivers keeps nothing that a crash could take.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::event::Signature;
use super::ids::{AudienceId, PersonName, Seq, TargetName};
use super::state::Incident;
use super::text::{Line, Prose};
use super::time::Moment;

/// The moment of a crisis that an update tells of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    Opening,
    #[default]
    Progress,
    /// Degraded mode is reached.
    Degraded,
    Restored,
    Closing,
}

impl Occasion {
    pub const ALL: [Self; 5] = [Self::Opening, Self::Progress, Self::Degraded, Self::Restored, Self::Closing];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Progress => "progress",
            Self::Degraded => "degraded",
            Self::Restored => "restored",
            Self::Closing => "closing",
        }
    }
}

/// An update that was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Update {
    /// The record that posted it, by which it is named.
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
    /// Whether it is settled where it goes; an audience may have no target at all.
    pub addressed: bool,
    pub deliveries: Vec<Delivery>,
}

/// An update that waits for the commander.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
}

/// What the program tells a target by itself; forgotten once it has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Push {
    pub seq: Seq,
    pub at: Moment,
    pub audience: AudienceId,
    pub text: Prose,
    pub delivery: Delivery,
}

/// How far a message is on its way to one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    pub target: TargetName,
    #[serde(flatten)]
    pub state: DeliveryState,
    /// Something was handed to the target, and what became of it is not known.
    pub begun: bool,
    /// How many parts have arrived.
    pub parts: u16,
    /// One of them perhaps twice.
    #[serde(skip)]
    pub doubtful: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DeliveryState {
    Pending,
    /// It is tried again.
    Delayed {
        reason: Line,
    },
    /// `repeat`: it may have arrived twice.
    Delivered {
        at: Moment,
        repeat: bool,
    },
    /// It is not tried again by itself.
    Failed {
        at: Moment,
        reason: Line,
    },
}

impl DeliveryState {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Delayed { .. } => "delayed",
            Self::Delivered { .. } => "delivered",
            Self::Failed { .. } => "failed",
        }
    }

    /// Whether it has still to go out.
    pub const fn waits(&self) -> bool {
        matches!(self, Self::Pending | Self::Delayed { .. })
    }
}

/// The next thing to bring to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingDelivery {
    /// The record of the update or the push.
    pub message: Seq,
    pub audience: AudienceId,
    /// None for what the program tells by itself.
    pub occasion: Option<Occasion>,
    pub text: Prose,
    pub by: PersonName,
    pub at: Moment,
    pub begun: bool,
    pub parts: u16,
    /// Why it has not arrived so far.
    pub delayed: Option<Line>,
}

/// Why a target takes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub message: Seq,
    pub at: Moment,
    pub reason: Line,
}

/// Where messages go, as the host's settings have it; plain data for the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFact {
    pub name: TargetName,
    pub audiences: Vec<AudienceId>,
    pub kind: Line,
    pub host: Line,
    pub push: Vec<Line>,
    /// Why it cannot be used as it is set.
    pub trouble: Option<Line>,
}

/// A message as one target will show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub target: TargetName,
    pub kind: Line,
    pub host: Line,
    pub parts: Vec<Prose>,
    pub notes: Vec<Line>,
}

/// What has to go out, found without a walk.
#[derive(Clone, Debug, Default)]
pub(super) struct Outbox {
    /// Updates of which it is not settled where they go.
    unaddressed: BTreeSet<Seq>,
    /// What waits for each target, the oldest first.
    waiting: BTreeMap<TargetName, BTreeSet<Seq>>,
}

/// How many pushes that a target refused are kept to be tried again; the log has all.
const REFUSED_PUSHES: usize = 20;

impl Incident {
    /// A posted update, by its record.
    pub fn update(&self, seq: Seq) -> Option<&Arc<Update>> {
        self.update_place(seq).map(|place| &self.updates[place])
    }

    pub fn proposal(&self, seq: Seq) -> Option<&Arc<Proposal>> {
        self.proposals.iter().find(|proposal| proposal.seq == seq)
    }

    /// Updates of which it is not settled where they go, the oldest first.
    pub fn unaddressed(&self) -> impl Iterator<Item = &Arc<Update>> {
        self.outbox.unaddressed.iter().filter_map(|seq| self.update(*seq))
    }

    /// Whether anything has still to go out.
    pub fn has_errands(&self) -> bool {
        !self.outbox.unaddressed.is_empty() || !self.outbox.waiting.is_empty()
    }

    /// The oldest message that has still to go to a target.
    pub fn pending_delivery(&self, target: &TargetName) -> Option<PendingDelivery> {
        let message = *self.outbox.waiting.get(target)?.first()?;
        let Delivery { state, begun, parts, .. } = self.delivery(message, target)?.clone();
        let delayed = if let DeliveryState::Delayed { reason } = state { Some(reason) } else { None };
        let pending = |audience: &AudienceId, occasion, text: &Prose, by: PersonName, at| PendingDelivery {
            message,
            audience: audience.clone(),
            occasion,
            text: text.clone(),
            by,
            at,
            begun,
            parts,
            delayed,
        };
        if let Some(it) = self.update(message) {
            return Some(pending(&it.audience, Some(it.occasion), &it.text, it.by.clone(), it.at));
        }
        let push = self.push(message)?;
        Some(pending(&push.audience, None, &push.text, Signature::system().person, push.at))
    }

    /// How many messages have still to go to a target.
    pub fn waiting(&self, target: &TargetName) -> usize {
        self.outbox.waiting.get(target).map_or(0, BTreeSet::len)
    }

    /// Targets that something waits for.
    pub fn awaited(&self) -> impl Iterator<Item = &TargetName> {
        self.outbox.waiting.keys()
    }

    /// Targets whose newest answer was a refusal, and why.
    pub fn to_fix(&self) -> impl Iterator<Item = (&TargetName, &Fault)> {
        self.faults.iter()
    }

    /// Up to which record a target was told by the program itself.
    pub fn pushed(&self, target: &TargetName) -> Seq {
        // What happened before the log came here was for the machine that it comes from to tell.
        self.pushed.get(target).copied().unwrap_or_default().max(self.moved)
    }

    /// How far an update or a push is on its way to a target.
    pub fn delivery(&self, message: Seq, target: &TargetName) -> Option<&Delivery> {
        match self.update(message) {
            Some(update) => update.deliveries.iter().find(|delivery| delivery.target == *target),
            None => self.push(message).map(|push| &push.delivery).filter(|it| it.target == *target),
        }
    }

    /// Whether a retry would take anything up again.
    pub fn can_retry(&self, message: Option<Seq>, target: Option<&TargetName>) -> bool {
        self.stuck(message, target).next().is_some()
    }

    /// What a retry takes up again: deliveries that failed or wait for their next try.
    pub(super) fn stuck<'a>(
        &'a self,
        message: Option<Seq>,
        target: Option<&'a TargetName>,
    ) -> impl Iterator<Item = (Seq, &'a TargetName)> {
        let updates = self.updates.iter();
        let of_updates = updates.flat_map(|it| it.deliveries.iter().map(move |delivery| (it.seq, delivery)));
        let of_pushes = self.pushes.iter().map(|push| (push.seq, &push.delivery));
        of_updates
            .chain(of_pushes)
            .filter(move |(seq, _)| message.is_none_or(|message| message == *seq))
            .filter(move |(_, delivery)| target.is_none_or(|target| *target == delivery.target))
            .filter(|(_, delivery)| {
                matches!(delivery.state, DeliveryState::Failed { .. } | DeliveryState::Delayed { .. })
            })
            .map(|(seq, delivery)| (seq, &delivery.target))
    }

    fn push(&self, seq: Seq) -> Option<&Push> {
        let place = self.pushes.binary_search_by_key(&seq, |push| push.seq).ok()?;
        self.pushes.get(place).map(AsRef::as_ref)
    }

    fn update_place(&self, seq: Seq) -> Option<usize> {
        self.updates.binary_search_by_key(&seq, |update| update.seq).ok()
    }

    pub(super) fn add_update(&mut self, update: Update) {
        Arc::make_mut(&mut self.outbox).unaddressed.insert(update.seq);
        Arc::make_mut(&mut self.updates).push(Arc::new(update));
    }

    pub(super) fn address(&mut self, seq: Seq, targets: &[TargetName]) {
        let Some(place) = self.update_place(seq).filter(|place| !self.updates[*place].addressed) else {
            return;
        };
        let outbox = Arc::make_mut(&mut self.outbox);
        outbox.unaddressed.remove(&seq);
        let update = Arc::make_mut(&mut Arc::make_mut(&mut self.updates)[place]);
        update.addressed = true;
        for target in targets {
            if update.deliveries.iter().all(|delivery| delivery.target != *target) {
                update.deliveries.push(Delivery::new(target));
                outbox.wait(target, seq);
            }
        }
    }

    pub(super) fn add_push(&mut self, push: Push, through: Seq) {
        let target = push.delivery.target.clone();
        // Nothing to say of what happened so far: the target is told from here on.
        if !push.text.is_empty() {
            Arc::make_mut(&mut self.outbox).wait(&target, push.seq);
            self.pushes.push(Arc::new(push));
        }
        self.pushed.insert(target, through);
    }

    /// Nothing that has still to go out is sent; a person may have it tried again.
    pub(super) fn give_up_errands(&mut self, at: Moment, reason: &Line) {
        let unaddressed: Vec<Seq> = self.outbox.unaddressed.iter().copied().collect();
        for update in unaddressed {
            self.address(update, &[]);
        }
        let waiting: Vec<(TargetName, Seq)> = self
            .outbox
            .waiting
            .iter()
            .flat_map(|(target, messages)| messages.iter().map(|message| (target.clone(), *message)))
            .collect();
        for (target, message) in waiting {
            let reason = reason.clone();
            self.change_delivery(message, &target, |delivery| {
                delivery.state = DeliveryState::Failed { at, reason };
            });
        }
    }

    /// Changes how far a message is; what has arrived or failed waits no longer.
    pub(super) fn change_delivery(
        &mut self,
        message: Seq,
        target: &TargetName,
        change: impl FnOnce(&mut Delivery),
    ) {
        let state = if let Some(place) = self.update_place(message) {
            let update = Arc::make_mut(&mut Arc::make_mut(&mut self.updates)[place]);
            let Some(delivery) = update.deliveries.iter_mut().find(|it| it.target == *target) else { return };
            change(delivery);
            delivery.state.clone()
        } else {
            let Ok(place) = self.pushes.binary_search_by_key(&message, |push| push.seq) else { return };
            if self.pushes[place].delivery.target != *target {
                return;
            }
            let push = Arc::make_mut(&mut self.pushes[place]);
            change(&mut push.delivery);
            let state = push.delivery.state.clone();
            match state {
                DeliveryState::Delivered { .. } => {
                    self.pushes.remove(place);
                }
                DeliveryState::Failed { .. } => self.forget_refused(target),
                DeliveryState::Pending | DeliveryState::Delayed { .. } => {}
            }
            state
        };
        let outbox = Arc::make_mut(&mut self.outbox);
        if state.waits() {
            outbox.wait(target, message);
        } else {
            outbox.settle(target, message);
        }
        match state {
            DeliveryState::Failed { at, reason } => {
                self.faults.insert(target.clone(), Fault { message, at, reason });
            }
            DeliveryState::Delivered { .. } => {
                self.faults.remove(target);
            }
            DeliveryState::Pending | DeliveryState::Delayed { .. } => {
                if self.faults.get(target).is_some_and(|fault| fault.message == message) {
                    self.faults.remove(target);
                }
            }
        }
    }

    /// Keeps the newest of the pushes that a target refused.
    fn forget_refused(&mut self, target: &TargetName) {
        let refused = |push: &Push| {
            push.delivery.target == *target && matches!(push.delivery.state, DeliveryState::Failed { .. })
        };
        let count = self.pushes.iter().filter(|push| refused(push)).count();
        if count > REFUSED_PUSHES
            && let Some(oldest) = self.pushes.iter().position(|push| refused(push))
        {
            self.pushes.remove(oldest);
        }
    }
}

impl Delivery {
    fn new(target: &TargetName) -> Self {
        Self {
            target: target.clone(),
            state: DeliveryState::Pending,
            begun: false,
            parts: 0,
            doubtful: false,
        }
    }
}

impl Push {
    pub(super) fn new(seq: Seq, at: Moment, audience: AudienceId, target: &TargetName, text: Prose) -> Self {
        Self { seq, at, audience, text, delivery: Delivery::new(target) }
    }
}

impl Outbox {
    fn wait(&mut self, target: &TargetName, message: Seq) {
        self.waiting.entry(target.clone()).or_default().insert(message);
    }

    fn settle(&mut self, target: &TargetName, message: Seq) {
        if let Some(waiting) = self.waiting.get_mut(target) {
            waiting.remove(&message);
            if waiting.is_empty() {
                self.waiting.remove(target);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        Command, Context, IncidentId, Kind, Open, Pace, Plan, Recorded, Severity, Situation, SystemCommand,
        Who, decide, open,
    };

    fn incident() -> Incident {
        let audience = crate::incident::Audience {
            id: "team".parse().unwrap(),
            name: "Team".into(),
            language: None,
            every: crate::incident::Cadence::default(),
            approval: false,
            outside: false,
            nights: false,
        };
        let what = Open {
            incident: "19700101-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: Moment::UNIX_EPOCH },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: Plan { audiences: vec![audience], ..Plan::default() },
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(Moment::UNIX_EPOCH, by.clone())).unwrap();
        Incident::begin(&Recorded { seq: Seq(1), at: Moment::UNIX_EPOCH, by, act: None, event }).unwrap()
    }

    fn reports(incident: &mut Incident, house: SystemCommand) {
        let who = Who::system();
        let context = Context::new(Moment::UNIX_EPOCH, who.clone());
        for event in decide(incident, Command::System(house), &context).unwrap() {
            let (seq, by) = (incident.seq.next(), who.by.clone());
            incident.apply(&Recorded { seq, at: Moment::UNIX_EPOCH, by, act: None, event });
        }
    }

    fn chat() -> TargetName {
        "chat".parse().unwrap()
    }

    /// A push to the chat, and its record.
    fn pushes(incident: &mut Incident) -> Seq {
        let (audience, through) = ("team".parse().unwrap(), incident.seq);
        reports(incident, SystemCommand::Push { target: chat(), audience, through, text: "x".into() });
        incident.seq
    }

    #[test]
    fn what_the_program_told_by_itself_is_forgotten_once_it_has_arrived() {
        let mut incident = incident();
        for _ in 0..1000 {
            let message = pushes(&mut incident);
            reports(&mut incident, SystemCommand::Deliver { message, target: chat(), repeat: false });
        }
        assert!(incident.pushes.is_empty() && !incident.has_errands());
        assert_eq!(incident.pushed(&chat()), Seq(1 + 2 * 999));
        let state = serde_json::to_string(&incident).unwrap();
        assert!(state.len() < 1500, "{} bytes", state.len());
    }

    #[test]
    fn what_a_target_refuses_is_kept_so_far_that_it_can_be_sent_again() {
        let mut incident = incident();
        let mut last = Seq::ZERO;
        for _ in 0..100 {
            last = pushes(&mut incident);
            reports(
                &mut incident,
                SystemCommand::Fail { message: last, target: chat(), reason: "gone".into() },
            );
        }
        assert_eq!(incident.pushes.len(), REFUSED_PUSHES);
        assert_eq!(incident.pushes.last().map(|push| push.seq), Some(last));
        assert_eq!(incident.stuck(None, None).count(), REFUSED_PUSHES);
        assert!(incident.pending_delivery(&chat()).is_none());
        assert_eq!(incident.to_fix().map(|(_, fault)| fault.message).collect::<Vec<_>>(), [last]);
    }
}
