//! The line in which the log is searched; the list follows every letter.

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent};

use super::turn::{Choice, Turn};
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over};
use crate::ui::log_list::Filter;
use crate::ui::scene::Hit;
use crate::ui::text::width;
use crate::ui::widget::field::{Field, Shape, Took};

#[derive(Debug)]
pub struct Search {
    field: Field,
    /// The filter that Escape restores.
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

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>) {
        if area.height == 0 {
            return;
        }
        let line = Rect { y: area.bottom() - 1, height: 1, ..area };
        canvas.hit(line, Hit::Overlay);
        canvas.blank(line, Meaning::Overlay);
        let label = format!(" {} ", canvas.say("ask-search"));
        let x = canvas.line(line, &label, Over(Meaning::OverlayTitle));
        let hint = canvas.say("ask-search-keys");
        let (rest, cells) = (line.right() - x, width(&hint));
        let wide = if rest > cells + 24 { rest - cells - 2 } else { rest };
        let field = Rect { x, width: wide, ..line };
        self.field.render(field, canvas, true);
        if wide < rest {
            canvas.put(field.right() + 1, line.y, rest - wide - 1, &hint, Over(Meaning::HintText));
        }
    }
}
