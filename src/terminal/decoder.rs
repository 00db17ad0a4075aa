//! Decodes the raw bytes of a terminal, however malformed.
//!
//! termina's parser interprets finished sequences; this guard decides where one ends, so that no input can block it,
//! grow it or be taken for keys.

use std::time::Duration;

use termina::event::{Event, KeyEvent, KeyEventKind, MouseEvent};

use super::query::{self, Background};

/// Longer sequences are not keys of any terminal.
const SEQUENCE_MAX: usize = 256;
/// The rest of a longer paste is dropped.
const PASTE_MAX: usize = 64 * 1024;
const PASTE_END: &[u8] = b"\x1b[201~";
/// An escape without a next byte for this long is the Escape key.
const LONE_ESCAPE: Duration = Duration::from_millis(40);
/// The same while an answer of the terminal is awaited, which may come in pieces.
const LONE_ESCAPE_OF_ANSWER: Duration = Duration::from_millis(500);
/// A paste or an answer that pauses for this long is over: its end was lost.
const STALLED: Duration = Duration::from_secs(2);

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
/// Both cancel the current sequence.
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;

/// Decoded input.
#[derive(Clone, Debug)]
pub enum Decoded {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    Background(Background),
    /// The answer to the last question.
    Identity,
}

/// Decodes bytes that come in pieces of any size.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    /// The sequence so far, from its first byte.
    sequence: Vec<u8>,
    /// How many bytes of the paste's end have been seen.
    paste_end: usize,
    parser: termina::Parser,
    /// An answer of the terminal is awaited.
    asked: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Ground,
    /// Within a character of several bytes.
    Character {
        length: usize,
    },
    Escape,
    /// `ESC O`: one byte follows.
    Application,
    /// `ESC [`, up to a final byte.
    Control,
    /// A fixed number of bytes still belongs to the sequence.
    Rest(usize),
    /// Operating system and device strings, up to `BEL` or `ESC \`.
    Text,
    TextEscape,
    /// Too long: everything up to a final byte is left out.
    Overlong,
    Paste,
}

impl Decoder {
    /// Sets whether an answer of the terminal is awaited.
    pub fn await_answer(&mut self, asked: bool) {
        self.asked = asked;
    }

    pub fn awaits_answer(&self) -> bool {
        self.asked
    }

    /// Decodes `bytes`, and calls `each` with everything that is finished.
    pub fn feed(&mut self, bytes: &[u8], mut each: impl FnMut(Decoded)) {
        for &byte in bytes {
            self.take(byte, &mut each);
        }
    }

    /// Returns how long to wait for more bytes before [`Self::expire`]; `None` if nothing is unfinished.
    pub fn patience(&self) -> Option<Duration> {
        let lone = if self.asked { LONE_ESCAPE_OF_ANSWER } else { LONE_ESCAPE };
        match self.state {
            State::Escape => Some(lone),
            State::Control | State::Application | State::Text if self.sequence.len() == 2 => Some(lone),
            State::Paste | State::Text | State::TextEscape => Some(STALLED),
            _ => None,
        }
    }

    /// No byte came in time: what is unfinished is a key by itself, or nothing.
    pub fn expire(&mut self, mut each: impl FnMut(Decoded)) {
        match self.state {
            State::Paste => self.end_paste(&mut each),
            State::Escape => self.finish(&mut each),
            // Alt with one of the characters that also begin a sequence.
            State::Control | State::Application | State::Text if self.sequence.len() == 2 => {
                let key = self.sequence[1];
                self.drop_sequence();
                self.parse(&[key], &mut |decoded| each(with_alt(decoded)));
            }
            _ => self.drop_sequence(),
        }
    }

    fn take(&mut self, byte: u8, each: &mut impl FnMut(Decoded)) {
        match self.state {
            State::Ground => self.begin(byte, each),
            State::Character { length } => {
                if byte & 0xc0 != 0x80 {
                    self.drop_sequence();
                    return self.begin(byte, each);
                }
                self.sequence.push(byte);
                if self.sequence.len() == length {
                    self.finish(each);
                }
            }
            State::Escape => self.escaped(byte, each),
            State::Application => {
                if byte == ESC {
                    self.drop_sequence();
                    return self.begin(byte, each);
                }
                self.sequence.push(byte);
                self.finish(each);
            }
            State::Control => self.control(byte, each),
            State::Rest(left) => {
                self.sequence.push(byte);
                if left == 1 {
                    self.finish(each);
                } else {
                    self.state = State::Rest(left - 1);
                }
            }
            State::Text => match byte {
                BEL => self.answer(each),
                CANCEL | SUBSTITUTE => self.drop_sequence(),
                ESC => self.state = State::TextEscape,
                // Answers are shorter: only its end is looked for.
                _ if self.sequence.len() < SEQUENCE_MAX => self.sequence.push(byte),
                _ => {}
            },
            State::TextEscape if byte == b'\\' => self.answer(each),
            State::TextEscape => {
                self.drop_sequence();
                self.begin(ESC, each);
                self.take(byte, each);
            }
            State::Overlong => match byte {
                ESC => {
                    self.drop_sequence();
                    self.begin(byte, each);
                }
                0x40..=0x7e => self.drop_sequence(),
                _ => {}
            },
            State::Paste => self.pasted(byte, each),
        }
    }

    fn begin(&mut self, byte: u8, each: &mut impl FnMut(Decoded)) {
        match byte {
            ESC => {
                self.sequence.push(byte);
                self.state = State::Escape;
            }
            0x00..=0x7f => self.parse(&[byte], each),
            _ => {
                if let Some(length) = character_length(byte) {
                    self.sequence.push(byte);
                    self.state = State::Character { length };
                }
            }
        }
    }

    fn escaped(&mut self, byte: u8, each: &mut impl FnMut(Decoded)) {
        match byte {
            ESC => {
                // The first is a key by itself; the second may begin a sequence.
                self.finish(each);
                return self.begin(ESC, each);
            }
            b'[' => self.state = State::Control,
            b'O' => self.state = State::Application,
            b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::Text,
            0x00..=0x7f => {
                self.sequence.push(byte);
                return self.finish(each);
            }
            _ => match character_length(byte) {
                Some(length) => self.state = State::Character { length: length + 1 },
                None => return self.drop_sequence(),
            },
        }
        self.sequence.push(byte);
    }

    fn control(&mut self, byte: u8, each: &mut impl FnMut(Decoded)) {
        let first = self.sequence.len() == 2;
        match byte {
            // The Linux console's F1 to F5, and the oldest form of mouse reports.
            b'[' if first => self.rest(byte, 1),
            b'M' if first => self.rest(byte, 3),
            0x20..=0x3f => {
                self.sequence.push(byte);
                if self.sequence.len() >= SEQUENCE_MAX {
                    self.sequence.clear();
                    self.state = State::Overlong;
                }
            }
            0x40..=0x7e => {
                self.sequence.push(byte);
                if self.sequence == b"\x1b[200~" {
                    self.sequence.clear();
                    self.state = State::Paste;
                } else {
                    self.finish(each);
                }
            }
            // The sequence was cut off: the byte begins something new.
            _ => {
                self.drop_sequence();
                self.begin(byte, each);
            }
        }
    }

    fn rest(&mut self, byte: u8, bytes: usize) {
        self.sequence.push(byte);
        self.state = State::Rest(bytes);
    }

    fn pasted(&mut self, byte: u8, each: &mut impl FnMut(Decoded)) {
        if byte == PASTE_END[self.paste_end] {
            self.paste_end += 1;
            if self.paste_end == PASTE_END.len() {
                self.end_paste(each);
            }
            return;
        }
        // The supposed end was text after all; only its first byte can begin the end again.
        let seen = std::mem::take(&mut self.paste_end);
        self.keep(&PASTE_END[..seen]);
        if byte == ESC {
            self.paste_end = 1;
        } else {
            self.keep(&[byte]);
        }
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = PASTE_MAX - self.sequence.len();
        self.sequence.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    fn end_paste(&mut self, each: &mut impl FnMut(Decoded)) {
        let bytes = std::mem::take(&mut self.sequence);
        self.drop_sequence();
        // The limit may have cut a character.
        let whole = match std::str::from_utf8(&bytes) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => bytes.len(),
        };
        let text = String::from_utf8_lossy(&bytes[..whole]).replace("\r\n", "\n").replace('\r', "\n");
        if !text.is_empty() {
            each(Decoded::Paste(text));
        }
    }

    /// Handles a finished string: the background, or nothing.
    fn answer(&mut self, each: &mut impl FnMut(Decoded)) {
        let whole = self.sequence.len() < SEQUENCE_MAX;
        let answer = self.sequence.strip_prefix(b"\x1b]").filter(|_| whole);
        let background = answer.and_then(query::background);
        self.drop_sequence();
        if let Some(background) = background {
            each(Decoded::Background(background));
        }
    }

    fn finish(&mut self, each: &mut impl FnMut(Decoded)) {
        let mut sequence = std::mem::take(&mut self.sequence);
        self.state = State::Ground;
        self.parse(&sequence, each);
        sequence.clear();
        self.sequence = sequence;
    }

    fn drop_sequence(&mut self) {
        self.sequence.clear();
        self.paste_end = 0;
        self.state = State::Ground;
    }

    fn parse(&mut self, sequence: &[u8], each: &mut impl FnMut(Decoded)) {
        match sequence {
            b"\x1b[?997;1n" => return each(Decoded::Background(Background::Dark)),
            b"\x1b[?997;2n" => return each(Decoded::Background(Background::Light)),
            [ESC, b'[', b'?', .., b'c'] => {
                self.asked = false;
                return each(Decoded::Identity);
            }
            _ => {}
        }
        self.parser.parse(sequence, false);
        let mut any = false;
        while let Some(event) = self.parser.pop() {
            any = true;
            match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => each(Decoded::Key(key)),
                Event::Mouse(mouse) => each(Decoded::Mouse(mouse)),
                _ => {}
            }
        }
        if !any {
            // It may still hold these bytes as the start of something.
            self.parser = termina::Parser::default();
        }
    }
}

fn with_alt(decoded: Decoded) -> Decoded {
    match decoded {
        Decoded::Key(mut key) => {
            key.modifiers |= termina::event::Modifiers::ALT;
            Decoded::Key(key)
        }
        other => other,
    }
}

/// Returns how many bytes a character has by its first one.
fn character_length(lead: u8) -> Option<usize> {
    match lead {
        0xc2..=0xdf => Some(2),
        0xe0..=0xef => Some(3),
        0xf0..=0xf4 => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fmt::Write as _;
    use termina::event::{KeyCode, Modifiers, MouseEventKind};

    fn decode(bytes: &[u8]) -> Vec<String> {
        decode_pieces(&[bytes])
    }

    fn decode_pieces(pieces: &[&[u8]]) -> Vec<String> {
        let mut decoder = Decoder::default();
        let mut seen = Vec::new();
        for piece in pieces {
            decoder.feed(piece, |decoded| seen.push(name(&decoded)));
        }
        if decoder.patience().is_some() {
            decoder.expire(|decoded| seen.push(name(&decoded)));
        }
        seen
    }

    fn name(decoded: &Decoded) -> String {
        match decoded {
            Decoded::Background(background) => format!("{background:?}"),
            Decoded::Identity => "Identity".to_owned(),
            Decoded::Key(key) => {
                let mut text = String::new();
                for (modifier, name) in [(Modifiers::CONTROL, "C-"), (Modifiers::ALT, "A-"), (Modifiers::SHIFT, "S-")] {
                    if key.modifiers.contains(modifier) {
                        text += name;
                    }
                }
                match key.code {
                    KeyCode::Char(c) => text.push(c),
                    code => write!(text, "{code:?}").unwrap(),
                }
                text
            }
            Decoded::Mouse(mouse) => {
                let what = if matches!(mouse.kind, MouseEventKind::Down(_)) { "down" } else { "mouse" };
                format!("{what}@{},{}", mouse.column, mouse.row)
            }
            Decoded::Paste(text) => format!("paste:{text}"),
        }
    }

    #[test]
    fn keys_of_every_kind() {
        for (bytes, expected) in [
            ("aé日👩", &["a", "é", "日", "👩"][..]),
            ("A\r\t\x7f\x03", &["S-A", "Enter", "Tab", "Backspace", "C-c"]),
            ("\x1b[A\x1bOB\x1b[1;5C\x1b[3~\x1b[Z", &["Up", "Down", "C-Right", "Delete", "S-BackTab"]),
            ("\x1b[[A\x1b[15~\x1bOP", &["Function(1)", "Function(5)", "Function(1)"]),
            ("\x1bx\x1bé", &["A-x", "A-é"]),
            ("\x1b\x1b[A", &["Escape", "Up"]),
            ("\x1b", &["Escape"]),
            ("\x1b[", &["A-["]),
            ("\x1b]", &["A-]"]),
            ("\x1b[<0;12;7M", &["down@11,6"]),
            ("\x1b[97;5u\x1b[97;1:3ub", &["C-a", "b"]),
        ] {
            assert_eq!(decode(bytes.as_bytes()), expected, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_key_is_left_out_and_what_follows_is_kept() {
        let long = format!("\x1b[{}Hx", "1;".repeat(4000));
        for (bytes, expected) in [
            (&b"\x1b[?1;2xq"[..], &["q"][..]),
            (b"\x1b[?997;3nq", &["q"]),
            (b"\x1b]10;rgb:0000/0000/0000\x07q", &["q"]),
            (b"\x1b]11;rgb:never/mind\x1b\\q", &["q"]),
            (b"\x1bP11;rgb:0000/0000/0000\x1b\\q", &["q"]),
            (b"\x1b[>0;276;0cq", &["q"]),
            (b"\x1b[Iq\x1b[O", &["q"]),
            (b"\x1b]0;never ended\x1b\\q", &["q"]),
            (b"\x1bP>|XTerm(400)\x1b\\q", &["q"]),
            (b"\xff\xfe\x80q", &["q"]),
            (b"\xe3\x81q", &["q"]),
            (b"\xed\xa0\x80q", &["q"]),
            (b"\x1b[12\xc3\xa9", &["é"]),
            (b"\x1b[12\x1b[A", &["Up"]),
            (long.as_bytes(), &["x"]),
        ] {
            assert_eq!(decode(bytes), expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_a_terminal_answers_is_no_key_in_whatever_pieces_it_comes() {
        let answers = b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[?62;4cq";
        let expected = ["Dark", "Identity", "q"];
        assert_eq!(decode(answers), expected);
        // A pause as long as a lone escape's ends no answer, wherever it is cut.
        for cut in 1..answers.len() {
            let mut decoder = Decoder::default();
            decoder.await_answer(true);
            let mut seen = Vec::new();
            decoder.feed(&answers[..cut], |decoded| seen.push(name(&decoded)));
            let patience = decoder.patience();
            assert!(patience.is_none_or(|patience| patience >= LONE_ESCAPE_OF_ANSWER), "{cut}: {patience:?}");
            decoder.feed(&answers[cut..], |decoded| seen.push(name(&decoded)));
            assert_eq!(seen, expected, "{cut}");
            assert!(!decoder.awaits_answer());
        }
        assert_eq!(decode(b"\x1b]11;rgb:ff/ff/ff\x07\x1b[?6c"), ["Light", "Identity"]);
        assert_eq!(decode(b"\x1b[?997;1n\x1b[?997;2nq"), ["Dark", "Light", "q"]);
        let long = format!("\x1b]11;rgb:{}/ff/ff\x07q", "f".repeat(SEQUENCE_MAX));
        assert_eq!(decode(long.as_bytes()), ["q"]);
    }

    #[test]
    fn a_paste_is_one_input_with_plain_line_breaks() {
        assert_eq!(decode(b"\x1b[200~un\r\ndeux\rtrois\x1b[201~x"), ["paste:un\ndeux\ntrois", "x"]);
        assert_eq!(decode(b"\x1b[200~a\x1b[A\x1b\x1b[201~x"), ["paste:a\x1b[A\x1b", "x"]);
        assert_eq!(decode(b"\x1b[200~\xff\x1b[201~"), ["paste:\u{fffd}"]);
        assert_eq!(decode(b"\x1b[200~never ended"), ["paste:never ended"]);
    }

    #[test]
    fn the_rest_of_a_huge_paste_is_left_out() {
        let mut bytes = b"\x1b[200~".to_vec();
        bytes.extend("é".repeat(5_000_000).bytes());
        bytes.extend_from_slice(b"\x1b[201~x");
        let mut decoder = Decoder::default();
        let mut lengths = Vec::new();
        decoder.feed(&bytes, |decoded| {
            lengths.push(if let Decoded::Paste(text) = decoded { text.len() } else { 0 });
        });
        assert_eq!(lengths, [PASTE_MAX, 0]);
    }

    /// Bytes that are likely to be in each other's way.
    fn nasty() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            any::<u8>().prop_map(|byte| vec![byte]),
            prop::sample::select(vec![
                &b"\x1b"[..],
                b"\x1b[",
                b"\x1b[200~",
                b"\x1b[201~",
                b"\x1b[<0;1;1M",
                b"\x1b[M",
                b"\x1bO",
                b"\x1b]",
                b"\x1b]11;rgb:ffff/0000/0000",
                b"\x07",
                b"\x1b\\",
                b"\x1b[?997;1n",
                b"\x1bP1$r",
                b"\x1b[?",
                b"\x1b[>",
                b"\x1b[99999999999999999999;0u",
                b"\x1b[<65535;65535;0m",
                b"\x1b[0;0R",
                b"\xc3\xa9",
                b"1;",
                b"~",
                b"u",
            ])
            .prop_map(<[u8]>::to_vec),
        ];
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_in_any_pieces_give_the_same_inputs(bytes in nasty(), cuts in prop::collection::vec(0..400_usize, 0..6)) {
            let mut cuts: Vec<_> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.push(bytes.len());
            cuts.sort_unstable();
            let mut from = 0;
            let pieces: Vec<_> = cuts.iter().map(|&to| &bytes[std::mem::replace(&mut from, to)..to]).collect();
            prop_assert_eq!(decode_pieces(&pieces), decode(&bytes));
        }

        #[test]
        fn after_any_bytes_and_a_pause_a_key_is_a_key(bytes in nasty()) {
            let mut decoder = Decoder::default();
            decoder.feed(&bytes, |_| ());
            decoder.expire(|_| ());
            // A sequence that is cut in the middle may take some bytes for its own, never for good.
            decoder.feed(b"\x1b[A", |_| ());
            decoder.expire(|_| ());
            let mut seen = Vec::new();
            decoder.feed(b"q", |decoded| seen.push(name(&decoded)));
            prop_assert_eq!(seen, ["q"]);
        }
    }
}
