//! One record as the bytes of a line.

use chrono::{NaiveDate, SecondsFormat};
use std::borrow::Cow;
use std::io::Write;

use super::damage::Flaw;
use super::hash::{HEX_LEN, Hash};
use crate::incident::{Event, Moment, Recorded, Seq, Signature};

/// The number of the format that is written.
pub(super) const FORMAT: u64 = 1;

/// No line is longer, its end included: what is longer is no record of ours.
pub const LINE_MAX: usize = 4 << 20;

const FORMAT_KEY: &[u8] = b"{\"format\":";
const PREV_KEY: &[u8] = b",\"prev\":\"";
const HASH_KEY: &[u8] = b",\"hash\":\"";
const PREV_LEN: usize = PREV_KEY.len() + HEX_LEN + 1;
const HASH_LEN: usize = HASH_KEY.len() + HEX_LEN + 2;

/// A line that was read: its hash fits, its place in the chain is not yet checked.
#[derive(Debug)]
pub(super) struct Line {
    pub recorded: Recorded,
    pub prev: Hash,
    pub hash: Hash,
}

/// Writes a record behind the one whose hash is `prev`, with the line's end, and returns its own hash.
pub(super) fn encode(recorded: &Recorded, prev: Hash, out: &mut Vec<u8>) -> Hash {
    const INFALLIBLE: &str =
        "writing to memory cannot fail, and no map of an event has a key that is no text";
    let start = out.len();
    let at = recorded.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    write!(out, "{{\"format\":{FORMAT},\"seq\":{},\"at\":\"{at}\",\"by\":", recorded.seq).expect(INFALLIBLE);
    serde_json::to_writer(&mut *out, &recorded.by).expect(INFALLIBLE);
    if let Some(act) = recorded.act {
        write!(out, ",\"act\":{act}").expect(INFALLIBLE);
    }
    out.extend_from_slice(b",\"event\":");
    serde_json::to_writer(&mut *out, &recorded.event).expect(INFALLIBLE);
    out.extend_from_slice(PREV_KEY);
    prev.push_hex(out);
    out.push(b'"');
    let hash = Hash::of(&out[start..]);
    out.extend_from_slice(HASH_KEY);
    hash.push_hex(out);
    out.extend_from_slice(b"\"}\n");
    hash
}

/// Reads a line, given without its end.
pub(super) fn decode(line: &[u8]) -> Result<Line, Flaw> {
    if line.len() >= LINE_MAX {
        return Err(Flaw::TooLong);
    }
    let format = line.strip_prefix(FORMAT_KEY).and_then(number).ok_or(Flaw::Unreadable)?.0;
    match unchain(line) {
        // A changed digit is not a newer format.
        Some((content, _, _, hash)) if Hash::of(content) != hash => Err(Flaw::Hash),
        _ if format != FORMAT => Err(Flaw::Format { found: format }),
        Some((_, fields, prev, hash)) => {
            Ok(Line { recorded: fields_of(fields).ok_or(Flaw::Unreadable)?, prev, hash })
        }
        None => Err(Flaw::Unreadable),
    }
}

/// What is hashed, what stands before `prev`, and both hashes.
fn unchain(line: &[u8]) -> Option<(&[u8], &[u8], Hash, Hash)> {
    let (content, hash) = line.split_at_checked(line.len().checked_sub(HASH_LEN)?)?;
    let hash = Hash::from_hex(hash.strip_prefix(HASH_KEY)?.strip_suffix(b"\"}")?)?;
    let (fields, prev) = content.split_at_checked(content.len().checked_sub(PREV_LEN)?)?;
    let prev = Hash::from_hex(prev.strip_prefix(PREV_KEY)?.strip_suffix(b"\"")?)?;
    Some((content, fields, prev, hash))
}

/// Reads the fields, which stand in the order in which they are written.
fn fields_of(fields: &[u8]) -> Option<Recorded> {
    let (_, rest) = number(fields.strip_prefix(FORMAT_KEY)?)?;
    let (seq, rest) = number(rest.strip_prefix(b",\"seq\":")?)?;
    let (at, rest) = text(rest.strip_prefix(b",\"at\":")?)?;
    let (person, rest) = text(rest.strip_prefix(b",\"by\":{\"person\":")?)?;
    let (via, rest) = text(rest.strip_prefix(b",\"via\":")?)?;
    let rest = rest.strip_prefix(b"}")?;
    let (act, rest) = match rest.strip_prefix(b",\"act\":") {
        Some(rest) => number(rest).map(|(act, rest)| (Some(Seq(act)), rest))?,
        None => (None, rest),
    };
    let event: Event = serde_json::from_slice(rest.strip_prefix(b",\"event\":")?).ok()?;
    Some(Recorded { seq: Seq(seq), at: moment(&at)?, by: Signature::new(&person, &via), act, event })
}

fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let len = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at(len);
    let digits = str::from_utf8(digits).ok()?;
    Some((digits.parse().ok()?, rest))
}

/// A JSON string and what follows it.
fn text(bytes: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let inner = bytes.strip_prefix(b"\"")?;
    let len = inner.iter().position(|b| matches!(b, b'"' | b'\\'))?;
    if inner[len] == b'"' {
        return Some((Cow::Borrowed(str::from_utf8(&inner[..len]).ok()?), &inner[len + 1..]));
    }
    let mut texts = serde_json::Deserializer::from_slice(bytes).into_iter::<String>();
    let text = texts.next()?.ok()?;
    Some((Cow::Owned(text), &bytes[texts.byte_offset()..]))
}

fn moment(text: &str) -> Option<Moment> {
    fixed_moment(text.as_bytes()).or_else(|| text.parse().ok())
}

/// The form that is written, `2026-11-22T03:41:07.123Z`, ten times as fast as chrono reads any.
fn fixed_moment(text: &[u8]) -> Option<Moment> {
    let text: &[u8; 24] = text.try_into().ok()?;
    if (text[4], text[7], text[10], text[13], text[16], text[19], text[23])
        != (b'-', b'-', b'T', b':', b':', b'.', b'Z')
    {
        return None;
    }
    let digits = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0, |sum: u32, b| {
            if b.is_ascii_digit() { Some(sum * 10 + u32::from(b - b'0')) } else { None }
        })
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(digits(0, 4)?).ok()?, digits(5, 7)?, digits(8, 10)?)?;
    Some(
        date.and_hms_milli_opt(digits(11, 13)?, digits(14, 16)?, digits(17, 19)?, digits(20, 23)?)?.and_utc(),
    )
}
