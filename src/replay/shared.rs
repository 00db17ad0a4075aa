//! Shared replays: people who look at one recording share its reading, and few recordings stay in memory.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use super::{End, Inner, Limit, Replay, Unreadable};

/// How much of one recording a host keeps in memory for its clients.
const EACH: Limit = Limit { bytes: 1 << 30, records: 1_000_000 };
/// How many recordings it keeps.
const SESSIONS_MAX: usize = 4;

static OPEN: Mutex<Vec<Open>> = Mutex::new(Vec::new());

/// Whether a journal may grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// The host of this account may write it.
    Grows,
    /// It is another machine's and will not change.
    Ends,
}

struct Open {
    path: PathBuf,
    /// How long the journal was when it was opened.
    bytes: u64,
    replay: Weak<Inner>,
}

impl Open {
    /// Returns the shared replay if it has all of a journal of this length.
    fn shared(&self, bytes: u64) -> Option<Replay> {
        let replay = Replay(self.replay.upgrade()?);
        let is_followed = replay.0.reading.waits.is_some();
        let has_all = match replay.progress().end {
            None | Some(End::SoFar) if is_followed => true,
            _ => !is_followed && self.bytes == bytes,
        };
        has_all.then_some(replay)
    }
}

/// Opens a journal for several viewers, who share it unless it has grown unseen.
pub fn open_shared(path: &Path, growth: Growth) -> Result<Replay, Unreadable> {
    let file = File::open(path)?;
    let bytes = file.metadata()?.len();
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    open.retain(|it| it.replay.strong_count() > 0);
    let same = open.iter().filter(|it| it.path == path).find_map(|it| it.shared(bytes));
    if let Some(replay) = same {
        return Ok(replay);
    }
    if open.len() >= SESSIONS_MAX {
        return Err(Unreadable::Busy { recordings: SESSIONS_MAX });
    }
    let replay = match growth {
        Growth::Grows => Replay::follow(path, EACH)?,
        Growth::Ends => Replay::open(file, Some(bytes), EACH)?,
    };
    open.push(Open { path: path.to_owned(), bytes, replay: Arc::downgrade(&replay.0) });
    Ok(replay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replay::read::tests::journal;

    #[test]
    fn who_looks_at_one_session_shares_it_and_few_sessions_are_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = |n: usize| folder.path().join(format!("{n}.jsonl"));
        for n in 0..=SESSIONS_MAX {
            std::fs::write(path(n), journal(3)).unwrap();
        }
        let first = open_shared(&path(0), Growth::Ends).unwrap();
        let same = open_shared(&path(0), Growth::Ends).unwrap();
        assert!(Arc::ptr_eq(&first.0, &same.0));
        std::fs::write(path(0), journal(4)).unwrap();
        let grown = open_shared(&path(0), Growth::Ends).unwrap();
        assert!(!Arc::ptr_eq(&first.0, &grown.0));
        let others: Vec<_> = (1..SESSIONS_MAX - 1).map(|n| open_shared(&path(n), Growth::Ends).unwrap()).collect();
        let refused = open_shared(&path(SESSIONS_MAX), Growth::Ends).map(|_| ());
        assert!(matches!(refused, Err(Unreadable::Busy { .. })));
        drop((first, same, others));
        open_shared(&path(SESSIONS_MAX), Growth::Ends).unwrap();
    }
}
