//! A form of fields. Typed text survives a refused answer.

pub mod rows;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::fmt;

use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers};

use super::Outcome;
use super::field::{Shape, Took};
use super::window::{Position, height, roomy, window};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Over};
use crate::ui::scene::Hit;
use crate::ui::text::{self, wrap_all};
use rows::{Answers, Row, Rows, Value, Wrong};

/// More typed bytes than this are not lost by one Escape.
const MUCH: usize = 20;

type Read<A> = dyn Fn(&Answers<'_>) -> Result<A, Wrong> + Send;

/// A form whose answer is an `A`.
pub struct Form<A> {
    title: String,
    /// The text above the fields.
    about: String,
    lang: Lang,
    rows: Vec<Row>,
    answer: Box<Read<A>>,
    focus: usize,
    /// The people who can be mentioned by `@`.
    names: Vec<String>,
    /// Why the last answer was refused.
    wrong: Option<String>,
    /// Escape was pressed once, and much would be lost.
    leaving: bool,
    top: Cell<usize>,
}

impl<A> fmt::Debug for Form<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form").field("title", &self.title).field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl<A> Form<A> {
    pub fn new(title: &str, rows: Rows, answer: impl Fn(&Answers<'_>) -> Result<A, Wrong> + Send + 'static) -> Self {
        let lang = rows.lang();
        Self {
            title: lang.say(title),
            about: String::new(),
            lang,
            rows: rows.into_rows(),
            answer: Box::new(answer),
            focus: 0,
            names: Vec::new(),
            wrong: None,
            leaving: false,
            top: Cell::new(0),
        }
    }

    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }

    #[must_use]
    pub fn naming(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    #[must_use]
    pub fn refused(mut self, why: String) -> Self {
        self.wrong = Some(why);
        self
    }

    /// The people whose name begins with the mention before the cursor.
    fn candidates(&self) -> Vec<&str> {
        let field = self.rows.get(self.focus).and_then(Row::field);
        let Some(called) = field.and_then(|field| field.called()).map(str::to_lowercase) else {
            return Vec::new();
        };
        let fits = |name: &&str| name.to_lowercase().starts_with(&called) && name.len() > called.len();
        self.names.iter().map(String::as_str).filter(fits).collect()
    }

    /// Completes a mention by the first match; false if there is none.
    fn complete(&mut self) -> bool {
        let Some(name) = self.candidates().first().map(ToString::to_string) else { return false };
        if let Some(field) = self.rows.get_mut(self.focus).and_then(Row::field_mut) {
            field.call(&name);
        }
        true
    }

    fn is_shown(&self, row: &Row) -> bool {
        row.is_shown(&self.rows)
    }

    /// Whether Enter leads to another field.
    fn has_more(&self) -> bool {
        self.rows.iter().skip(self.focus + 1).any(|row| self.is_shown(row))
    }

    pub fn key(&mut self, key: &KeyEvent) -> Outcome<A> {
        let ctrl = key.modifiers.contains(Modifiers::CONTROL);
        let held = ctrl || key.modifiers.intersects(Modifiers::ALT | Modifiers::SHIFT);
        let leaving = std::mem::take(&mut self.leaving);
        match key.code {
            KeyCode::Escape => return self.escape(leaving),
            KeyCode::Char('c') if ctrl => return self.escape(leaving),
            KeyCode::Char('s') if ctrl => return self.submit(),
            KeyCode::Tab if self.complete() => {}
            KeyCode::Tab => self.focus_by(1),
            KeyCode::BackTab => self.focus_by(-1),
            KeyCode::Enter if held => return self.break_line(),
            KeyCode::Char('j') if ctrl => return self.break_line(),
            KeyCode::Enter if self.has_more() => self.focus_by(1),
            KeyCode::Enter => return self.submit(),
            _ => self.edit(key),
        }
        Outcome::Stay
    }

    fn edit(&mut self, key: &KeyEvent) {
        let Some(row) = self.rows.get_mut(self.focus) else { return };
        let is_held = key.modifiers.intersects(Modifiers::CONTROL | Modifiers::ALT);
        let is_letter = matches!(key.code, KeyCode::Char(letter) if !letter.is_ascii_digit());
        match &mut row.value {
            Value::Text { .. } if row.is_digits && !is_held && is_letter => {}
            Value::Text { field, .. } => match field.key(key) {
                Took::Changed => {
                    row.wrong = None;
                    self.wrong = None;
                }
                Took::Nothing if key.code == KeyCode::Up => self.focus_by(-1),
                Took::Nothing if key.code == KeyCode::Down => self.focus_by(1),
                Took::Moved | Took::Nothing => {}
            },
            Value::Choice { options, at, .. } => match key.code {
                KeyCode::Left | KeyCode::Char('h') => {
                    *at = at.checked_sub(1).unwrap_or_else(|| options.len().saturating_sub(1));
                }
                KeyCode::Right | KeyCode::Char('l' | ' ') => *at = if *at + 1 < options.len() { *at + 1 } else { 0 },
                KeyCode::Home => *at = 0,
                KeyCode::End => *at = options.len().saturating_sub(1),
                KeyCode::Up | KeyCode::Char('k') => self.focus_by(-1),
                KeyCode::Down | KeyCode::Char('j') => self.focus_by(1),
                _ => {}
            },
        }
    }

    fn break_line(&mut self) -> Outcome<A> {
        if let Some(field) = self.rows.get_mut(self.focus).and_then(Row::field_mut)
            && field.new_line() == Took::Changed
        {
            return Outcome::Stay;
        }
        self.submit()
    }

    fn escape(&mut self, leaving: bool) -> Outcome<A> {
        let changed = self.rows.iter().filter(|row| row.is_changed()).filter_map(Row::field);
        let typed: usize = changed.map(|field| field.text().len()).sum();
        if typed < MUCH || leaving {
            return Outcome::Close;
        }
        self.leaving = true;
        Outcome::Stay
    }

    fn submit(&mut self) -> Outcome<A> {
        for row in &mut self.rows {
            row.wrong = None;
        }
        self.wrong = None;
        match (self.answer)(&Answers::new(&self.rows, self.lang)) {
            Ok(answer) => Outcome::Done(answer),
            Err(wrong) => {
                self.focus = wrong.row.min(self.rows.len().saturating_sub(1));
                if let Some(row) = self.rows.get_mut(wrong.row) {
                    row.wrong = Some(wrong.why);
                }
                Outcome::Stay
            }
        }
    }

    pub fn paste(&mut self, text: &str) {
        self.leaving = false;
        if let Some(row) = self.rows.get_mut(self.focus)
            && let Some(field) = row.field_mut()
        {
            field.paste(text);
            row.wrong = None;
        }
    }

    /// Handles a click on a row: a second one on a choice selects the next option.
    pub fn click(&mut self, row: usize, column: u16, line: u16) {
        if row >= self.rows.len() {
            return;
        }
        let had = std::mem::replace(&mut self.focus, row) == row;
        match self.rows.get_mut(row).map(|row| &mut row.value) {
            Some(Value::Text { field, .. }) => field.click(column, line),
            Some(Value::Choice { options, at, .. }) if had => *at = (*at + 1) % options.len().max(1),
            _ => {}
        }
    }

    fn focus_by(&mut self, by: isize) {
        let rows = self.rows.len().max(1);
        for _ in 0..rows {
            self.focus = (self.focus + rows).saturating_add_signed(by) % rows;
            if self.rows.get(self.focus).is_none_or(|row| self.is_shown(row)) {
                break;
            }
        }
    }

    pub fn render(&self, area: Rect, canvas: &Canvas<'_>) {
        let width = roomy(area, 84);
        let inner = width.saturating_sub(4);
        let labels = text::longest(u16::MAX - 2, self.rows.iter().map(|row| row.label.as_str())) + 2;
        let beside = if inner >= labels + 24 { labels } else { 0 };
        let mut about = if self.about.is_empty() { Vec::new() } else { wrap_all(&self.about, inner) };
        about.truncate(3);
        let foot = self.foot();
        let mut below = foot.as_ref().map_or_else(Vec::new, |(words, _)| wrap_all(words, inner));
        below.truncate(3);

        let fixed = about.len() + below.len() + 2;
        let free = usize::from(area.height).saturating_sub(fixed);
        let heights = self.heights(inner - beside, beside, free);
        let keys = match (self.has_more(), self.is_prose()) {
            (false, false) => "ask-form-keys",
            (false, true) => "ask-form-keys-prose",
            (true, false) => "ask-form-keys-more",
            (true, true) => "ask-form-keys-more-prose",
        };
        let size = (width, height(fixed + heights.iter().sum::<usize>(), 0));
        let inside = window(canvas, area, Position::Middle, size, (&self.title, &canvas.say(keys)));
        if inside.is_empty() {
            return;
        }
        canvas.lines(inside, &about, Over(Meaning::TextMuted));
        let mut y = inside.y + height(about.len(), 0);
        let bottom = inside.bottom().saturating_sub(height(below.len(), 0));
        let top = self.first_row(&heights, usize::from(bottom.saturating_sub(y)));
        for (place, (row, rows)) in self.rows.iter().zip(&heights).enumerate().skip(top) {
            let rows = height(*rows, 0).min(bottom.saturating_sub(y));
            if !self.is_shown(row) {
                continue;
            }
            if rows == 0 {
                break;
            }
            let area = Rect { y, height: rows, ..inside };
            self.render_row(area, canvas, (place, row), beside.min(inside.width));
            y += rows;
        }
        if let Some((_, meaning)) = foot {
            canvas.lines(Rect { y: bottom, height: inside.bottom() - bottom, ..inside }, &below, Over(meaning));
        }
    }

    fn foot(&self) -> Option<(String, Meaning)> {
        let lang = self.lang;
        if self.leaving {
            return Some((lang.say("ask-form-leaving"), Meaning::MessageBad));
        }
        if let Some(why) = &self.wrong {
            return Some((why.clone(), Meaning::FieldError));
        }
        let names: Vec<String> = self.candidates().iter().take(5).map(|name| format!("@{name}")).collect();
        let names = names.join("  ");
        (!names.is_empty()).then(|| (lang.say_with("ask-call-names", &vars![names]), Meaning::TextMuted))
    }

    fn is_prose(&self) -> bool {
        self.rows.get(self.focus).is_some_and(Row::is_prose)
    }

    /// The heights of the rows within `free` lines: fields of several lines give way first.
    fn heights(&self, room: u16, beside: u16, free: usize) -> Vec<usize> {
        let extra = |row: &Row| usize::from(beside == 0) + usize::from(row.wrong.is_some());
        let wanted: Vec<(usize, usize)> = self
            .rows
            .iter()
            .map(|row| match &row.value {
                _ if !self.is_shown(row) => (0, 0),
                Value::Text { field, .. } if field.shape() == Shape::Prose => {
                    let lines = if self.rows.len() == 1 { (4, 12) } else { (2, 6) };
                    (1 + extra(row), field.height(room).clamp(lines.0, lines.1) + extra(row))
                }
                _ => (1 + extra(row), 1 + extra(row)),
            })
            .collect();
        let mut left = free.saturating_sub(wanted.iter().map(|(least, _)| least).sum());
        let mut heights: Vec<usize> = wanted.iter().map(|(least, _)| *least).collect();
        // The focused field is served first.
        let mut order: Vec<usize> = (0..heights.len()).collect();
        order.sort_by_key(|place| *place != self.focus);
        for place in order {
            let more = (wanted[place].1 - heights[place]).min(left);
            heights[place] += more;
            left -= more;
        }
        heights
    }

    /// The first drawn row, such that the focused one is visible.
    fn first_row(&self, heights: &[usize], room: usize) -> usize {
        let mut top = self.top.get().min(self.focus);
        while top < self.focus && heights[top..=self.focus].iter().sum::<usize>() > room {
            top += 1;
        }
        self.top.set(top);
        top
    }

    fn render_row(&self, area: Rect, canvas: &Canvas<'_>, (place, row): (usize, &Row), beside: u16) {
        let has_keys = place == self.focus;
        canvas.hit(area, Hit::Row(place));
        let of_label = if has_keys { Meaning::OverlayTitle } else { Meaning::FieldLabel };
        let label = Rect { width: if beside > 0 { beside } else { area.width }, ..area };
        canvas.line(label, &row.label, Over(of_label));
        let mut field = if beside > 0 {
            Rect { x: area.x + beside, width: area.width - beside, ..area }
        } else {
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        };
        if let Some(wrong) = &row.wrong
            && field.height > 1
        {
            field.height -= 1;
            canvas.put(field.x, field.bottom(), field.width, wrong, Over(Meaning::FieldError));
        }
        let of_field = if has_keys { Meaning::FieldFocus } else { Meaning::Field };
        match &row.value {
            Value::Text { field: text, .. } => {
                text.render(field, canvas, has_keys);
                if text.text().is_empty() && field.height > 0 {
                    let start = u16::from(has_keys);
                    let room = field.width.saturating_sub(start);
                    let hint = (of_field, Meaning::FieldPlaceholder);
                    canvas.put(field.x + start, field.y, room, &row.hint, hint);
                }
            }
            Value::Choice { options, at, .. } => {
                let option = options.get(*at).map_or("", String::as_str);
                canvas.paint(Rect { height: field.height.min(1), ..field }, of_field);
                if field.height > 0 {
                    let text = if options.len() > 1 { format!("‹ {option} ›") } else { option.to_owned() };
                    canvas.line(field, &text, of_field);
                }
            }
        }
    }
}
