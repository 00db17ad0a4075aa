//! Control sequences besides cells: set-up, restoration, title, bell, clipboard.
//!
//! They are crossterm's commands; the few that it lacks are here.

use std::fmt;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crossterm::Command;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
};

use crate::incident::Line;

/// Restores a terminal; harmless if it was never set up.
pub static RESTORE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut out = Vec::new();
    push(&mut out, EndSynchronizedUpdate);
    out.extend_from_slice(STOP_COLOUR_REPORTS);
    push(&mut out, DisableMouseCapture);
    push(&mut out, DisableBracketedPaste);
    push(&mut out, PopKeyboardEnhancementFlags);
    show_cursor(&mut out);
    push(&mut out, LeaveAlternateScreen);
    out.extend_from_slice(RESTORE_TITLE);
    out
});

/// Reports clicks and the wheel. crossterm's `EnableMouseCapture` reports every movement too, each of which would
/// travel to the host.
const REPORT_CLICKS: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// Reverts the request for reports in [`super::query::ASK`].
const STOP_COLOUR_REPORTS: &[u8] = b"\x1b[?2031l";
const SAVE_TITLE: &[u8] = b"\x1b[22;0t";
const RESTORE_TITLE: &[u8] = b"\x1b[23;0t";

/// The limit of most terminals' clipboards.
const COPY_MAX: usize = 48 * 1024;

/// Appends the sequence of a command.
pub fn push(out: &mut Vec<u8>, command: impl Command) {
    command.write_ansi(&mut Ansi(out)).expect("a vector takes every byte");
}

/// A buffer of bytes as crossterm writes to it.
struct Ansi<'a>(&'a mut Vec<u8>);

impl fmt::Write for Ansi<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Sets a terminal up: saves its title and enters the alternate screen without a cursor. Lines are cut instead of
/// wrapped, pastes are marked, and keys are distinguished if the terminal can.
pub fn set_up(out: &mut Vec<u8>, mouse: bool) {
    out.extend_from_slice(SAVE_TITLE);
    push(out, EnterAlternateScreen);
    hide_cursor(out);
    push(out, EnableBracketedPaste);
    push(out, PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES));
    if mouse {
        out.extend_from_slice(REPORT_CLICKS);
    }
}

/// Hides the cursor and cuts long lines.
pub fn hide_cursor(out: &mut Vec<u8>) {
    push(out, Hide);
    push(out, DisableLineWrap);
}

/// Reverts [`hide_cursor`], and whatever colours are left.
pub fn show_cursor(out: &mut Vec<u8>) {
    push(out, ResetColor);
    push(out, EnableLineWrap);
    push(out, Show);
}

pub fn title(out: &mut Vec<u8>, title: &str) {
    push(out, SetTitle(Line::new(title).as_str()));
}

pub fn bell(out: &mut Vec<u8>) {
    out.push(0x07);
}

/// Sends a notification to the desktop.
pub fn notify(out: &mut Vec<u8>, text: &Line) {
    out.extend([b"\x1b]9;", text.as_str().as_bytes(), b"\x07"].concat());
}

pub fn copy(out: &mut Vec<u8>, text: &str) {
    let cut = (0..=text.len().min(COPY_MAX)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    out.extend([b"\x1b]52;c;", STANDARD.encode(&text[..cut]).as_bytes(), b"\x07"].concat());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn a_title_ends_where_it_should() {
        let title = written(|out| title(out, "évil\x07\x1b]52;c;AAAA\x07"));
        assert_eq!(title, "^]0;évil\x07");
    }

    #[test]
    fn a_text_for_the_clipboard_travels_in_base64() {
        for (text, sent) in
            [("", "^]52;c;\x07"), ("f", "^]52;c;Zg==\x07"), ("foobar", "^]52;c;Zm9vYmFy\x07"), ("é", "^]52;c;w6k=\x07")]
        {
            assert_eq!(written(|out| copy(out, text)), sent);
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        let sent = written(|out| copy(out, &"é".repeat(COPY_MAX)));
        assert!(sent.len() < COPY_MAX * 4 / 3 + 20);
        assert!(sent.ends_with('\x07'));
    }

    /// The modes that a text sets or resets, by their number.
    fn modes(text: &str, last: char) -> Vec<u16> {
        let modes = text.split("^[?").filter_map(|mode| {
            let (number, rest) = mode.split_at(mode.find(|c: char| !c.is_ascii_digit())?);
            rest.starts_with(last).then(|| number.parse().unwrap())
        });
        modes.collect()
    }

    #[test]
    fn what_is_set_up_is_restored() {
        let set_up = written(|out| set_up(out, true));
        let restore = written(|out| out.extend_from_slice(&RESTORE));
        let off = modes(&restore, 'l');
        let on = modes(&set_up, 'h');
        assert_eq!(on, [1049, 2004, 1000, 1006]);
        assert!(on.iter().all(|mode| off.contains(mode)), "{on:?} {off:?}");
        assert_eq!(modes(&set_up, 'l'), [25, 7]);
        assert_eq!(modes(&restore, 'h'), [7, 25]);
        for (set, reset) in [("^[22;0t", "^[23;0t"), ("^[>1u", "^[<1u")] {
            assert!(set_up.contains(set) && restore.contains(reset), "{set}");
        }
        // The flags of keys are kept by screen.
        let place = |text: &str, part: &str| text.find(part).unwrap();
        assert!(place(&set_up, "^[?1049h") < place(&set_up, "^[>1u"));
        assert!(place(&restore, "^[<1u") < place(&restore, "^[?1049l"));
    }

    #[test]
    fn without_a_mouse_no_click_is_reported() {
        assert_eq!(modes(&written(|out| set_up(out, false)), 'h'), [1049, 2004]);
    }
}
