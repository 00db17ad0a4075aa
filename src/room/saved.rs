//! `state.json`: the folded state, for other programs, written after the answers by a thread of its own.

use serde::Serialize;
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::folder::{self, Folder};
use super::snapshot::Snapshot;
use crate::incident::{Incident, Seq};
use crate::journal::{Hash, Head};

/// The number of the format of `state.json`.
pub(super) const FORMAT: u64 = 1;

/// The minimum time between two writes of a file.
const REST: Duration = Duration::from_secs(1);

#[derive(Serialize)]
struct Saved<'a> {
    format: u64,
    seq: Seq,
    hash: Hash,
    incident: &'a Incident,
}

pub(super) fn bytes(incident: &Incident, head: Head) -> Vec<u8> {
    let saved = Saved { format: FORMAT, seq: head.seq, hash: head.hash, incident };
    let mut bytes = serde_json::to_vec(&saved).expect("no map of an incident has a key that is no text");
    bytes.push(b'\n');
    bytes
}

/// The thread that writes what is new, the newest state of each incident at most once a second.
#[derive(Debug)]
pub(super) struct Saver {
    queue: Arc<Queue>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Debug, Default)]
struct Queue {
    work: Mutex<Work>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Work {
    waiting: HashMap<Folder, (Arc<Snapshot>, Head)>,
    stop: bool,
}

impl Queue {
    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn run(&self) {
        loop {
            let mut work = self.work();
            while work.waiting.is_empty() && !work.stop {
                work = self.changed.wait(work).unwrap_or_else(PoisonError::into_inner);
            }
            let waiting = std::mem::take(&mut work.waiting);
            let last = work.stop;
            drop(work);
            for (folder, (snapshot, head)) in waiting {
                let bytes = bytes(&snapshot.incident, head);
                if let Err(error) = folder::replace(&folder.state(), &bytes) {
                    tracing::warn!(path = %folder.state().display(), %error, "state.json is not up to date");
                }
            }
            if last {
                return;
            }
            let resting = self.changed.wait_timeout_while(self.work(), REST, |work| !work.stop);
            drop(resting.unwrap_or_else(PoisonError::into_inner));
        }
    }
}

impl Saver {
    pub(super) fn start() -> Self {
        let queue = Arc::new(Queue::default());
        let its = Arc::clone(&queue);
        let thread = std::thread::Builder::new().name("state.json".to_owned()).spawn(move || its.run());
        Self { queue, thread: Mutex::new(thread.ok()) }
    }

    /// Queues a state to be written, in place of an older one of the same incident.
    pub(super) fn leave(&self, folder: &Folder, snapshot: Arc<Snapshot>, head: Head) {
        let mut work = self.queue.work();
        if work.waiting.insert(folder.clone(), (snapshot, head)).is_none() {
            self.queue.changed.notify_one();
        }
    }

    /// Leaves the state of a room just opened, unless the file says so already.
    pub(super) fn leave_unless_current(&self, folder: &Folder, snapshot: Arc<Snapshot>, head: Head) {
        let expected = bytes(&snapshot.incident, head);
        if folder.is_journal_newer() || std::fs::read(folder.state()).ok().as_ref() != Some(&expected) {
            self.leave(folder, snapshot, head);
        }
    }

    /// Writes what waits, and ends.
    pub(super) fn finish(&self) {
        self.queue.work().stop = true;
        self.queue.changed.notify_one();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            thread.join().ok();
        }
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.finish();
    }
}
