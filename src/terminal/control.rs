//! What a terminal is told besides cells: to become ours, to be itself again, its title, a bell, the clipboard.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::incident::Line;

/// Gives a terminal back as it was; harmless where it never was ours.
pub const RESTORE: &[u8] =
    b"\x1b[?2026l\x1b[?2031l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[m\x1b[?7h\x1b[?25h\x1b[?1049l\x1b[23;0t";

/// More text does not fit into the clipboard of most terminals.
const COPY_MAX: usize = 48 * 1024;

/// Makes a terminal ours: its title is put by, and the other screen, without a cursor, is taken; a line that is too
/// long is cut and not wrapped, and pastes come marked as such.
pub fn set_up(out: &mut Vec<u8>, mouse: bool) {
    out.extend_from_slice(b"\x1b[22;0t\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h");
    if mouse {
        out.extend_from_slice(b"\x1b[?1000h\x1b[?1006h");
    }
}

/// For a recording, which is never given back: no cursor, and no line is wrapped.
pub fn hide_cursor(out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[?25l\x1b[?7l");
}

pub fn show_cursor(out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[m\x1b[?7h\x1b[?25h");
}

pub fn title(out: &mut Vec<u8>, title: &str) {
    command(out, "2;", Line::new(title).as_str());
}

pub fn bell(out: &mut Vec<u8>) {
    out.push(0x07);
}

/// A notification of the desktop.
pub fn notify(out: &mut Vec<u8>, text: &Line) {
    command(out, "9;", text.as_str());
}

/// Puts a text into the clipboard.
pub fn copy(out: &mut Vec<u8>, text: &str) {
    let cut = (0..=text.len().min(COPY_MAX)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    out.extend_from_slice(b"\x1b]52;c;");
    out.extend_from_slice(STANDARD.encode(&text[..cut]).as_bytes());
    out.push(0x07);
}

fn command(out: &mut Vec<u8>, number: &str, text: &str) {
    out.extend_from_slice(b"\x1b]");
    out.extend_from_slice(number.as_bytes());
    out.extend_from_slice(text.as_bytes());
    out.push(0x07);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_where_it_should() {
        let mut out = Vec::new();
        title(&mut out, "évil\x07\x1b]52;c;AAAA\x07");
        assert_eq!(out, "\x1b]2;évil\x07".as_bytes());
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        let mut out = Vec::new();
        copy(&mut out, &"é".repeat(COPY_MAX));
        assert!(out.len() < COPY_MAX * 4 / 3 + 20);
        assert_eq!(out.last(), Some(&0x07));
    }
}
