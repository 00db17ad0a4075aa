//! Who is in a room, who was, and whether the commander is gone.

use std::sync::Arc;

use super::{Room, Snapshot};
use crate::clock::Reading;
use crate::incident::{Line, Moment, Presence, Seq, Span};

/// When somebody left their last screen of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// In the incident's own time.
    pub at: Moment,
    /// The last record that was there to see.
    pub seq: Seq,
    /// In real time, which an exercise does not quicken.
    steady: Span,
}

/// A place in the list of those present; dropping it leaves.
#[must_use = "dropping it leaves the room"]
pub struct Membership {
    room: Room,
    number: u64,
    last_seen: Option<Seen>,
}

impl Membership {
    pub(super) fn enter(room: Room, presence: Presence) -> Self {
        let (number, person) = (presence.number, presence.person.clone());
        let snapshot = room.snapshot();
        let is_here = snapshot.present.iter().any(|it| it.person == person);
        let last_seen = snapshot.seen.get(&person).copied().filter(|_| !is_here);
        room.0.change(|snapshot| {
            change(snapshot, |present| {
                let place = present.partition_point(|it| it.person <= presence.person);
                present.insert(place, presence);
            });
        });
        Self { room, number, last_seen }
    }

    /// When the person had left, where this is their only screen and they were here before.
    pub const fn last_seen(&self) -> Option<Seen> {
        self.last_seen
    }

    /// Tells the others what the person looks at.
    pub fn look_at(&self, page: &Line) {
        let number = self.number;
        let looks_elsewhere = |it: &Presence| it.number == number && it.looks_at != *page;
        self.room.0.snapshots.send_if_modified(|snapshot| {
            let moved = snapshot.present.iter().any(looks_elsewhere);
            if moved {
                change(Arc::make_mut(snapshot), |present| {
                    for it in present.iter_mut().filter(|it| it.number == number) {
                        it.looks_at = page.clone();
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
        let at = self.room.0.timeline.at(steady);
        self.room.0.change(|snapshot| {
            let mut left = None;
            change(snapshot, |present| {
                let place = present.iter().position(|it| it.number == self.number);
                left = place.map(|place| present.remove(place).person);
            });
            let left = left.filter(|left| snapshot.present.iter().all(|it| it.person != *left));
            if let Some(person) = left {
                let (at, seq) = (at.max(snapshot.incident.at), snapshot.incident.seq);
                Arc::make_mut(&mut snapshot.seen).insert(person, Seen { at, seq, steady });
            }
        });
    }
}

impl Snapshot {
    /// Whether the commander has been at no screen, and has done nothing from elsewhere, for as long as `after`.
    pub(super) fn commander_gone(&self, steady: Span, after: Span) -> bool {
        let commander = &self.incident.commander;
        if self.present.iter().any(|it| it.person == *commander) {
            return false;
        }
        let left = self.seen.get(commander).map_or(self.commander_acted, |seen| seen.steady);
        steady - left.max(self.commander_acted) >= after
    }
}

fn change(snapshot: &mut Snapshot, change: impl FnOnce(&mut Vec<Presence>)) {
    let mut present = snapshot.present.to_vec();
    change(&mut present);
    snapshot.present = present.into();
}
