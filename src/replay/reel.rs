//! The part of a recording that is read: every thousandth state, and the moment of each record.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::{End, Unreadable};
use crate::incident::{History, Incident, Moment, Recorded, Seq};

#[derive(Clone, Debug)]
pub struct Frame {
    pub at: Moment,
    pub incident: Arc<Incident>,
}

pub struct Reel {
    read: Mutex<Read>,
    /// Notified when there is something to show, and when all is read.
    changed: Condvar,
    /// How many records can be shown.
    news: watch::Sender<u64>,
}

#[derive(Default)]
struct Read {
    pieces: Vec<Arc<Piece>>,
    newest: Option<Arc<Incident>>,
    history: Option<Arc<History>>,
    end: Option<End>,
    /// Why the opening cannot be shown.
    refused: Option<Unreadable>,
}

/// Consecutive records, without what the newest log holds of them.
pub struct Piece {
    /// The state before the first of them; `None` before the opening.
    pub before: Option<Arc<Incident>>,
    pub first: Seq,
    pub times: Box<[Moment]>,
    pub acts: Box<[u32]>,
}

impl Default for Reel {
    fn default() -> Self {
        let news = watch::Sender::new(0);
        Self { read: Mutex::default(), changed: Condvar::new(), news }
    }
}

impl Reel {
    /// Adds a piece, or replaces the last one by a longer version of it.
    pub fn add(&self, piece: Piece, newest: Arc<Incident>, history: Option<History>) {
        let records = newest.seq.0;
        let mut read = self.read();
        read.pieces.pop_if(|last| last.first == piece.first);
        read.pieces.push(Arc::new(piece));
        read.newest = Some(newest);
        if let Some(history) = history {
            read.history = Some(Arc::new(history));
        }
        drop(read);
        self.notify(records);
    }

    /// Sets the end of the reading, for good or so far.
    pub fn finish(&self, history: Option<History>, end: End) {
        let mut read = self.read();
        if let Some(history) = history {
            read.history = Some(Arc::new(history));
        }
        read.end = Some(end);
        drop(read);
        self.notify(self.records());
    }

    /// Sets why the opening cannot be read.
    pub fn refuse(&self, why: Unreadable) {
        self.read().refused = Some(why);
        self.changed.notify_all();
    }

    fn notify(&self, records: u64) {
        self.changed.notify_all();
        self.news.send_replace(records);
    }

    /// Waits until the opening can be shown.
    pub fn begun(&self) -> Result<(), Unreadable> {
        let waits = |read: &mut Read| read.newest.is_none() && read.refused.is_none();
        let mut read = self.changed.wait_while(self.read(), waits).unwrap_or_else(PoisonError::into_inner);
        read.refused.take().map_or(Ok(()), Err)
    }

    pub fn wait_until_read(&self) {
        let waits = |read: &mut Read| read.end.is_none();
        drop(self.changed.wait_while(self.read(), waits).unwrap_or_else(PoisonError::into_inner));
    }

    pub fn wait_until_read_for(&self, most: Duration) {
        let waits = |read: &mut Read| read.end.is_none();
        drop(self.changed.wait_timeout_while(self.read(), most, waits).unwrap_or_else(PoisonError::into_inner));
    }

    pub fn changes(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    pub fn records(&self) -> u64 {
        self.read().newest.as_ref().map_or(0, |newest| newest.seq.0)
    }

    pub fn end(&self) -> Option<End> {
        self.read().end
    }

    pub fn newest(&self) -> Option<Arc<Incident>> {
        self.read().newest.clone()
    }

    pub fn history(&self) -> Option<Arc<History>> {
        self.read().history.clone()
    }

    pub fn count(&self, moment: Moment) -> u64 {
        self.counted(|at| at <= moment)
    }

    pub fn activity(&self, from: Moment, to: Moment) -> usize {
        let count = self.counted(|at| at < to).saturating_sub(self.counted(|at| at < from));
        usize::try_from(count).unwrap_or(usize::MAX)
    }

    /// The number of records before the first whose moment fails `is_so`.
    fn counted(&self, is_so: impl Fn(Moment) -> bool) -> u64 {
        let read = self.read();
        let pieces = read.pieces.partition_point(|piece| piece.times.first().is_some_and(|at| is_so(*at)));
        let Some(piece) = pieces.checked_sub(1).and_then(|last| read.pieces.get(last)) else { return 0 };
        piece.first.0 - 1 + piece.times.partition_point(|at| is_so(*at)) as u64
    }

    pub fn moment_of(&self, seq: Seq) -> Option<Moment> {
        let read = self.read();
        let pieces = read.pieces.partition_point(|piece| piece.first <= seq);
        let piece = read.pieces.get(pieces.checked_sub(1)?)?;
        piece.times.get(piece.place(seq)?).copied()
    }

    /// Returns the state after so many records, or the newest. It is folded from `near` if that is nearer than a kept
    /// state.
    pub fn state(&self, count: u64, near: Option<&Arc<Incident>>) -> Option<Arc<Incident>> {
        let read = self.read();
        let newest = Arc::clone(read.newest.as_ref()?);
        if newest.seq.0 <= count {
            return Some(newest);
        }
        let pieces = read.pieces.partition_point(|piece| piece.first.0 <= count);
        let piece = Arc::clone(read.pieces.get(pieces.checked_sub(1)?)?);
        drop(read);
        let near = near.filter(|it| it.seq >= piece.first && it.seq.0 <= count);
        piece.forward(near.or(piece.before.as_ref()).map(Arc::clone), count, &newest)
    }

    fn read(&self) -> MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Piece {
    fn place(&self, seq: Seq) -> Option<usize> {
        usize::try_from(seq.0.checked_sub(self.first.0)?).ok()
    }

    /// Folds the records after a state, up to record `count`, into it.
    fn forward(&self, from: Option<Arc<Incident>>, count: u64, newest: &Incident) -> Option<Arc<Incident>> {
        let (mut incident, next) = match from {
            Some(from) if from.seq.0 == count => return Some(from),
            Some(from) => ((*from).clone(), from.seq.0 + 1),
            None => (Incident::begin(&self.recorded(Seq(1), newest)?)?, 2),
        };
        for seq in next..=count {
            incident.apply(&self.recorded(Seq(seq), newest)?);
        }
        Some(Arc::new(incident))
    }

    /// Returns a record as it was read: corrections of an entry leave its event.
    fn recorded(&self, seq: Seq, newest: &Incident) -> Option<Recorded> {
        let (entry, place) = (newest.log.get(seq)?, self.place(seq)?);
        let act = Some(*self.acts.get(place)?).filter(|back| *back > 0).map(|back| Seq(seq.0 - u64::from(back)));
        let (by, event) = (entry.by.clone(), entry.event.clone());
        Some(Recorded { seq, at: *self.times.get(place)?, by, act, event })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Span;
    use crate::replay::read::tests::{at, decisions, journal};
    use crate::replay::{Limit, Replay};

    fn replay(journal: Vec<u8>) -> Replay {
        let bytes = journal.len() as u64;
        Replay::open(std::io::Cursor::new(journal), Some(bytes), Limit::default()).unwrap()
    }

    /// Gives some bytes, and then panics.
    struct Breaking(std::io::Cursor<Vec<u8>>);

    impl std::io::Read for Breaking {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let read = self.0.read(buffer)?;
            assert!(read > 0, "it breaks here");
            Ok(read)
        }
    }

    #[test]
    fn nobody_waits_for_a_reading_that_broke() {
        let open = |records| {
            let reader = Breaking(std::io::Cursor::new(journal(records)));
            Replay::open(reader, None, Limit::default())
        };
        assert!(open(10).is_err());
        // How much of more than a block is decoded by then depends on the machine.
        if let Ok(some) = open(10_000) {
            some.wait_until_read();
            assert_eq!(some.progress().end, Some(End::Failed(std::io::ErrorKind::Other)));
        }
    }

    /// All that a screen shows of a state.
    fn whole(incident: &Incident) -> String {
        format!("{} {:?}", serde_json::to_string(incident).unwrap(), incident.log.iter().collect::<Vec<_>>())
    }

    /// The journal of a recording that went through a whole plan.
    fn lived() -> Vec<u8> {
        std::fs::read("tests/sessions/octobre.jsonl").unwrap()
    }

    #[test]
    fn every_moment_is_as_it_was_then() {
        let replay = replay(lived());
        replay.wait_until_read();
        let mut records = Vec::new();
        crate::journal::salvage(lived().as_slice(), &mut |recorded| records.push(recorded)).unwrap();
        let mut incident = Incident::begin(&records[0]).unwrap();
        let mut expected = vec![whole(&incident)];
        for recorded in &records[1..] {
            incident.apply(recorded);
            expected.push(whole(&incident));
        }
        // Forwards, then every seventh backwards, so that states come from before and from behind.
        let places = 0..records.len();
        let mut frame = replay.at(replay.end());
        for place in places.clone().chain(places.rev().step_by(7)) {
            let seq = records[place].seq;
            frame.move_to_record(&replay, seq);
            assert_eq!(whole(&frame.incident), expected[place], "record {seq}");
            assert_eq!(whole(&replay.at_record(seq).incident), expected[place], "record {seq}");
            let after = replay.at(records[place].at);
            assert_eq!(after.incident.seq, replay.last_until(records[place].at));
            assert!(after.incident.seq >= seq);
        }
    }

    #[test]
    fn a_moment_has_the_records_until_then() {
        let replay = replay(journal(2500));
        replay.wait_until_read();
        let seq = |moment| replay.at(moment).incident.seq.0;
        assert_eq!([seq(at(0)), seq(at(1)), seq(at(1000)), seq(at(2500)), seq(at(9999))], [1, 1, 1000, 2500, 2500]);
        assert_eq!(seq(at(1001) - Span::milliseconds(1)), 1000);
        assert_eq!(replay.at(at(0)).at, at(1));
        assert_eq!((replay.last_until(at(0)), replay.last_until(at(1001))), (Seq(0), Seq(1001)));
        assert_eq!(replay.moment_of(Seq(2001)), Some(at(2001)));
        assert_eq!((replay.moment_of(Seq(0)), replay.moment_of(Seq(2501))), (None, None));
        assert_eq!(replay.activity(at(0), at(10)), 9);
        assert_eq!(replay.activity(at(1000), at(1001)), 1);
        assert_eq!(replay.activity(at(3000), at(4000)), 0);
        assert_eq!((replay.opened_at(), replay.end()), (at(1), at(2500)));
    }

    #[test]
    fn what_is_before_a_damage_can_be_shown() {
        let mut bytes = journal(1500);
        let place = bytes.windows(9).position(|text| text == b"note 1200").unwrap();
        bytes[place] = b'N';
        let replay = replay(bytes);
        replay.wait_until_read();
        let flaw = crate::journal::Flaw::Hash;
        let damage = crate::journal::Damage { record: 1200, flaw };
        assert_eq!(replay.progress().end, Some(End::Damaged(damage)));
        assert_eq!(replay.at(at(9999)).incident.seq, Seq(1199));
    }

    #[test]
    fn a_journal_without_bound_is_shown_as_far_as_it_is_read() {
        let limit = Limit { records: 1200, ..Limit::default() };
        let replay = Replay::open(std::io::Cursor::new(journal(1500)), None, limit).unwrap();
        replay.wait_until_read();
        assert_eq!(replay.progress().end, Some(End::TooMany { records: 1200 }));
        assert_eq!(replay.newest().seq, Seq(1200));
        let nothing = Replay::open(std::io::empty(), None, limit).map(|_| ());
        assert!(matches!(nothing, Err(Unreadable::Damaged(_))));
    }

    #[test]
    fn marks_go_as_far_as_what_can_be_shown() {
        let limit = Limit { records: 1500, ..Limit::default() };
        let replay = Replay::open(std::io::Cursor::new(decisions(1600)), None, limit).unwrap();
        replay.wait_until_read();
        assert_eq!(replay.newest().seq, Seq(1500));
        assert_eq!(replay.history().marks.last().map(|mark| mark.seq), Some(Seq(1500)));
    }

    #[test]
    fn a_reading_that_nobody_waits_for_ends() {
        /// A journal without an end, which reports each read.
        struct Endless(std::io::Cursor<Vec<u8>>, std::sync::mpsc::SyncSender<()>);
        impl std::io::Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let read = self.0.read(buffer)?;
                if read == 0 {
                    self.1.send(()).map_err(std::io::Error::other)?;
                    buffer[0] = b'x';
                }
                Ok(read.max(1))
            }
        }
        let (asked, heard) = std::sync::mpsc::sync_channel(0);
        let limit = Limit { bytes: u64::MAX, ..Limit::default() };
        let many = std::io::Cursor::new(journal(30_000));
        let replay = Replay::open(Endless(many, asked), None, limit).unwrap();
        drop(replay);
        // The one that was under way.
        assert!(heard.iter().count() <= 1);
    }
}
