//! The work: steps, roles, tasks, what blocked them, and where the plan was not followed.

use crate::document::{Block, Row, Text, Tone};
use crate::lang::vars;
use crate::report::blockers::{BlockerFigures, Lasting};
use crate::report::document::pen::{Pen, few_people, people};
use crate::report::record::Change;
use crate::report::roles::RoleFigures;
use crate::report::serial::name;
use crate::report::steps::{StepFigures, StepOutcome, StepSort};
use crate::report::tasks::{TaskFigures, TaskProgress};

/// The steps, planned and real, and when the clocks stopped.
pub fn timeline(pen: &Pen<'_>) -> Vec<Block> {
    let internal = !pen.report.is_external();
    let mut columns = vec!["step", "planned-length", "took", "slip", "span"];
    if internal {
        columns.extend(["tasks", "blocked", "people"]);
    }
    let cells = |step: &StepFigures| {
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
        cells
    };
    let table = pen.table("timeline", "step", &columns, pen.report.steps.iter().map(cells));
    let mut blocks = vec![Block::Gantt, table, pen.note("report-note-timeline")];
    if pen.report.steps.iter().any(|step| step.extended.is_some()) {
        blocks.push(pen.note("report-note-extended"));
    }
    let holds = pen.report.holds.iter().map(|hold| standstill(pen, "report-held", hold));
    let nights = pen.report.nights.iter().map(|night| standstill(pen, "report-night", night));
    let standstills: Vec<_> = holds.chain(nights).collect();
    if !standstills.is_empty() {
        blocks.push(Block::List(standstills));
    }
    blocks
}

fn standstill(pen: &Pen<'_>, key: &str, it: &Lasting) -> Text {
    let (span, lasted) = (pen.timing.between(it.from, it.to), pen.timing.lasted(it.lasted));
    let text = pen.with(key, &vars![span, lasted]);
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
        let sort = pen.with("report-sort", &vars![sort = name(&step.kind)]);
        // The titles of most breaks say so.
        if !step.title.to_lowercase().contains(&sort) {
            tags.push(sort);
        }
    }
    if let Some(milestone) = step.milestone {
        tags.push(pen.with("report-reaches", &vars![point = milestone.name()]));
    }
    if step.added {
        tags.push(pen.say("report-added"));
    }
    if step.runs.len() > 1 {
        tags.push(pen.with("report-runs", &vars![count = step.runs.len()]));
    }
    tags
}

fn took(pen: &Pen<'_>, step: &StepFigures) -> Text {
    let took = step.took.map(|took| pen.timing.lasted(took));
    match (took, step.state) {
        (_, StepOutcome::Skipped) => Text::of(Tone::Muted, pen.say("report-skipped")),
        (Some(took), StepOutcome::Active) => Text::of(Tone::Bad, pen.with("report-running", &vars![span = took])),
        (Some(took), StepOutcome::CutShort) => {
            Text::of(Tone::Bad, format!("{took}, {}", pen.say("report-phase-cut-short")))
        }
        (Some(took), StepOutcome::Waiting | StepOutcome::Finished) => took.into(),
        (None, _) => Text::of(Tone::Muted, pen.say("report-not-begun")),
    }
}

/// The people, the tasks and the time of each role.
pub fn roles(pen: &Pen<'_>) -> Vec<Block> {
    let cells = |role: &RoleFigures| {
        let worked = |text: Text| if role.phases == 0 { Text::default() } else { text };
        vec![
            Text::quoted(&role.name),
            people(&role.people),
            format!("{}/{}", role.done + role.skipped, role.tasks).into(),
            role.phases.to_string().into(),
            worked(pen.lang.span_range(role.planned).into()),
            worked(pen.timing.lasted(role.took).into()),
            worked(role.slip.map(|slip| pen.timing.slip(slip)).unwrap_or_default()),
            pen.blocked(role.blockers, role.blocked),
        ]
    };
    let columns = ["role", "people", "tasks", "phases", "planned-length", "took", "slip", "blocked"];
    let table = pen.table("roles", "role", &columns, pen.report.roles.iter().map(cells));
    vec![table, pen.note("report-note-roles")]
}

/// What blocked tasks, and for how long.
pub fn blockers(pen: &Pen<'_>) -> Vec<Block> {
    let cells = |blocker: &BlockerFigures| {
        let lasted = pen.timing.lasted(blocker.lasted);
        let lasted = if blocker.to.is_some() { lasted.into() } else { Text::bad(lasted) };
        let other = blocker.ended_by.as_ref().filter(|by| **by != blocker.by);
        vec![
            Text::quoted(&blocker.title).and(Tone::Muted, format!(" ({})", blocker.step_title)),
            Text::quoted(&blocker.reason),
            Text::quoted(&blocker.role_name),
            pen.span(blocker.from, blocker.to).into(),
            lasted,
            people([&blocker.by].into_iter().chain(other)),
        ]
    };
    let columns = ["task", "reason", "role", "span", "lasted", "who"];
    vec![pen.table("blockers", "task", &columns, pen.report.blockers.iter().map(cells))]
}

/// Where the plan was not followed.
pub fn changes(pen: &Pen<'_>) -> Vec<Block> {
    let list = |key, changes: &[Change]| pen.list(key, changes.iter().map(|it| change(pen, it)));
    let added = list("report-were-added", &pen.report.added);
    added.into_iter().chain(list("report-were-skipped", &pen.report.skipped)).collect()
}

fn change(pen: &Pen<'_>, change: &Change) -> Text {
    let what = match change.task {
        Some(_) => {
            let step = pen.report.steps.iter().find(|step| step.id == change.step);
            let step = step.map_or("", |step| step.title.as_str());
            pen.with("report-task-of", &vars![step])
        }
        None => pen.say("report-step"),
    };
    let text = Text::quoted(&change.title).and(Tone::Muted, format!(" ({what})"));
    let (when, who) = (pen.timing.when(change.at), change.by.as_str());
    pen.because(text, &change.reason).and(Tone::Muted, format!(" · {when} · {who}"))
}

pub fn tasks(pen: &Pen<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut step = None;
    for task in &pen.report.tasks {
        if step.replace(&task.step) != Some(&task.step) {
            rows.push(Row::Heading(task.step_title.clone()));
        }
        rows.push(Row::Cells(task_cells(pen, task)));
    }
    vec![pen.table_of("tasks", "task", &["task", "role", "who", "state", "ended", "blocked"], rows)]
}

fn task_cells(pen: &Pen<'_>, task: &TaskFigures) -> Vec<Text> {
    let mut title = Text::quoted(&task.title).and(Tone::Muted, format!(" {}", task.id));
    if task.added {
        title = title.and(Tone::Muted, format!(" ({})", pen.say("report-added")));
    }
    let other = task.ended_by.iter().filter(|by| task.assignee.as_ref() != Some(by));
    let state = pen.with("name-task-state", &vars![state = name(&task.state)]);
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
