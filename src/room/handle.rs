//! The handle of a room: its state, its clock, and the queue to its writer.

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use tokio::sync::{Semaphore, oneshot, watch};

use super::error::AskError;
use super::incident_time::IncidentTime;
use super::snapshot::{Health, ReadOnly, Snapshot};
use super::writer::{Asked, Request};
use crate::clock::Clock;
use crate::incident::{Command, IncidentId, Moment, Seq, Span, Who};

/// The maximum number of waiting commands; further ones wait for a place.
pub(super) const PLACES: usize = 256;

/// A handle to a live incident; all clones lead to the same one.
#[derive(Clone)]
pub struct Room(pub(super) Arc<Inner>);

pub(super) struct Inner {
    pub(super) id: IncidentId,
    pub(super) clock: Clock,
    pub(super) time: IncidentTime,
    /// Holds no more commands than there are places.
    pub(super) requests: mpsc::Sender<Request>,
    pub(super) places: Arc<Semaphore>,
    pub(super) snapshots: Arc<watch::Sender<Arc<Snapshot>>>,
    pub(super) members: AtomicU64,
    pub(super) take_after: Span,
}

impl Room {
    pub fn id(&self) -> &IncidentId {
        &self.0.id
    }

    /// The incident's own time: steady, scaled in an exercise, never before the last record's.
    ///
    /// The time of a damaged journal is that of its last whole record: what came after it is unknown.
    pub fn now(&self) -> Moment {
        let now = self.0.time.at(self.0.clock.read().steady);
        let snapshot = self.0.snapshots.borrow();
        match snapshot.damage() {
            Some(_) => snapshot.incident.at,
            None => now.max(snapshot.incident.at),
        }
    }

    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.snapshots.borrow())
    }

    /// Subscribes to newer states; a slow subscriber skips some.
    pub fn changes(&self) -> watch::Receiver<Arc<Snapshot>> {
        self.0.snapshots.subscribe()
    }

    /// Asks for a command, and returns the number of its last record once that is durable and published.
    pub async fn ask(&self, who: Who, command: Command) -> Result<Seq, AskError> {
        let place = Arc::clone(&self.0.places).acquire_owned().await.map_err(|_| AskError::Gone)?;
        let (answer, answered) = oneshot::channel();
        let asked = Asked { who, command, answer, _place: place };
        self.0.requests.send(Request::Ask(Box::new(asked))).map_err(|_| AskError::Gone)?;
        answered.await.unwrap_or(Err(AskError::Gone))
    }

    /// Whether the commander has been away so long that a deputy may take command.
    pub fn commander_gone(&self) -> bool {
        let snapshot = self.snapshot();
        snapshot.damage().is_none() && snapshot.commander_gone(self.0.clock.read().steady, self.0.take_after)
    }

    /// Waits up to a second until a record is published; `false` if it is not being written.
    pub async fn publishes(&self, record: u64) -> bool {
        let mut changes = self.changes();
        let published = changes.wait_for(|snapshot| snapshot.incident.seq.0 >= record);
        tokio::time::timeout(Duration::from_secs(1), published).await.is_ok_and(|published| published.is_ok())
    }

    /// Has the writer look up; `false` if it has ended.
    pub(super) fn wake(&self) -> bool {
        self.0.requests.send(Request::Wake).is_ok()
    }

    pub(super) fn is_copy(&self) -> bool {
        self.0.snapshots.borrow().health == Health::ReadOnly(ReadOnly::Copy)
    }

    pub(super) fn stop(&self) {
        self.0.requests.send(Request::Stop).ok();
    }
}

impl Inner {
    pub(super) fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        self.snapshots.send_modify(|snapshot| change(Arc::make_mut(snapshot)));
    }
}

impl std::fmt::Debug for Room {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Room").field(&self.0.id.as_str()).finish()
    }
}
