//! Turns frames into bytes for one terminal: only what changed.
//!
//! ```text
//!   cells ──Painter::paint──▶ CSI ?2026h  moves, colours, text  CSI ?2026l
//! ```
//!
//! A painter keeps a fingerprint of each cell (8 bytes) instead of the cell (about 50), so a thousand terminals cost
//! little memory.

use crossterm::cursor::{MoveLeft, MoveRight, MoveTo, MoveToNextLine};
use crossterm::style::force_color_output;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::Depth;
use super::control::push;
use super::pen::{Change, Pen, named};

/// Larger frames are sent in parts, so that no more than this waits for a terminal that is not read.
const PART: usize = 96 * 1024;

/// Frames this small arrive in one piece and need no marks.
const SMALL: usize = 80;

/// Paints one terminal, and knows what it shows.
#[derive(Debug)]
pub struct Painter {
    depth: Depth,
    width: u16,
    height: u16,
    /// The fingerprint of every cell.
    shown: Vec<u64>,
    pen: Pen,
    /// The place of the terminal's cursor, if known.
    cursor: Option<(u16, u16)>,
    /// What the terminal shows is unknown.
    stale: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Painted {
    /// The terminal shows all of it.
    Whole,
    /// Paint again once these bytes are taken.
    Part,
}

/// A move within a row takes at least this many bytes.
const BRIDGE_MAX: usize = 3;

/// The second half of a wide character; no cell has this fingerprint.
const COVERED: u64 = 1;

impl Painter {
    pub fn new(depth: Depth) -> Self {
        force_color_output(true);
        Self { depth, width: 0, height: 0, shown: Vec::new(), pen: Pen::default(), cursor: None, stale: true }
    }

    /// Has the next frame painted whole: the terminal may show anything.
    pub fn forget(&mut self) {
        self.stale = true;
    }

    /// Whether the terminal shows a frame of this size, so that a part of it can be painted.
    pub fn shows(&self, size: Rect) -> bool {
        !self.stale && (self.width, self.height) == (size.width, size.height)
    }

    /// Appends the bytes that make the terminal show `areas` of `frame`; nothing if it shows them already.
    pub fn paint(&mut self, frame: &Buffer, areas: &[Rect], out: &mut Vec<u8>) -> Painted {
        let start = out.len();
        push(out, BeginSynchronizedUpdate);
        let empty = out.len();
        self.fit(frame, out);
        let painted = self.changes(frame, areas, out);
        if out.len() - empty <= SMALL {
            out.drain(start..empty);
        } else {
            push(out, EndSynchronizedUpdate);
        }
        painted
    }

    /// Clears the terminal if its size differs from the frame's, or what it shows is unknown.
    fn fit(&mut self, frame: &Buffer, out: &mut Vec<u8>) {
        let (width, height) = (frame.area.width, frame.area.height);
        if !self.stale && (self.width, self.height) == (width, height) {
            return;
        }
        (self.width, self.height) = (width, height);
        push(out, Change { from: self.pen, to: Pen::default() });
        push(out, Clear(ClearType::All));
        self.pen = Pen::default();
        self.cursor = None;
        self.stale = false;
        self.shown.clear();
        let blank = Inks::default().fingerprint(&Cell::EMPTY, self.depth);
        self.shown.resize(usize::from(width) * usize::from(height), blank);
        self.shown.shrink_to_fit();
    }

    fn changes(&mut self, frame: &Buffer, areas: &[Rect], out: &mut Vec<u8>) -> Painted {
        let width = usize::from(self.width);
        let mut inks = Inks::default();
        for area in areas.iter().map(|area| area.intersection(frame.area)) {
            let (left, right) = (usize::from(area.left()), usize::from(area.right()));
            for y in area.top()..area.bottom() {
                if out.len() > PART {
                    return Painted::Part;
                }
                let start = usize::from(y) * width;
                let row = &frame.content[start..start + width];
                let mut place = left;
                while place < right {
                    let cell = &row[place];
                    let columns = width_of(cell.symbol()).clamp(1, width - place);
                    let fingerprint = inks.fingerprint(cell, self.depth);
                    if self.shown[start + place] != fingerprint {
                        self.bridge(row, place, y, out);
                        self.put(u16::try_from(place).unwrap_or(u16::MAX), y, cell, columns, out);
                        self.shown[start + place] = fingerprint;
                        self.shown[start + place + 1..start + place + columns].fill(COVERED);
                    }
                    place += columns;
                }
            }
        }
        Painted::Whole
    }

    /// Moves over a few cells by writing them again, if that takes fewer bytes than a move.
    fn bridge(&mut self, row: &[Cell], place: usize, y: u16, out: &mut Vec<u8>) {
        let Some((x, _)) = self.cursor.filter(|(_, cursor_row)| *cursor_row == y) else { return };
        let Some(gap) = row.get(usize::from(x)..place).filter(|gap| gap.len() <= BRIDGE_MAX) else { return };
        let plain =
            |cell: &Cell| matches!(cell.symbol().as_bytes(), [b' '..=b'~']) && Pen::of(cell, self.depth) == self.pen;
        if gap.iter().all(plain) {
            out.extend(gap.iter().flat_map(|cell| cell.symbol().bytes()));
            self.cursor = Some((u16::try_from(place).unwrap_or(u16::MAX), y));
        }
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell, columns: usize, out: &mut Vec<u8>) {
        let symbol = cell.symbol();
        let symbol = if width_of(symbol) > 0 { symbol } else { " " };
        self.go(x, y, out);
        self.change_pen(Pen::of(cell, self.depth), out);
        let end = x.saturating_add(u16::try_from(columns).unwrap_or(1));
        if is_certain(symbol) {
            out.extend_from_slice(symbol.as_bytes());
            // After the last column the place of the cursor differs between terminals.
            self.cursor = (end < self.width).then_some((end, y));
        } else {
            // Terminals disagree about the width of these: clear what they may leave, and trust no place after them.
            out.extend(std::iter::repeat_n(b' ', columns));
            self.cursor = None;
            self.go(x, y, out);
            out.extend_from_slice(symbol.as_bytes());
            self.cursor = None;
        }
    }

    fn go(&mut self, x: u16, y: u16, out: &mut Vec<u8>) {
        if self.cursor == Some((x, y)) {
            return;
        }
        match self.cursor {
            Some((from, row)) if row == y && x > from => push(out, MoveRight(x - from)),
            Some((from, row)) if row == y => push(out, MoveLeft(from - x)),
            Some((_, row)) if x == 0 && row < y => push(out, MoveToNextLine(y - row)),
            _ => push(out, MoveTo(x, y)),
        }
        self.cursor = Some((x, y));
    }

    fn change_pen(&mut self, pen: Pen, out: &mut Vec<u8>) {
        let from = std::mem::replace(&mut self.pen, pen);
        if from != pen {
            push(out, Change { from, to: pen });
        }
    }
}

/// Returns how many columns a symbol takes; 0 if it would control the terminal or change the character before it.
fn width_of(symbol: &str) -> usize {
    match symbol.as_bytes() {
        // ASCII; Latin letters, U+00C0 to U+02FF; lines and blocks, U+2500 to U+25BF.
        [b' '..=b'~'] | [0xc3..=0xcb, _] | [0xe2, 0x94..=0x96, _] => 1,
        _ if symbol.chars().any(char::is_control) => 0,
        _ => symbol.cell_width().into(),
    }
}

/// Whether all terminals agree on the width of a symbol: it is one character and no emoji.
fn is_certain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    chars.next().is_some_and(|c| c < '\u{1f000}') && chars.next().is_none()
}

/// Hashes cells into 64-bit fingerprints, quickly. No one gains from a collision.
#[derive(Default)]
struct Inks {
    /// The last style and its fingerprint: most cells have the style of the one before.
    last: Option<((Color, Color, Modifier), u64)>,
}

impl Inks {
    fn fingerprint(&mut self, cell: &Cell, depth: Depth) -> u64 {
        let style = (cell.fg, cell.bg, cell.modifier);
        let ink = match self.last {
            Some((last, ink)) if last == style => ink,
            _ => {
                let ink = ink(Pen::of(cell, depth));
                self.last = Some((style, ink));
                ink
            }
        };
        let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let fingerprint = match cell.symbol().as_bytes() {
            [byte] => mix(ink, u64::from(*byte)),
            symbol => symbol.chunks(8).fold(ink, |so_far, chunk| mix(so_far, word(chunk))),
        };
        fingerprint.max(COVERED + 1)
    }
}

fn ink(pen: Pen) -> u64 {
    let color = |color| match color {
        Color::Indexed(index) => 1 << 32 | u64::from(index),
        Color::Rgb(r, g, b) => 1 << 33 | u64::from(u32::from_be_bytes([0, r, g, b])),
        other => 1 << 34 | u64::from(named(other)),
    };
    mix(mix(mix(0, color(pen.fg)), color(pen.bg)), pen.modifier.bits().into())
}

fn mix(so_far: u64, word: u64) -> u64 {
    let mixed = (so_far.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn text(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).replace('\x1b', "^")
    }

    /// Returns what is sent for `after` while `before` is shown, without the marks around a frame.
    fn sent(depth: Depth, before: &Buffer, after: &Buffer) -> String {
        let mut painter = Painter::new(depth);
        let mut out = Vec::new();
        painter.paint(before, &[before.area], &mut out);
        out.clear();
        painter.paint(after, &[after.area], &mut out);
        let text = text(&out);
        match text.strip_prefix("^[?2026h").and_then(|text| text.strip_suffix("^[?2026l")) {
            Some(text) => text.to_owned(),
            None => text,
        }
    }

    #[test]
    fn only_what_changed_is_sent() {
        let before = Buffer::with_lines(["hello world", "second line"]);
        assert_eq!(sent(Depth::True, &before, &before), "");
        let after = Buffer::with_lines(["hallo worms", "second life"]);
        assert_eq!(sent(Depth::True, &before, &after), "^[1;2Ha^[7Cms^[2;10Hf");
    }

    #[test]
    fn a_pen_changes_by_what_differs() {
        let line = |style: Style| {
            let mut buffer = Buffer::with_lines(["ab"]);
            buffer.set_style(Rect::new(1, 0, 1, 1), style);
            buffer
        };
        let plain = Buffer::with_lines(["  "]);
        let rgb = Style::new().fg(Color::Rgb(255, 135, 0)).bold();
        assert_eq!(sent(Depth::True, &plain, &line(rgb)), "^[1;1Ha^[1;38;2;255;135;0mb");
        assert_eq!(sent(Depth::TwoHundredFiftySix, &plain, &line(rgb)), "^[1;1Ha^[1;38;5;208mb");
        assert_eq!(sent(Depth::None, &plain, &line(rgb)), "^[1;1Ha^[1mb");
        assert_eq!(sent(Depth::Sixteen, &plain, &line(Style::new().white().on_red())), "^[1;1Ha^[97;41mb");
        let mut both = Buffer::with_lines(["abc"]);
        both.set_style(Rect::new(0, 0, 1, 1), Style::new().bold().dim().red());
        both.set_style(Rect::new(1, 0, 1, 1), Style::new().dim().red());
        assert_eq!(sent(Depth::True, &Buffer::with_lines(["   "]), &both), "^[1;1H^[1;31ma^[22;2mb^[mc");
    }

    #[test]
    fn what_does_not_come_in_one_piece_is_marked_as_one_frame() {
        let marks = |width: u16| {
            let mut painter = Painter::new(Depth::True);
            let mut out = Vec::new();
            painter.paint(&Buffer::empty(Rect::new(0, 0, width, 1)), &[Rect::new(0, 0, width, 1)], &mut out);
            out.clear();
            let frame = Buffer::with_lines(["x".repeat(width.into())]);
            painter.paint(&frame, &[frame.area], &mut out);
            (out.starts_with(b"\x1b[?2026h"), out.ends_with(b"\x1b[?2026l"))
        };
        assert_eq!(marks(20), (false, false));
        assert_eq!(marks(200), (true, true));
    }

    #[test]
    fn nothing_in_a_cell_steers_the_terminal() {
        let mut evil = Buffer::with_lines(["abcd"]);
        evil[(0, 0)].set_symbol("\x1b[2J");
        evil[(1, 0)].set_symbol("\u{9b}");
        evil[(2, 0)].set_symbol("x\x07");
        evil[(3, 0)].set_symbol("\u{301}");
        assert_eq!(sent(Depth::True, &Buffer::with_lines(["...."]), &evil), "^[1;1H    ");
    }

    #[test]
    fn wide_characters_come_and_go_whole() {
        let plain = Buffer::with_lines(["abcd"]);
        let wide = Buffer::with_lines(["a日d"]);
        assert_eq!(sent(Depth::True, &plain, &wide), "^[1;2H日");
        assert_eq!(sent(Depth::True, &wide, &plain), "^[1;2Hbc");
        let emoji = Buffer::with_lines(["a👩\u{200d}💻d"]);
        assert_eq!(sent(Depth::True, &plain, &emoji), "^[1;2H  ^[1;2H👩\u{200d}💻");
    }

    #[test]
    fn a_huge_frame_goes_in_parts_and_arrives() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 500, 200));
        for (n, cell) in (0_u8..=255).cycle().zip(&mut frame.content) {
            cell.set_symbol("é").set_fg(Color::Rgb(n, n ^ 7, 3)).set_bg(Color::Rgb(3, n, 9));
        }
        let mut painter = Painter::new(Depth::True);
        let mut parts = 0;
        let mut terminal = vt100::Parser::new(200, 500, 0);
        loop {
            let mut out = Vec::new();
            let done = painter.paint(&frame, &[frame.area], &mut out);
            assert!(out.len() < 2 * PART, "{}", out.len());
            terminal.process(&out);
            parts += 1;
            if done == Painted::Whole {
                break;
            }
        }
        assert!(parts > 10, "{parts}");
        assert_eq!(terminal.screen().contents().matches('é').count(), 100_000);
    }

    fn any_frame(width: u16, height: u16) -> impl Strategy<Value = Buffer> {
        let piece = (
            0..width,
            0..height,
            prop::sample::select(vec!["a", "été", "日本", "▓░", "", "xyz zyx"]),
            prop::sample::select(vec![
                Style::new(),
                Style::new().bold(),
                Style::new().dim().italic(),
                Style::new().red().on_blue(),
                Style::new().fg(Color::Indexed(99)).reversed().underlined(),
                Style::new().bg(Color::Rgb(1, 2, 3)),
            ]),
        );
        prop::collection::vec(piece, 0..30).prop_map(move |pieces| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            for (x, y, text, style) in pieces {
                buffer.set_string(x, y, text, style);
            }
            buffer
        })
    }

    proptest! {
        #[test]
        fn a_terminal_shows_the_last_frame_whatever_came_before(frames in prop::collection::vec(any_frame(23, 5), 1..6)) {
            let mut painter = Painter::new(Depth::True);
            let mut terminal = vt100::Parser::new(5, 23, 0);
            for frame in &frames {
                let mut out = Vec::new();
                painter.paint(frame, &[frame.area], &mut out);
                terminal.process(&out);
            }
            let last = frames.last().expect("at least one");
            let mut fresh = vt100::Parser::new(5, 23, 0);
            let mut out = Vec::new();
            Painter::new(Depth::True).paint(last, &[last.area], &mut out);
            fresh.process(&out);
            for (y, row) in (0_u16..).zip(last.content.chunks(23)) {
                let mut x = 0;
                while let Some(cell) = row.get(x) {
                    let columns = usize::from(cell.cell_width()).max(1);
                    let at = (y, u16::try_from(x).unwrap());
                    let (shown, wanted) = (terminal.screen().cell(at.0, at.1).unwrap(), fresh.screen().cell(at.0, at.1).unwrap());
                    let blank = if shown.contents().is_empty() { " " } else { shown.contents() };
                    if x + columns <= 23 {
                        prop_assert_eq!(blank, cell.symbol(), "{:?}", at);
                    }
                    prop_assert_eq!((shown.fgcolor(), shown.bgcolor(), shown.bold(), shown.inverse()),
                        (wanted.fgcolor(), wanted.bgcolor(), wanted.bold(), wanted.inverse()), "{:?}", at);
                    x += columns;
                }
            }
        }
    }
}
