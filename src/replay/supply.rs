//! The source of a journal's bytes: complete, or a file that a host still appends to.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};
use std::time::Duration;

use super::End;
use crate::files::Growth;

/// The minimum time between two reads of a growing file: what a host writes together is read together.
const PACE: Duration = Duration::from_millis(50);
/// How often a file is polled if the system does not report its changes.
const EVERY: Duration = Duration::from_millis(500);

pub trait Supply: Read + Send {
    fn grows(&self) -> bool;

    /// Waits until there may be more, and seeks to `from`.
    fn more(&mut self, from: u64) -> io::Result<More>;
}

/// The result of waiting for more.
pub enum More {
    There,
    /// Nothing more comes, for this reason.
    Over(End),
    Stopped,
}

/// A complete source.
pub struct Whole<R>(pub R);

impl<R: Read> Read for Whole<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl<R: Read + Send> Supply for Whole<R> {
    fn grows(&self) -> bool {
        false
    }

    fn more(&mut self, _: u64) -> io::Result<More> {
        Ok(More::Stopped)
    }
}

/// A file that a host may still append to.
pub struct Written {
    file: File,
    path: PathBuf,
    /// The number of bytes still to be read: only those on disk are shown.
    left: u64,
    len: u64,
    bell: Arc<Bell>,
}

impl Written {
    /// Opens a file; the bell ends the waiting for more of it.
    pub fn open(path: &Path) -> io::Result<(Self, Arc<Bell>)> {
        let file = File::open(path)?;
        // Watching before the first look misses no change.
        let bell = Arc::new(Bell { growth: Growth::of(path), is_rung: AtomicBool::new(false) });
        let len = file.metadata()?.len();
        // Bytes of a failing disk are shown all the same.
        file.sync_data().ok();
        let written = Self { file, path: path.to_owned(), left: len, len, bell: Arc::clone(&bell) };
        Ok((written, bell))
    }

    /// Its last known length.
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether its name still leads to it.
    fn is_there(&self) -> io::Result<bool> {
        let ours = self.file.metadata()?;
        match std::fs::metadata(&self.path) {
            Ok(there) => Ok((there.dev(), there.ino()) == (ours.dev(), ours.ino())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl Read for Written {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = (&self.file).take(self.left).read(buffer)?;
        self.left -= read as u64;
        Ok(read)
    }
}

impl Supply for Written {
    fn grows(&self) -> bool {
        true
    }

    fn more(&mut self, from: u64) -> io::Result<More> {
        if !self.bell.wait() {
            return Ok(More::Stopped);
        }
        if !self.is_there()? {
            return Ok(More::Over(End::Replaced));
        }
        let len = self.file.metadata()?.len();
        if len < from {
            return Ok(More::Over(End::Shortened));
        }
        if len != self.len {
            self.file.sync_data()?;
        }
        (self.len, self.left) = (len, len - from);
        self.file.seek(SeekFrom::Start(from))?;
        Ok(More::There)
    }
}

/// Wakes the thread that waits for a file to grow: when it has grown, or for good.
pub struct Bell {
    growth: Option<Growth>,
    is_rung: AtomicBool,
}

impl Bell {
    /// Waits until the file may have changed; `false` once the bell is rung.
    fn wait(&self) -> bool {
        thread::park_timeout(PACE);
        if !self.is_rung() {
            match &self.growth {
                Some(growth) => growth.wait(),
                None => thread::park_timeout(EVERY),
            }
        }
        !self.is_rung()
    }

    fn is_rung(&self) -> bool {
        self.is_rung.load(Ordering::Acquire)
    }

    /// Ends the waiting of a thread.
    pub fn ring(&self, waiter: &Thread) {
        self.is_rung.store(true, Ordering::Release);
        if let Some(growth) = &self.growth {
            growth.end();
        }
        waiter.unpark();
    }
}
