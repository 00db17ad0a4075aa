//! A text to read above buttons, on one line or one below the other.

#[cfg(test)]
mod tests;

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::scroll::Scroll;
use super::window::{Line, Position, height, scrolled, window};
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over};
use crate::ui::scene::Hit;
use crate::ui::text;

/// The focused button, and the scrolling of the text.
#[derive(Debug, Default)]
pub struct Card {
    pub focus: usize,
    pub scroll: Scroll,
    /// The buttons are rows: up and down choose, and only a page key scrolls.
    pub stacked: bool,
    /// Somebody types text.
    pub is_typed_at: bool,
}

impl Card {
    /// Handles a key; returns the place of the pressed button.
    ///
    /// A letter presses nothing: it selects the last button, which does no harm, for the Enter that may end a sentence.
    pub fn key(&mut self, key: &KeyEvent, buttons: usize) -> Option<usize> {
        let count = buttons.max(1);
        match key.code {
            KeyCode::Enter => return Some(self.focus),
            KeyCode::Char(_) => {
                self.focus = count - 1;
                self.is_typed_at = true;
            }
            KeyCode::Right | KeyCode::Tab => self.focus = (self.focus + 1) % count,
            KeyCode::Left | KeyCode::BackTab => self.focus = (self.focus + count - 1) % count,
            KeyCode::Down if self.stacked => self.focus = (self.focus + 1) % count,
            KeyCode::Up if self.stacked => self.focus = (self.focus + count - 1) % count,
            _ => {
                self.scroll.key(key);
            }
        }
        None
    }

    /// Draws the window; `wrong` says why the last button was refused.
    pub fn render(
        &self,
        canvas: &Canvas<'_>,
        (area, width): (Rect, u16),
        titles: (&str, &str),
        lines: &[Line],
        wrong: &[Line],
        labels: &[String],
    ) {
        let rows = height(if self.stacked { labels.len() } else { 1 }, 0);
        let size = (width, height(lines.len() + wrong.len(), rows.saturating_add(3)));
        let inside = window(canvas, area, Position::Middle, size, titles);
        if inside.is_empty() {
            return;
        }
        // Where both do not fit, the text scrolls above at most as many buttons as half of the window holds.
        let rows = rows.min(inside.height.div_ceil(2).max(inside.height.saturating_sub(height(lines.len(), 1))));
        let below = height(wrong.len(), rows.saturating_add(1));
        let body = Rect { height: inside.height.saturating_sub(below), ..inside };
        let mut rest = inside.rows().skip(body.height.into());
        let more = rest.next().filter(|row| row.y + 1 < inside.bottom()).unwrap_or_default();
        scrolled(canvas, body, lines, &self.scroll, more);
        let mut last = Rect { y: inside.bottom() - rows, height: 1, ..inside };
        let above = if self.stacked { (self.focus + 1).saturating_sub(rows.into()) } else { 0 };
        for (row, line) in rest.zip(wrong) {
            for (words, meaning) in line {
                canvas.line(row, words, Over(*meaning));
            }
        }
        for (place, label) in labels.iter().enumerate().skip(above) {
            let label = format!(" {label} ");
            if last.y >= inside.bottom() {
                return;
            }
            let button = Rect { width: text::width(&label).min(last.width), ..last };
            canvas.hit(button, Hit::Row(place));
            let chip = if place == self.focus { Meaning::ChipActive } else { Meaning::Chip };
            let end = canvas.line(button, &label, Over(chip)) + 1;
            last = if self.stacked {
                Rect { y: last.y + 1, ..last }
            } else {
                Rect { x: end, width: last.right().saturating_sub(end), ..last }
            };
        }
    }
}
