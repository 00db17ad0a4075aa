//! The chapters, one file each.

mod blockers;
mod changes;
mod decisions;
mod figures;
mod log;
mod proof;
mod review;
mod roles;
mod services;
mod short;
mod tasks;
mod timeline;
mod updates;

use super::pen::Pen;
use crate::document::Section;

/// Returns the chapters that have something to show, the most important first.
pub fn all(pen: &Pen<'_>) -> Vec<Section> {
    let all = [
        short::chapter(pen),
        figures::chapter(pen),
        services::chapter(pen),
        review::chapter(pen),
        timeline::chapter(pen),
        roles::chapter(pen),
        blockers::chapter(pen),
        decisions::chapter(pen),
        changes::chapter(pen),
        tasks::chapter(pen),
        updates::chapter(pen),
        log::chapter(pen),
        proof::chapter(pen),
    ];
    all.into_iter().filter(|section| !section.blocks.is_empty()).collect()
}
