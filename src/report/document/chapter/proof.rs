//! What the report can be checked against.

use crate::document::{Block, Section, Text, Tone};
use crate::report::document::pen::Pen;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let proof = &pen.report.proof;
    let how = if pen.report.is_external() { "report-verify-outside" } else { "report-verify" };
    let records = Text::from(pen.with("report-records", &[("records", proof.records.into())]));
    let head = records.and(Tone::Plain, " ").and(Tone::Code, &*proof.head);
    let paragraphs = pen.damage().into_iter().chain([head, pen.say(how).into()]);
    pen.section("proof", paragraphs.map(Block::Paragraph).collect())
}
