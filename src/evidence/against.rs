//! Whether a log continues what was kept of it elsewhere.

use std::io::Read;
use std::sync::mpsc;
use std::thread;

use crate::incident::Seq;
use crate::journal::{Hash, Head, ReadError, trace};

/// How a log relates to its kept head or copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// It ends with the same record.
    Same,
    /// It continues after record `kept`.
    Continues { kept: Seq },
    /// It is the beginning of what was kept, which continues to `kept`.
    Older { kept: Seq },
    /// Both have the same records up to `last`, and then others.
    Forked { last: Seq },
    /// It has no such record.
    Foreign,
}

#[derive(Debug, thiserror::Error)]
pub enum NotCompared {
    /// Up to record `common` both are the same.
    #[error("the log: {error}")]
    Log { error: ReadError, common: Seq },
    #[error("what was kept: {0}")]
    Kept(ReadError),
}

/// Reads a log to its end, and looks for the record whose hash was kept.
pub fn find(log: impl Read, kept: Hash) -> Result<(Head, Against), ReadError> {
    let mut found = None;
    let end = trace(log, &mut |head| {
        if head.hash == kept {
            found = Some(head.seq);
        }
    })?;
    let against = match found {
        Some(kept) if kept == end.seq => Against::Same,
        Some(kept) => Against::Continues { kept },
        None => Against::Foreign,
    };
    Ok((end, against))
}

/// Reads two logs side by side to their ends; neither is held in memory.
pub fn compare(log: impl Read, kept: impl Read + Send) -> Result<(Head, Against), NotCompared> {
    const SHEET: usize = 4096;
    thread::scope(|scope| {
        let (sheets, inbox) = mpsc::sync_channel::<Vec<Hash>>(2);
        let reading = scope.spawn(move || {
            let mut sheet = Vec::with_capacity(SHEET);
            let read = trace(kept, &mut |head| {
                sheet.push(head.hash);
                if sheet.len() == SHEET {
                    sheets.send(std::mem::replace(&mut sheet, Vec::with_capacity(SHEET))).ok();
                }
            });
            sheets.send(sheet).ok();
            read
        });
        let mut hashes = inbox.into_iter().flatten();
        let mut common = Seq::ZERO;
        let own = trace(log, &mut |head| {
            // Each hash covers all before it: behind the first that differs, all do.
            if hashes.next() == Some(head.hash) {
                common = head.seq;
            }
        });
        hashes.for_each(drop);
        let kept = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let own = own.map_err(|error| NotCompared::Log { error, common })?;
        let kept = kept.map_err(NotCompared::Kept)?;
        let against = match (common == own.seq, common == kept.seq) {
            (true, true) => Against::Same,
            (false, true) => Against::Continues { kept: kept.seq },
            (true, false) => Against::Older { kept: kept.seq },
            (false, false) if common == Seq::ZERO => Against::Foreign,
            (false, false) => Against::Forked { last: common },
        };
        Ok((own, against))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Event, LogEvent, Moment, Recorded, Signature};
    use crate::journal::{FileJournal, Journal};

    /// A log of notes; those behind record `fork` are other ones.
    fn log(records: u64, fork: u64) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let records = (1..=records).map(|n| {
            let text = if n > fork { format!("other {n}") } else { format!("note {n}") };
            let by = Signature::new("alice", "local");
            Recorded {
                seq: Seq(n),
                at: Moment::UNIX_EPOCH,
                by,
                act: None,
                event: Event::Log(LogEvent::Noted { text: text.into() }),
            }
        });
        FileJournal::create(&path).unwrap().append(Seq::ZERO, &records.collect::<Vec<_>>()).unwrap();
        std::fs::read(path).unwrap()
    }

    #[test]
    fn two_logs_are_one_or_part_at_a_record() {
        let between = |own: &[u8], kept: &[u8]| compare(own, kept).unwrap().1;
        let (long, short) = (log(9000, 9000), log(5000, 9000));
        assert_eq!(between(&long, &long), Against::Same);
        assert_eq!(between(&long, &short), Against::Continues { kept: Seq(5000) });
        assert_eq!(between(&short, &long), Against::Older { kept: Seq(9000) });
        assert_eq!(between(&long, &log(9000, 4200)), Against::Forked { last: Seq(4200) });
        assert_eq!(between(&log(4300, 4200), &long), Against::Forked { last: Seq(4200) });
        assert_eq!(between(&long, &log(10, 0)), Against::Foreign);
        assert!(matches!(compare(&*long, &long[..900]), Err(NotCompared::Kept(_))));
        assert!(matches!(compare(&long[1..], &*long), Err(NotCompared::Log { .. })));
    }

    #[test]
    fn a_hash_that_was_kept_is_found() {
        let (long, short) = (log(30, 30), log(20, 30));
        let head = find(&*short, Hash::ZERO).unwrap().0;
        assert_eq!(find(&*long, head.hash).unwrap().1, Against::Continues { kept: Seq(20) });
        assert_eq!(find(&*short, head.hash).unwrap().1, Against::Same);
        assert_eq!(find(&*long, Hash::ZERO).unwrap().1, Against::Foreign);
    }
}
