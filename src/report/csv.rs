//! The tasks and follow-up actions of a report as CSV (RFC 4180), as they are or in the columns that another tool takes.
//!
//! Headings are the same in both languages: programs read them. A cell that a spreadsheet would take for a formula gets
//! an apostrophe before it.

use chrono::NaiveDate;

use super::data::Report;
use super::review::{ActionState, ReportedAction};
use super::tasks::{TaskFigures, TaskProgress};
use crate::incident::{Moment, Severity};
use crate::lang::Lang;

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
    let things: Vec<Thing<'_>> =
        report.tasks.iter().map(Thing::Task).chain(report.actions.iter().map(Thing::Action)).collect();
    let mut sheet = Sheet::default();
    match tool {
        None => plain(&mut sheet, report, &things),
        Some(Tool::Jira) => jira(&mut sheet, report, &things),
        Some(Tool::Trello) => trello(&mut sheet, report, &things),
        Some(Tool::Asana) => asana(&mut sheet, report, &things),
    }
    sheet.0
}

fn plain(sheet: &mut Sheet, report: &Report, things: &[Thing<'_>]) {
    sheet.row(&[
        "kind",
        "id",
        "title",
        "phase",
        "phase_title",
        "role",
        "role_name",
        "state",
        "reason",
        "assignee",
        "due",
        "planned_min_seconds",
        "planned_max_seconds",
        "started",
        "ended",
        "ended_by",
        "blocked_seconds",
        "added",
        "comments",
    ]);
    for thing in things {
        let task = thing.task();
        let of = |read: fn(&TaskFigures) -> &str| task.map_or("", read);
        let planned = task.and_then(|task| task.planned);
        let seconds = |span: Option<crate::incident::Span>| {
            span.map_or_else(String::new, |span| span.num_seconds().to_string())
        };
        let at =
            |at: Option<Moment>| at.map_or_else(String::new, |at| local(report, at, "%Y-%m-%dT%H:%M:%S%:z"));
        sheet.row(&[
            if task.is_some() { "task" } else { "action" },
            &thing.id(),
            thing.title(),
            of(|task| task.step.as_str()),
            of(|task| &task.step_title),
            of(|task| task.role.as_str()),
            of(|task| &task.role_name),
            thing.state(),
            thing.remark(),
            thing.assignee(),
            &thing.due().map_or_else(String::new, |due| due.to_string()),
            &seconds(planned.map(|planned| planned.min)),
            &seconds(planned.map(|planned| planned.max)),
            &at(task.and_then(|task| task.started)),
            &at(thing.ended()),
            task.and_then(|task| task.ended_by.as_ref()).map_or("", |person| person.as_str()),
            &seconds(task.map(|task| task.blocked)),
            if task.is_some_and(|task| task.added) { "true" } else { "false" },
            &comments(report, task),
        ]);
    }
}

/// As Atlassian's “Import data from a CSV file” and “Prepare a CSV file for import” have it: a heading without punctuation,
/// `Summary` among them, every row with all its cells, people by their mail address. Dates are read in the pattern that
/// is typed into the import: `yyyy-MM-dd`. A label has no space; each has a column.
fn jira(sheet: &mut Sheet, report: &Report, things: &[Thing<'_>]) {
    sheet.row(&[
        "Summary",
        "Issue Type",
        "Status",
        "Priority",
        "Assignee",
        "Labels",
        "Labels",
        "Due Date",
        "Original Estimate",
        "Description",
    ]);
    let priority = match report.incident.worst_severity {
        Severity::Sev1 => "Highest",
        Severity::Sev2 => "High",
        Severity::Sev3 => "Medium",
        Severity::Sev4 => "Low",
    };
    for thing in things {
        let label = thing.task().map_or("follow-up", |task| task.role.as_str());
        let estimate = thing.task().and_then(|task| task.planned);
        sheet.row(&[
            thing.title(),
            "Task",
            match thing.progress() {
                Progress::Open => "To Do",
                Progress::Doing => "In Progress",
                Progress::Over => "Done",
            },
            priority,
            thing.assignee(),
            &report.incident.id,
            label,
            &day(report, thing, "%Y-%m-%d"),
            &estimate.map_or_else(String::new, |planned| planned.max.num_seconds().to_string()),
            &description(report, thing),
        ]);
    }
}

/// Trello imports no CSV by itself; Power-Ups do, and let their user say which column is what. So these are the columns that
/// Trello's own CSV export has, in its words.
fn trello(sheet: &mut Sheet, report: &Report, things: &[Thing<'_>]) {
    sheet.row(&[
        "Card Name",
        "Card Description",
        "List Name",
        "Labels",
        "Members",
        "Due Date",
        "Due Complete",
    ]);
    for thing in things {
        sheet.row(&[
            thing.title(),
            &description(report, thing),
            &thing.section(report.lang),
            &thing.task().map_or_else(|| "follow-up".to_owned(), |task| task.role_name.replace(',', " ")),
            thing.assignee(),
            &day(report, thing, "%Y-%m-%d"),
            if thing.progress() == Progress::Over { "true" } else { "false" },
        ]);
    }
}

/// As Asana's “Preparing data for CSV import” has it: these headings in this order, people by their mail address, dates as
/// month, day and year. Tags are not imported: the role is in the description.
fn asana(sheet: &mut Sheet, report: &Report, things: &[Thing<'_>]) {
    sheet.row(&["Name", "Description", "Section", "Assignee", "Due Date"]);
    for thing in things {
        sheet.row(&[
            thing.title(),
            &description(report, thing),
            &thing.section(report.lang),
            thing.assignee(),
            &day(report, thing, "%m/%d/%Y"),
        ]);
    }
}

/// A row.
#[derive(Clone, Copy)]
enum Thing<'a> {
    Task(&'a TaskFigures),
    Action(&'a ReportedAction),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Open,
    Doing,
    Over,
}

impl<'a> Thing<'a> {
    const fn task(self) -> Option<&'a TaskFigures> {
        match self {
            Self::Task(task) => Some(task),
            Self::Action(_) => None,
        }
    }

    fn id(self) -> String {
        match self {
            Self::Task(task) => task.id.to_string(),
            Self::Action(action) => action.id.to_string(),
        }
    }

    fn title(self) -> &'a str {
        match self {
            Self::Task(task) => &task.title,
            Self::Action(action) => &action.title,
        }
    }

    /// Returns the phase of a task; the word for follow-up actions otherwise.
    fn section(self, lang: Lang) -> String {
        self.task().map_or_else(|| lang.say("sheet-follow-up"), |task| task.step_title.clone())
    }

    const fn state(self) -> &'static str {
        match self {
            Self::Task(task) => task.state.name(),
            Self::Action(action) => action.state.name(),
        }
    }

    const fn progress(self) -> Progress {
        match self {
            Self::Task(task) => match task.state {
                TaskProgress::Todo => Progress::Open,
                TaskProgress::Doing | TaskProgress::Blocked => Progress::Doing,
                TaskProgress::Done | TaskProgress::Skipped => Progress::Over,
            },
            Self::Action(action) => match action.state {
                ActionState::Open => Progress::Open,
                ActionState::Done | ActionState::Dropped => Progress::Over,
            },
        }
    }

    /// Returns the reason of its state, or its outcome.
    fn remark(self) -> &'a str {
        match self {
            Self::Task(task) => &task.reason,
            Self::Action(action) => &action.outcome,
        }
    }

    fn assignee(self) -> &'a str {
        let person = match self {
            Self::Task(task) => task.assignee.as_ref(),
            Self::Action(action) => action.owner.as_ref(),
        };
        person.map_or("", |person| person.as_str())
    }

    const fn due(self) -> Option<NaiveDate> {
        match self {
            Self::Task(_) => None,
            Self::Action(action) => action.due,
        }
    }

    const fn ended(self) -> Option<Moment> {
        match self {
            Self::Task(task) => task.ended,
            Self::Action(action) => action.settled,
        }
    }
}

/// Returns the day on which it is due; for a task, the planned end of its phase.
fn day(report: &Report, thing: &Thing<'_>, format: &str) -> String {
    if let Some(due) = thing.due() {
        return due.format(format).to_string();
    }
    let step = thing.task().and_then(|task| report.steps.iter().find(|step| step.id == task.step));
    let end = step.and_then(|step| step.planned_end);
    end.map_or_else(String::new, |end| local(report, end, format))
}

fn local(report: &Report, at: Moment, format: &str) -> String {
    at.with_timezone(&report.incident.zone).format(format).to_string()
}

/// Returns what has no column.
fn description(report: &Report, thing: &Thing<'_>) -> String {
    let about = &report.incident;
    let lang = report.lang;
    let mut lines = vec![format!("{} ({})", about.title, about.id)];
    if let Some(task) = thing.task() {
        let variables = [
            ("id", task.id.to_string().into()),
            ("phase", task.step_title.as_str().into()),
            ("role", task.role_name.as_str().into()),
        ];
        lines.push(lang.say_with("sheet-task", &variables));
        if let Some(ended) = task.ended {
            let by = task.ended_by.as_ref().map_or("", |person| person.as_str());
            let at = local(report, ended, "%Y-%m-%d %H:%M");
            let variables = [("state", task.state.name().into()), ("at", at.into()), ("by", by.into())];
            lines.push(
                lang.say_with(if by.is_empty() { "sheet-ended" } else { "sheet-ended-by" }, &variables),
            );
        }
    } else {
        lines.push(lang.say_with("sheet-action", &[("id", thing.id().into())]));
    }
    lines.extend((!thing.remark().is_empty()).then(|| thing.remark().to_owned()));
    let comments = comments(report, thing.task());
    lines.extend((!comments.is_empty()).then_some(comments));
    lines.join("\n")
}

fn comments(report: &Report, task: Option<&TaskFigures>) -> String {
    let comments = task.into_iter().flat_map(|task| &task.comments);
    let lines = comments.map(|it| {
        let (at, by) = (local(report, it.at, "%Y-%m-%d %H:%M"), it.by.as_str());
        if by.is_empty() { format!("{at} {}", it.text) } else { format!("{at} {by} {}", it.text) }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Rows of cells.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn row(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        let guard = if is_formula(text) { "'" } else { "" };
        if text.contains(['"', ',', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ') {
            self.0.push('"');
            self.0.push_str(guard);
            self.0.push_str(&text.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(guard);
            self.0.push_str(text);
        }
    }
}

/// Returns whether a spreadsheet would take the cell, or a line of it, for a formula, despite leading spaces.
fn is_formula(text: &str) -> bool {
    let begins =
        |text: &str| text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']);
    begins(text) || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_as_far_as_it_needs_and_never_a_formula() {
        let cell = |text: &str| {
            let mut sheet = Sheet::default();
            sheet.cell(text);
            sheet.0
        };
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
            assert_eq!(cell(text), expected);
        }
    }
}
