//! Where the plan was not followed.

use crate::document::{Block, Section, Text, Tone};
use crate::report::changes::Change;
use crate::report::document::pen::Pen;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let mut blocks = Vec::new();
    for (key, changes) in
        [("report-were-added", &pen.report.added), ("report-were-skipped", &pen.report.skipped)]
    {
        if !changes.is_empty() {
            blocks.push(Block::Paragraph(Text::of(Tone::Strong, pen.say(key))));
            blocks.push(Block::List(changes.iter().map(|it| change(pen, it)).collect()));
        }
    }
    pen.section("changes", blocks)
}

fn change(pen: &Pen<'_>, change: &Change) -> Text {
    let what = match change.task {
        Some(_) => {
            let step = pen.report.steps.iter().find(|step| step.id == change.step);
            let step = step.map_or("", |step| step.title.as_str());
            pen.with("report-task-of", &[("step", step.into())])
        }
        None => pen.say("report-step"),
    };
    let text = Text::quoted(&change.title).and(Tone::Muted, format!(" ({what})"));
    let (when, who) = (pen.timing.when(change.at), change.by.as_str());
    pen.because(text, &change.reason).and(Tone::Muted, format!(" · {when} · {who}"))
}
