//! A journal that lives as long as its process, for tests.

use super::hash::Hash;
use super::record::encode;
use super::scan::ReadError;
use super::{AppendError, Head, Journal};
use crate::incident::{Recorded, Seq};

/// Keeps records in memory, with the same numbers and hashes as a file.
#[derive(Debug, Default)]
pub struct MemoryJournal {
    records: Vec<Recorded>,
    hash: Hash,
}

impl Journal for MemoryJournal {
    fn head(&self) -> Head {
        Head { seq: self.records.last().map_or(Seq::ZERO, |record| record.seq), hash: self.hash }
    }

    fn append(&mut self, expected: Seq, records: &[Recorded]) -> Result<Head, AppendError> {
        let head = self.head().seq;
        if expected != head {
            return Err(AppendError::Conflict { head });
        }
        let mut line = Vec::new();
        for record in records {
            line.clear();
            self.hash = encode(record, self.hash, &mut line);
        }
        self.records.extend_from_slice(records);
        Ok(self.head())
    }

    fn read(&mut self, from: Seq, each: &mut dyn FnMut(Recorded)) -> Result<(), ReadError> {
        self.records.iter().filter(|record| record.seq >= from).cloned().for_each(each);
        Ok(())
    }

    fn ready(&mut self) -> Result<(), AppendError> {
        Ok(())
    }
}
