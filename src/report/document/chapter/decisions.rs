//! The decisions, and who was in command.

use crate::document::ColumnKind::{Brief, Name, Words};
use crate::document::{Block, Section, Text, Tone};
use crate::report::decisions::{Decision, InCommand};
use crate::report::document::pen::Pen;

pub fn chapter(pen: &Pen<'_>) -> Section {
    let mut blocks = Vec::new();
    if !pen.report.decisions.is_empty() {
        let columns =
            [("at", Brief), ("decision", Name), ("why", Words), ("objections", Words), ("who", Words)];
        let mut table = pen.table("decisions", &columns);
        for decision in &pen.report.decisions {
            table.push(cells(pen, decision));
        }
        blocks.push(Block::Table(table));
    } else if !pen.report.is_external() {
        blocks.push(Block::Paragraph(pen.note("report-no-decision")));
    }
    if pen.report.commands.len() > 1 {
        blocks.push(Block::Paragraph(Text::of(Tone::Strong, pen.say("report-command"))));
        blocks.push(Block::List(pen.report.commands.iter().map(|it| in_command(pen, it)).collect()));
    }
    pen.section("decisions", blocks)
}

fn cells(pen: &Pen<'_>, decision: &Decision) -> Vec<Text> {
    let tone = if decision.undone { Tone::Struck } else { Tone::Quoted };
    let mut text = Text::of(tone, &*decision.text);
    if decision.undone {
        text = text.and(Tone::Muted, format!(" ({})", pen.say("report-taken-back")));
    }
    vec![
        pen.timing.when(decision.at).into(),
        text,
        Text::quoted(&decision.why),
        Text::quoted(&decision.objections),
        Text::quoted(decision.by.as_str()),
    ]
}

fn in_command(pen: &Pen<'_>, command: &InCommand) -> Text {
    let from = Text::from(format!("{} ", pen.timing.when(command.from)));
    let text = from.and(Tone::Strong, command.person.as_str());
    match &command.taken {
        Some(reason) => pen.because(text.and(Tone::Plain, pen.say("report-took-command")), reason),
        None => text.and(Tone::Plain, pen.say("report-in-command")),
    }
}
