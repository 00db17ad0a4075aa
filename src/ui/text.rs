//! Text in cells: cut, wrapped at words, and measured as the terminal measures it.

#[cfg(test)]
mod tests;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::Style;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// The width of a text in cells.
pub fn width(text: &str) -> u16 {
    if let Some(cells) = simple(text) {
        return cells;
    }
    text.graphemes(true).fold(0_u16, |sum, cluster| sum.saturating_add(cluster.cell_width()))
}

/// The width of a text in which every character is one cell: most texts need no look at clusters.
fn simple(text: &str) -> Option<u16> {
    let mut cells = 0_u16;
    for c in text.chars() {
        match c {
            // Letters of European languages, their punctuation, lines and blocks; no mark, control or soft hyphen.
            ' '..='~'
            | '\u{a0}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '–'
            | '—'
            | '’'
            | '…'
            | '\u{2500}'..='\u{25bf}' => {
                cells = cells.saturating_add(1);
            }
            _ => return None,
        }
    }
    Some(cells)
}

/// The width of the longest text, at most `most`.
pub fn longest<T: AsRef<str>>(most: u16, texts: impl IntoIterator<Item = T>) -> u16 {
    texts.into_iter().map(|text| width(text.as_ref())).max().unwrap_or(0).min(most)
}

/// Cuts a text before an ellipsis; no grapheme is split.
pub fn cut(text: &str, max: u16) -> Cow<'_, str> {
    // A text of so few bytes cannot be too wide: no cluster is wider than its bytes.
    if text.len() <= usize::from(max) || width(text) <= max {
        return Cow::Borrowed(text);
    }
    if max == 0 {
        return Cow::Borrowed("");
    }
    if simple(text).is_some() {
        let end = text.char_indices().nth(usize::from(max - 1)).map_or(text.len(), |(at, _)| at);
        return Cow::Owned(format!("{}…", text[..end].trim_end()));
    }
    let mut room = max - 1;
    let mut end = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        let Some(rest) = room.checked_sub(cluster.cell_width()) else { break };
        room = rest;
        end = at + cluster.len();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// Writes at most `max` cells of one line, and returns the next cell.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return x;
    }
    let max = max.min(area.right() - x);
    let text = cut(text, max);
    let Some(cells) = simple(&text) else {
        return buffer.set_stringn(x, y, text, max.into(), style).0;
    };
    let start = buffer.index_of(x, y);
    for (cell, c) in buffer.content[start..start + usize::from(cells.min(max))].iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
    }
    x + cells.min(max)
}

/// Wraps a text at spaces; if more than `lines` are needed, the last is cut.
pub fn wrap(text: &str, max: u16, lines: usize) -> Vec<Cow<'_, str>> {
    let mut out = Vec::new();
    if max == 0 || lines == 0 {
        return out;
    }
    for paragraph in text.split('\n') {
        let mut rest = paragraph.trim_end_matches(' ');
        while let Some((line, after)) = break_line(rest, max) {
            if out.len() + 1 == lines {
                out.push(cut(rest, max));
                return out;
            }
            out.push(Cow::Borrowed(line));
            rest = after;
        }
        out.push(Cow::Borrowed(rest));
        if out.len() == lines {
            break;
        }
    }
    out
}

/// The text in as many lines as it takes.
pub fn wrap_all(text: &str, max: u16) -> Vec<Cow<'_, str>> {
    wrap(text, max.max(1), usize::MAX)
}

/// Splits a line that is too wide: at the last space that fits, else between two characters.
fn break_line(text: &str, max: u16) -> Option<(&str, &str)> {
    if text.len() <= usize::from(max) {
        return None;
    }
    let (mut used, mut space, mut has_word) = (0_u16, None, false);
    for (at, cluster) in text.grapheme_indices(true) {
        if cluster != " " {
            has_word = true;
        } else if has_word {
            space = Some(at);
        }
        used = used.saturating_add(cluster.cell_width());
        if used > max {
            return Some(match space {
                Some(space) => (text[..space].trim_end(), text[space..].trim_start()),
                // A character wider than the line has it to itself.
                None if cluster.len() == text.len() => return None,
                None if at == 0 => text.split_at(cluster.len()),
                None => text.split_at(at),
            });
        }
    }
    None
}
