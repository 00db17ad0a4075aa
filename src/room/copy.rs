//! A log from another machine: read-only here until it is taken over.

use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

use super::folder::{self, Folder};
use crate::incident::{Line, Seq, Signature};
use crate::journal::{Hash, Head};

const FORMAT: u64 = 1;

/// The content of `copy.json`, which is beside the journal as long as it is a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    format: u64,
    /// The last record at the import.
    seq: Seq,
    hash: Hash,
    pub taken_over: Option<TakenOver>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOver {
    pub by: Signature,
    /// The reason shown with messages that were not sent.
    pub reason: Line,
}

impl Copy {
    pub(super) fn new(head: Head, taken_over: Option<TakenOver>) -> Self {
        Self { format: FORMAT, seq: head.seq, hash: head.hash, taken_over }
    }

    pub(super) fn taken_over_by(self, taken_over: TakenOver) -> Self {
        Self { taken_over: Some(taken_over), ..self }
    }

    /// Reads the note of a copy; `None` if the folder is not one. A note that cannot be read still marks a copy.
    pub(super) fn read(folder: &Folder) -> Option<Self> {
        match std::fs::read(folder.copy()) {
            Ok(note) => {
                let read: Option<Self> = serde_json::from_slice(&note).ok();
                let unknown = || Self::new(Head::default(), None);
                Some(read.filter(|copy| copy.format == FORMAT).unwrap_or_else(unknown))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(_) => Some(Self::new(Head::default(), None)),
        }
    }

    /// Writes the note in place of an older one.
    pub(super) fn write(&self, path: &Path) -> io::Result<()> {
        folder::replace(path, &[&serde_json::to_vec(self)?, &b"\n"[..]].concat())
    }

    /// Removes the note: the log is ours from now on.
    pub(super) fn forget(folder: &Folder) {
        let gone = std::fs::remove_file(folder.copy()).and_then(|()| folder::sync(folder.path()));
        if let Err(error) = gone {
            tracing::warn!(path = %folder.copy().display(), %error, "cannot unmark a copy that was taken over");
        }
    }
}

#[cfg(test)]
mod tests;
