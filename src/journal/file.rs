//! A journal in a file.

use rustix::fs::FallocateFlags;
use rustix::io::Errno;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::damage::{Damage, Flaw};
use super::record::{LINE_MAX, encode};
use super::scan::{End, ReadError, scan};
use super::{AppendError, Head, Journal};
use crate::incident::{Recorded, Seq};

/// How much room there must be before writing is tried again.
const ROOM_WANTED: u64 = 64 << 10;

/// The journal of one incident, locked against a second writer as long as it is open.
#[derive(Debug)]
pub struct FileJournal {
    file: File,
    path: PathBuf,
    head: Head,
    /// Where the last durable record ends.
    len: u64,
    /// What is behind `len`.
    beyond: Beyond,
    state: State,
    /// The lines of one append, kept for their memory.
    lines: Vec<u8>,
}

#[derive(Debug)]
enum Beyond {
    Nothing,
    /// What is left of an append that failed.
    Scraps,
    /// What a crash left of a write, to be set aside first.
    Tail(Vec<u8>),
}

#[derive(Debug)]
enum State {
    Writable,
    /// A sync failed: what the disk holds is not known, and a second sync would say nothing.
    Failed(io::ErrorKind),
    Damaged(Damage),
}

/// Why a journal cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no journal")]
    Missing,
    /// A crash came before the first record was written: nothing was opened.
    #[error("the journal holds no record")]
    Empty,
    #[error("another host has the journal open")]
    Locked,
    #[error("the journal has format {found}, which this version of warroom does not know")]
    Format { found: u64 },
    /// Not even the first record can be read.
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    #[error("the journal cannot be opened: {0}")]
    Io(#[from] io::Error),
}

impl FileJournal {
    /// Makes an empty journal; its directory must be there.
    pub fn create(path: &Path) -> Result<Self, OpenError> {
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)?;
        lock(&file)?;
        sync_directory_of(path)?;
        Ok(Self::at(file, path, Head::default(), 0))
    }

    /// Opens a journal and hands over every record up to the end or the first bad one.
    ///
    /// What a crash left of a last write is set aside in a file beside it, and reported by [`Self::tail`]. With any
    /// other damage the journal is read-only, and [`Self::damage`] says where.
    pub fn open(path: &Path, each: &mut dyn FnMut(Recorded)) -> Result<Self, OpenError> {
        let file = match OpenOptions::new().read(true).write(true).open(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(OpenError::Missing),
            file => file?,
        };
        lock(&file)?;
        let scan = scan(&mut From0 { file: &file, offset: 0, end: u64::MAX }, each)?;
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
            // A host that was killed between write and sync leaves records that nobody has been shown.
            journal.sync().ok();
        }
        Ok(journal)
    }

    fn at(file: File, path: &Path, head: Head, len: u64) -> Self {
        let (beyond, state, lines) = (Beyond::Nothing, State::Writable, Vec::new());
        Self { file, path: path.to_owned(), head, len, beyond, state, lines }
    }

    /// How many bytes of a write that a crash cut short are to be set aside, by the next append.
    pub fn tail(&self) -> Option<u64> {
        match &self.beyond {
            Beyond::Tail(tail) => Some(tail.len() as u64),
            Beyond::Nothing | Beyond::Scraps => None,
        }
    }

    /// The first bad record, for which the journal is read-only.
    pub const fn damage(&self) -> Option<Damage> {
        match self.state {
            State::Damaged(damage) => Some(damage),
            State::Writable | State::Failed(_) => None,
        }
    }

    fn writable(&self) -> Result<(), AppendError> {
        match &self.state {
            State::Writable => Ok(()),
            State::Failed(kind) => Err(AppendError::Failed((*kind).into())),
            State::Damaged(damage) => Err(AppendError::Damaged(*damage)),
        }
    }

    /// Makes the file end with its last durable record.
    fn clear_beyond(&mut self) -> Result<(), AppendError> {
        match &self.beyond {
            Beyond::Nothing => return Ok(()),
            Beyond::Scraps => {}
            Beyond::Tail(tail) => set_aside(&self.path, self.len, tail).map_err(AppendError::Full)?,
        }
        self.file.set_len(self.len).map_err(AppendError::Full)?;
        self.beyond = Beyond::Nothing;
        Ok(())
    }

    /// One write of all lines; a part of them is as good as none.
    fn write(&mut self) -> Result<(), AppendError> {
        let written = loop {
            match self.file.write_at(&self.lines, self.len) {
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
            // Left as it is when this fails too: the next append comes by here again.
            self.clear_beyond().ok();
            Err(AppendError::Full(error))
        } else {
            Err(self.fail(error))
        }
    }

    fn sync(&mut self) -> Result<(), AppendError> {
        self.file.sync_data().map_err(|error| self.fail(error))
    }

    fn fail(&mut self, error: io::Error) -> AppendError {
        self.state = State::Failed(error.kind());
        // The kernel may now hold for clean what never reached the disk: nobody shall read it and build on it.
        self.file.set_len(self.len).ok();
        AppendError::Failed(error)
    }
}

impl Journal for FileJournal {
    fn head(&self) -> Head {
        self.head
    }

    fn append(&mut self, expected: Seq, records: &[Recorded]) -> Result<Head, AppendError> {
        self.writable()?;
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
        self.clear_beyond()?;
        self.write()?;
        self.sync()?;
        self.len += self.lines.len() as u64;
        self.head = head;
        Ok(head)
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Recorded)) -> Result<(), ReadError> {
        let mut reader = From0 { file: &self.file, offset: 0, end: self.len };
        let scan = scan(&mut reader, &mut |recorded| {
            if recorded.seq >= from {
                each(recorded);
            }
        })?;
        match scan.end {
            End::Whole => Ok(()),
            End::Torn(_) => Err(Damage { record: scan.head.seq.next().0, flaw: Flaw::CutShort }.into()),
            End::Damaged(damage) => Err(damage.into()),
        }
    }

    fn ready(&mut self) -> Result<(), AppendError> {
        self.writable()?;
        self.clear_beyond()?;
        match rustix::fs::fallocate(&self.file, FallocateFlags::KEEP_SIZE, self.len, ROOM_WANTED) {
            // Where room cannot be asked for, the next append finds out.
            Ok(()) | Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INTR) => Ok(()),
            Err(error) => Err(AppendError::Full(error.into())),
        }
    }
}

/// Reads a file from its first byte, wherever its cursor is.
struct From0<'a> {
    file: &'a File,
    offset: u64,
    end: u64,
}

impl Read for From0<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end - self.offset).unwrap_or(usize::MAX);
        let wanted = buffer.len().min(left);
        let read = self.file.read_at(&mut buffer[..wanted], self.offset)?;
        self.offset += read as u64;
        Ok(read)
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

/// Copies what is cut off to a file of its own, which no later one replaces.
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
    path.parent().map_or(Ok(()), |directory| File::open(directory)?.sync_all())
}
