//! A text to read above buttons on one line.

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
    focus: usize,
    pub scroll: Scroll,
}

impl Card {
    /// Handles a key; returns the place of the pressed button.
    pub fn key(&mut self, key: &KeyEvent, buttons: usize) -> Option<usize> {
        let count = buttons.max(1);
        match key.code {
            KeyCode::Enter => return Some(self.focus),
            KeyCode::Right | KeyCode::Tab | KeyCode::Char('l') => self.focus = (self.focus + 1) % count,
            KeyCode::Left | KeyCode::BackTab | KeyCode::Char('h') => {
                self.focus = (self.focus + count - 1) % count;
            }
            KeyCode::Char('k') => self.scroll.by(-1),
            KeyCode::Char('j') => self.scroll.by(1),
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
        let below = height(wrong.len(), 2);
        let size = (width, height(lines.len(), below + 2));
        let inside = window(canvas, area, Position::Middle, size, titles);
        if inside.is_empty() {
            return;
        }
        let body = Rect { height: inside.height.saturating_sub(below), ..inside };
        let mut rest = inside.rows().skip(body.height.into());
        let more = rest.next().filter(|row| row.y + 1 < inside.bottom()).unwrap_or_default();
        scrolled(canvas, body, lines, &self.scroll, more);
        let mut last = Rect { y: inside.bottom() - 1, height: 1, ..inside };
        for (row, line) in rest.zip(wrong) {
            for (words, meaning) in line {
                canvas.line(row, words, Over(*meaning));
            }
        }
        for (place, label) in labels.iter().enumerate() {
            let label = format!(" {label} ");
            let button = Rect { width: text::width(&label).min(last.width), ..last };
            canvas.hit(button, Hit::Row(place));
            let chip = if place == self.focus { Meaning::ChipActive } else { Meaning::Chip };
            let end = canvas.line(button, &label, Over(chip)) + 1;
            last = Rect { x: end, width: last.right().saturating_sub(end), ..last };
        }
    }
}
