//! The points of the recovery, planned and real.

use crate::document::ColumnKind::{Brief, Figure as Number, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::document::pen::Pen;
use crate::report::figures::{Figure, Point};

pub fn chapter(pen: &Pen<'_>) -> Section {
    let columns = [
        ("point", Name),
        ("planned", Brief),
        ("real", Brief),
        ("after", Number),
        ("slip", Number),
        ("basis", Words),
    ];
    let mut table = pen.table("figures", &columns);
    for figure in &pen.report.figures {
        let point = pen.with("report-point", &[("point", figure.point.name().into())]);
        let real = match figure.real {
            Some(real) => Text::from(pen.timing.when(real)),
            None if figure.point == Point::Began => Text::quoted(&figure.stated),
            None => Text::of(Tone::Bad, pen.say("report-not-reached")),
        };
        // The opening is counted from the beginning: its duration is shown with its basis.
        let after = figure.after.filter(|_| figure.point != Point::Opened);
        table.push(vec![
            Text::of(Tone::Strong, point),
            figure.planned.map(|planned| pen.timing.range(planned)).unwrap_or_default().into(),
            real,
            after.map(|after| pen.timing.lasted(after)).unwrap_or_default().into(),
            figure.slip.map(|slip| pen.timing.slip(slip)).unwrap_or_default(),
            basis(pen, figure),
        ]);
    }
    pen.section("figures", vec![Block::Table(table), Block::Paragraph(pen.note("report-note-figures"))])
}

fn basis(pen: &Pen<'_>, figure: &Figure) -> Text {
    let basis = pen.with("report-basis", &[("basis", figure.basis.name().into())]);
    if figure.point == Point::Began && figure.real.is_some() {
        return Text::of(Tone::Muted, format!("{basis}{}", pen.say("report-colon")))
            .and(Tone::Quoted, &*figure.stated);
    }
    if let (Point::Opened, Some(after)) = (figure.point, figure.after) {
        let after = pen.with("report-after-began", &[("span", pen.timing.lasted(after).into())]);
        return Text::of(Tone::Muted, format!("{basis}, {after}"));
    }
    let step = figure.step.as_ref().and_then(|id| pen.report.steps.iter().find(|step| step.id == *id));
    let text = Text::of(Tone::Muted, basis);
    match step {
        Some(step) => text.and(Tone::Quoted, format!(" {}", step.title)),
        None => text,
    }
}
