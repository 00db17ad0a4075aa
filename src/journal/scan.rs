//! Reading a whole journal: lines are decoded on all cores and joined in order.

use std::io::{self, BufRead, Read};
use std::sync::mpsc;
use std::thread;

use super::Head;
use super::chain::Chain;
use super::damage::{Damage, Flaw};
use super::record::{LINE_MAX, Line, decode};
use crate::incident::Recorded;

/// How much is decoded at once.
const BLOCK: usize = 1 << 20;
/// The number of blocks queued for each decoder.
const AHEAD: usize = 2;

/// Why a journal could not be read to its end.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("the journal cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("the journal is damaged: {0}")]
    Damaged(#[from] Damage),
}

/// Reads a whole journal, checks everything that can be checked, and returns its last record.
pub fn verify(reader: impl BufRead) -> Result<Head, ReadError> {
    fold(reader, &mut |_| {})
}

/// As [`verify`]; passes each record to `each`.
pub fn fold(mut reader: impl BufRead, each: &mut dyn FnMut(Recorded)) -> Result<Head, ReadError> {
    scan(&mut reader, each)?.verified()
}

/// Reads the intact part of a journal, and returns what follows it.
pub fn salvage(mut reader: impl Read, each: &mut dyn FnMut(Recorded)) -> io::Result<Salvaged> {
    let mut whole = Growing::default();
    let tail = whole.read(&mut reader, each)?;
    Ok(whole.over(tail))
}

/// As [`verify`]; passes the number and hash of each record to `each`.
pub fn trace(mut reader: impl Read, each: &mut dyn FnMut(Head)) -> Result<Head, ReadError> {
    scan_with(&mut reader, &mut |head, _| each(head))?.verified()
}

/// A journal read while it grows.
#[derive(Debug, Default)]
pub struct Growing {
    chain: Chain,
    len: u64,
}

/// The bytes after the last whole line of a growing journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    Nothing,
    /// A line without its end: still being written, or left by a crash.
    Unfinished,
    Damaged(Damage),
}

impl Growing {
    /// The end of the last whole line, where the next read begins.
    pub const fn end(&self) -> u64 {
        self.len
    }

    /// Takes the lines of a reader positioned at [`Self::end`], and returns what follows them.
    pub fn read(&mut self, reader: &mut dyn Read, each: &mut dyn FnMut(Recorded)) -> io::Result<Tail> {
        let mut each = |_: Head, recorded| each(recorded);
        let joiner = Joiner { chain: self.chain, len: self.len, damage: None, each: &mut each };
        let (joiner, rest) = join(reader, joiner)?;
        (self.chain, self.len) = (joiner.chain, joiner.len);
        Ok(match joiner.finish(rest).end {
            End::Whole => Tail::Nothing,
            End::Torn(_) => Tail::Unfinished,
            End::Damaged(damage) => Tail::Damaged(damage),
        })
    }

    pub fn over(&self, tail: Tail) -> Salvaged {
        let head = self.chain.head;
        let behind = |flaw| Some(Damage { record: head.seq.next().0, flaw });
        let damage = match tail {
            Tail::Nothing if self.len == 0 => behind(Flaw::Missing),
            Tail::Nothing => None,
            Tail::Unfinished => behind(Flaw::CutShort),
            Tail::Damaged(damage) => Some(damage),
        };
        Salvaged { head, damage }
    }
}

/// How far a journal could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Salvaged {
    pub head: Head,
    /// The first bad record after it.
    pub damage: Option<Damage>,
}

/// The intact part of a journal, and what follows it.
#[derive(Debug)]
pub(super) struct Scan {
    pub head: Head,
    /// The end of the last whole record.
    pub len: u64,
    pub end: End,
}

#[derive(Debug)]
pub(super) enum End {
    Whole,
    /// A last line without its end, left by a crash.
    Torn(Vec<u8>),
    Damaged(Damage),
}

impl Scan {
    fn verified(self) -> Result<Head, ReadError> {
        match self.end {
            End::Whole if self.len == 0 => Err(Damage { record: 1, flaw: Flaw::Missing }.into()),
            End::Whole => Ok(self.head),
            End::Torn(_) => Err(Damage { record: self.head.seq.next().0, flaw: Flaw::CutShort }.into()),
            End::Damaged(damage) => Err(damage.into()),
        }
    }
}

/// Reads to the end or to the first bad record.
pub(super) fn scan(reader: &mut dyn Read, each: &mut dyn FnMut(Recorded)) -> io::Result<Scan> {
    scan_with(reader, &mut |_, recorded| each(recorded))
}

/// As [`scan`]; passes the state of the chain with each record.
fn scan_with(reader: &mut dyn Read, each: &mut dyn FnMut(Head, Recorded)) -> io::Result<Scan> {
    let (joiner, rest) = join(reader, Joiner { chain: Chain::default(), len: 0, damage: None, each })?;
    Ok(joiner.finish(rest))
}

/// Links all lines of a reader, and returns the bytes after the last line's end.
fn join<'a>(reader: &mut dyn Read, mut joiner: Joiner<'a>) -> io::Result<(Joiner<'a>, Vec<u8>)> {
    let mut lines = Blocks { reader, rest: Vec::new(), end: false };
    let first = lines.next_block()?;
    if lines.end {
        joiner.join(decode_block(&first));
    } else {
        in_parallel(first, &mut lines, &mut joiner)?;
    }
    Ok((joiner, lines.rest))
}

/// Keeps every decoder busy and joins their blocks in order.
fn in_parallel(first: Vec<u8>, lines: &mut Blocks<'_>, joiner: &mut Joiner<'_>) -> io::Result<()> {
    let decoders = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(1, 8));
    thread::scope(|scope| {
        let decoders: Vec<_> = (0..decoders)
            .map(|_| {
                let (blocks, inbox) = mpsc::sync_channel::<Vec<u8>>(AHEAD);
                let (outbox, decoded) = mpsc::sync_channel::<Decoded>(AHEAD);
                scope.spawn(move || {
                    for block in inbox {
                        if outbox.send(decode_block(&block)).is_err() {
                            break;
                        }
                    }
                });
                (blocks, decoded)
            })
            .collect();
        let (mut sent, mut taken) = (0, 0);
        let mut next = Some(first);
        loop {
            while sent - taken < decoders.len() * AHEAD {
                let block = match next.take() {
                    Some(block) => block,
                    None if lines.end => break,
                    None => lines.next_block()?,
                };
                if decoders[sent % decoders.len()].0.send(block).is_err() {
                    break;
                }
                sent += 1;
            }
            if sent == taken || joiner.damage.is_some() {
                return Ok(());
            }
            let Ok(block) = decoders[taken % decoders.len()].1.recv() else { return Ok(()) };
            taken += 1;
            joiner.join(block);
        }
    })
}

/// Decoded lines, each with its length on disk.
type Decoded = Vec<(Result<Line, Flaw>, usize)>;

fn decode_block(block: &[u8]) -> Decoded {
    let lines = block.split_inclusive(|b| *b == b'\n');
    lines.map(|line| (decode(line.strip_suffix(b"\n").unwrap_or(line)), line.len())).collect()
}

/// Whole lines of a reader, about a [`BLOCK`] at once.
struct Blocks<'a> {
    reader: &'a mut dyn Read,
    /// The bytes after the last line's end.
    rest: Vec<u8>,
    end: bool,
}

impl Blocks<'_> {
    fn next_block(&mut self) -> io::Result<Vec<u8>> {
        let mut block = std::mem::take(&mut self.rest);
        let mut searched = 0;
        loop {
            if self.reader.take(BLOCK as u64).read_to_end(&mut block)? < BLOCK {
                self.end = true;
            }
            if let Some(last) = block[searched..].iter().rposition(|b| *b == b'\n') {
                self.rest = block.split_off(searched + last + 1);
                return Ok(block);
            }
            // A line without an end in sight waits for the next read.
            if self.end || block.len() > LINE_MAX {
                self.end = true;
                self.rest = block;
                return Ok(Vec::new());
            }
            searched = block.len();
        }
    }
}

/// Joins decoded lines into one chain.
struct Joiner<'a> {
    chain: Chain,
    len: u64,
    damage: Option<Damage>,
    each: &'a mut dyn FnMut(Head, Recorded),
}

impl Joiner<'_> {
    fn join(&mut self, decoded: Decoded) {
        for (line, len) in decoded {
            match self.chain.link(line) {
                Ok(recorded) => {
                    self.len += len as u64;
                    (self.each)(self.chain.head, recorded);
                }
                Err(damage) => {
                    self.damage = Some(damage);
                    return;
                }
            }
        }
    }

    fn finish(mut self, rest: Vec<u8>) -> Scan {
        let head = self.chain.head;
        let damaged = |flaw| End::Damaged(Damage { record: head.seq.next().0, flaw });
        let end = if let Some(damage) = self.damage {
            End::Damaged(damage)
        } else if rest.is_empty() {
            End::Whole
        } else if rest.len() > LINE_MAX {
            damaged(Flaw::TooLong)
        } else if self.has_lost_its_end(&rest) {
            damaged(Flaw::Unreadable)
        } else {
            End::Torn(rest)
        };
        Scan { head, len: self.len, end }
    }

    /// Whether only the line's end of a record is damaged, which no crash does.
    fn has_lost_its_end(&mut self, rest: &[u8]) -> bool {
        match rest.split_last() {
            Some((last, line)) if *last != 0 => self.chain.link(decode(line)).is_ok(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{Event, LogEvent, Moment, Seq, Signature};
    use crate::journal::hash::Hash;
    use crate::journal::record::encode;

    fn journal(records: u64) -> Vec<u8> {
        let (mut journal, mut prev) = (Vec::new(), Hash::ZERO);
        for n in 1..=records {
            let event = Event::Log(LogEvent::Noted { text: format!("« note n° {n} »").into() });
            let by = Signature::new("alice", "ssh");
            let recorded = Recorded { seq: Seq(n), at: Moment::UNIX_EPOCH, by, act: None, event };
            prev = encode(&recorded, prev, &mut journal);
        }
        journal
    }

    #[test]
    fn a_journal_cut_at_any_byte_is_whole_up_to_the_last_lines_end() {
        let whole = journal(5);
        let ends: Vec<_> = (0..whole.len()).filter(|place| whole[*place] == b'\n').map(|place| place + 1).collect();
        for cut in ends[1]..whole.len() {
            let kept = ends.iter().filter(|end| **end <= cut).count();
            let mut count = 0;
            let scan = scan(&mut &whole[..cut], &mut |_| count += 1).unwrap();
            assert_eq!((count, scan.head.seq.0, scan.len), (kept, kept as u64, ends[kept - 1] as u64), "cut at {cut}");
            match scan.end {
                End::Whole => assert_eq!(cut, ends[kept - 1]),
                End::Torn(tail) => assert_eq!(tail, &whole[ends[kept - 1]..cut]),
                End::Damaged(damage) => panic!("cut at {cut}: {damage}"),
            }
        }
    }

    #[test]
    fn a_journal_that_grows_by_a_byte_is_read_as_one_that_is_there() {
        let whole = journal(5);
        let (mut growing, mut read, mut tail) = (Growing::default(), Vec::new(), Tail::Nothing);
        for end in 1..=whole.len() {
            let from = usize::try_from(growing.end()).unwrap();
            tail = growing.read(&mut &whole[from..end], &mut |recorded| read.push(recorded.seq.0)).unwrap();
            let wanted = if whole[end - 1] == b'\n' { Tail::Nothing } else { Tail::Unfinished };
            assert_eq!(tail, wanted, "at byte {end}");
        }
        assert_eq!(read, [1, 2, 3, 4, 5]);
        assert_eq!(growing.over(tail), salvage(whole.as_slice(), &mut |_| {}).unwrap());
    }

    #[test]
    fn a_last_record_that_has_another_end_is_not_being_written() {
        let mut whole = journal(3);
        *whole.last_mut().unwrap() = b'x';
        let tail = Growing::default().read(&mut whole.as_slice(), &mut |_| {}).unwrap();
        assert_eq!(tail, Tail::Damaged(Damage { record: 3, flaw: Flaw::Unreadable }));
    }

    #[test]
    fn a_bad_line_that_comes_later_is_found_with_its_number() {
        let mut whole = journal(5);
        let third: usize = whole.split_inclusive(|byte| *byte == b'\n').take(2).map(<[u8]>::len).sum();
        whole[third + 30] ^= 1;
        let (mut growing, mut count) = (Growing::default(), 0);
        growing.read(&mut &whole[..third], &mut |_| count += 1).unwrap();
        let tail = growing.read(&mut &whole[third..], &mut |_| count += 1).unwrap();
        assert!(matches!(tail, Tail::Damaged(Damage { record: 3, .. })), "{tail:?}");
        assert_eq!((count, growing.over(tail).head.seq, growing.end()), (2, Seq(2), third as u64));
    }

    #[test]
    fn a_changed_line_end_is_damage_of_its_record() {
        let whole = journal(5);
        for (place, record) in (0..whole.len()).filter(|place| whole[*place] == b'\n').zip(1..) {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[place] ^= 1 << bit;
                let scan = scan(&mut flipped.as_slice(), &mut |_| {}).unwrap();
                let End::Damaged(damage) = scan.end else { panic!("{:?}", scan.end) };
                assert_eq!(damage.record, record);
            }
        }
    }
}
