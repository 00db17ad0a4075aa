//! Reading a journal from its first record to its last, on a thread of its own.

use std::io::{ErrorKind, Read};
use std::sync::Arc;

use super::bounded::{Bounded, Gate};
use super::read::{Fold, Session, Unreadable};
use super::reel::{Piece, Reel};
use super::{End, Limit};
use crate::incident::{Incident, Moment, Recorded, Seq};
use crate::journal::salvage;

/// How many records stand between two states that are kept.
const EVERY: usize = 1000;

pub fn load<R: Read>(reader: Bounded<R>, limit: Limit, reel: &Reel, gate: &Gate) {
    let _unread = Unread(reel);
    let mut loading = Loading {
        fold: Fold::new(limit, gate.clone()),
        before: None,
        first: Seq(1),
        times: Vec::new(),
        acts: Vec::new(),
        history_at: 1,
        reel,
    };
    let read = salvage(reader, &mut |recorded| loading.take(&recorded));
    loading.cut();
    let Loading { fold, .. } = loading;
    let begun = fold.has_begun();
    let (end, history) = match fold.finish(read) {
        Ok(Session { damage, history, .. }) => (damage.map_or(End::Whole, End::Damaged), Some(history)),
        Err(why) if !begun => return reel.refuse(why),
        Err(Unreadable::Io(error)) => (End::Failed(error.kind()), None),
        Err(Unreadable::TooLong { bytes }) => (End::TooLong { bytes }, None),
        Err(Unreadable::TooMany { records }) => (End::TooMany { records }, None),
        Err(Unreadable::Damaged(damage)) => (End::Damaged(damage), None),
        Err(Unreadable::Busy { .. }) => (End::Failed(ErrorKind::Other), None),
    };
    reel.finish(history, end);
}

/// Tells whoever waits that no more comes, should the reading end as nobody foresaw.
struct Unread<'a>(&'a Reel);

impl Drop for Unread<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        if self.0.records() == 0 {
            self.0.refuse(Unreadable::Io(ErrorKind::Other.into()));
        }
        self.0.finish(None, End::Failed(ErrorKind::Other));
    }
}

/// The piece that is being read.
struct Loading<'a> {
    fold: Fold,
    /// The state before the piece.
    before: Option<Arc<Incident>>,
    first: Seq,
    times: Vec<Moment>,
    acts: Vec<u32>,
    /// The history is handed on each time that the records have doubled, so that all its copies cost twice the last.
    history_at: u64,
    reel: &'a Reel,
}

impl Loading<'_> {
    fn take(&mut self, recorded: &Recorded) {
        if !self.fold.take(recorded) {
            return;
        }
        self.times.push(recorded.at);
        let back = recorded.act.map_or(0, |act| recorded.seq.0.saturating_sub(act.0));
        self.acts.push(u32::try_from(back).unwrap_or(0));
        // The opening is shown at once.
        if self.times.len() == EVERY || recorded.seq.0 == 1 {
            self.cut();
        }
    }

    /// Hands on what is read of a piece, and begins the next one.
    fn cut(&mut self) {
        let Some((incident, history)) = self.fold.now().filter(|_| !self.times.is_empty()) else { return };
        let newest = Arc::new(incident.clone());
        let history = (newest.seq.0 >= self.history_at).then(|| history.clone());
        if history.is_some() {
            self.history_at = newest.seq.0 * 2;
        }
        let piece = Piece {
            before: self.before.replace(Arc::clone(&newest)),
            first: self.first,
            times: std::mem::take(&mut self.times).into(),
            acts: std::mem::take(&mut self.acts).into(),
        };
        self.first = newest.seq.next();
        self.reel.add(piece, newest, history);
    }
}
