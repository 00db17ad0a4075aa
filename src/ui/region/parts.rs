//! A page of rows in parts, each under its heading, as much of it as is in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::layout;
use super::super::scene::Listing;
use super::frame::Frame;
use super::{steps, text};
use crate::theme::Meaning;

/// One part of a page.
pub struct Part<R> {
    /// The key of its heading.
    pub title: &'static str,
    /// The key of what it says when it is empty.
    pub nothing: &'static str,
    /// Which rows are in it.
    pub holds: fn(&R) -> bool,
    /// What is wrong with it, said first.
    pub trouble: Option<String>,
}

/// A line of the page.
enum Line {
    Heading(&'static str),
    Nothing(String),
    Trouble(String),
    Blank,
    Row(usize),
}

/// Draws a page whose title ends at `x`; `draw` draws one row, by its place among all.
pub fn render<R>(
    frame: &Frame<'_>,
    (body, x): (Rect, u16),
    parts: Vec<Part<R>>,
    (rows, chosen): (&[R], usize),
    buffer: &mut Buffer,
    mut draw: impl FnMut(usize, Rect, &mut Buffer),
) {
    let inner = layout::inside(body);
    let height = usize::from(inner.height);
    let gaps = parts.len().saturating_sub(1);
    let mut lines = lay_out(frame, parts, rows, inner.width.saturating_sub(2));
    if lines.len() + gaps <= height {
        set_apart(&mut lines);
    }
    let at = lines.iter().position(|line| matches!(line, Line::Row(row) if *row == chosen)).unwrap_or(0);
    let first = match lines.len() {
        all if all <= height => 0,
        // The heading above the first row stays in sight with it.
        _ if at < height - 1 => 0,
        all => at.saturating_sub(height / 2).min(all - height),
    };
    let last = (first + height).min(lines.len());
    let hidden = (rows_in(&lines[..first]), rows_in(&lines[last..]));
    steps::more(frame, body, x, Listing::Rows, hidden, buffer);
    for (line, y) in lines[first..last].iter().zip(inner.y..inner.bottom()) {
        let row = Rect { y, height: 1, ..inner };
        let mut say = |words, meaning| {
            text::put(buffer, row.x + 1, y, row.width.saturating_sub(2), words, frame.style(meaning));
        };
        match line {
            Line::Heading(key) => heading(frame, &frame.say(key), row, buffer),
            Line::Blank => {}
            Line::Nothing(words) => say(words, Meaning::TextMuted),
            Line::Trouble(words) => say(words, Meaning::ClockLate),
            Line::Row(place) => {
                draw(*place, row, buffer);
                if *place == chosen {
                    buffer.set_style(row, frame.style(Meaning::Selection));
                }
            }
        }
    }
}

/// Sets a blank line before every part but the first.
fn set_apart(lines: &mut Vec<Line>) {
    for place in (1..lines.len()).rev() {
        if matches!(lines[place], Line::Heading(_)) {
            lines.insert(place, Line::Blank);
        }
    }
}

fn rows_in(lines: &[Line]) -> usize {
    lines.iter().filter(|line| matches!(line, Line::Row(_))).count()
}

fn lay_out<R>(frame: &Frame<'_>, parts: Vec<Part<R>>, rows: &[R], width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in parts {
        lines.push(Line::Heading(part.title));
        if let Some(words) = part.trouble {
            lines.extend(text::wrap(&words, width, 3).iter().map(|line| Line::Trouble(line.to_string())));
        }
        let before = lines.len();
        lines.extend((0..rows.len()).filter(|place| (part.holds)(&rows[*place])).map(Line::Row));
        if lines.len() == before {
            let words = frame.say(part.nothing);
            lines.extend(text::wrap(&words, width, 4).iter().map(|line| Line::Nothing(line.to_string())));
        }
    }
    lines
}

fn heading(frame: &Frame<'_>, words: &str, row: Rect, buffer: &mut Buffer) {
    let x =
        text::put(buffer, row.x + 1, row.y, row.width.saturating_sub(2), words, frame.style(Meaning::Title));
    for x in x + 1..row.right().saturating_sub(1) {
        text::put(buffer, x, row.y, 1, "─", frame.style(Meaning::Border));
    }
}
