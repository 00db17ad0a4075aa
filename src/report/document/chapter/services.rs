//! The services: outages, and whether each objective was met.

use crate::document::ColumnKind::{Brief, Figure as Number, Name};
use crate::document::{Block, Section, Text, Tone};
use crate::incident::{Health, Span};
use crate::report::document::pen::Pen;
use crate::report::services::ServiceFigures;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let services = &pen.report.services;
    if services.is_empty() {
        return pen.section("services", Vec::new());
    }
    let has_data = services.iter().any(|it| it.rpo.is_some() || it.data_loss.is_some());
    let mut columns = vec![
        ("service", Name),
        ("priority", Number),
        ("health", Brief),
        ("down", Number),
        ("degraded", Number),
        ("rto", Number),
        ("kept", Brief),
    ];
    if has_data {
        columns.extend([("data-loss", Number), ("rpo", Number), ("kept", Brief)]);
    }
    let mut table = pen.table("services", &columns);
    for service in services {
        let mut cells = vec![
            Text::quoted(&service.name),
            service.priority.to_string().into(),
            health(pen, service.health),
            lasted(pen, service.down),
            lasted(pen, service.degraded),
            optional(pen, service.rto),
            rto_kept(pen, service),
        ];
        if has_data {
            cells.extend([
                optional(pen, service.data_loss),
                optional(pen, service.rpo),
                rpo_kept(pen, service),
            ]);
        }
        table.push(cells);
    }
    let mut blocks = vec![Block::Table(table)];
    let outages: Vec<_> = services.iter().filter_map(|service| outages(pen, service)).collect();
    if !outages.is_empty() {
        blocks.push(Block::List(outages));
    }
    let note = if has_data { "report-note-services-data" } else { "report-note-services" };
    blocks.push(Block::Paragraph(pen.note(note)));
    pen.section("services", blocks)
}

/// From when to when a service was down or degraded.
fn outages(pen: &Pen<'_>, service: &ServiceFigures) -> Option<Text> {
    let mut text = Text::of(Tone::Strong, &*service.name);
    let mut before = pen.say("report-colon");
    for outage in &service.outages {
        let span = match outage.to {
            Some(_) => pen.timing.between(outage.from, outage.to),
            None => pen.with("report-still", &[("from", pen.timing.when(outage.from).into())]),
        };
        text = text.and(Tone::Plain, format!("{before}{} {span}", pen.lang.health(outage.health)));
        " · ".clone_into(&mut before);
    }
    (!service.outages.is_empty()).then_some(text)
}

fn health(pen: &Pen<'_>, health: Health) -> Text {
    let (tone, sign) = match health {
        Health::Up => (Tone::Plain, ""),
        Health::Degraded | Health::Down => (Tone::Bad, " ▲"),
    };
    Text::of(tone, format!("{}{sign}", pen.lang.health(health)))
}

fn lasted(pen: &Pen<'_>, span: Span) -> Text {
    if span.is_zero() { Text::of(Tone::Muted, "0") } else { pen.timing.lasted(span).into() }
}

fn optional(pen: &Pen<'_>, span: Option<Span>) -> Text {
    span.map(|span| pen.timing.lasted(span)).unwrap_or_default().into()
}

fn rto_kept(pen: &Pen<'_>, service: &ServiceFigures) -> Text {
    match service.rto_left {
        _ if !service.hit => Text::of(Tone::Muted, pen.say("report-not-hit")),
        Some(left) if service.health == Health::Down && left >= Span::zero() => {
            let left = pen.timing.lasted(left);
            Text::of(Tone::Bad, format!("{} ▲", pen.with("report-still-left", &[("left", left.into())])))
        }
        Some(left) => kept(pen, left),
        None => Text::default(),
    }
}

fn rpo_kept(pen: &Pen<'_>, service: &ServiceFigures) -> Text {
    match (service.rpo_left, service.rpo) {
        _ if !service.hit => Text::default(),
        (Some(left), _) => kept(pen, left),
        (None, Some(_)) => Text::of(Tone::Muted, pen.say("report-unknown")),
        (None, None) => Text::default(),
    }
}

fn kept(pen: &Pen<'_>, left: Span) -> Text {
    if left < Span::zero() {
        Text::of(Tone::Bad, format!("{} {} ▲", pen.say("report-no"), pen.lang.slip(-left)))
    } else {
        Text::of(Tone::Good, format!("{} ✔", pen.say("report-yes")))
    }
}
