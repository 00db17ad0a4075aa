//! The order of records: each has the next number, follows the former by hash, and is not before it in time.

use super::Head;
use super::damage::{Damage, Flaw};
use super::record::Line;
use crate::incident::{Moment, Recorded};

/// How far a journal was read and found whole.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chain {
    pub head: Head,
    at: Option<Moment>,
}

impl Chain {
    /// Takes the next line, or says what keeps it from being the next.
    pub(super) fn link(&mut self, line: Result<Line, Flaw>) -> Result<Recorded, Damage> {
        let next = self.head.seq.next();
        self.follow(line).map_err(|flaw| Damage { record: next.0, flaw })
    }

    fn follow(&mut self, line: Result<Line, Flaw>) -> Result<Recorded, Flaw> {
        let Line { recorded, prev, hash } = line?;
        if recorded.seq != self.head.seq.next() {
            return Err(Flaw::Seq { found: recorded.seq.0 });
        }
        if prev != self.head.hash {
            return Err(Flaw::Prev);
        }
        if self.at.is_some_and(|at| recorded.at < at) {
            return Err(Flaw::Time);
        }
        self.head = Head { seq: recorded.seq, hash };
        self.at = Some(recorded.at);
        Ok(recorded)
    }
}
