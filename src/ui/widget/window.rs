//! The frame of a window, and text in cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border::ROUNDED;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::theme::Meaning;
use crate::ui::scene::{Hit, Hits, Look};

/// Where a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    Middle,
    /// Its top stays where it is while its height changes.
    Top,
}

/// Draws an empty window of at most `width` × `height` cells, borders included, and returns its inside.
pub fn window(
    area: Rect,
    buffer: &mut Buffer,
    look: &Look,
    hits: &mut Hits,
    position: Position,
    (width, height): (u16, u16),
    (title, hint): (&str, &str),
) -> Rect {
    let area = area.intersection(buffer.area);
    let width = width.min(area.width);
    let height = height.min(area.height);
    let above = match position {
        Position::Middle => (area.height - height) / 2,
        Position::Top => ((area.height - height) / 2).min(area.height / 8),
    };
    let window = Rect { x: area.x + (area.width - width) / 2, y: area.y + above, width, height };
    hits.note(window, Hit::Overlay);
    blank(window, buffer, look.theme.style(Meaning::Overlay));
    if window.width < 5 || window.height < 3 {
        return Rect { width: 0, height: 0, ..window };
    }
    border(
        window,
        buffer,
        look.theme.style(Meaning::Overlay).patch(look.theme.style(Meaning::OverlayBorder)),
    );
    let inside = window.width - 4;
    if !title.is_empty() {
        let style = look.theme.style(Meaning::Overlay).patch(look.theme.style(Meaning::OverlayTitle));
        put(buffer, window.x + 2, window.y, inside, &format!(" {title} "), style);
    }
    if !hint.is_empty() {
        let style = look.theme.style(Meaning::Overlay).patch(look.theme.style(Meaning::HintText));
        let hint = clip(&format!(" {hint} "), inside);
        let x = window.right() - 2 - cells(&hint);
        put(buffer, x, window.bottom() - 1, inside, &hint, style);
    }
    let side = if window.width > 40 { 2 } else { 1 };
    Rect { x: window.x + side, y: window.y + 1, width: window.width - 2 * side, height: window.height - 2 }
}

/// How wide a window is: at most `most`, with some of the screen to its sides if there is room.
pub fn roomy(area: Rect, most: u16) -> u16 {
    if area.width >= 70 { most.min(area.width - 4) } else { most.min(area.width) }
}

/// Empties an area, and the halves of wide letters that it cuts.
pub fn blank(area: Rect, buffer: &mut Buffer, style: Style) {
    for y in area.top()..area.bottom() {
        // A wide letter that ends under the window would hide its first column.
        if area.x > buffer.area.x && buffer[(area.x - 1, y)].symbol().width() > 1 {
            buffer[(area.x - 1, y)].set_symbol(" ");
        }
        for x in area.left()..area.right() {
            let cell = &mut buffer[(x, y)];
            cell.reset();
            cell.set_style(style);
        }
    }
}

fn border(area: Rect, buffer: &mut Buffer, style: Style) {
    let (left, right, top, bottom) = (area.left(), area.right() - 1, area.top(), area.bottom() - 1);
    for x in left..=right {
        buffer[(x, top)].set_symbol(ROUNDED.horizontal_top).set_style(style);
        buffer[(x, bottom)].set_symbol(ROUNDED.horizontal_bottom).set_style(style);
    }
    for y in top..=bottom {
        buffer[(left, y)].set_symbol(ROUNDED.vertical_left).set_style(style);
        buffer[(right, y)].set_symbol(ROUNDED.vertical_right).set_style(style);
    }
    for (x, y, corner) in [
        (left, top, ROUNDED.top_left),
        (right, top, ROUNDED.top_right),
        (left, bottom, ROUNDED.bottom_left),
        (right, bottom, ROUNDED.bottom_right),
    ] {
        buffer[(x, y)].set_symbol(corner);
    }
}

/// Writes one line, with an ellipsis if it does not fit, and returns how many cells it took.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
    if y < buffer.area.top() || y >= buffer.area.bottom() || x >= buffer.area.right() {
        return 0;
    }
    let text = clip(text, width.min(buffer.area.right() - x));
    let (end, _) = buffer.set_stringn(x, y, &text, usize::from(width), style);
    end - x
}

/// A text of at most `width` cells.
pub fn clip(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for cluster in text.graphemes(true) {
        if used + cluster.width() + 1 > width {
            break;
        }
        used += cluster.width();
        out.push_str(cluster);
    }
    if used < width {
        out.push('…');
    }
    out
}

/// How many cells a text takes.
pub fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// A text cut into lines at its breaks and at words.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(1));
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split_inclusive(' ') {
            let wide = word.trim_end_matches(' ').width();
            if used + wide > width && used > 0 {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            for cluster in word.graphemes(true) {
                let wide = cluster.width();
                if used + wide > width && (used > 0 && cluster != " ") {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(cluster);
                used += wide;
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_does_not_fit_ends_in_an_ellipsis() {
        assert_eq!(clip("Évaluation", 10), "Évaluation");
        assert_eq!(clip("Évaluation", 5), "Éval…");
        assert_eq!(clip("日本語", 4), "日…");
        assert_eq!(clip("abc", 1), "…");
        assert_eq!(clip("abc", 0), "");
    }

    #[test]
    fn text_is_cut_at_words_and_long_words_anywhere() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("un\n\ndeux", 8), ["un", "", "deux"]);
        assert_eq!(wrap("日本語", 1).len(), 3);
    }
}
