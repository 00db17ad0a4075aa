//! The rows of a form, and their answers.
//!
//! A row is named by the handle that adding it returns, so a form and its answer cannot disagree about rows:
//!
//! ```ignore
//! let mut rows = Rows::new(lang);
//! let reason = rows.line("ask-reason", "");
//! Form::new("ask-hold", rows, move |answers| Ok(Command::Header(HeaderCommand::Hold { reason: answers.optional_line(reason) })))
//! ```

use chrono::NaiveTime;
use fluent_bundle::FluentValue;

use crate::incident::{Line, Planned, Prose, read_seconds};
use crate::lang::Lang;
use crate::ui::widget::field::{Field, Shape};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle(usize);

/// Why an answer is invalid, and the row to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub(super) row: usize,
    pub why: String,
}

#[derive(Debug)]
pub struct Rows {
    lang: Lang,
    rows: Vec<Row>,
}

/// A field with its label.
#[derive(Debug)]
pub struct Row {
    pub label: String,
    pub value: Value,
    pub wrong: Option<String>,
    /// Shown while the field is empty.
    pub hint: String,
    pub is_digits: bool,
    /// The choice and option that make this row appear.
    only_at: Option<(Handle, usize)>,
}

/// The value of a row, and its initial value.
#[derive(Debug)]
pub enum Value {
    Text { field: Field, first: String },
    Choice { options: Vec<String>, at: usize, first: usize },
}

impl Rows {
    pub const fn new(lang: Lang) -> Self {
        Self { lang, rows: Vec::new() }
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    pub fn line(&mut self, label: &str, text: &str) -> Handle {
        self.labelled_line(self.lang.say(label), text)
    }

    /// Adds a field of one line whose label is not a message.
    pub fn labelled_line(&mut self, label: String, text: &str) -> Handle {
        self.text(label, Field::new(Shape::Line, text))
    }

    pub fn hinted_line(&mut self, label: &str, hint: &str, text: &str) -> Handle {
        let row = self.line(label, text);
        self.hint(row, hint);
        row
    }

    pub fn prose(&mut self, label: &str, text: &str) -> Handle {
        self.text(self.lang.say(label), Field::new(Shape::Prose, text))
    }

    /// Adds a field of several lines with the cursor before its text.
    pub fn prose_at_start(&mut self, label: &str, text: &str) -> Handle {
        self.text(self.lang.say(label), Field::new(Shape::Prose, text).at_start())
    }

    pub fn choice(&mut self, label: &str, options: Vec<String>, at: usize) -> Handle {
        let at = at.min(options.len().saturating_sub(1));
        Handle(self.add(self.lang.say(label), Value::Choice { options, at, first: at }))
    }

    pub fn hint(&mut self, row: Handle, hint: &str) {
        let hint = self.lang.say(hint);
        if let Some(row) = self.rows.get_mut(row.0) {
            row.hint = hint;
        }
    }

    /// Lets a row accept digits only.
    pub fn digits(&mut self, row: Handle) {
        if let Some(row) = self.rows.get_mut(row.0) {
            row.is_digits = true;
        }
    }

    /// Hides a row until an option of a choice is chosen.
    pub fn only_at(&mut self, row: Handle, choice: Handle, option: usize) {
        if let Some(row) = self.rows.get_mut(row.0) {
            row.only_at = Some((choice, option));
        }
    }

    fn text(&mut self, label: String, field: Field) -> Handle {
        let first = field.text().to_owned();
        Handle(self.add(label, Value::Text { field, first }))
    }

    fn add(&mut self, label: String, value: Value) -> usize {
        let (wrong, hint, is_digits, only_at) = (None, String::new(), false, None);
        self.rows.push(Row { label, value, wrong, hint, is_digits, only_at });
        self.rows.len() - 1
    }

    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

impl Row {
    /// Whether the row is shown, given the other rows.
    pub fn is_shown(&self, rows: &[Self]) -> bool {
        self.only_at.is_none_or(|(choice, option)| rows.get(choice.0).is_some_and(|row| row.chosen() == option))
    }

    pub fn is_changed(&self) -> bool {
        match &self.value {
            Value::Text { field, first } => field.text() != first,
            Value::Choice { at, first, .. } => at != first,
        }
    }

    pub fn is_prose(&self) -> bool {
        matches!(&self.value, Value::Text { field, .. } if field.shape() == Shape::Prose)
    }

    pub const fn field(&self) -> Option<&Field> {
        match &self.value {
            Value::Text { field, .. } => Some(field),
            Value::Choice { .. } => None,
        }
    }

    pub const fn field_mut(&mut self) -> Option<&mut Field> {
        match &mut self.value {
            Value::Text { field, .. } => Some(field),
            Value::Choice { .. } => None,
        }
    }

    const fn chosen(&self) -> usize {
        match &self.value {
            Value::Text { .. } => 0,
            Value::Choice { at, .. } => *at,
        }
    }
}

#[derive(Clone, Copy)]
pub struct Answers<'a> {
    rows: &'a [Row],
    lang: Lang,
}

impl<'a> Answers<'a> {
    pub(super) const fn new(rows: &'a [Row], lang: Lang) -> Self {
        Self { rows, lang }
    }

    pub fn text(&self, row: Handle) -> &'a str {
        self.rows.get(row.0).and_then(Row::field).map_or("", Field::text)
    }

    pub fn chosen(&self, row: Handle) -> usize {
        self.rows.get(row.0).map_or(0, Row::chosen)
    }

    /// The chosen one of the things behind the options.
    pub fn pick<T: Clone>(&self, row: Handle, things: &[T]) -> Result<T, Wrong> {
        things.get(self.chosen(row)).cloned().ok_or_else(|| self.needed(row))
    }

    /// Whether a row differs from its initial value.
    pub fn is_changed(&self, row: Handle) -> bool {
        self.rows.get(row.0).is_some_and(Row::is_changed)
    }

    /// A line that must not be empty.
    pub fn line(&self, row: Handle) -> Result<Line, Wrong> {
        let line = self.optional_line(row);
        if line.is_empty() { Err(self.needed(row)) } else { Ok(line) }
    }

    pub fn optional_line(&self, row: Handle) -> Line {
        Line::new(self.text(row))
    }

    /// A text that must not be empty.
    pub fn prose(&self, row: Handle) -> Result<Prose, Wrong> {
        let prose = self.optional_prose(row);
        if prose.as_str().trim().is_empty() { Err(self.needed(row)) } else { Ok(prose) }
    }

    pub fn optional_prose(&self, row: Handle) -> Prose {
        Prose::new(self.text(row))
    }

    /// A planned duration, `1h` or `1h..2h`.
    pub fn planned(&self, row: Handle) -> Result<Planned, Wrong> {
        self.optional_planned(row)?.ok_or_else(|| self.needed(row))
    }

    /// A planned duration; `None` if the row is empty.
    pub fn optional_planned(&self, row: Handle) -> Result<Option<Planned>, Wrong> {
        let text = self.text(row);
        if text.trim().is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|bad| self.wrong(row, self.lang.bad_planned(&bad)))
    }

    /// A duration in seconds; `None` if the row is empty.
    pub fn optional_seconds(&self, row: Handle) -> Result<Option<u32>, Wrong> {
        match self.text(row).trim() {
            "" => Ok(None),
            text => read_seconds(text).map(Some).map_err(|bad| self.wrong(row, self.lang.bad_planned(&bad))),
        }
    }

    /// A number between two bounds, inclusive.
    pub fn number(&self, row: Handle, (least, most): (u32, u32)) -> Result<u32, Wrong> {
        let number = self.text(row).trim().parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| {
            let bounds = [("least", FluentValue::from(least)), ("most", FluentValue::from(most))];
            self.wrong(row, self.lang.say_with("ask-number", &bounds))
        })
    }

    /// A time of day: `8:00`, `08h00` or `8h`.
    pub fn time(&self, row: Handle) -> Result<NaiveTime, Wrong> {
        let text = self.text(row).trim().to_lowercase().replace('h', ":");
        let (hour, minute) = text.split_once(':').unwrap_or((text.as_str(), ""));
        let minute = if minute.is_empty() { Some(0) } else { minute.trim().parse().ok() };
        let hour = hour.trim().parse().ok();
        let time = hour.zip(minute).and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
        time.ok_or_else(|| self.wrong(row, self.lang.say("ask-time-unreadable")))
    }

    #[expect(clippy::unused_self, reason = "the other answers are asked of the same value")]
    pub fn wrong(&self, row: Handle, why: String) -> Wrong {
        Wrong { row: row.0, why }
    }

    /// The error that a row must be filled in.
    pub fn needed(&self, row: Handle) -> Wrong {
        self.wrong(row, self.lang.say("ask-needed"))
    }
}
