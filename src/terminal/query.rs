//! What a terminal is asked before its first frame: whether it is light or dark, and to say so when that changes.
//!
//! Behind the question for the background stands one that every terminal answers: whoever hears that answer alone knows
//! that the other will not come. One that answers nothing at all is waited for once and remembered.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::Background;
use crate::incident::PersonName;

/// For the colour of the background, for news of light and dark, and for what the terminal is.
pub const ASK: &[u8] = b"\x1b]11;?\x07\x1b[?2031h\x1b[c";

/// How long the first frame waits for the answer. A terminal nearby answers in a few milliseconds.
pub const FIRST_FRAME: Duration = Duration::from_millis(50);
/// How long an answer is awaited that did not come at once.
pub const ANSWER: Duration = Duration::from_secs(3);
/// How long a session that ends stays for an answer, which would else be typed into whatever comes after it.
pub const LAST_ANSWER: Duration = Duration::from_millis(200);

/// How many terminals are remembered.
const REMEMBERED_MAX: usize = 1000;

/// What a terminal has come to say of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remembered {
    Background(Background),
    /// It has not answered in time.
    Silent,
}

/// What is known of the terminals that were here, by whose they are and what they call themselves.
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

/// What lies behind the text, by the answer to the question for its colour, from `11;` on.
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
    // What is behind a transparent one is nobody's to know.
    matches!(channels.next(), None | Some(Some(_))).then(|| Background::of_rgb(rgb))
}

/// One channel, of one to four hexadecimal digits, as eight bits.
fn channel(digits: &str) -> Option<u8> {
    let width = u32::try_from(digits.len()).ok().filter(|width| (1..=4).contains(width))?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from(value * 255 / (16_u32.pow(width) - 1)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_in_every_way_in_which_terminals_say_it() {
        for (answer, expected) in [
            ("11;rgb:0000/0000/0000", Some(Background::Dark)),
            ("11;rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("11;rgb:fd/f6/e3", Some(Background::Light)),
            ("11;rgb:f/f/f", Some(Background::Light)),
            ("11;rgba:1e1e/1e1e/2e2e/cccc", Some(Background::Dark)),
            ("11;#ffffff", Some(Background::Light)),
            ("11;#000", Some(Background::Dark)),
            ("11;#ffff", None),
            ("11;#", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb:+fff/ffff/ffff", None),
            ("11;rgb:fffff/ffff/ffff", None),
            ("11;rgb:", None),
            ("11;?", None),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;#é", None),
        ] {
            assert_eq!(background(answer.as_bytes()), expected, "{answer}");
        }
        assert_eq!(background(b"11;rgb:\xff\xff"), None);
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        let terminals = KnownTerminals::default();
        let alice = PersonName::new("alice");
        for n in 0..=REMEMBERED_MAX {
            terminals.remember(&alice, &n.to_string(), Remembered::Silent);
        }
        assert_eq!(terminals.of(&alice, &REMEMBERED_MAX.to_string()), Some(Remembered::Silent));
        assert!(terminals.0.lock().unwrap().len() <= REMEMBERED_MAX);
    }
}
