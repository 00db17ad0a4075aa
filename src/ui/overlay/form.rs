//! A form of one or several fields; nothing typed is lost when its answer is refused.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers};

use super::frame::{Stand, cells, put, roomy, window, wrap};
use super::{Stage, Turn};
use crate::lang::Lang;
use crate::theme::Meaning;
use crate::ui::ask::Question;
use crate::ui::field::{Field, Shape, Took};
use crate::ui::scene::{Hit, Hits};

/// So much typed text is not thrown away by one Escape.
const MUCH: usize = 20;

#[derive(Debug)]
pub struct Form {
    question: Question,
    title: String,
    /// What it is about, above the fields.
    about: String,
    rows: Vec<Row>,
    focus: usize,
    /// Who can be called by `@` in its texts.
    names: Vec<String>,
    /// Why the last answer was not taken.
    wrong: Option<String>,
    /// Escape was pressed once, and much would be lost.
    leaving: bool,
    top: Cell<usize>,
}

/// One field with its name.
#[derive(Debug)]
pub struct Row {
    label: String,
    holds: Holds,
    /// What it said at first.
    first: String,
    wrong: Option<String>,
    /// What an empty field shows.
    hint: String,
    takes: Takes,
    /// The choice, and which of its options makes this row appear.
    only_at: Option<(usize, usize)>,
}

/// Which letters a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    All,
    Digits,
}

#[derive(Debug)]
enum Holds {
    Text(Field),
    Choice { options: Vec<String>, at: usize, first: usize },
}

/// Which field is wrong, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub row: usize,
    pub why: String,
}

impl Row {
    pub fn line(label: String, text: &str) -> Self {
        Self::text(label, Shape::Line, text)
    }

    pub fn prose(label: String, text: &str) -> Self {
        Self::text(label, Shape::Prose, text)
    }

    /// The cursor stands before what is written already.
    #[must_use]
    pub fn at_start(mut self) -> Self {
        if let Holds::Text(field) = self.holds {
            self.holds = Holds::Text(field.at_start());
        }
        self
    }

    fn text(label: String, shape: Shape, text: &str) -> Self {
        let field = Field::new(shape, text);
        let first = field.text().to_owned();
        Self {
            label,
            holds: Holds::Text(field),
            first,
            wrong: None,
            hint: String::new(),
            takes: Takes::All,
            only_at: None,
        }
    }

    pub fn choice(label: String, options: Vec<String>, at: usize) -> Self {
        let at = at.min(options.len().saturating_sub(1));
        Self {
            label,
            holds: Holds::Choice { options, at, first: at },
            first: String::new(),
            wrong: None,
            hint: String::new(),
            takes: Takes::All,
            only_at: None,
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    #[must_use]
    pub fn digits(mut self) -> Self {
        self.takes = Takes::Digits;
        self
    }

    /// The row is there only while an option of a choice is chosen.
    #[must_use]
    pub fn only_at(mut self, choice: usize, option: usize) -> Self {
        self.only_at = Some((choice, option));
        self
    }
}

impl Form {
    pub const fn new(question: Question, title: String, about: String, rows: Vec<Row>) -> Self {
        Self {
            question,
            title,
            about,
            rows,
            focus: 0,
            names: Vec::new(),
            wrong: None,
            leaving: false,
            top: Cell::new(0),
        }
    }

    /// The same with people who can be called in its texts.
    #[must_use]
    pub fn naming(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    /// Those whose name begins as it is called before the cursor.
    fn candidates(&self) -> Vec<&str> {
        let Some(Holds::Text(field)) = self.rows.get(self.focus).map(|row| &row.holds) else {
            return Vec::new();
        };
        let Some(called) = field.called().map(str::to_lowercase) else { return Vec::new() };
        let fits = |name: &&str| name.to_lowercase().starts_with(&called) && name.len() > called.len();
        self.names.iter().map(String::as_str).filter(fits).collect()
    }

    /// Writes the first name out that fits what is called; whether there is one.
    fn complete(&mut self) -> bool {
        let Some(name) = self.candidates().first().map(ToString::to_string) else { return false };
        if let Some(Holds::Text(field)) = self.rows.get_mut(self.focus).map(|row| &mut row.holds) {
            field.call(&name);
        }
        true
    }

    /// The text of a field; of a choice, nothing.
    pub fn text(&self, row: usize) -> &str {
        match self.rows.get(row).map(|row| &row.holds) {
            Some(Holds::Text(field)) => field.text(),
            _ => "",
        }
    }

    /// Which option of a choice is chosen.
    pub fn chosen(&self, row: usize) -> usize {
        match self.rows.get(row).map(|row| &row.holds) {
            Some(Holds::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// Whether a field says something else than when the form was opened.
    pub fn is_changed(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| match &row.holds {
            Holds::Text(field) => field.text() != row.first,
            Holds::Choice { at, first, .. } => at != first,
        })
    }

    fn is_there(&self, row: &Row) -> bool {
        row.only_at.is_none_or(|(choice, option)| self.chosen(choice) == option)
    }

    /// Whether Enter leads to another field.
    fn has_more(&self) -> bool {
        self.rows.iter().skip(self.focus + 1).any(|row| self.is_there(row))
    }

    /// The answer was refused: the form says why.
    #[must_use]
    pub fn refused(mut self, why: String) -> Self {
        self.wrong = Some(why);
        self
    }

    pub fn key(&mut self, key: &KeyEvent, lang: Lang) -> Turn {
        let ctrl = key.modifiers.contains(Modifiers::CONTROL);
        let held = ctrl || key.modifiers.intersects(Modifiers::ALT | Modifiers::SHIFT);
        let leaving = std::mem::take(&mut self.leaving);
        match key.code {
            KeyCode::Escape => return self.escape(leaving),
            KeyCode::Char('c') if ctrl => return self.escape(leaving),
            KeyCode::Char('s') if ctrl => return self.submit(lang),
            KeyCode::Tab if self.complete() => {}
            KeyCode::Tab => self.focus_by(1),
            KeyCode::BackTab => self.focus_by(-1),
            KeyCode::Enter if held => return self.break_line(lang),
            KeyCode::Char('j') if ctrl => return self.break_line(lang),
            KeyCode::Enter if self.has_more() => self.focus_by(1),
            KeyCode::Enter => return self.submit(lang),
            _ => self.edit(key),
        }
        Turn::Stay
    }

    fn edit(&mut self, key: &KeyEvent) {
        let Some(row) = self.rows.get_mut(self.focus) else { return };
        let is_held = key.modifiers.intersects(Modifiers::CONTROL | Modifiers::ALT);
        match &mut row.holds {
            Holds::Text(_)
                if row.takes == Takes::Digits
                    && !is_held
                    && matches!(key.code, KeyCode::Char(letter) if !letter.is_ascii_digit()) => {}
            Holds::Text(field) => match field.key(key) {
                Took::Changed => {
                    row.wrong = None;
                    self.wrong = None;
                }
                Took::Nothing if key.code == KeyCode::Up => self.focus_by(-1),
                Took::Nothing if key.code == KeyCode::Down => self.focus_by(1),
                Took::Moved | Took::Nothing => {}
            },
            Holds::Choice { options, at, .. } => match key.code {
                KeyCode::Left | KeyCode::Char('h') => {
                    *at = at.checked_sub(1).unwrap_or_else(|| options.len().saturating_sub(1));
                }
                KeyCode::Right | KeyCode::Char('l' | ' ') => {
                    *at = if *at + 1 < options.len() { *at + 1 } else { 0 }
                }
                KeyCode::Home => *at = 0,
                KeyCode::End => *at = options.len().saturating_sub(1),
                KeyCode::Up | KeyCode::Char('k') => self.focus_by(-1),
                KeyCode::Down | KeyCode::Char('j') => self.focus_by(1),
                _ => {}
            },
        }
    }

    fn break_line(&mut self, lang: Lang) -> Turn {
        if let Some(Holds::Text(field)) = self.rows.get_mut(self.focus).map(|row| &mut row.holds)
            && field.new_line() == Took::Changed
        {
            return Turn::Stay;
        }
        self.submit(lang)
    }

    fn escape(&mut self, leaving: bool) -> Turn {
        let typed: usize = self
            .rows
            .iter()
            .map(|row| match &row.holds {
                Holds::Text(field) if field.text() != row.first => field.text().len(),
                _ => 0,
            })
            .sum();
        if typed < MUCH || leaving {
            return Turn::Close;
        }
        self.leaving = true;
        Turn::Stay
    }

    fn submit(&mut self, lang: Lang) -> Turn {
        for row in &mut self.rows {
            row.wrong = None;
        }
        self.wrong = None;
        match self.question.answer(self, lang) {
            Ok(answer) => Turn::Answer(answer),
            Err(wrong) => {
                self.focus = wrong.row.min(self.rows.len().saturating_sub(1));
                if let Some(row) = self.rows.get_mut(wrong.row) {
                    row.wrong = Some(wrong.why);
                }
                Turn::Stay
            }
        }
    }

    pub fn paste(&mut self, text: &str) -> Turn {
        self.leaving = false;
        if let Some(Row { holds: Holds::Text(field), wrong, .. }) = self.rows.get_mut(self.focus) {
            field.paste(text);
            *wrong = None;
        }
        Turn::Stay
    }

    pub fn click(&mut self, row: usize, column: u16, line: u16) -> Turn {
        let had = self.focus == row;
        if row >= self.rows.len() {
            return Turn::Stay;
        }
        self.focus = row;
        match self.rows.get_mut(row).map(|row| &mut row.holds) {
            Some(Holds::Text(field)) => field.click(column, line),
            Some(Holds::Choice { options, at, .. }) if had => *at = (*at + 1) % options.len().max(1),
            _ => {}
        }
        Turn::Stay
    }

    fn focus_by(&mut self, by: isize) {
        let rows = self.rows.len().max(1);
        for _ in 0..rows {
            self.focus = (self.focus + rows).saturating_add_signed(by) % rows;
            if self.rows.get(self.focus).is_none_or(|row| self.is_there(row)) {
                break;
            }
        }
    }

    pub fn render(&self, area: Rect, buffer: &mut Buffer, stage: &Stage<'_>, hits: &mut Hits) {
        let lang = stage.look.lang;
        let theme = &stage.look.theme;
        let width = roomy(area, 84);
        let inner = width.saturating_sub(4);
        let labels = self.rows.iter().map(|row| cells(&row.label)).max().unwrap_or(0) + 2;
        let beside = if inner >= labels + 24 { labels } else { 0 };
        let room = inner - beside;
        let about = if self.about.is_empty() { Vec::new() } else { wrap(&self.about, inner) };
        let foot = self.foot(lang).map_or_else(Vec::new, |(text, _)| wrap(&text, inner));

        let fixed = about.len().min(3) + foot.len().min(3) + 2;
        let free = usize::from(area.height).saturating_sub(fixed);
        let heights = self.heights(room, beside, free);
        let height = u16::try_from(fixed + heights.iter().sum::<usize>()).unwrap_or(u16::MAX);
        let keys = match (self.has_more(), self.is_prose()) {
            (false, false) => "ask-form-keys",
            (false, true) => "ask-form-keys-prose",
            (true, false) => "ask-form-keys-more",
            (true, true) => "ask-form-keys-more-prose",
        };
        let keys = lang.say(keys);
        let inside =
            window(area, buffer, stage.look, hits, Stand::Middle, (width, height), (&self.title, &keys));
        if inside.is_empty() {
            return;
        }
        let style = theme.style(Meaning::Overlay);
        let mut y = inside.y;
        for line in about.iter().take(3) {
            put(buffer, inside.x, y, inside.width, line, style.patch(theme.style(Meaning::TextMuted)));
            y += 1;
        }
        let bottom = inside.bottom().saturating_sub(u16::try_from(foot.len().min(3)).unwrap_or(0));
        let top = self.first_row(&heights, usize::from(bottom.saturating_sub(y)));
        for (place, (row, height)) in self.rows.iter().zip(&heights).enumerate().skip(top) {
            if !self.is_there(row) {
                continue;
            }
            let height = u16::try_from(*height).unwrap_or(u16::MAX).min(bottom.saturating_sub(y));
            if height == 0 {
                break;
            }
            let area = Rect { x: inside.x, y, width: inside.width, height };
            self.render_row(area, buffer, stage, hits, (place, row), beside.min(inside.width));
            y += height;
        }
        if let Some((_, meaning)) = self.foot(lang) {
            for (y, line) in (bottom..inside.bottom()).zip(&foot) {
                put(buffer, inside.x, y, inside.width, line, style.patch(theme.style(meaning)));
            }
        }
    }

    fn foot(&self, lang: Lang) -> Option<(String, Meaning)> {
        if self.leaving {
            return Some((lang.say("ask-form-leaving"), Meaning::MessageBad));
        }
        if let Some(why) = &self.wrong {
            return Some((why.clone(), Meaning::FieldError));
        }
        let names: Vec<String> = self.candidates().iter().take(5).map(|name| format!("@{name}")).collect();
        let names = names.join("  ");
        (!names.is_empty())
            .then(|| (lang.say_with("ask-call-names", &[("names", names.into())]), Meaning::TextMuted))
    }

    fn is_prose(&self) -> bool {
        self.rows
            .get(self.focus)
            .is_some_and(|row| matches!(&row.holds, Holds::Text(field) if field.shape() == Shape::Prose))
    }

    /// How many lines each row gets of `free`: fields of several lines give way first.
    fn heights(&self, room: u16, beside: u16, free: usize) -> Vec<usize> {
        let extra = |row: &Row| usize::from(beside == 0) + usize::from(row.wrong.is_some());
        let wanted: Vec<(usize, usize)> = self
            .rows
            .iter()
            .map(|row| match &row.holds {
                _ if !self.is_there(row) => (0, 0),
                Holds::Text(field) if field.shape() == Shape::Prose => {
                    let lines = if self.rows.len() == 1 { (4, 12) } else { (2, 6) };
                    (1 + extra(row), field.height(room).clamp(lines.0, lines.1) + extra(row))
                }
                _ => (1 + extra(row), 1 + extra(row)),
            })
            .collect();
        let mut left = free.saturating_sub(wanted.iter().map(|(least, _)| least).sum());
        let mut heights: Vec<usize> = wanted.iter().map(|(least, _)| *least).collect();
        // The field with the keyboard is served first.
        let mut order: Vec<usize> = (0..heights.len()).collect();
        order.sort_by_key(|place| *place != self.focus);
        for place in order {
            let more = (wanted[place].1 - heights[place]).min(left);
            heights[place] += more;
            left -= more;
        }
        heights
    }

    /// The first row that is drawn, so that the one with the keyboard is.
    fn first_row(&self, heights: &[usize], room: usize) -> usize {
        let mut top = self.top.get().min(self.focus);
        while top < self.focus && heights[top..=self.focus].iter().sum::<usize>() > room {
            top += 1;
        }
        self.top.set(top);
        top
    }

    fn render_row(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        stage: &Stage<'_>,
        hits: &mut Hits,
        (place, row): (usize, &Row),
        beside: u16,
    ) {
        let theme = &stage.look.theme;
        let style = theme.style(Meaning::Overlay);
        let has_keys = place == self.focus;
        hits.note(area, Hit::Row(place));
        let label =
            style.patch(theme.style(if has_keys { Meaning::OverlayTitle } else { Meaning::FieldLabel }));
        put(buffer, area.x, area.y, if beside > 0 { beside } else { area.width }, &row.label, label);
        let mut field = if beside > 0 {
            Rect { x: area.x + beside, width: area.width - beside, ..area }
        } else {
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        };
        if let Some(wrong) = &row.wrong
            && field.height > 1
        {
            field.height -= 1;
            put(
                buffer,
                field.x,
                field.bottom(),
                field.width,
                wrong,
                style.patch(theme.style(Meaning::FieldError)),
            );
        }
        match &row.holds {
            Holds::Text(text) => {
                text.render(field, buffer, theme, has_keys);
                if text.text().is_empty() && !row.hint.is_empty() && field.height > 0 {
                    let start = u16::from(has_keys);
                    let base = theme.style(if has_keys { Meaning::FieldFocus } else { Meaning::Field });
                    let style = base.patch(theme.style(Meaning::FieldPlaceholder));
                    let room = field.width.saturating_sub(start);
                    put(buffer, field.x + start, field.y, room, &row.hint, style);
                }
            }
            Holds::Choice { options, at, .. } => {
                let style = theme.style(if has_keys { Meaning::FieldFocus } else { Meaning::Field });
                let option = options.get(*at).map_or("", String::as_str);
                buffer.set_style(Rect { height: field.height.min(1), ..field }, style);
                if field.height > 0 {
                    let text =
                        if options.len() > 1 { format!("‹ {option} ›") } else { option.to_owned() };
                    put(buffer, field.x, field.y, field.width, &text, style);
                }
            }
        }
    }
}
