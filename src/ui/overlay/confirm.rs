//! Something to read that ends in a question: each answer is a button.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::frame::{Stand, cells, put, roomy, window, wrap};
use super::{Choice, Stage, Turn};
use crate::incident::Command;
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::scene::{Hit, Hits};

/// Asks once; the first button is what is usually meant, the last one does nothing.
#[derive(Debug)]
pub struct Confirm {
    title: String,
    text: String,
    buttons: Vec<(String, Option<Choice>)>,
    focus: usize,
    top: usize,
    /// The lines there were, and how many of them showed.
    drawn: Cell<(usize, usize)>,
}

impl Confirm {
    /// Yes does it.
    pub fn new(title: String, text: String, then: Command, lang: Lang) -> Self {
        let buttons = vec![(lang.say("ask-yes"), Some(Choice::Send(then))), (lang.say("ask-no"), None)];
        Self::card(title, text, buttons)
    }

    pub const fn card(title: String, text: String, buttons: Vec<(String, Option<Choice>)>) -> Self {
        Self { title, text, buttons, focus: 0, top: 0, drawn: Cell::new((0, 1)) }
    }

    pub fn key(&mut self, key: &KeyEvent) -> Turn {
        let page = isize::try_from(self.drawn.get().1.max(2) - 1).unwrap_or(1);
        let count = self.buttons.len().max(1);
        match key.code {
            KeyCode::Enter => return self.press(self.focus),
            KeyCode::Char('y' | 'Y' | 'o' | 'O') => return self.press(0),
            KeyCode::Escape | KeyCode::Char('n' | 'N' | 'q') => return Turn::Close,
            KeyCode::Right | KeyCode::Tab | KeyCode::Char('l') => self.focus = (self.focus + 1) % count,
            KeyCode::Left | KeyCode::BackTab | KeyCode::Char('h') => {
                self.focus = (self.focus + count - 1) % count;
            }
            KeyCode::Up | KeyCode::Char('k') => self.go(-1),
            KeyCode::Down | KeyCode::Char('j') => self.go(1),
            KeyCode::PageUp => self.go(-page),
            KeyCode::PageDown => self.go(page),
            _ => {}
        }
        Turn::Stay
    }

    pub fn click(&self, row: usize) -> Turn {
        self.press(row)
    }

    pub fn go(&mut self, by: isize) {
        let (lines, shown) = self.drawn.get();
        self.top = self.top.saturating_add_signed(by).min(lines.saturating_sub(shown));
    }

    fn press(&self, button: usize) -> Turn {
        match self.buttons.get(button) {
            Some((_, Some(choice))) => Turn::Choose(choice.clone()),
            _ => Turn::Close,
        }
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let theme = &stage.look.theme;
        // A question is narrow, a briefing is a page to read.
        let width = if self.text.lines().count() > 3 { roomy(area, 84) } else { area.width.min(64) };
        let lines = wrap(&self.text, width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let keys = if self.buttons.len() > 2 { stage.look.lang.say("ask-card-keys") } else { String::new() };
        let inside =
            window(area, buffer, stage.look, hits, Stand::Middle, (width, height), (&self.title, &keys));
        let style = theme.style(Meaning::Overlay);
        let shown = usize::from(inside.height.saturating_sub(2));
        self.drawn.set((lines.len(), shown.max(1)));
        let top = self.top.min(lines.len().saturating_sub(shown));
        for (y, line) in (inside.y..inside.bottom().saturating_sub(2)).zip(lines.iter().skip(top)) {
            put(buffer, inside.x, y, inside.width, line, style);
        }
        if inside.height == 0 {
            return;
        }
        let below = lines.len().saturating_sub(top + shown);
        if below > 0 && inside.height > 1 {
            let more = stage.look.lang.say_with("ask-more", &[("lines", below.into())]);
            let style = style.patch(theme.style(Meaning::More));
            put(buffer, inside.x, inside.bottom() - 2, inside.width, &more, style);
        }
        let mut x = inside.x;
        let y = inside.bottom() - 1;
        for (row, (label, _)) in self.buttons.iter().enumerate() {
            let button = format!(" {label} ");
            let wide = cells(&button).min(inside.right().saturating_sub(x));
            let look = if row == self.focus { Meaning::ChipActive } else { Meaning::Chip };
            hits.note(Rect { x, y, width: wide, height: 1 }, Hit::Row(row));
            x += put(buffer, x, y, wide, &button, style.patch(theme.style(look))) + 1;
        }
    }
}
