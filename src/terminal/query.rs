//! Questions to a terminal before its first frame: whether it is light or dark, and to report when that changes.
//!
//! A question that every terminal answers follows: if only that answer comes, the other will not. A terminal that
//! answers neither is waited for once and remembered.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::incident::PersonName;

/// Asks for the colour of the background, for reports of light and dark, and for what the terminal is.
pub const ASK: &[u8] = b"\x1b]11;?\x07\x1b[?2031h\x1b[c";

/// How long the first frame waits for the answer. A terminal nearby answers in a few milliseconds.
pub const FIRST_FRAME: Duration = Duration::from_millis(50);
/// How long a late answer is awaited.
pub const ANSWER: Duration = Duration::from_secs(3);
/// How long a session that ends waits for an answer, which would otherwise be typed into the next program.
pub const LAST_ANSWER: Duration = Duration::from_millis(200);

/// The maximum number of remembered terminals.
const REMEMBERED_MAX: usize = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    Light,
    Dark,
}

impl Background {
    /// Parses `COLORFGBG`, such as `15;0` or `0;default;15`: the last is the background. It may be inherited from
    /// another terminal.
    pub fn of_colorfgbg(said: &str) -> Option<Self> {
        match said.rsplit(';').next()?.parse().ok()? {
            7 | 9..=15 => Some(Self::Light),
            0..=6 | 8 => Some(Self::Dark),
            _ => None,
        }
    }

    /// Classifies a colour by its brightness.
    pub fn of_rgb([r, g, b]: [u8; 3]) -> Self {
        let brightness = 299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b);
        if brightness > 127_500 { Self::Light } else { Self::Dark }
    }
}

/// A terminal's remembered answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembered {
    Background(Background),
    /// It has not answered in time.
    Silent,
}

/// The answers of terminals that were here before, by person and name of the terminal.
#[derive(Clone, Debug, Default)]
pub struct KnownTerminals(Arc<Mutex<HashMap<(PersonName, String), Remembered>>>);

impl KnownTerminals {
    pub fn of(&self, person: &PersonName, term: &str) -> Option<Remembered> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&(person.clone(), term.to_owned())).copied()
    }

    pub fn remember(&self, person: &PersonName, term: &str, what: Remembered) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED_MAX {
            known.clear();
        }
        known.insert((person.clone(), term.to_owned()), what);
    }
}

/// The background, from the answer to its question, after `11;`.
pub fn background(answer: &[u8]) -> Option<Background> {
    let colour = str::from_utf8(answer.strip_prefix(b"11;")?).ok()?;
    if let Some(digits) = colour.strip_prefix('#') {
        let width = digits.len() / 3;
        let [r, g, b] = [0, 1, 2].map(|n| digits.get(n * width..(n + 1) * width));
        return (digits.len() == 3 * width)
            .then_some(())
            .and(Some([channel(r?)?, channel(g?)?, channel(b?)?]))
            .map(Background::of_rgb);
    }
    let channels = colour.strip_prefix("rgb:").or_else(|| colour.strip_prefix("rgba:"))?;
    let mut channels = channels.split('/').map(channel);
    let rgb = [channels.next()??, channels.next()??, channels.next()??];
    // How transparent it is does not matter.
    matches!(channels.next(), None | Some(Some(_))).then(|| Background::of_rgb(rgb))
}

/// Parses one channel of one to four hexadecimal digits into eight bits.
fn channel(digits: &str) -> Option<u8> {
    let width = u32::try_from(digits.len()).ok().filter(|width| (1..=4).contains(width))?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from(value * 255 / (16_u32.pow(width) - 1)).ok()
}

#[cfg(test)]
mod tests;
