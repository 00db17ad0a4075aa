//! Reads a journal from its first record to its last, and follows it if it grows, on a thread of its own.

use std::io::ErrorKind;
use std::sync::Arc;

use super::limited::{LimitedReader, ReadLimit};
use super::read::{Fold, Recording, Stopped, Unreadable};
use super::reel::{Piece, Reel};
use super::supply::{More, Supply};
use super::{End, Limit};
use crate::incident::{Incident, Moment, Recorded, Seq};
use crate::journal::{Growing, Tail};

/// How many records are between two states that are kept.
const EVERY: usize = 1000;

pub fn load<S: Supply>(mut reader: LimitedReader<S>, limit: Limit, reel: &Reel, gate: &ReadLimit) {
    let _unread = Unread(reel);
    let mut loading = Loading {
        fold: Fold::new(limit, gate.clone()),
        before: None,
        first: Seq(1),
        times: Vec::new(),
        acts: Vec::new(),
        shown: 0,
        history_at: 1,
        reel,
    };
    let (mut growing, mut growth) = (Growing::default(), Growth::AtFirst);
    let read = loop {
        let read = growing.read(&mut reader, &mut |recorded| loading.take(&recorded));
        let is_news = loading.show() || growth == Growth::AtFirst;
        let tail = match read {
            Err(error) => break Err(error),
            Ok(tail) => tail,
        };
        let well = loading.fold.well().filter(|(incident, _)| match tail {
            Tail::Nothing => true,
            // Half a line in a closed incident that was not seen to grow was left by a crash.
            Tail::Unfinished => growth == Growth::Later || !incident.is_closed(),
            Tail::Damaged(_) => false,
        });
        let Some((_, history)) = well.filter(|_| reader.grows()) else { break Ok(growing.over(tail)) };
        if is_news {
            reel.finish(Some(history.clone()), End::SoFar);
        }
        growth = Growth::Later;
        match reader.more(growing.end()) {
            Ok(More::There) => {}
            Ok(More::Over(end)) => return reel.finish(None, end),
            Ok(More::Stopped) => return,
            Err(error) => break Err(error),
        }
    };
    let Loading { fold, .. } = loading;
    let (end, history) = match fold.finish(read) {
        Ok(Recording { damage, history, .. }) => (damage.map_or(End::Whole, End::Damaged), history),
        Err(Stopped { why, history: None }) => return reel.refuse(why),
        Err(Stopped { why, history: Some(history) }) => (ended(&why), *history),
    };
    reel.finish(Some(history), end);
}

fn ended(why: &Unreadable) -> End {
    match why {
        Unreadable::Io(error) => End::Failed(error.kind()),
        Unreadable::TooLong { bytes } => End::TooLong { bytes: *bytes },
        Unreadable::TooMany { records } => End::TooMany { records: *records },
        Unreadable::Damaged(damage) => End::Damaged(*damage),
        Unreadable::Busy { .. } => End::Failed(ErrorKind::Other),
    }
}

/// Ends the wait for more if the reading panics.
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

/// Whether a journal is read for the first time, or followed since.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Growth {
    AtFirst,
    Later,
}

/// The piece being read.
struct Loading<'a> {
    fold: Fold,
    before: Option<Arc<Incident>>,
    first: Seq,
    times: Vec<Moment>,
    acts: Vec<u32>,
    /// How many of its records are published.
    shown: usize,
    /// The history is published each time the number of records has doubled: all its copies cost twice the last one.
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
        // The opening is shown immediately.
        if self.times.len() == EVERY || recorded.seq.0 == 1 {
            self.show();
        }
    }

    /// Publishes what is read of the piece; `false` if there is nothing new.
    fn show(&mut self) -> bool {
        let Some((incident, history)) = self.fold.now().filter(|_| self.times.len() > self.shown) else {
            return false;
        };
        let newest = Arc::new(incident.clone());
        let history = (newest.seq.0 >= self.history_at).then(|| history.clone());
        if history.is_some() {
            self.history_at = newest.seq.0 * 2;
        }
        let piece = Piece {
            before: self.before.clone(),
            first: self.first,
            times: self.times.as_slice().into(),
            acts: self.acts.as_slice().into(),
        };
        self.shown = self.times.len();
        let is_over = self.times.len() == EVERY || newest.seq.0 == 1;
        if is_over {
            (self.before, self.first) = (Some(Arc::clone(&newest)), newest.seq.next());
            (self.times, self.acts, self.shown) = (Vec::new(), Vec::new(), 0);
        }
        self.reel.add(piece, newest, history);
        true
    }
}

#[cfg(test)]
mod tests {
    use std::fs::OpenOptions;
    use std::io::{self, Read, Write};
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
    use std::sync::{Arc, Mutex, PoisonError};

    use super::*;
    use crate::journal::{Damage, Flaw};
    use crate::replay::Replay;
    use crate::replay::read::tests::{at, closed_at, journal};

    /// A journal that a test writes piece by piece; it is read on each time the test says so.
    struct Fed {
        bytes: Arc<Mutex<Vec<u8>>>,
        place: usize,
        go: Receiver<()>,
    }

    impl Read for Fed {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
            let read = (&bytes[self.place..]).read(buffer)?;
            self.place += read;
            Ok(read)
        }
    }

    impl Supply for Fed {
        fn grows(&self) -> bool {
            true
        }

        fn more(&mut self, from: u64) -> io::Result<More> {
            self.place = usize::try_from(from).unwrap();
            Ok(if self.go.recv().is_ok() { More::There } else { More::Stopped })
        }
    }

    /// The hand that feeds it.
    struct Hand {
        bytes: Arc<Mutex<Vec<u8>>>,
        go: SyncSender<()>,
    }

    impl Hand {
        /// Has bytes written, and read: only who has come to the end of them takes the second word.
        fn writes(&self, bytes: &[u8]) {
            self.bytes.lock().unwrap().extend(bytes);
            self.go.send(()).unwrap();
            self.go.send(()).unwrap();
        }
    }

    fn fed(begun: &[u8], limit: Limit) -> (Replay, Hand) {
        let bytes = Arc::new(Mutex::new(begun.to_vec()));
        let (go, heard) = sync_channel(0);
        let supply = Fed { bytes: Arc::clone(&bytes), place: 0, go: heard };
        let replay = Replay::load(supply, None, None, limit).unwrap();
        replay.wait_until_read();
        (replay, Hand { bytes, go })
    }

    /// Where each line ends.
    fn ends(journal: &[u8]) -> Vec<usize> {
        (1..=journal.len()).filter(|end| journal[end - 1] == b'\n').collect()
    }

    #[test]
    fn what_is_written_is_read_on_and_a_line_without_its_end_is_waited_for() {
        let whole = journal(2500);
        let ends = ends(&whole);
        let (replay, hand) = fed(&whole[..ends[1]], Limit::default());
        assert_eq!((replay.progress().records, replay.progress().end), (2, Some(End::SoFar)));
        // Half a line, the rest of it but for its end, its end.
        let (half, all) = (ends[1] + 40, ends[2] - 1);
        for (from, to, records) in [(ends[1], half, 2), (half, all, 2), (all, ends[2], 3)] {
            hand.writes(&whole[from..to]);
            assert_eq!((replay.progress().records, replay.progress().end), (records, Some(End::SoFar)));
        }
        // Many at once, over more than one piece; then one by one into the last of them.
        hand.writes(&whole[ends[2]..ends[2099]]);
        for n in 2100..2110 {
            hand.writes(&whole[ends[n - 1]..ends[n]]);
        }
        hand.writes(&whole[ends[2109]..]);
        assert_eq!((replay.progress().records, replay.progress().bytes), (2500, whole.len() as u64));
        let alone = Replay::open(io::Cursor::new(whole), None, Limit::default()).unwrap();
        alone.wait_until_read();
        for seq in [1, 2, 3, 999, 1000, 1001, 1002, 2001, 2002, 2099, 2100, 2105, 2110, 2500].map(Seq) {
            assert_eq!(replay.moment_of(seq), alone.moment_of(seq));
            let (one, other) = (replay.at_record(seq).incident, alone.at_record(seq).incident);
            assert_eq!(serde_json::to_string(&*one).unwrap(), serde_json::to_string(&*other).unwrap());
        }
        assert_eq!(replay.activity(at(0), at(9999)), 2500);
        assert_eq!(replay.history().marks, alone.history().marks);
    }

    #[test]
    fn a_record_that_is_bad_when_it_comes_ends_what_is_followed() {
        let whole = journal(20);
        let ends = ends(&whole);
        let (replay, hand) = fed(&whole[..ends[9]], Limit::default());
        let mut bad = whole[ends[9]..].to_vec();
        bad[50] ^= 1;
        hand.bytes.lock().unwrap().extend(bad);
        hand.go.send(()).unwrap();
        // No change is waited for once it is over.
        hand.go.send(()).unwrap_err();
        let end = replay.progress().end;
        assert!(matches!(end, Some(End::Damaged(Damage { record: 11, .. }))), "{end:?}");
        assert_eq!(replay.newest().seq, Seq(10));
    }

    #[test]
    fn what_grows_beyond_a_limit_is_read_up_to_it() {
        let whole = journal(20);
        let (replay, hand) = fed(&whole[..ends(&whole)[9]], Limit { records: 15, ..Limit::default() });
        hand.bytes.lock().unwrap().extend(&whole[ends(&whole)[9]..]);
        hand.go.send(()).unwrap();
        hand.go.send(()).unwrap_err();
        assert_eq!(replay.progress().end, Some(End::TooMany { records: 15 }));
        assert_eq!(replay.newest().seq, Seq(15));
    }

    #[test]
    fn half_a_line_behind_a_closing_is_damage() {
        let mut closed = closed_at(5);
        closed.extend(b"{\"format\":1,\"seq\":6");
        let path = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&path, &closed).unwrap();
        let replay = Replay::follow(path.path(), Limit::default()).unwrap();
        replay.wait_until_read();
        let damage = Damage { record: 6, flaw: Flaw::CutShort };
        assert_eq!(replay.progress().end, Some(End::Damaged(damage)));
    }

    /// Waits until the reading of a file has come to something.
    async fn comes_to(replay: &Replay, is_so: impl Fn(u64, Option<End>) -> bool) {
        let mut news = replay.changes();
        loop {
            news.borrow_and_update();
            let progress = replay.progress();
            if is_so(progress.records, progress.end) {
                return;
            }
            news.changed().await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_file_is_followed_as_it_is_written_until_it_is_cut() {
        let whole = journal(30);
        let ends = ends(&whole);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        std::fs::write(&path, &whole[..ends[9] + 20]).unwrap();
        let replay = Replay::follow(&path, Limit::default()).unwrap();
        comes_to(&replay, |records, end| (records, end) == (10, Some(End::SoFar))).await;
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        file.write_all(&whole[ends[9] + 20..ends[14]]).unwrap();
        comes_to(&replay, |records, _| records == 15).await;
        // What a write that failed has left is undone and written again: no word is lost on that.
        file.write_all(&whole[ends[14]..ends[14] + 70]).unwrap();
        file.set_len(ends[14] as u64).unwrap();
        file.write_all(&whole[ends[14]..ends[19]]).unwrap();
        comes_to(&replay, |records, end| (records, end) == (20, Some(End::SoFar))).await;
        file.set_len(ends[11] as u64).unwrap();
        comes_to(&replay, |_, end| end == Some(End::Shortened)).await;
        assert_eq!(replay.at(at(99)).incident.seq, Seq(20));
    }

    #[tokio::test]
    async fn a_file_that_is_replaced_or_taken_away_is_left_at_what_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let other = folder.path().join("other.jsonl");
        for n in 0..2 {
            std::fs::write(&path, journal(10)).unwrap();
            std::fs::write(&other, journal(20)).unwrap();
            let replay = Replay::follow(&path, Limit::default()).unwrap();
            comes_to(&replay, |_, end| end == Some(End::SoFar)).await;
            if n == 0 {
                std::fs::rename(&other, &path).unwrap();
            } else {
                std::fs::remove_file(&path).unwrap();
            }
            comes_to(&replay, |_, end| end == Some(End::Replaced)).await;
            assert_eq!(replay.newest().seq, Seq(10));
        }
    }

    #[test]
    fn a_following_that_is_stopped_or_dropped_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        std::fs::write(&path, journal(10)).unwrap();
        let replay = Replay::follow(&path, Limit::default()).unwrap();
        replay.wait_until_read();
        replay.stop();
        assert_eq!(replay.progress().end, Some(End::SoFar));
        let reel = Arc::downgrade(&replay.0.reel);
        drop(replay);
        // The thread has the last of it.
        while reel.upgrade().is_some() {
            std::thread::yield_now();
        }
    }
}
