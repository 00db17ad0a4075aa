//! The journal: the file that keeps the log, one record a line, each linked to the previous one by its hash.
//!
//! A record on disk (here folded; on one line in the file):
//!
//! ```text
//! {"format":1,"seq":12,"at":"2026-11-22T03:41:07.123Z","by":{"person":"alice","via":"ssh"},
//!  "event":{"type":"task_done","task":"restore.sysadmin.1"},"prev":"<hash of record 11>","hash":"<64 hex>"}
//! ```
//!
//! `hash` is the SHA-256 of the line's exact bytes before `,"hash":`, `prev` the previous record's (64 zeros at first). A
//! record that continues an act says so in `act`, behind `by`: the number of the act's first record.

mod chain;
mod damage;
mod file;
mod hash;
#[cfg(test)]
mod memory;
mod record;
mod scan;

use std::io;

use crate::incident::{Recorded, Seq};

pub use damage::{Damage, Flaw};
pub use file::{FileJournal, OpenError};
pub use hash::Hash;
#[cfg(test)]
pub use memory::MemoryJournal;
pub use record::LINE_MAX;
pub use scan::{Growing, ReadError, Salvaged, Tail, fold, salvage, trace, verify};

/// Keeps the records of one incident. Calls block; a room makes them on its own thread.
pub trait Journal: Send {
    /// The last durable record.
    fn head(&self) -> Head;

    /// Appends `records` after record `expected`, all or none; they are durable once it returns.
    fn append(&mut self, expected: Seq, records: &[Recorded]) -> Result<Head, AppendError>;

    /// Whether an append may succeed, after one found no space.
    fn ready(&mut self) -> Result<(), AppendError>;
}

/// The end of the chain: the last record's number and hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub seq: Seq,
    pub hash: Hash,
}

/// Why nothing was appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Another writer was first: read on from `head` and decide again.
    #[error("the journal is at record {head} already")]
    Conflict { head: Seq },
    /// No space; the journal is unchanged, and an append may succeed later.
    #[error("no space left for the journal: {0}")]
    Full(io::Error),
    /// Whether records reach the disk is unknown: nothing more is written until the journal is reopened.
    #[error("the journal cannot be written: {0}")]
    Failed(io::Error),
    /// A record of the journal is damaged: it is read-only.
    #[error("the journal is damaged: {0}")]
    Damaged(Damage),
    /// The record is longer than any reader accepts.
    #[error("record {seq} is too long for a journal")]
    TooLong { seq: Seq },
}

#[cfg(test)]
mod tests;
