//! Who is in a room.

use std::sync::Arc;
use tokio::sync::watch;

use super::Snapshot;
use crate::incident::{Line, Moment, PersonName};

/// A person at a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    pub person: PersonName,
    pub via: Line,
    /// In the incident's own time.
    pub since: Moment,
    /// Tells two screens of one person apart.
    pub(super) number: u64,
}

/// A place in the list of those present; dropping it leaves.
#[must_use = "dropping it leaves the room"]
pub struct Membership {
    snapshots: Arc<watch::Sender<Arc<Snapshot>>>,
    number: u64,
}

impl Membership {
    pub(super) fn enter(snapshots: Arc<watch::Sender<Arc<Snapshot>>>, presence: Presence) -> Self {
        let number = presence.number;
        change(&snapshots, |present| present.push(presence));
        Self { snapshots, number }
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        change(&self.snapshots, |present| present.retain(|presence| presence.number != self.number));
    }
}

fn change(snapshots: &watch::Sender<Arc<Snapshot>>, change: impl FnOnce(&mut Vec<Presence>)) {
    snapshots.send_modify(|snapshot| {
        let mut present = snapshot.present.to_vec();
        change(&mut present);
        Arc::make_mut(snapshot).present = present.into();
    });
}
