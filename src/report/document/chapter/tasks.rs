//! The tasks, step by step.

use crate::document::ColumnKind::{Brief, Figure as Number, Name, Words};
use crate::document::{Block, Row, Section, Text, Tone};
use crate::report::document::pen::{Pen, people};
use crate::report::tasks::{TaskFigures, TaskProgress};

pub fn chapter(pen: &Pen<'_>) -> Section {
    if pen.report.tasks.is_empty() {
        return pen.section("tasks", Vec::new());
    }
    let columns = [
        ("task", Name),
        ("role", Words),
        ("who", Words),
        ("state", Brief),
        ("ended", Brief),
        ("blocked", Number),
    ];
    let mut table = pen.table("tasks", &columns);
    let mut step = None;
    for task in &pen.report.tasks {
        if step.replace(&task.step) != Some(&task.step) {
            table.rows.push(Row::Heading(task.step_title.clone()));
        }
        table.push(cells(pen, task));
    }
    pen.section("tasks", vec![Block::Table(table)])
}

fn cells(pen: &Pen<'_>, task: &TaskFigures) -> Vec<Text> {
    let mut title = Text::quoted(&task.title).and(Tone::Muted, format!(" {}", task.id));
    if task.added {
        title = title.and(Tone::Muted, format!(" ({})", pen.say("report-added")));
    }
    let other = task.ended_by.iter().filter(|by| task.assignee.as_ref() != Some(by));
    let state = pen.with("name-task-state", &[("state", task.state.name().into())]);
    let tone = match task.state {
        TaskProgress::Done => Tone::Good,
        TaskProgress::Blocked => Tone::Bad,
        TaskProgress::Todo | TaskProgress::Doing | TaskProgress::Skipped => Tone::Plain,
    };
    vec![
        pen.because(title, &task.reason),
        Text::quoted(&task.role_name),
        people(task.assignee.iter().chain(other)),
        Text::of(tone, state),
        task.ended.map(|at| pen.timing.when(at)).unwrap_or_default().into(),
        if task.blocked.is_zero() { Text::default() } else { pen.timing.lasted(task.blocked).into() },
    ]
}
