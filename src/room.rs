//! A room: a live incident, its one writer, and the people in it.
//!
//! ```text
//!   ask ──▶ bounded queue ──▶ writer: decide all that wait ─▶ append, one sync ─▶ publish ─▶ answer
//! ```
//!
//! Nobody sees an event, and nobody is answered, before its record is on disk. The writer is a thread of its own, so
//! that a slow disk delays no session.

mod calls;
mod copy;
mod folder;
mod folding;
mod presence;
mod rooms;
mod saved;
mod shelf;
mod summary;
mod timeline;
mod writer;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use tokio::sync::{Semaphore, oneshot, watch};

use crate::clock::Clock;
use crate::incident::{
    Command, Incident, IncidentId, Kind, Line, Moment, PersonName, Plan, Presence, Refusal, Seq, Severity,
    Situation, Span, Who,
};
use crate::journal::AppendError;

pub use calls::OpenCall;
pub use copy::TakenOver;
pub use presence::{Membership, Seen};
pub use rooms::{FindError, Rooms};
pub use shelf::{NotTaken, Shelf};
pub use summary::Summary;

use timeline::Timeline;
use writer::{Asked, Message};

/// How many commands wait for the writer at most; whoever asks then waits for a place.
const PLACES: usize = 256;

/// A handle to a live incident; all clones lead to the same one.
#[derive(Clone)]
pub struct Room(Arc<Inner>);

struct Inner {
    id: IncidentId,
    clock: Clock,
    timeline: Timeline,
    /// Never holds more commands than there are places.
    messages: mpsc::Sender<Message>,
    places: Arc<Semaphore>,
    snapshots: Arc<watch::Sender<Arc<Snapshot>>>,
    members: AtomicU64,
    take_after: Span,
}

/// What opens an incident.
#[derive(Clone, Debug)]
pub struct Start {
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    /// How many seconds of the incident one real second is; 1 but in an exercise.
    pub speed: u32,
    pub situation: Situation,
    pub zone: chrono_tz::Tz,
    pub plan: Plan,
}

/// The newest state of an incident that is on disk, and who is there.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub incident: Incident,
    pub health: Health,
    /// Sorted by person.
    pub present: Arc<[Presence]>,
    /// When everyone who was at a screen of this host left their last one.
    pub seen: Arc<BTreeMap<PersonName, Seen>>,
    /// When the commander last did something, or became it, or the room was opened: in real time.
    commander_acted: Span,
}

/// Whether acts can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Writing,
    ReadOnly(ReadOnly),
}

/// Why no act can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// Goes on by itself once there is space.
    #[error("the disk is full")]
    DiskFull,
    /// Until the host is started again.
    #[error("the journal could not be written")]
    Failed,
    /// The journal has a bad record, and is shown up to it.
    #[error("record {record} of the journal is damaged")]
    Damaged { record: u64 },
    /// The log was brought from another machine, where it may go on, until it is taken over here.
    #[error("a copy of another machine's log")]
    Copy,
}

/// Why a command was not done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// The rules do not allow it.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error("read-only: {0}")]
    ReadOnly(ReadOnly),
    /// The folder of a new incident cannot be made.
    #[error("{folder}: {why}")]
    NoFolder { folder: PathBuf, why: String },
    /// The room is closed: the host ends.
    #[error("the room is closed")]
    Gone,
}

impl Snapshot {
    /// The first bad record of the journal, where it is damaged.
    pub const fn damage(&self) -> Option<u64> {
        match self.health {
            Health::ReadOnly(ReadOnly::Damaged { record }) => Some(record),
            Health::Writing | Health::ReadOnly(_) => None,
        }
    }
}

impl ReadOnly {
    fn of(error: &AppendError) -> Self {
        match error {
            AppendError::Full(_) => Self::DiskFull,
            AppendError::Damaged(damage) => Self::Damaged { record: damage.record },
            AppendError::Failed(_) | AppendError::Conflict { .. } | AppendError::TooLong { .. } => {
                Self::Failed
            }
        }
    }
}

impl Room {
    pub fn id(&self) -> &IncidentId {
        &self.0.id
    }

    /// The incident's own time, which nobody can set: even, scaled in an exercise, never before the last record's.
    ///
    /// What came after a damage is not known, so that the time of a damaged journal stands still at its last whole record.
    pub fn now(&self) -> Moment {
        let now = self.0.timeline.at(self.0.clock.read().steady);
        let snapshot = self.0.snapshots.borrow();
        match snapshot.damage() {
            Some(_) => snapshot.incident.at,
            None => now.max(snapshot.incident.at),
        }
    }

    /// The newest durable state.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.snapshots.borrow())
    }

    /// Every newer state, for who waits for one; what came between is skipped.
    pub fn changes(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.0.snapshots.subscribe()
    }

    /// Asks for a command to be done, and returns the number of its last record once that is durable and published.
    pub async fn ask(&self, who: Who, command: Command) -> Result<Seq, AskError> {
        let place = Arc::clone(&self.0.places).acquire_owned().await.map_err(|_| AskError::Gone)?;
        let (answer, answered) = oneshot::channel();
        let asked = Asked { who, command, answer, _place: place };
        self.0.messages.send(Message::Ask(Box::new(asked))).map_err(|_| AskError::Gone)?;
        answered.await.unwrap_or(Err(AskError::Gone))
    }

    /// Enters the list of those present, until the membership is dropped.
    pub fn join(&self, person: PersonName, via: &str) -> Membership {
        let number = self.0.members.fetch_add(1, Ordering::Relaxed);
        let (via, since, looks_at) = (Line::new(via), self.now(), Line::default());
        let membership = Membership::enter(self.clone(), Presence { person, via, since, looks_at, number });
        // An empty room sleeps; who enters wants its clocks watched.
        self.0.messages.send(Message::Wake).ok();
        membership
    }

    /// Whether the commander has been away for so long that a deputy may take command.
    pub fn commander_gone(&self) -> bool {
        let snapshot = self.snapshot();
        snapshot.damage().is_none() && snapshot.commander_gone(self.0.clock.read().steady, self.0.take_after)
    }

    /// Whether its writer still runs.
    fn is_alive(&self) -> bool {
        self.0.messages.send(Message::Wake).is_ok()
    }

    /// Has the writer look whether a copy was taken over.
    fn look_up(&self) {
        self.0.messages.send(Message::Wake).ok();
    }

    fn is_copy(&self) -> bool {
        self.0.snapshots.borrow().health == Health::ReadOnly(ReadOnly::Copy)
    }

    fn stop(&self) {
        self.0.messages.send(Message::Stop).ok();
    }
}

impl Inner {
    fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        self.snapshots.send_modify(|snapshot| change(Arc::make_mut(snapshot)));
    }
}

impl std::fmt::Debug for Room {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Room").field(&self.0.id.as_str()).finish()
    }
}
