//! The tasks and follow-up actions of a report as CSV (RFC 4180), as they are or in the columns of another tool.
//!
//! Headings are the same in both languages, for programs. A cell that a spreadsheet would take for a formula gets an
//! apostrophe before it.

use chrono::NaiveDate;

use super::data::Report;
use super::review::{ActionState, ReportedAction};
use super::serial;
use super::steps::StepFigures;
use super::tasks::{TaskFigures, TaskProgress};
use crate::incident::{Moment, PersonName, Span};
use crate::lang::vars;

/// The tool that imports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Jira,
    Trello,
    Asana,
}

impl Tool {
    pub const ALL: [Self; 3] = [Self::Jira, Self::Trello, Self::Asana];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Jira => "jira",
            Self::Trello => "trello",
            Self::Asana => "asana",
        }
    }
}

/// Prints all columns; those of one tool if one is named.
pub fn print(report: &Report, tool: Option<Tool>) -> String {
    let columns = match tool {
        None => &ALL[..],
        Some(Tool::Jira) => &JIRA,
        Some(Tool::Trello) => &TRELLO,
        Some(Tool::Asana) => &ASANA,
    };
    let mut out = String::new();
    row(&mut out, columns.iter().map(|(heading, _)| (*heading).to_owned()));
    let tasks = report.tasks.iter().map(|task| Thing::of_task(report, task));
    for thing in tasks.chain(report.actions.iter().map(|action| Thing::of_action(report, action))) {
        row(&mut out, columns.iter().map(|(_, cell)| cell(&thing)));
    }
    out
}

/// A heading, and the cell below it.
type Column = (&'static str, fn(&Thing<'_>) -> String);

const ALL: [Column; 19] = [
    ("kind", |it| if it.task.is_some() { "task" } else { "action" }.to_owned()),
    ("id", |it| it.id.clone()),
    ("title", |it| it.title.to_owned()),
    ("phase", |it| it.task.map(|task| task.step.to_string()).unwrap_or_default()),
    ("phase_title", |it| it.task.map(|task| task.step_title.clone()).unwrap_or_default()),
    ("role", |it| it.task.map(|task| task.role.to_string()).unwrap_or_default()),
    ("role_name", |it| it.task.map(|task| task.role_name.clone()).unwrap_or_default()),
    ("state", |it| it.state.clone()),
    ("reason", |it| it.remark.to_owned()),
    ("assignee", |it| it.assignee.to_owned()),
    ("due", |it| it.due.map(|due| due.to_string()).unwrap_or_default()),
    ("planned_min_seconds", |it| seconds(it.task.and_then(|task| Some(task.planned?.min)))),
    ("planned_max_seconds", |it| seconds(it.task.and_then(|task| Some(task.planned?.max)))),
    ("started", |it| it.moment(it.task.and_then(|task| task.started))),
    ("ended", |it| it.moment(it.ended)),
    ("ended_by", |it| person(it.task.and_then(|task| task.ended_by.as_ref())).to_owned()),
    ("blocked_seconds", |it| seconds(it.task.map(|task| task.blocked))),
    ("added", |it| it.task.is_some_and(|task| task.added).to_string()),
    ("comments", comments),
];

/// The columns of Atlassian's “Import data from a CSV file” and “Prepare a CSV file for import”: headings without
/// punctuation, `Summary` among them, every row with all its cells, people by mail address. Dates follow the pattern
/// typed into the import: `yyyy-MM-dd`. A label has no space; each has a column.
const JIRA: [Column; 10] = [
    ("Summary", |it| it.title.to_owned()),
    ("Issue Type", |_| "Task".to_owned()),
    ("Status", |it| ["To Do", "In Progress", "Done"][it.progress as usize].to_owned()),
    ("Priority", |it| ["Highest", "High", "Medium", "Low"][it.report.incident.worst_severity as usize].to_owned()),
    ("Assignee", |it| it.assignee.to_owned()),
    ("Labels", |it| it.report.incident.id.clone()),
    ("Labels", |it| it.task.map_or("follow-up", |task| task.role.as_str()).to_owned()),
    ("Due Date", |it| it.day("%Y-%m-%d")),
    ("Original Estimate", |it| seconds(it.task.and_then(|task| Some(task.planned?.max)))),
    ("Description", description),
];

/// Trello imports CSV only through Power-Ups, whose user assigns the columns. These are those of Trello's own CSV
/// export.
const TRELLO: [Column; 7] = [
    ("Card Name", |it| it.title.to_owned()),
    ("Card Description", description),
    ("List Name", section),
    ("Labels", |it| it.task.map_or_else(|| "follow-up".to_owned(), |task| task.role_name.replace(',', " "))),
    ("Members", |it| it.assignee.to_owned()),
    ("Due Date", |it| it.day("%Y-%m-%d")),
    ("Due Complete", |it| matches!(it.progress, Progress::Over).to_string()),
];

const ASANA: [Column; 5] = [
    ("Name", |it| it.title.to_owned()),
    ("Description", description),
    ("Section", section),
    ("Assignee", |it| it.assignee.to_owned()),
    ("Due Date", |it| it.day("%m/%d/%Y")),
];

/// A task, or a follow-up action.
struct Thing<'a> {
    report: &'a Report,
    task: Option<&'a TaskFigures>,
    id: String,
    title: &'a str,
    state: String,
    progress: Progress,
    /// The reason of its state, or its outcome.
    remark: &'a str,
    assignee: &'a str,
    due: Option<NaiveDate>,
    ended: Option<Moment>,
}

#[derive(Clone, Copy)]
enum Progress {
    Open,
    Doing,
    Over,
}

impl<'a> Thing<'a> {
    fn of_task(report: &'a Report, task: &'a TaskFigures) -> Self {
        Self {
            report,
            task: Some(task),
            id: task.id.to_string(),
            title: &task.title,
            state: serial::name(&task.state),
            progress: match task.state {
                TaskProgress::Todo => Progress::Open,
                TaskProgress::Doing | TaskProgress::Blocked => Progress::Doing,
                TaskProgress::Done | TaskProgress::Skipped => Progress::Over,
            },
            remark: &task.reason,
            assignee: person(task.assignee.as_ref()),
            due: None,
            ended: task.ended,
        }
    }

    fn of_action(report: &'a Report, action: &'a ReportedAction) -> Self {
        let is_open = action.state == ActionState::Open;
        Self {
            report,
            task: None,
            id: action.id.to_string(),
            title: &action.title,
            state: serial::name(&action.state),
            progress: if is_open { Progress::Open } else { Progress::Over },
            remark: &action.outcome,
            assignee: person(action.owner.as_ref()),
            due: action.due,
            ended: action.settled,
        }
    }

    fn day(&self, format: &str) -> String {
        if let Some(due) = self.due {
            return due.format(format).to_string();
        }
        let is_its = |step: &&StepFigures| self.task.is_some_and(|task| step.id == task.step);
        let end = self.report.steps.iter().find(is_its).and_then(|step| step.planned_end);
        end.map(|end| self.local(end, format)).unwrap_or_default()
    }

    fn moment(&self, at: Option<Moment>) -> String {
        at.map(|at| self.local(at, "%Y-%m-%dT%H:%M:%S%:z")).unwrap_or_default()
    }

    fn local(&self, at: Moment, format: &str) -> String {
        at.with_timezone(&self.report.incident.zone).format(format).to_string()
    }
}

/// Returns the phase of a task; the word for follow-up actions otherwise.
fn section(thing: &Thing<'_>) -> String {
    thing.task.map_or_else(|| thing.report.lang.say("sheet-follow-up"), |task| task.step_title.clone())
}

/// What has no column of its own.
fn description(thing: &Thing<'_>) -> String {
    let (about, lang) = (&thing.report.incident, thing.report.lang);
    let mut lines = vec![format!("{} ({})", about.title, about.id)];
    let id = ("id", thing.id.as_str().into());
    if let Some(task) = thing.task {
        let (phase, role) = (task.step_title.as_str().into(), task.role_name.as_str().into());
        lines.push(lang.say_with("sheet-task", &[id, ("phase", phase), ("role", role)]));
        if let Some(ended) = task.ended {
            let by = person(task.ended_by.as_ref());
            let at = thing.local(ended, "%Y-%m-%d %H:%M");
            let key = if by.is_empty() { "sheet-ended" } else { "sheet-ended-by" };
            let state = thing.state.as_str();
            lines.push(lang.say_with(key, &vars![state, at, by]));
        }
    } else {
        lines.push(lang.say_with("sheet-action", &[id]));
    }
    lines.extend([thing.remark.to_owned(), comments(thing)].into_iter().filter(|text| !text.is_empty()));
    lines.join("\n")
}

fn comments(thing: &Thing<'_>) -> String {
    let comments = thing.task.into_iter().flat_map(|task| &task.comments);
    let lines = comments.map(|it| {
        let (at, by) = (thing.local(it.at, "%Y-%m-%d %H:%M"), it.by.as_str());
        if by.is_empty() { format!("{at} {}", it.text) } else { format!("{at} {by} {}", it.text) }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn person(name: Option<&PersonName>) -> &str {
    name.map_or("", |name| name.as_str())
}

fn seconds(span: Option<Span>) -> String {
    span.map(|span| span.num_seconds().to_string()).unwrap_or_default()
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    *out += &cells.map(|cell| quoted(&cell)).collect::<Vec<_>>().join(",");
    *out += "\r\n";
}

fn quoted(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

fn is_formula(text: &str) -> bool {
    let begins = |text: &str| text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']);
    begins(text) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_as_far_as_it_needs_and_never_a_formula() {
        for (text, expected) in [
            ("plain", "plain"),
            ("", ""),
            ("a, b", "\"a, b\""),
            ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+33 6", "'+33 6"),
            ("-5", "'-5"),
            ("@sum", "'@sum"),
            (" =cmd|'/c calc'!A1", "\"' =cmd|'/c calc'!A1\""),
            ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("1-2", "1-2"),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }
}
