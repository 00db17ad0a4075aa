//! A recording, as a whole or as of any moment.
//!
//! ```text
//!   journal ──Replay::open──▶ a thread reads ──▶ a state every thousand records, and when each record was written
//!   Replay::at(moment) ──▶ the nearest state before, and the few records from there, which the newest log still has
//! ```
//!
//! The journal of an incident on this host is [followed](Replay::follow): the thread waits at its end and reads what is
//! appended. A line without an end is then being written, not damaged.

mod limited;
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
use limited::{LimitedReader, ReadLimit};
use reel::Reel;
use supply::{Bell, Supply, Whole, Written};

/// The maximum number of bytes that are read of a journal.
pub const BYTES_MAX: u64 = 4 << 30;
/// The maximum number of records that are read: each stays in memory.
pub const RECORDS_MAX: u64 = 5_000_000;

/// A recording as of any moment, available from its first records while the rest is read.
///
/// Clones share it; the reading ends once the last is dropped.
#[derive(Clone)]
pub struct Replay(Arc<Inner>);

struct Inner {
    reel: Arc<Reel>,
    reading: Reading,
}

const BEGUN: &str = "a replay is opened with its first record";

/// The maximum read of a journal.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub bytes: u64,
    /// The length of the journal, if it is known.
    pub of: Option<u64>,
    pub records: u64,
    /// How it ended; `None` while it continues.
    pub end: Option<End>,
}

/// How the reading of a journal ended; the records before can be shown. After `SoFar`, more are read as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Whole,
    SoFar,
    Damaged(Damage),
    TooLong { bytes: u64 },
    TooMany { records: u64 },
    Failed(std::io::ErrorKind),
    Shortened,
    Replaced,
}

/// Ends the reading when it is dropped.
struct Reading {
    gate: ReadLimit,
    of: Option<u64>,
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
    /// Ends its wait for more.
    fn stop(&self) {
        if let Some((bell, waiter)) = &self.waits {
            bell.ring(waiter);
        }
    }
}

impl Frame {
    /// As [`Replay::at`], from here: the next moment is usually a few records away.
    pub fn move_to(&mut self, replay: &Replay, moment: Moment) {
        *self = replay.frame(moment, Some(&self.incident));
    }

    pub fn move_to_record(&mut self, replay: &Replay, seq: Seq) {
        *self = replay.frame_of(seq, Some(&self.incident));
    }
}

impl Replay {
    /// Reads a journal on a thread of its own, and returns once its opening can be shown; `bytes` is its length, if
    /// known.
    pub fn open(reader: impl Read + Send + 'static, bytes: Option<u64>, limit: Limit) -> Result<Self, Unreadable> {
        Self::load(Whole(reader), bytes, None, limit)
    }

    /// As [`Replay::open`], for a file that a host may still append to.
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
        let (reader, gate) = LimitedReader::new(supply, limit);
        let reel = Arc::new(Reel::default());
        let (its, its_gate) = (Arc::clone(&reel), gate.clone());
        let load = move || load::load(reader, limit, &its, &its_gate);
        let thread = std::thread::Builder::new().name("replay".to_owned()).spawn(load)?;
        let waits = bell.map(|bell| (bell, thread.thread().clone()));
        // Dropping it stops the thread.
        let reading = Reading { gate, of, waits };
        reel.begun()?;
        Ok(Self(Arc::new(Inner { reel, reading })))
    }

    /// Stops at what is written by now.
    pub fn stop(&self) {
        self.0.reading.stop();
    }

    pub fn wait_until_read(&self) {
        self.0.reel.wait_until_read();
    }

    /// Waits until all is read, for `most` at the longest.
    pub fn wait_until_read_for(&self, most: Duration) {
        self.0.reel.wait_until_read_for(most);
    }

    /// Subscribes to the number of records that can be shown.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.reel.changes()
    }

    pub fn progress(&self) -> Progress {
        let Reading { gate, of, .. } = &self.0.reading;
        Progress { bytes: gate.bytes(), of: *of, records: self.0.reel.records(), end: self.0.reel.end() }
    }

    pub fn at(&self, moment: Moment) -> Frame {
        self.frame(moment, None)
    }

    /// Returns the state right after a record, without later records of the same instant.
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

    pub fn last_until(&self, moment: Moment) -> Seq {
        Seq(self.0.reel.count(moment))
    }

    /// Returns when a record was written, if it is read.
    pub fn moment_of(&self, seq: Seq) -> Option<Moment> {
        self.0.reel.moment_of(seq)
    }

    /// Returns how many records were written from one moment until before another.
    pub fn activity(&self, from: Moment, to: Moment) -> usize {
        self.0.reel.activity(from, to)
    }

    pub fn opened_at(&self) -> Moment {
        self.newest().opened_at
    }

    pub fn end(&self) -> Moment {
        self.newest().at
    }

    pub fn newest(&self) -> Arc<Incident> {
        self.0.reel.newest().expect(BEGUN)
    }

    /// Returns what the newest state no longer holds; during the reading, of a somewhat older state.
    pub fn history(&self) -> Arc<History> {
        self.0.reel.history().expect(BEGUN)
    }
}
