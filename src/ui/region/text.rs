//! Text in cells: cut with an ellipsis, wrapped at words, measured as the terminal measures it.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// How many cells a text takes.
pub fn width(text: &str) -> u16 {
    if let Some(cells) = simple(text) {
        return cells;
    }
    text.graphemes(true).fold(0_u16, |sum, cluster| sum.saturating_add(cluster.cell_width()))
}

/// How many cells a text takes in which every character is one: most texts, so that most need no look at clusters.
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

/// The text, or as much of it as fits before an ellipsis; no visible character is torn apart.
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

/// Writes a line that ends at the cell before `right`, and returns its first cell.
pub fn put_right(buffer: &mut Buffer, right: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
    let text = cut(text, max);
    let x = right.saturating_sub(width(&text));
    put(buffer, x, y, max, &text, style);
    x
}

/// Writes on the upper border of a pane, and returns the next cell.
pub fn title(pane: Rect, title: &str, style: Style, buffer: &mut Buffer) -> u16 {
    put(buffer, pane.x + 2, pane.y, pane.width.saturating_sub(4), &format!(" {title} "), style)
}

/// Writes behind a title.
pub fn after_title(pane: Rect, x: u16, words: &str, style: Style, buffer: &mut Buffer) -> u16 {
    if words.is_empty() {
        return x;
    }
    put(buffer, x, pane.y, pane.right().saturating_sub(x + 2), &format!("{words} "), style)
}

/// The text in lines of at most `max` cells, broken at spaces; where more than `lines` are needed, the last is cut.
pub fn wrap(text: &str, max: u16, lines: usize) -> Vec<Cow<'_, str>> {
    let mut out = Vec::new();
    if max == 0 || lines == 0 {
        return out;
    }
    for paragraph in text.split('\n') {
        let mut rest = paragraph;
        loop {
            let whole = width(rest) <= max;
            if !whole && out.len() + 1 == lines {
                out.push(cut(rest, max));
                return out;
            }
            if whole {
                out.push(Cow::Borrowed(rest));
                break;
            }
            let (line, after) = break_line(rest, max);
            out.push(Cow::Borrowed(line));
            rest = after;
        }
        if out.len() == lines {
            break;
        }
    }
    out
}

/// Splits a line that is too wide: at the last space that fits, else between two characters.
fn break_line(text: &str, max: u16) -> (&str, &str) {
    let mut used = 0_u16;
    let mut space = None;
    for (at, cluster) in text.grapheme_indices(true) {
        if cluster == " " {
            space = Some(at);
        }
        used = used.saturating_add(cluster.cell_width());
        if used > max {
            return match space {
                Some(space) if space > 0 => (text[..space].trim_end(), text[space..].trim_start()),
                // One character that is wider than the line has it to itself.
                _ if at == 0 => text.split_at(cluster.len()),
                _ => text.split_at(at),
            };
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_leaves_whole_characters_and_an_ellipsis() {
        let cases = [
            ("Évaluation", 10, "Évaluation"),
            ("Évaluation", 9, "Évaluati…"),
            ("Mise à jour", 7, "Mise à…"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),
            ("👩‍💻👩‍💻", 3, "👩‍💻…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ];
        for (text, max, expected) in cases {
            assert_eq!(cut(text, max), expected);
            assert!(width(&cut(text, max)) <= max);
        }
    }

    #[test]
    fn simple_text_is_drawn_as_any_other() {
        for text in [
            "Évaluation – « œuvre »\u{a0}: 12…",
            "│ ████▌░ │",
            "e\u{301}té",
            "日本 abc",
            "soft\u{ad}hyphen",
            "\u{301}",
        ] {
            for width in 0..30 {
                let area = Rect::new(0, 0, 30, 1);
                let (mut drawn, mut expected) = (Buffer::empty(area), Buffer::empty(area));
                let style = Style::new().fg(ratatui::style::Color::Red);
                let end = put(&mut drawn, 3, 0, width, text, style);
                let fits = width.min(27);
                let by_ratatui = expected.set_stringn(3, 0, cut(text, fits), fits.into(), style).0;
                assert_eq!((&drawn, end), (&expected, by_ratatui), "{text:?} in {width}");
            }
        }
    }

    #[test]
    fn wrapping_breaks_at_words_and_cuts_the_last_line() {
        assert_eq!(wrap("un deux trois", 7, 9), ["un deux", "trois"]);
        assert_eq!(wrap("un deux trois", 7, 1), ["un deu…"]);
        assert_eq!(wrap("anticonstitutionnel", 8, 9), ["anticons", "titution", "nel"]);
        assert_eq!(wrap("日本語 テキスト", 5, 9), ["日本", "語", "テキ", "スト"]);
        assert_eq!(wrap("a\n\nb", 4, 9), ["a", "", "b"]);
        assert_eq!(wrap("日", 1, 9), ["日", ""]);
        assert_eq!(wrap("", 4, 9), [""]);
        assert!(wrap("a", 0, 9).is_empty());
    }
}
