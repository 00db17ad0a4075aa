//! The steps, planned and real, and when the clocks stopped.

use crate::document::ColumnKind::{Brief, Figure as Number, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::blockers::Lasting;
use crate::report::document::pen::{Pen, few_people};
use crate::report::steps::{StepFigures, StepOutcome, StepSort};

pub fn chapter(pen: &Pen<'_>) -> Section {
    let internal = !pen.report.is_external();
    let mut columns =
        vec![("step", Name), ("planned-length", Number), ("took", Number), ("slip", Number), ("span", Brief)];
    if internal {
        columns.extend([("tasks", Number), ("blocked", Number), ("people", Words)]);
    }
    let mut table = pen.table("timeline", &columns);
    for step in &pen.report.steps {
        let mut cells = vec![
            title(pen, step),
            step.planned.map(|planned| pen.lang.extended(planned, step.extended)).unwrap_or_default().into(),
            took(pen, step),
            step.slip.map(|slip| pen.timing.slip(slip)).unwrap_or_default(),
            step.started.map(|from| pen.timing.between(from, step.ended)).unwrap_or_default().into(),
        ];
        if internal {
            let tasks = match step.tasks {
                0 => String::new(),
                tasks => format!("{}/{tasks}", step.done + step.skipped),
            };
            let blocked = pen.blocked(step.blockers, step.blocked);
            cells.extend([tasks.into(), blocked, few_people(&step.people)]);
        }
        table.push(cells);
    }
    let mut blocks = vec![Block::Gantt, Block::Table(table)];
    blocks.push(Block::Paragraph(pen.note("report-note-timeline")));
    if pen.report.steps.iter().any(|step| step.extended.is_some()) {
        blocks.push(Block::Paragraph(pen.note("report-note-extended")));
    }
    let holds = pen.report.holds.iter().map(|hold| standstill(pen, "report-held", hold));
    let nights = pen.report.nights.iter().map(|night| standstill(pen, "report-night", night));
    let standstills: Vec<_> = holds.chain(nights).collect();
    if !standstills.is_empty() {
        blocks.push(Block::List(standstills));
    }
    pen.section("timeline", blocks)
}

fn standstill(pen: &Pen<'_>, key: &str, it: &Lasting) -> Text {
    let (span, lasted) = (pen.timing.between(it.from, it.to), pen.timing.lasted(it.lasted));
    let text = pen.with(key, &[("span", span.into()), ("lasted", lasted.into())]);
    pen.because(text.into(), &it.what)
}

fn title(pen: &Pen<'_>, step: &StepFigures) -> Text {
    let tone = if step.state == StepOutcome::Skipped { Tone::Struck } else { Tone::Quoted };
    let mut text = Text::of(tone, &*step.title);
    let tags = tags(pen, step);
    if !tags.is_empty() {
        text = text.and(Tone::Muted, format!(" ({})", tags.join(", ")));
    }
    if step.reason.is_empty() {
        return text;
    }
    text.and(Tone::Muted, pen.say("report-colon")).and(Tone::Quoted, &*step.reason)
}

fn tags(pen: &Pen<'_>, step: &StepFigures) -> Vec<String> {
    let mut tags = Vec::new();
    if step.kind != StepSort::Phase {
        let sort = pen.with("report-sort", &[("sort", step.kind.name().into())]);
        // The titles of most breaks say so.
        if !step.title.to_lowercase().contains(&sort) {
            tags.push(sort);
        }
    }
    if let Some(milestone) = step.milestone {
        tags.push(pen.with("report-reaches", &[("point", milestone.name().into())]));
    }
    if step.added {
        tags.push(pen.say("report-added"));
    }
    if step.runs.len() > 1 {
        tags.push(pen.with("report-runs", &[("count", step.runs.len().into())]));
    }
    tags
}

fn took(pen: &Pen<'_>, step: &StepFigures) -> Text {
    let took = step.took.map(|took| pen.timing.lasted(took));
    match (took, step.state) {
        (_, StepOutcome::Skipped) => Text::of(Tone::Muted, pen.say("report-skipped")),
        (Some(took), StepOutcome::Active) => {
            Text::of(Tone::Bad, pen.with("report-running", &[("span", took.into())]))
        }
        (Some(took), StepOutcome::CutShort) => {
            Text::of(Tone::Bad, format!("{took}, {}", pen.say("report-phase-cut-short")))
        }
        (Some(took), StepOutcome::Waiting | StepOutcome::Finished) => took.into(),
        (None, _) => Text::of(Tone::Muted, pen.say("report-not-begun")),
    }
}
