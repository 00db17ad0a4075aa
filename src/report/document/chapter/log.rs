//! The log, day by day.

use crate::document::ColumnKind::{Brief, Figure as Number, Name, Words};
use crate::document::{Block, Row, Section, Text, Tone};
use crate::report::document::pen::Pen;
use crate::report::log::Logged;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let log = &pen.report.log;
    if log.is_empty() {
        return pen.section("log", Vec::new());
    }
    let columns = [("seq", Number), ("at", Brief), ("who", Words), ("entry", Name)];
    let mut table = pen.table("log", &columns);
    let (mut day, mut left_out) = (None, 0_usize);
    for entry in log {
        if entry.technical {
            left_out += 1;
            continue;
        }
        let date = entry.at.with_timezone(&pen.timing.zone).date_naive();
        if day.replace(date) != Some(date) {
            table.rows.push(Row::Heading(pen.lang.long_date(entry.at, pen.timing.zone)));
        }
        table.push(vec![
            entry.seq.to_string().into(),
            pen.lang.time_of_second(entry.at, pen.timing.zone).into(),
            Text::quoted(entry.person.as_str()),
            self::entry(pen, entry),
        ]);
    }
    let mut blocks = Vec::new();
    if pen.report.older_records > 0 {
        let older = pen.with("report-older", &[("count", pen.report.older_records.into())]);
        blocks.push(Block::Paragraph(Text::of(Tone::Bad, older)));
    }
    blocks.push(Block::Table(table));
    if left_out > 0 {
        let technical = pen.with("report-technical", &[("count", left_out.into())]);
        blocks.push(Block::Paragraph(Text::of(Tone::Muted, technical)));
    }
    pen.section("log", blocks)
}

fn entry(pen: &Pen<'_>, entry: &Logged) -> Text {
    let mut text = Text::default();
    if !entry.label.is_empty() {
        text = text.and(Tone::Strong, &*entry.label).and(Tone::Plain, " ");
    }
    text = text.and(if entry.undone { Tone::Struck } else { Tone::Quoted }, &*entry.text);
    if let Some(struck) = &entry.struck {
        text = text.and(Tone::Plain, " ").and(Tone::Struck, &**struck);
    }
    if entry.undone {
        text = text.and(Tone::Muted, format!(" ({})", pen.say("report-taken-back")));
    }
    text
}
