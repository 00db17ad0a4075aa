//! The line in which the log is searched; the list follows every letter.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::turn::{Choice, Turn};
use crate::theme::Meaning;
use crate::ui::log_list::Filter;
use crate::ui::scene::{Hit, Hits, Look};
use crate::ui::widget::field::{Field, Shape, Took};
use crate::ui::widget::window::{blank, cells, put};

#[derive(Debug)]
pub struct Search {
    field: Field,
    /// What Escape goes back to.
    before: Filter,
}

impl Search {
    pub fn new(before: Filter) -> Self {
        let mut field = Field::new(Shape::Line, &before.text);
        field.select_all();
        Self { field, before }
    }

    pub fn key(&mut self, key: &KeyEvent) -> Turn {
        match key.code {
            KeyCode::Enter => Turn::Close,
            KeyCode::Escape => Turn::Choose(Choice::Filter(self.before.clone())),
            _ => match self.field.key(key) {
                Took::Changed => Turn::Filter(self.filter()),
                Took::Moved | Took::Nothing => Turn::Stay,
            },
        }
    }

    pub fn paste(&mut self, text: &str) -> Turn {
        self.field.paste(text);
        Turn::Filter(self.filter())
    }

    fn filter(&self) -> Filter {
        Filter { text: self.field.text().to_owned(), ..self.before.clone() }
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, look: &Look, hits: &mut Hits) {
        if area.height == 0 {
            return;
        }
        let theme = &look.theme;
        let line = Rect { y: area.bottom() - 1, height: 1, ..area };
        hits.note(line, Hit::Overlay);
        blank(line, buffer, theme.style(Meaning::Overlay));
        let style = theme.style(Meaning::Overlay).patch(theme.style(Meaning::OverlayTitle));
        let label = format!(" {} ", look.lang.say("ask-search"));
        let used = put(buffer, line.x, line.y, line.width, &label, style);
        let hint = look.lang.say("ask-search-keys");
        let rest = line.width - used;
        let wide = if rest > cells(&hint) + 24 { rest - cells(&hint) - 2 } else { rest };
        let field = Rect { x: line.x + used, width: wide, ..line };
        self.field.render(field, buffer, theme, true);
        if wide < rest {
            let style = theme.style(Meaning::Overlay).patch(theme.style(Meaning::HintText));
            put(buffer, field.right() + 1, line.y, rest - wide - 1, &hint, style);
        }
    }
}
