//! A page of rows in parts with headings, scrolled.

use ratatui::layout::Rect;

use super::frame::Frame;
use crate::theme::Meaning;
use crate::ui::scene::Listing;
use crate::ui::{layout, text};

/// One part of a page.
pub struct Part<R> {
    /// The key of its heading.
    title: &'static str,
    /// The key of what it says when it is empty.
    nothing: &'static str,
    /// Whether a row belongs to it.
    holds: fn(&R) -> bool,
    pub trouble: Option<String>,
}

impl<R> Part<R> {
    pub const fn new(title: &'static str, nothing: &'static str, holds: fn(&R) -> bool) -> Self {
        Self { title, nothing, holds, trouble: None }
    }
}

/// A line of the page.
enum Line {
    Heading(&'static str),
    Words(String, Meaning),
    Row(usize),
}

/// Draws a page whose title ends at `x`; `draw` draws one row by its place.
pub fn render<R>(
    frame: &Frame<'_>,
    (body, x): (Rect, u16),
    parts: Vec<Part<R>>,
    (rows, chosen): (&[R], usize),
    draw: impl Fn(usize, Rect),
) {
    let inner = layout::inside(body);
    let height = usize::from(inner.height);
    let gaps = parts.len().saturating_sub(1);
    let mut lines = lay_out(frame, parts, rows, inner.width.saturating_sub(2));
    if lines.len() + gaps <= height {
        // A blank line before every part but the first.
        for place in (1..lines.len()).rev() {
            if matches!(lines[place], Line::Heading(_)) {
                lines.insert(place, Line::Words(String::new(), Meaning::Text));
            }
        }
    }
    let at = lines.iter().position(|line| matches!(line, Line::Row(row) if *row == chosen)).unwrap_or(0);
    // The heading above the first row stays visible with it.
    let is_top = at < height.saturating_sub(1);
    let first = if is_top { 0 } else { at.saturating_sub(height / 2).min(lines.len().saturating_sub(height)) };
    let last = (first + height).min(lines.len());
    let rows_in = |lines: &[Line]| lines.iter().filter(|line| matches!(line, Line::Row(_))).count();
    frame.more(body, x, Listing::Rows, (rows_in(&lines[..first]), rows_in(&lines[last..])));
    for (line, row) in lines[first..last].iter().zip(inner.rows()) {
        let room = Rect { x: row.x + 1, width: row.width.saturating_sub(2), ..row };
        match line {
            Line::Heading(key) => {
                let x = frame.line(room, &frame.say(key), Meaning::Title);
                frame.rule(x + 1, room.right(), row.y);
            }
            Line::Words(words, meaning) => {
                frame.line(room, words, *meaning);
            }
            Line::Row(place) => {
                draw(*place, row);
                if *place == chosen {
                    frame.paint(row, Meaning::Selection);
                }
            }
        }
    }
}

fn lay_out<R>(frame: &Frame<'_>, parts: Vec<Part<R>>, rows: &[R], width: u16) -> Vec<Line> {
    let mut lines = Vec::new();
    let words = |words: &str, most, meaning| {
        let wrapped = text::wrap(words, width, most).into_iter();
        wrapped.map(|line| Line::Words(line.into_owned(), meaning)).collect::<Vec<_>>()
    };
    for part in parts {
        lines.push(Line::Heading(part.title));
        lines.extend(part.trouble.iter().flat_map(|trouble| words(trouble, 3, Meaning::ClockLate)));
        let before = lines.len();
        lines.extend((0..rows.len()).filter(|place| (part.holds)(&rows[*place])).map(Line::Row));
        if lines.len() == before {
            lines.extend(words(&frame.say(part.nothing), 4, Meaning::TextMuted));
        }
    }
    lines
}
