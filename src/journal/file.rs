//! A journal in a file.

mod disk;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use disk::Disk;

use super::damage::{Damage, Flaw};
use super::record::{LINE_MAX, encode};
use super::scan::{End, scan};
use super::{AppendError, Head, Journal};
use crate::incident::{Recorded, Seq};

/// The free space required before writing is tried again.
const ROOM_WANTED: u64 = 64 << 10;

/// The journal of one incident, locked against a second writer while it is open.
#[derive(Debug)]
pub struct FileJournal {
    disk: Box<dyn Disk>,
    path: PathBuf,
    head: Head,
    /// The end of the last durable record.
    len: u64,
    /// The bytes after `len`.
    beyond: Beyond,
    state: State,
    /// The lines of one append, kept for their memory.
    lines: Vec<u8>,
}

#[derive(Debug)]
enum Beyond {
    Nothing,
    /// The remains of a failed append.
    Scraps,
    /// The remains of a write cut short by a crash, to be set aside first.
    Tail(Vec<u8>),
}

#[derive(Debug)]
enum State {
    Writable,
    /// A sync failed: the content of the disk is unknown, and a second sync would prove nothing.
    Failed(io::ErrorKind),
    Damaged(Damage),
}

#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no journal")]
    Missing,
    /// A crash came before the first record was written.
    #[error("the journal holds no record")]
    Empty,
    #[error("another host has the journal open")]
    Locked,
    #[error("the journal has format {found}, which this version of warroom does not know")]
    Format { found: u64 },
    /// The first record is unreadable.
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    #[error("the journal cannot be opened: {0}")]
    Io(#[from] io::Error),
}

impl FileJournal {
    pub fn create(path: &Path) -> Result<Self, OpenError> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)?;
        lock(&file)?;
        sync_directory_of(path)?;
        Ok(Self::at(file, path, Head::default(), 0))
    }

    /// Opens a journal and passes every record up to the end or the first bad one to `each`.
    ///
    /// The remains of a write cut short by a crash are reported by [`Self::tail`], and [set aside](Self::settle) in a
    /// file beside it before anything is appended. With any other damage the journal is read-only.
    pub fn open(path: &Path, each: &mut dyn FnMut(Recorded)) -> Result<Self, OpenError> {
        let file = match OpenOptions::new().read(true).write(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(OpenError::Missing),
            file => file?,
        };
        lock(&file)?;
        let scan = scan(&mut &file, each)?;
        let mut journal = Self::at(file, path, scan.head, scan.len);
        match scan.end {
            End::Damaged(Damage { record: 1, flaw: Flaw::Format { found } }) => {
                return Err(OpenError::Format { found });
            }
            End::Damaged(damage) if scan.len == 0 => return Err(OpenError::Damaged(damage)),
            End::Damaged(damage) => journal.state = State::Damaged(damage),
            End::Whole | End::Torn(_) if scan.len == 0 => return Err(OpenError::Empty),
            End::Whole => {}
            End::Torn(tail) => journal.beyond = Beyond::Tail(tail),
        }
        if matches!(journal.state, State::Writable) {
            // A host killed between write and sync leaves records that were never shown.
            journal.sync().ok();
        }
        Ok(journal)
    }

    pub fn settle(&mut self) -> Result<(), AppendError> {
        match &self.state {
            State::Writable => self.clear_beyond(),
            State::Failed(kind) => Err(AppendError::Failed((*kind).into())),
            State::Damaged(damage) => Err(AppendError::Damaged(*damage)),
        }
    }

    fn at(file: File, path: &Path, head: Head, len: u64) -> Self {
        let (beyond, state, lines) = (Beyond::Nothing, State::Writable, Vec::new());
        Self { disk: Box::new(file), path: path.to_owned(), head, len, beyond, state, lines }
    }

    pub const fn damage(&self) -> Option<Damage> {
        match self.state {
            State::Damaged(damage) => Some(damage),
            State::Writable | State::Failed(_) => None,
        }
    }

    /// The number of bytes still to be set aside.
    pub fn tail(&self) -> Option<u64> {
        match &self.beyond {
            Beyond::Tail(tail) => Some(tail.len() as u64),
            Beyond::Nothing | Beyond::Scraps => None,
        }
    }

    /// Makes the file end with its last durable record.
    fn clear_beyond(&mut self) -> Result<(), AppendError> {
        match &self.beyond {
            Beyond::Nothing => return Ok(()),
            Beyond::Scraps => {}
            Beyond::Tail(tail) => set_aside(&self.path, self.len, tail).map_err(AppendError::Full)?,
        }
        self.disk.cut(self.len).map_err(AppendError::Full)?;
        self.beyond = Beyond::Nothing;
        Ok(())
    }

    /// Writes all lines at once; a partial write counts as none.
    fn write(&mut self) -> Result<(), AppendError> {
        let written = loop {
            match self.disk.write_at(&self.lines, self.len) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                written => break written,
            }
        };
        let error = match written {
            Ok(written) if written == self.lines.len() => return Ok(()),
            Ok(_) => io::ErrorKind::StorageFull.into(),
            Err(error) => error,
        };
        self.beyond = Beyond::Scraps;
        if is_want_of_space(&error) {
            // If this fails too, the next append tries again.
            self.clear_beyond().ok();
            Err(AppendError::Full(error))
        } else {
            Err(self.fail(error))
        }
    }

    fn sync(&mut self) -> Result<(), AppendError> {
        self.disk.sync().map_err(|error| self.fail(error))
    }

    fn fail(&mut self, error: io::Error) -> AppendError {
        self.state = State::Failed(error.kind());
        self.disk.cut(self.len).ok();
        AppendError::Failed(error)
    }
}

impl Journal for FileJournal {
    fn head(&self) -> Head {
        self.head
    }

    fn append(&mut self, expected: Seq, records: &[Recorded]) -> Result<Head, AppendError> {
        self.settle()?;
        if expected != self.head.seq {
            return Err(AppendError::Conflict { head: self.head.seq });
        }
        let mut head = self.head;
        self.lines.clear();
        for record in records {
            let start = self.lines.len();
            debug_assert_eq!(record.seq, head.seq.next(), "records are numbered without gaps");
            head = Head { seq: record.seq, hash: encode(record, head.hash, &mut self.lines) };
            if self.lines.len() - start > LINE_MAX {
                return Err(AppendError::TooLong { seq: record.seq });
            }
        }
        self.write()?;
        self.sync()?;
        self.len += self.lines.len() as u64;
        self.head = head;
        Ok(head)
    }

    fn ready(&mut self) -> Result<(), AppendError> {
        self.settle()?;
        self.disk.reserve(self.len, ROOM_WANTED).map_err(AppendError::Full)
    }
}

fn lock(file: &File) -> Result<(), OpenError> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => OpenError::Locked,
        TryLockError::Error(error) => OpenError::Io(error),
    })
}

fn is_want_of_space(error: &io::Error) -> bool {
    use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull, WriteZero};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge | WriteZero)
}

/// Copies the cut bytes to a file of its own, never overwritten.
fn set_aside(journal: &Path, offset: u64, tail: &[u8]) -> io::Result<()> {
    for n in 0.. {
        let suffix = if n == 0 { format!("torn-{offset}") } else { format!("torn-{offset}-{n}") };
        let path = journal.with_extension(suffix);
        let mut file = match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            file => file?,
        };
        let written = file.write_all(tail).and_then(|()| file.sync_all());
        if let Err(error) = written {
            std::fs::remove_file(&path).ok();
            return Err(error);
        }
        break;
    }
    sync_directory_of(journal)
}

fn sync_directory_of(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    File::open(directory.unwrap_or_else(|| Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Event, LogEvent, Moment, Signature};
    use crate::journal::verify;
    use std::sync::{Arc, Mutex};

    /// What goes wrong, and how often the disk was asked to sync.
    #[derive(Clone, Copy, Debug, Default)]
    struct Trouble {
        /// So many bytes are written, then there is no more space.
        room: Option<usize>,
        cut_fails: bool,
        sync_fails: bool,
        syncs: u32,
    }

    #[derive(Debug)]
    struct Faulty(File, Arc<Mutex<Trouble>>);

    impl Disk for Faulty {
        fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
            match self.1.lock().unwrap().room {
                Some(0) => Err(io::ErrorKind::StorageFull.into()),
                Some(room) => Disk::write_at(&self.0, &bytes[..room.min(bytes.len())], offset),
                None => Disk::write_at(&self.0, bytes, offset),
            }
        }

        fn sync(&self) -> io::Result<()> {
            let mut trouble = self.1.lock().unwrap();
            trouble.syncs += 1;
            if trouble.sync_fails { Err(io::Error::from_raw_os_error(5)) } else { Disk::sync(&self.0) }
        }

        fn cut(&self, len: u64) -> io::Result<()> {
            if self.1.lock().unwrap().cut_fails { Err(io::Error::from_raw_os_error(5)) } else { self.0.set_len(len) }
        }

        fn reserve(&self, _: u64, _: u64) -> io::Result<()> {
            let full = self.1.lock().unwrap().room.is_some();
            if full { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
    }

    fn note(seq: u64) -> Recorded {
        let event = Event::Log(LogEvent::Noted { text: format!("note {seq}").into() });
        Recorded { seq: Seq(seq), at: Moment::UNIX_EPOCH, by: Signature::new("alice", "test"), act: None, event }
    }

    struct Bench {
        _folder: tempfile::TempDir,
        path: PathBuf,
        journal: FileJournal,
        trouble: Arc<Mutex<Trouble>>,
    }

    /// A journal of three records, on a disk that can be made to fail.
    fn bench() -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal.jsonl");
        let mut journal = FileJournal::create(&path).unwrap();
        journal.append(Seq::ZERO, &[note(1), note(2), note(3)]).unwrap();
        drop(journal);
        let mut journal = FileJournal::open(&path, &mut |_| {}).unwrap();
        let trouble = Arc::<Mutex<Trouble>>::default();
        let file = OpenOptions::new().read(true).write(true).open(&path).unwrap();
        journal.disk = Box::new(Faulty(file, Arc::clone(&trouble)));
        Bench { _folder: folder, path, journal, trouble }
    }

    impl Bench {
        fn records_on_disk(&self) -> u64 {
            verify(io::BufReader::new(File::open(&self.path).unwrap())).unwrap().seq.0
        }
    }

    #[test]
    fn a_write_that_finds_no_space_leaves_no_trace_and_can_be_made_again() {
        let len = {
            let bench = bench();
            bench.path.metadata().unwrap().len()
        };
        for room in 0..100 {
            let mut bench = bench();
            bench.trouble.lock().unwrap().room = Some(room);
            let refused = bench.journal.append(Seq(3), &[note(4)]).unwrap_err();
            assert!(matches!(refused, AppendError::Full(_)), "{refused}");
            assert_eq!(bench.path.metadata().unwrap().len(), len);
            assert!(matches!(bench.journal.ready(), Err(AppendError::Full(_))));
            assert_eq!(bench.journal.head().seq, Seq(3));
            bench.trouble.lock().unwrap().room = None;
            bench.journal.ready().unwrap();
            assert_eq!(bench.journal.append(Seq(3), &[note(4)]).unwrap().seq, Seq(4));
            assert_eq!(bench.records_on_disk(), 4);
        }
    }

    #[test]
    fn scraps_that_cannot_be_cut_off_are_cut_off_before_the_next_append() {
        let mut bench = bench();
        *bench.trouble.lock().unwrap() = Trouble { room: Some(150), cut_fails: true, ..Trouble::default() };
        bench.journal.append(Seq(3), &[note(4), note(5)]).unwrap_err();
        bench.journal.append(Seq(3), &[note(4)]).unwrap_err();
        *bench.trouble.lock().unwrap() = Trouble::default();
        bench.journal.append(Seq(3), &[note(4)]).unwrap();
        assert_eq!(bench.records_on_disk(), 4);
    }

    #[test]
    fn a_failed_sync_is_final_and_never_asked_for_again() {
        let mut bench = bench();
        bench.trouble.lock().unwrap().sync_fails = true;
        assert!(matches!(bench.journal.append(Seq(3), &[note(4)]), Err(AppendError::Failed(_))));
        bench.trouble.lock().unwrap().sync_fails = false;
        assert!(matches!(bench.journal.append(Seq(3), &[note(4)]), Err(AppendError::Failed(_))));
        assert!(matches!(bench.journal.ready(), Err(AppendError::Failed(_))));
        assert_eq!(bench.trouble.lock().unwrap().syncs, 1);
        // What may not be on disk is not left for a later host to build on.
        assert_eq!(bench.records_on_disk(), 3);
        let Bench { path, journal, _folder, .. } = bench;
        drop(journal);
        let mut again = FileJournal::open(&path, &mut |_| {}).unwrap();
        assert_eq!(again.append(Seq(3), &[note(4)]).unwrap().seq, Seq(4));
    }

    #[test]
    fn an_append_behind_another_record_than_the_last_is_refused() {
        let mut journal = bench().journal;
        let refused = journal.append(Seq(2), &[note(3)]).unwrap_err();
        assert!(matches!(refused, AppendError::Conflict { head: Seq(3) }));
    }

    #[test]
    fn a_record_that_no_reader_would_accept_is_not_written() {
        let mut bench = bench();
        let event = Event::Log(LogEvent::Noted { text: "x".repeat(LINE_MAX).into() });
        let refused = bench.journal.append(Seq(3), &[Recorded { event, ..note(4) }]).unwrap_err();
        assert!(matches!(refused, AppendError::TooLong { seq: Seq(4) }));
        bench.journal.append(Seq(3), &[note(4)]).unwrap();
        assert_eq!(bench.records_on_disk(), 4);
    }

    #[test]
    fn a_second_host_is_kept_out() {
        let bench = bench();
        let first = FileJournal::open(&bench.path, &mut |_| {}).unwrap();
        assert!(matches!(FileJournal::open(&bench.path, &mut |_| {}), Err(OpenError::Locked)));
        drop(first);
        FileJournal::open(&bench.path, &mut |_| {}).unwrap();
    }
}
