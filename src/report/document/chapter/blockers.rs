//! What blocked tasks, and for how long.

use crate::document::ColumnKind::{Brief, Figure as Number, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::blockers::BlockerFigures;
use crate::report::document::pen::{Pen, people};

pub fn chapter(pen: &Pen<'_>) -> Section {
    if pen.report.blockers.is_empty() {
        return pen.section("blockers", Vec::new());
    }
    let columns = [
        ("task", Name),
        ("reason", Words),
        ("role", Words),
        ("span", Brief),
        ("lasted", Number),
        ("who", Words),
    ];
    let mut table = pen.table("blockers", &columns);
    for blocker in &pen.report.blockers {
        table.push(cells(pen, blocker));
    }
    pen.section("blockers", vec![Block::Table(table)])
}

fn cells(pen: &Pen<'_>, blocker: &BlockerFigures) -> Vec<Text> {
    let lasted = pen.timing.lasted(blocker.lasted);
    let (span, lasted) = match blocker.to {
        Some(_) => (pen.timing.between(blocker.from, blocker.to), lasted.into()),
        None => (
            pen.with("report-still", &[("from", pen.timing.when(blocker.from).into())]),
            Text::of(Tone::Bad, format!("{lasted} ▲")),
        ),
    };
    let other = blocker.ended_by.as_ref().filter(|by| **by != blocker.by);
    vec![
        Text::quoted(&blocker.title).and(Tone::Muted, format!(" ({})", blocker.step_title)),
        Text::quoted(&blocker.reason),
        Text::quoted(&blocker.role_name),
        span.into(),
        lasted,
        people([&blocker.by].into_iter().chain(other)),
    ]
}
