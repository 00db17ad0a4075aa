//! A recording: whole at once, or as of any moment.
//!
//! ```text
//!   journal ──Replay::open──▶ a thread reads ──▶ a state every thousand records, and when each record was written
//!   Replay::at(moment) ──▶ the nearest state before, and the few records from there, which the newest log still has
//! ```
//!
//! The journal of an incident that a host still has is [followed](Replay::follow): the thread waits at its end, and reads
//! on what is written. A line without its end is then being written, and no damage.

mod bounded;
mod load;
mod read;
mod reel;
mod shared;
mod supply;

pub use read::{Recording, Unreadable, read};
pub use reel::Frame;
pub use shared::{Growth, open_shared};

use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::thread::Thread;
use std::time::Duration;

use tokio::sync::watch;

use crate::incident::{History, Incident, Moment, Seq};
use crate::journal::Damage;
use bounded::{Bounded, Gate};
use reel::Reel;
use supply::{Bell, Supply, Whole, Written};

/// No journal is read beyond so many bytes.
pub const BYTES_MAX: u64 = 4 << 30;
/// Nor beyond so many records: each stays in memory.
pub const RECORDS_MAX: u64 = 5_000_000;

/// A recording as of any moment, from its first records on while the rest is still read.
///
/// Clones share it; whatever is left to read is left once the last of them is gone.
#[derive(Clone)]
pub struct Replay(Arc<Inner>);

struct Inner {
    reel: Arc<Reel>,
    reading: Reading,
}

const BEGUN: &str = "a replay is opened with its first record";

/// How much of a journal may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub bytes: u64,
    pub records: u64,
}

impl Default for Limit {
    fn default() -> Self {
        Self { bytes: BYTES_MAX, records: RECORDS_MAX }
    }
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    /// How long the journal is, where that is known.
    pub of: Option<u64>,
    /// How many records can be shown.
    pub records: u64,
    /// How it ended; none while it goes on.
    pub end: Option<End>,
}

/// How the reading of a journal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Whole,
    /// All that there is can be shown, and what is written from now on will be.
    SoFar,
    /// What is before this record can be shown.
    Damaged(Damage),
    /// What was read until then can be shown: the journal has more bytes than are read.
    TooLong {
        bytes: u64,
    },
    /// What was read until then can be shown: the journal has more records than are read.
    TooMany {
        records: u64,
    },
    /// What was read until then can be shown: the disk would not give the rest.
    Failed(std::io::ErrorKind),
    /// What was read until then can be shown: the journal was cut while it was followed.
    Shortened,
    /// What was read until then can be shown: another file has taken the journal's place, or none has.
    Replaced,
}

/// Ends a reading that nobody waits for any more.
struct Reading {
    gate: Gate,
    of: Option<u64>,
    /// What to wake, where it waits for more.
    waits: Option<(Arc<Bell>, Thread)>,
}

impl std::fmt::Debug for Replay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Replay").field("progress", &self.progress()).finish_non_exhaustive()
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.gate.close();
        self.stop();
    }
}

impl Reading {
    /// Has it wait for nothing more.
    fn stop(&self) {
        if let Some((bell, waiter)) = &self.waits {
            bell.ring(waiter);
        }
    }
}

impl Frame {
    /// As [`Replay::at`], from here: the next moment is mostly a few records on.
    pub fn move_to(&mut self, replay: &Replay, moment: Moment) {
        *self = replay.frame(moment, Some(&self.incident));
    }

    /// As [`Replay::at_record`], from here.
    pub fn move_to_record(&mut self, replay: &Replay, seq: Seq) {
        *self = replay.frame_of(seq, Some(&self.incident));
    }
}

impl Replay {
    /// Begins to read a journal on a thread of its own, and returns once its opening can be shown; `bytes` is how long
    /// it is, where that is known.
    pub fn open(
        reader: impl Read + Send + 'static,
        bytes: Option<u64>,
        limit: Limit,
    ) -> Result<Self, Unreadable> {
        Self::load(Whole(reader), bytes, None, limit)
    }

    /// As [`Replay::open`], of a file that a host may go on writing: what it writes is read as it comes.
    pub fn follow(path: &Path, limit: Limit) -> Result<Self, Unreadable> {
        let (written, bell) = Written::open(path)?;
        let bytes = Some(written.len());
        Self::load(written, bytes, Some(bell), limit)
    }

    fn load(
        supply: impl Supply + 'static,
        of: Option<u64>,
        bell: Option<Arc<Bell>>,
        limit: Limit,
    ) -> Result<Self, Unreadable> {
        let (reader, gate) = Bounded::new(supply, limit);
        let reel = Arc::new(Reel::default());
        let (its, its_gate) = (Arc::clone(&reel), gate.clone());
        let load = move || load::load(reader, limit, &its, &its_gate);
        let thread = std::thread::Builder::new().name("replay".to_owned()).spawn(load)?;
        let waits = bell.map(|bell| (bell, thread.thread().clone()));
        // Given up here, it waits for nothing.
        let reading = Reading { gate, of, waits };
        reel.begun()?;
        Ok(Self(Arc::new(Inner { reel, reading })))
    }

    /// Leaves it at what is read by now.
    pub fn stop(&self) {
        self.0.reading.stop();
    }

    /// Waits until all is read that is there.
    pub fn wait_until_read(&self) {
        self.0.reel.wait_until_read();
    }

    /// Waits until all is read, but no longer than so.
    pub fn wait_until_read_for(&self, most: Duration) {
        self.0.reel.wait_until_read_for(most);
    }

    /// Hears of every piece that can be shown.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.reel.changes()
    }

    pub fn progress(&self) -> Progress {
        let Reading { gate, of, .. } = &self.0.reading;
        Progress { bytes: gate.bytes(), of: *of, records: self.0.reel.records(), end: self.0.reel.end() }
    }

    /// The state at a moment, with all that was recorded until then; before the opening, that of the opening.
    pub fn at(&self, moment: Moment) -> Frame {
        self.frame(moment, None)
    }

    /// The state right after a record, with nothing that was written after it at the same instant.
    pub fn at_record(&self, seq: Seq) -> Frame {
        self.frame_of(seq, None)
    }

    fn frame(&self, moment: Moment, near: Option<&Arc<Incident>>) -> Frame {
        let incident = self.state(self.0.reel.count(moment), near);
        Frame { at: moment.max(incident.opened_at), incident }
    }

    fn frame_of(&self, seq: Seq, near: Option<&Arc<Incident>>) -> Frame {
        let incident = self.state(seq.0, near);
        Frame { at: incident.at, incident }
    }

    fn state(&self, records: u64, near: Option<&Arc<Incident>>) -> Arc<Incident> {
        self.0.reel.state(records.max(1), near).expect(BEGUN)
    }

    /// The last record that was written until a moment.
    pub fn last_until(&self, moment: Moment) -> Seq {
        Seq(self.0.reel.count(moment))
    }

    /// When a record was written, where it is read.
    pub fn moment_of(&self, seq: Seq) -> Option<Moment> {
        self.0.reel.moment_of(seq)
    }

    /// How many records were written from one moment on and before another.
    pub fn activity(&self, from: Moment, to: Moment) -> usize {
        self.0.reel.activity(from, to)
    }

    pub fn opened_at(&self) -> Moment {
        self.newest().opened_at
    }

    /// The moment of the last record that is read.
    pub fn end(&self) -> Moment {
        self.newest().at
    }

    /// The state after the last record that is read.
    pub fn newest(&self) -> Arc<Incident> {
        self.0.reel.newest().expect(BEGUN)
    }

    /// What the newest state does not know any more; while the reading goes on, of a somewhat older one.
    pub fn history(&self) -> Arc<History> {
        self.0.reel.history().expect(BEGUN)
    }
}
