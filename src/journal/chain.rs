//! The order of records: each has the next number, follows the previous one by hash, and is not before it in time.

use super::Head;
use super::damage::{Damage, Flaw};
use super::record::Line;
use crate::incident::{Moment, Recorded};

/// The verified part of a journal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chain {
    pub head: Head,
    at: Option<Moment>,
}

impl Chain {
    /// Links the next line, or returns what is wrong with it.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Event, LogEvent, Seq, Signature, Span};
    use crate::journal::hash::Hash;
    use crate::journal::record::{decode, encode};

    const RECORDS: u64 = 200;

    /// A journal of [`RECORDS`] notes, a line each, with its end.
    fn lines() -> Vec<Vec<u8>> {
        let mut prev = Hash::ZERO;
        let line = |n: u64| {
            let event = Event::Log(LogEvent::Noted { text: format!("n° {n}").into() });
            let at = Moment::UNIX_EPOCH + Span::seconds(n.cast_signed());
            let recorded = Recorded { seq: Seq(n), at, by: Signature::new("alice", "ssh"), act: None, event };
            let mut line = Vec::new();
            prev = encode(&recorded, prev, &mut line);
            line
        };
        (1..=RECORDS).map(line).collect()
    }

    fn first_damage(lines: &[Vec<u8>]) -> Option<Damage> {
        let mut chain = Chain::default();
        lines.iter().find_map(|line| chain.link(decode(line.strip_suffix(b"\n").unwrap_or(line))).err())
    }

    #[test]
    fn a_changed_bit_anywhere_is_found_in_its_record() {
        let mut chain = Chain::default();
        for (line, record) in lines().iter().zip(1..) {
            let line = line.strip_suffix(b"\n").unwrap();
            for place in 0..line.len() {
                let mut flipped = line.to_vec();
                flipped[place] ^= 1 << (place % 8);
                let damage = chain.link(decode(&flipped)).unwrap_err();
                assert_eq!(damage.record, record, "byte {place}");
            }
            chain.link(decode(line)).unwrap();
        }
    }

    #[test]
    fn removed_doubled_and_exchanged_lines_are_found() {
        let lines = lines();
        assert_eq!(first_damage(&lines), None);
        for n in 1..lines.len() {
            let mut removed = lines.clone();
            removed.remove(n - 1);
            let found = n as u64 + 1;
            assert_eq!(first_damage(&removed), Some(Damage { record: n as u64, flaw: Flaw::Seq { found } }));
        }
        let mut doubled = lines.clone();
        doubled.insert(5, lines[4].clone());
        assert_eq!(first_damage(&doubled), Some(Damage { record: 6, flaw: Flaw::Seq { found: 5 } }));
        let mut exchanged = lines;
        exchanged.swap(10, 11);
        assert_eq!(first_damage(&exchanged), Some(Damage { record: 11, flaw: Flaw::Seq { found: 12 } }));
    }

    #[test]
    fn a_record_of_another_journal_or_of_an_earlier_time_is_found() {
        let mut lines = lines();
        let last = decode(lines.pop().unwrap().strip_suffix(b"\n").unwrap()).unwrap();
        let mut with = |recorded: &Recorded, prev| {
            let mut line = Vec::new();
            encode(recorded, prev, &mut line);
            lines.push(line);
            let damage = first_damage(&lines);
            lines.pop();
            damage.unwrap()
        };
        let elsewhere = with(&last.recorded, Hash::ZERO);
        assert_eq!(elsewhere, Damage { record: RECORDS, flaw: Flaw::Prev });
        let early = Recorded { at: last.recorded.at - Span::seconds(2), ..last.recorded };
        assert_eq!(with(&early, last.prev), Damage { record: RECORDS, flaw: Flaw::Time });
    }
}
