//! The status updates, and whether they were in time.

use crate::document::ColumnKind::{Figure as Number, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::document::pen::Pen;
use crate::report::updates::{AudienceFigures, Delivered, DeliveryOutcome, UpdateFigures};

pub fn chapter(pen: &Pen<'_>) -> Section {
    let mut blocks = Vec::new();
    if !pen.report.audiences.is_empty() {
        let columns =
            [("audience", Name), ("told", Number), ("late", Number), ("worst", Number), ("owed", Words)];
        let mut table = pen.table("updates", &columns);
        for audience in &pen.report.audiences {
            table.push(cells(pen, audience));
        }
        blocks.push(Block::Table(table));
    }
    for update in &pen.report.updates {
        blocks.push(Block::Quote { label: label(pen, update), text: update.text.clone() });
    }
    pen.section("updates", blocks)
}

fn cells(pen: &Pen<'_>, audience: &AudienceFigures) -> Vec<Text> {
    let external = if audience.external { pen.say("report-outside") } else { String::new() };
    let late = audience.late.to_string();
    let owed = audience.owed.map(|due| pen.with("report-owed", &[("due", pen.timing.at(due).into())]));
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
        let (tone, punctuality) = punctuality(pen, pen.timing.at(due), update);
        label = label.and(Tone::Plain, " · ").and(tone, punctuality);
    }
    update.deliveries.iter().fold(label, |label, delivery| delivered(pen, label, delivery))
}

fn punctuality(pen: &Pen<'_>, due: String, update: &UpdateFigures) -> (Tone, String) {
    match update.late {
        Some(late) => {
            let variables = [("due", due.into()), ("late", pen.lang.duration(late).into())];
            (Tone::Bad, format!("{} ▲", pen.with("report-told-late", &variables)))
        }
        None => (Tone::Good, format!("{} ✔", pen.with("report-in-time", &[("due", due.into())]))),
    }
}

fn delivered(pen: &Pen<'_>, label: Text, delivery: &Delivered) -> Text {
    let state = pen.with("report-delivery", &[("state", delivery.state.name().into())]);
    let has_arrived = delivery.state == DeliveryOutcome::Delivered;
    let (tone, sign) = if has_arrived { (Tone::Muted, "") } else { (Tone::Bad, " ▲") };
    let label =
        label.and(Tone::Plain, " · ").and(Tone::Code, &*delivery.target).and(tone, format!(" {state}{sign}"));
    if delivery.reason.is_empty() {
        return label;
    }
    label.and(Tone::Quoted, format!(" ({})", delivery.reason))
}
