//! What was decided, sent and logged, and the proof of it.

use crate::document::{Block, Row, Text, Tone};
use crate::lang::vars;
use crate::report::document::pen::Pen;
use crate::report::record::{Decision, InCommand, Logged};
use crate::report::serial::name;
use crate::report::updates::{AudienceFigures, Delivered, DeliveryOutcome, UpdateFigures};

/// The decisions, and who was in command.
pub fn decisions(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !pen.report.decisions.is_empty() {
        let cells = |decision: &Decision| {
            vec![
                pen.timing.when(decision.at).into(),
                undoable(pen, Text::default(), &decision.text, None, decision.undone),
                Text::quoted(&decision.why),
                Text::quoted(&decision.objections),
                Text::quoted(decision.by.as_str()),
            ]
        };
        let columns = ["at", "decision", "why", "objections", "who"];
        blocks.push(pen.table("decisions", "decision", &columns, pen.report.decisions.iter().map(cells)));
    } else if !pen.report.is_external() {
        blocks.push(pen.note("report-no-decision"));
    }
    if pen.report.commands.len() > 1 {
        let commands = pen.report.commands.iter().map(|it| in_command(pen, it));
        blocks.extend(pen.list("report-command", commands));
    }
    blocks
}

fn in_command(pen: &Pen<'_>, command: &InCommand) -> Text {
    let from = Text::from(format!("{} ", pen.timing.when(command.from)));
    let text = from.and(Tone::Strong, command.person.as_str());
    match &command.taken {
        Some(reason) => pen.because(text.and(Tone::Plain, pen.say("report-took-command")), reason),
        None => text.and(Tone::Plain, pen.say("report-in-command")),
    }
}

/// Appends what someone wrote, and what it said before it was corrected; struck and marked if it was undone.
fn undoable(pen: &Pen<'_>, text: Text, words: &str, struck: Option<&str>, undone: bool) -> Text {
    let mut text = text.and(if undone { Tone::Struck } else { Tone::Quoted }, words);
    if let Some(struck) = struck {
        text = text.and(Tone::Plain, " ").and(Tone::Struck, struck);
    }
    if undone { text.and(Tone::Muted, format!(" ({})", pen.say("report-taken-back"))) } else { text }
}

/// The status updates, and whether they were in time.
pub fn updates(pen: &Pen<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !pen.report.audiences.is_empty() {
        let columns = ["audience", "sent", "late", "worst", "owed"];
        let cells = pen.report.audiences.iter().map(|audience| audience_cells(pen, audience));
        blocks.push(pen.table("updates", "audience", &columns, cells));
    }
    let quote = |update: &UpdateFigures| Block::Quote { label: label(pen, update), text: update.text.clone() };
    blocks.extend(pen.report.updates.iter().map(quote));
    blocks
}

fn audience_cells(pen: &Pen<'_>, audience: &AudienceFigures) -> Vec<Text> {
    let external = if audience.external { pen.say("report-external") } else { String::new() };
    let late = audience.late.to_string();
    let owed = audience.owed.map(|due| pen.with("report-owed", &vars![due = pen.timing.at(due)]));
    vec![
        Text::quoted(&audience.name).and(Tone::Muted, external),
        audience.sent.to_string().into(),
        if audience.late > 0 { Text::of(Tone::Bad, late) } else { late.into() },
        audience.worst.map(|worst| pen.timing.slip(worst)).unwrap_or_default(),
        owed.map(|owed| Text::of(Tone::Bad, owed)).unwrap_or_default(),
    ]
}

/// When it was sent, to whom, by whom, and what became of it.
fn label(pen: &Pen<'_>, update: &UpdateFigures) -> Text {
    let mut label = Text::of(Tone::Strong, pen.timing.when(update.at))
        .and(Tone::Plain, " · ")
        .and(Tone::Quoted, &*update.audience_name)
        .and(Tone::Plain, format!(" · {}", pen.lang.occasion(update.occasion)));
    if let Some(by) = &update.by {
        label = label.and(Tone::Plain, " · ").and(Tone::Quoted, by.as_str());
    }
    if let Some(due) = update.due {
        label = label.and(Tone::Plain, " · ");
        let due = ("due", pen.timing.at(due).into());
        let Text(punctuality) = match update.late {
            Some(late) => Text::bad(pen.with("report-sent-late", &[due, ("late", pen.lang.duration(late).into())])),
            None => Text::good(pen.with("report-in-time", &[due])),
        };
        label.0.extend(punctuality);
    }
    update.deliveries.iter().fold(label, |label, delivery| delivered(pen, label, delivery))
}

fn delivered(pen: &Pen<'_>, label: Text, delivery: &Delivered) -> Text {
    let state = pen.with("report-delivery", &vars![state = name(&delivery.state)]);
    let has_arrived = delivery.state == DeliveryOutcome::Delivered;
    let (tone, sign) = if has_arrived { (Tone::Muted, "") } else { (Tone::Bad, " ▲") };
    let label = label.and(Tone::Plain, " · ").and(Tone::Code, &*delivery.target).and(tone, format!(" {state}{sign}"));
    if delivery.reason.is_empty() {
        return label;
    }
    label.and(Tone::Quoted, format!(" ({})", delivery.reason))
}

pub fn log(pen: &Pen<'_>) -> Vec<Block> {
    let zone = pen.timing.zone;
    let (mut rows, mut day, mut left_out) = (Vec::new(), None, 0_usize);
    for entry in &pen.report.log {
        if entry.technical {
            left_out += 1;
            continue;
        }
        let date = entry.at.with_timezone(&zone).date_naive();
        if day.replace(date) != Some(date) {
            rows.push(Row::Heading(pen.lang.long_date(entry.at, zone)));
        }
        rows.push(Row::Cells(entry_cells(pen, entry)));
    }
    let mut blocks = Vec::new();
    if pen.report.older_records > 0 {
        let older = pen.with("report-older", &vars![count = pen.report.older_records]);
        blocks.push(Block::Paragraph(Text::of(Tone::Bad, older)));
    }
    blocks.push(pen.table_of("log", "entry", &["seq", "at", "who", "entry"], rows));
    if left_out > 0 {
        let technical = pen.with("report-technical", &vars![count = left_out]);
        blocks.push(Block::Paragraph(Text::of(Tone::Muted, technical)));
    }
    blocks
}

fn entry_cells(pen: &Pen<'_>, entry: &Logged) -> Vec<Text> {
    let mut text = Text::default();
    if !entry.label.is_empty() {
        text = text.and(Tone::Strong, &*entry.label).and(Tone::Plain, " ");
    }
    vec![
        entry.seq.to_string().into(),
        pen.lang.time_of_second(entry.at, pen.timing.zone).into(),
        Text::quoted(entry.person.as_str()),
        undoable(pen, text, &entry.text, entry.struck.as_deref(), entry.undone),
    ]
}

/// What the report can be checked against.
pub fn proof(pen: &Pen<'_>) -> Vec<Block> {
    let proof = &pen.report.proof;
    let how = if pen.report.is_external() { "report-verify-external" } else { "report-verify" };
    let records = Text::from(pen.with("report-records", &vars![records = proof.records]));
    let head = records.and(Tone::Plain, " ").and(Tone::Code, &*proof.head);
    let paragraphs = pen.damage().into_iter().chain([head, pen.say(how).into()]);
    paragraphs.map(Block::Paragraph).collect()
}
