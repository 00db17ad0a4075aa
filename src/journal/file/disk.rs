//! The disk of a journal, so that a test can make it fail.

use rustix::fs::FallocateFlags;
use rustix::io::Errno;
use rustix::process::{Resource, getrlimit};
use std::fmt::Debug;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;

/// A file, with the calls whose failure matters.
pub(super) trait Disk: Send + Debug {
    /// May write a part only.
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize>;

    /// Makes everything written durable.
    fn sync(&self) -> io::Result<()>;

    fn cut(&self, len: u64) -> io::Result<()>;

    /// Whether `len` more bytes have room behind `offset`.
    fn reserve(&self, offset: u64, len: u64) -> io::Result<()>;
}

impl Disk for File {
    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        check_limit(offset)?;
        FileExt::write_at(self, bytes, offset)
    }

    fn sync(&self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&self, len: u64) -> io::Result<()> {
        self.set_len(len)
    }

    fn reserve(&self, offset: u64, len: u64) -> io::Result<()> {
        check_limit(offset + len)?;
        match rustix::fs::fallocate(self, FallocateFlags::KEEP_SIZE, offset, len) {
            // If space cannot be reserved, the next append finds out.
            Ok(()) | Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Errors behind this process's file size limit, where the kernel would kill the process.
fn check_limit(place: u64) -> io::Result<()> {
    match getrlimit(Resource::Fsize).current {
        Some(limit) if place >= limit => Err(io::ErrorKind::FileTooLarge.into()),
        _ => Ok(()),
    }
}
