//! What every chapter is written with: the report, its language, shared phrases.

use fluent_bundle::FluentValue;

use super::timing::Timing;
use crate::document::{Block, Column, ColumnKind, Row, Table, Text, Tone};
use crate::incident::{Moment, PersonName, Span};
use crate::lang::{Lang, vars};
use crate::report::data::Report;
use crate::report::open::Open;
use crate::report::review::{ActionState, ReportedAction};
use crate::report::serial::name;

/// The number of people named beside a step; the table of roles names all.
const PEOPLE: usize = 2;

pub struct Pen<'a> {
    pub report: &'a Report,
    pub lang: Lang,
    pub timing: Timing,
}

impl<'a> Pen<'a> {
    pub fn new(report: &'a Report) -> Self {
        Self { report, lang: report.lang, timing: Timing::of(report) }
    }

    pub fn say(&self, key: &str) -> String {
        self.lang.say(key)
    }

    pub fn with(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.lang.say_with(key, variables)
    }

    pub fn section_title(&self, id: &'static str) -> String {
        self.with("report-section", &vars![section = id])
    }

    /// Returns a table, captioned as its chapter; the column `name` names each row.
    pub fn table(
        &self,
        chapter: &'static str,
        name: &str,
        columns: &[&str],
        cells: impl Iterator<Item = Vec<Text>>,
    ) -> Block {
        self.table_of(chapter, name, columns, cells.map(Row::Cells).collect())
    }

    pub fn table_of(&self, chapter: &'static str, name: &str, columns: &[&str], rows: Vec<Row>) -> Block {
        let column = |column: &&str| Column {
            title: self.with("report-column", &vars![column = (*column).to_owned()]),
            kind: if *column == name { ColumnKind::Name } else { kind_of(column) },
        };
        let columns = columns.iter().map(column).collect();
        Block::Table(Table { caption: self.section_title(chapter), columns, rows })
    }

    pub fn list(&self, title: &str, items: impl Iterator<Item = Text>) -> Vec<Block> {
        let items: Vec<Text> = items.collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![Block::Paragraph(Text::of(Tone::Strong, self.say(title))), Block::List(items)]
    }

    pub fn note(&self, key: &str) -> Block {
        Block::Paragraph(Text::of(Tone::Muted, self.say(key)))
    }

    /// From when to when something lasted; since when, if it still does.
    pub fn span(&self, from: Moment, to: Option<Moment>) -> String {
        match to {
            Some(_) => self.timing.between(from, to),
            None => self.with("report-still", &vars![from = self.timing.when(from)]),
        }
    }

    pub fn lasted(&self, span: Option<Span>) -> Text {
        span.map(|span| self.timing.lasted(span)).unwrap_or_default().into()
    }

    /// `3 tasks not done, 1 of them late`.
    pub fn open_kind(&self, open: &Open) -> String {
        let mut kind = self.with("report-open-kind", &vars![kind = name(&open.what), count = open.count]);
        if open.late > 0 {
            kind += &self.with("report-open-late", &vars![count = open.late]);
        }
        kind
    }

    /// Appends the reason behind a colon, if there is one.
    pub fn because(&self, text: Text, reason: &str) -> Text {
        if reason.is_empty() {
            return text;
        }
        text.and(Tone::Plain, self.say("report-colon")).and(Tone::Quoted, reason)
    }

    /// `2 · 40m`; nothing if there were no blockers.
    pub fn blocked(&self, count: usize, lasted: Span) -> Text {
        if count == 0 {
            return Text::default();
        }
        format!("{count} · {}", self.timing.lasted(lasted)).into()
    }

    pub fn action_state(&self, action: &ReportedAction) -> Text {
        let state = if action.overdue { "late".to_owned() } else { name(&action.state) };
        let words = self.with("report-action-state", &vars![state]);
        match action.state {
            _ if action.overdue => Text::bad(words),
            ActionState::Done => Text::good(words),
            ActionState::Open | ActionState::Dropped => words.into(),
        }
    }

    pub fn damage(&self) -> Option<Text> {
        let damage = self.report.proof.damage.as_ref()?;
        let variables = vars![record = damage.record, why = damage.why.as_str()];
        Some(Text::of(Tone::Bad, self.with("report-damaged", &variables)))
    }
}

/// The kind of a column that does not name its row.
fn kind_of(column: &str) -> ColumnKind {
    match column {
        "at" | "due" | "ended" | "health" | "kept" | "planned" | "real" | "span" | "state" => ColumnKind::Brief,
        "basis" | "objections" | "outcome" | "owed" | "owner" | "people" | "reason" | "role" | "who" | "why" => {
            ColumnKind::Words
        }
        _ => ColumnKind::Figure,
    }
}

/// `A1 Replace the switch (F2)`.
pub fn action(action: &ReportedAction) -> Text {
    let id = Text::of(Tone::Strong, action.id.to_string());
    let text = id.and(Tone::Plain, " ").and(Tone::Quoted, &*action.title);
    match action.finding {
        Some(finding) => text.and(Tone::Muted, format!(" ({finding})")),
        None => text,
    }
}

pub fn people<'p>(people: impl IntoIterator<Item = &'p PersonName>) -> Text {
    let mut text = Text::default();
    for (place, person) in people.into_iter().enumerate() {
        if place > 0 {
            text = text.and(Tone::Plain, ", ");
        }
        text = text.and(Tone::Quoted, person.as_str());
    }
    text
}

/// The first of them, and the number of the others.
pub fn few_people(all: &[PersonName]) -> Text {
    // One more name takes no more room than its number.
    let named = if all.len() == PEOPLE + 1 { all.len() } else { all.len().min(PEOPLE) };
    let more = all.len() - named;
    let text = people(&all[..named]);
    if more == 0 { text } else { text.and(Tone::Muted, format!(" +{more}")) }
}
