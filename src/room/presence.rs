//! The people in a room, and those who left.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::handle::Room;
use super::snapshot::{Seen, Snapshot};
use crate::clock::Reading;
use crate::incident::{Line, PersonName, Presence};

/// A place in the list of people present; dropping it leaves the room.
#[must_use = "dropping it leaves the room"]
pub struct Membership {
    room: Room,
    number: u64,
    last_seen: Option<Seen>,
}

impl Room {
    /// Enters the list of people present, until the membership is dropped.
    pub fn join(&self, person: PersonName, via: &str) -> Membership {
        let number = self.0.members.fetch_add(1, Ordering::Relaxed);
        let (via, since, looks_at) = (Line::new(via), self.now(), Line::default());
        let membership = Membership::enter(self.clone(), Presence { person, via, since, looks_at, number });
        // An empty room sleeps; with someone present its clocks are watched.
        self.wake();
        membership
    }
}

impl Membership {
    fn enter(room: Room, presence: Presence) -> Self {
        let (number, person) = (presence.number, presence.person.clone());
        let snapshot = room.snapshot();
        let is_here = snapshot.present.iter().any(|present| present.person == person);
        let last_seen = snapshot.seen.get(&person).copied().filter(|_| !is_here);
        room.0.change(|snapshot| {
            change(snapshot, |present| {
                let place = present.partition_point(|present| present.person <= presence.person);
                present.insert(place, presence);
            });
        });
        Self { room, number, last_seen }
    }

    /// When the person left before; `None` if this is not their only screen or their first visit.
    pub const fn last_seen(&self) -> Option<Seen> {
        self.last_seen
    }

    pub fn look_at(&self, page: &Line) {
        let number = self.number;
        let looks_elsewhere = |present: &Presence| present.number == number && present.looks_at != *page;
        self.room.0.snapshots.send_if_modified(|snapshot| {
            let moved = snapshot.present.iter().any(looks_elsewhere);
            if moved {
                change(Arc::make_mut(snapshot), |present| {
                    for place in present.iter_mut().filter(|place| place.number == number) {
                        place.looks_at = page.clone();
                    }
                });
            }
            moved
        });
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        let Reading { steady, .. } = self.room.0.clock.read();
        let at = self.room.0.time.at(steady);
        self.room.0.change(|snapshot| {
            let mut left = None;
            change(snapshot, |present| {
                let place = present.iter().position(|present| present.number == self.number);
                left = place.map(|place| present.remove(place).person);
            });
            let left = left.filter(|left| snapshot.present.iter().all(|present| present.person != *left));
            if let Some(person) = left {
                let (at, seq) = (at.max(snapshot.incident.at), snapshot.incident.seq);
                Arc::make_mut(&mut snapshot.seen).insert(person, Seen { at, seq, steady });
            }
        });
    }
}

fn change(snapshot: &mut Snapshot, change: impl FnOnce(&mut Vec<Presence>)) {
    let mut present = snapshot.present.to_vec();
    change(&mut present);
    snapshot.present = present.into();
}
