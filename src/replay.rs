//! A session that was recorded: whole at once, or as of any moment.

mod bounded;
mod read;

pub use read::{Session, Unreadable, read};

/// No journal is read beyond so many bytes.
pub const BYTES_MAX: u64 = 4 << 30;
/// Nor beyond so many records: each stays in memory.
pub const RECORDS_MAX: u64 = 5_000_000;

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
