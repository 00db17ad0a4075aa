//! The chapters of a report.

mod outcome;
mod record;
mod work;

use super::pen::Pen;
use crate::document::{Block, Section};

type Chapter = fn(&Pen<'_>) -> Vec<Block>;

/// Returns the chapters that have something to show, the most important first.
pub fn all(pen: &Pen<'_>) -> Vec<Section> {
    let report = pen.report;
    let all: [(&str, bool, Chapter); 13] = [
        ("short", true, outcome::short),
        ("figures", true, outcome::figures),
        ("services", !report.services.is_empty(), outcome::services),
        ("review", true, outcome::review),
        ("timeline", true, work::timeline),
        ("roles", !report.roles.is_empty(), work::roles),
        ("blockers", !report.blockers.is_empty(), work::blockers),
        ("decisions", true, record::decisions),
        ("changes", true, work::changes),
        ("tasks", !report.tasks.is_empty(), work::tasks),
        ("updates", true, record::updates),
        ("log", !report.log.is_empty(), record::log),
        ("proof", true, record::proof),
    ];
    let shown = all.into_iter().filter(|(_, is_shown, _)| *is_shown);
    let sections = shown.map(|(id, _, blocks)| Section { id, title: pen.section_title(id), blocks: blocks(pen) });
    sections.filter(|section| !section.blocks.is_empty()).collect()
}
