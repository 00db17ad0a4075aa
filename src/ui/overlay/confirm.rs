//! A question before something that is hard to take back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::frame::{Stand, cells, put, window, wrap};
use super::{Choice, Stage, Turn};
use crate::incident::Command;
use crate::ui::scene::{Hit, Hits};

/// Asks once; Enter or yes does it, anything else that means no does not.
#[derive(Debug)]
pub struct Confirm {
    title: String,
    text: String,
    then: Command,
}

impl Confirm {
    pub const fn new(title: String, text: String, then: Command) -> Self {
        Self { title, text, then }
    }

    pub fn key(&self, key: &KeyEvent) -> Turn {
        match key.code {
            KeyCode::Enter | KeyCode::Char('y' | 'Y' | 'o' | 'O') => self.yes(),
            KeyCode::Escape | KeyCode::Char('n' | 'N' | 'q') => Turn::Close,
            _ => Turn::Stay,
        }
    }

    pub fn click(&self, row: usize) -> Turn {
        if row == 0 { self.yes() } else { Turn::Close }
    }

    fn yes(&self) -> Turn {
        Turn::Choose(Choice::Send(self.then.clone()))
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let theme = &stage.look.theme;
        let width = area.width.min(64);
        let lines = wrap(&self.text, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let inside =
            window(area, buffer, stage.look, hits, Stand::Middle, (width, height), (&self.title, ""));
        let style = theme.style("overlay");
        for (y, line) in (inside.y..inside.bottom()).zip(&lines) {
            put(buffer, inside.x, y, inside.width, line, style);
        }
        if inside.height == 0 {
            return;
        }
        let mut x = inside.x;
        let y = inside.bottom() - 1;
        for (row, key) in ["ask-yes", "ask-no"].into_iter().enumerate() {
            let button = format!(" {} ", stage.look.lang.say(key));
            let wide = cells(&button).min(inside.right().saturating_sub(x));
            let look = if row == 0 { "chip.active" } else { "chip" };
            hits.note(Rect { x, y, width: wide, height: 1 }, Hit::Row(row));
            x += put(buffer, x, y, wide, &button, style.patch(theme.style(look))) + 1;
        }
    }
}
