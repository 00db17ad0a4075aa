//! What was found in the review, and what follows from it.

use crate::document::ColumnKind::{Brief, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::document::pen::{Pen, action};
use crate::report::review::ReportedFinding;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let (findings, actions) = (&pen.report.findings, &pen.report.actions);
    let mut blocks = Vec::new();
    if !findings.is_empty() {
        blocks.push(Block::List(findings.iter().map(|it| finding(pen, it)).collect()));
    }
    if !actions.is_empty() {
        let columns =
            [("action", Name), ("owner", Words), ("due", Brief), ("state", Brief), ("outcome", Words)];
        let mut table = pen.table("review", &columns);
        for it in actions {
            table.push(vec![
                action(it),
                it.owner.as_ref().map(|owner| Text::quoted(owner.as_str())).unwrap_or_default(),
                it.due.map(|due| pen.lang.calendar_day(due)).unwrap_or_default().into(),
                pen.action_state(it),
                Text::quoted(&it.outcome),
            ]);
        }
        blocks.push(Block::Table(table));
        if let Some(today) = pen.report.today {
            let as_of = pen.with("report-as-of", &[("day", pen.lang.calendar_day(today).into())]);
            blocks.push(Block::Paragraph(Text::of(Tone::Muted, as_of)));
        }
    }
    pen.section("review", blocks)
}

fn finding(pen: &Pen<'_>, finding: &ReportedFinding) -> Text {
    let tone = if finding.dropped.is_some() { Tone::Struck } else { Tone::Quoted };
    let id = Text::of(Tone::Strong, finding.id.to_string());
    let mut text = id.and(Tone::Plain, " ").and(tone, &*finding.text);
    if let Some(about) = &finding.about {
        text = text.and(Tone::Muted, format!(" ({about})"));
    }
    match &finding.dropped {
        Some(reason) => pen.because(text.and(Tone::Muted, pen.say("report-set-aside")), reason),
        None => text,
    }
}
