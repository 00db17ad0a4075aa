//! The frame of a window, and lines of text in it.

use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType};

use super::scroll::Scroll;
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over};
use crate::ui::scene::Hit;
use crate::ui::text;

pub type Line = Vec<(String, Meaning)>;

/// The position of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    Middle,
    /// Its top stays while its height changes.
    Top,
}

/// Draws an empty window of at most `width` × `height` cells, borders included, and returns its inside.
pub fn window(
    canvas: &Canvas<'_>,
    area: Rect,
    position: Position,
    (width, height): (u16, u16),
    (title, hint): (&str, &str),
) -> Rect {
    let area = area.intersection(canvas.area());
    let width = width.min(area.width);
    let height = height.min(area.height);
    let above = match position {
        Position::Middle => (area.height - height) / 2,
        Position::Top => ((area.height - height) / 2).min(area.height / 8),
    };
    let window = Rect { x: area.x + (area.width - width) / 2, y: area.y + above, width, height };
    canvas.hit(window, Hit::Overlay);
    canvas.blank(window, Meaning::Overlay);
    if window.width < 5 || window.height < 3 {
        return Rect { width: 0, height: 0, ..window };
    }
    let border = canvas.style(Over(Meaning::OverlayBorder));
    canvas.draw(Block::bordered().border_type(BorderType::Rounded).border_style(border), window);
    let inside = window.width - 4;
    if !title.is_empty() {
        canvas.put(window.x + 2, window.y, inside, &format!(" {title} "), Over(Meaning::OverlayTitle));
    }
    if !hint.is_empty() {
        let hint = format!(" {hint} ");
        canvas.put_right(window.right() - 2, window.bottom() - 1, inside, &hint, Over(Meaning::HintText));
    }
    let side = if window.width > 40 { 2 } else { 1 };
    Rect { x: window.x + side, y: window.y + 1, width: window.width - 2 * side, height: window.height - 2 }
}

/// The width of a window: at most `most`, with a margin if there is room.
pub fn roomy(area: Rect, most: u16) -> u16 {
    if area.width >= 70 { most.min(area.width - 4) } else { most.min(area.width) }
}

/// The height of a window with borders and `more` lines.
pub fn height(lines: usize, more: u16) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(more)
}

/// Text cut into lines of one meaning.
pub fn paragraph(words: &str, width: u16, meaning: Meaning) -> impl Iterator<Item = Line> {
    text::wrap_all(words, width).into_iter().map(move |line| vec![(line.into_owned(), meaning)])
}

/// Draws scrolled lines; the number of lines below is written at `more`.
pub fn scrolled(canvas: &Canvas<'_>, area: Rect, lines: &[Line], scroll: &Scroll, more: Rect) {
    let top = scroll.fit(lines.len(), area.height.into());
    for (row, line) in area.rows().zip(lines.iter().skip(top)) {
        let mut x = row.x;
        for (words, meaning) in line {
            x = canvas.put(x, row.y, row.right().saturating_sub(x), words, Over(*meaning));
        }
    }
    let below = scroll.below();
    if below > 0 && !more.is_empty() {
        canvas.line(more, &canvas.say_with("ask-more", &vars![lines = below]), Over(Meaning::More));
    }
}
