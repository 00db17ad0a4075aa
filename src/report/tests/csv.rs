//! Sheets for every tool, read back cell by cell.

use chrono::NaiveDate;

use super::{action, at, empty, expanded, minutes, range, step, task};
use crate::incident::{PersonName, Severity};
use crate::lang::{Lang, vars};
use crate::report::Report;
use crate::report::csv::{Tool, print};
use crate::report::review::{ActionState, ReportedAction};
use crate::report::steps::{StepFigures, StepOutcome};
use crate::report::tasks::{TaskComment, TaskFigures, TaskProgress};

/// Reads CSV as RFC 4180 has it.
fn parsed(sheet: &str) -> Vec<Vec<String>> {
    let (mut rows, mut cells, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = sheet.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'));
                cells.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut cells));
            }
            c => cell.push(c),
        }
    }
    assert!(cell.is_empty() && cells.is_empty() && !quoted, "an unfinished row");
    rows
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A finished task with everything, a task with nothing, and two follow-up actions.
fn full() -> Report {
    let alice = || PersonName::new("alice@example.org");
    let comment =
        |time: &str, by: &str, text: &str| TaskComment { at: at(time), by: PersonName::new(by), text: text.to_owned() };
    let done = TaskFigures {
        title: "Copy, \"all\" of it".to_owned(),
        reason: "Quick".to_owned(),
        added: true,
        assignee: Some(alice()),
        planned: Some(range(10, 20)),
        started: Some(at("10:10")),
        ended: Some(at("10:25")),
        ended_by: Some(PersonName::new("bob")),
        blocked: minutes(3),
        comments: vec![comment("10:12", "bob", "Half"), comment("10:20", "", "Rest")],
        ..task(TaskProgress::Done)
    };
    let open = ReportedAction { owner: Some(alice()), due: Some(day("2026-12-24")), ..action("A1", ActionState::Open) };
    let dropped = ReportedAction {
        outcome: "Not worth it".to_owned(),
        settled: Some(at("13:00")),
        ..action("A2", ActionState::Dropped)
    };
    let phase = StepFigures { planned_end: Some(at("12:30")), ..step(StepOutcome::Finished) };
    let mut report = Report {
        steps: vec![phase],
        tasks: vec![done, task(TaskProgress::Todo)],
        actions: vec![open, dropped],
        ..empty()
    };
    report.incident.zone = chrono_tz::Europe::Paris;
    report
}

/// The cells below a heading.
fn column(rows: &[Vec<String>], heading: &str) -> Vec<String> {
    let place = rows[0].iter().position(|it| it == heading).unwrap_or_else(|| panic!("no {heading}"));
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

#[test]
fn every_sheet_has_its_headings_and_every_row_all_cells() {
    for (tool, headings) in [
        (
            None,
            "kind id title phase phase_title role role_name state reason assignee due planned_min_seconds planned_max_seconds started ended ended_by blocked_seconds added comments",
        ),
        (
            Some(Tool::Jira),
            "Summary Issue_Type Status Priority Assignee Labels Labels Due_Date Original_Estimate Description",
        ),
        (Some(Tool::Trello), "Card_Name Card_Description List_Name Labels Members Due_Date Due_Complete"),
        (Some(Tool::Asana), "Name Description Section Assignee Due_Date"),
    ] {
        let headings: Vec<_> = headings.split(' ').map(|heading| heading.replace('_', " ")).collect();
        let headings = if tool.is_some() { headings } else { headings.iter().map(|it| it.replace(' ', "_")).collect() };
        for (report, count) in [(empty(), 0), (full(), 4)] {
            let rows = parsed(&print(&report, tool));
            assert_eq!(rows[0], headings, "{tool:?}");
            assert_eq!(rows.len(), count + 1, "{tool:?}");
            assert!(rows.iter().all(|row| row.len() == headings.len()), "{tool:?}: {rows:?}");
        }
    }
}

#[test]
fn the_plain_sheet_has_all_that_is_known() {
    let rows = parsed(&print(&full(), None));
    for (heading, expected) in [
        ("kind", ["task", "task", "action", "action"]),
        ("id", ["a.ops.1", "a.ops.1", "A1", "A2"]),
        ("title", ["Copy, \"all\" of it", "Copy", "Replace the switch", "Replace the switch"]),
        ("phase", ["a", "a", "", ""]),
        ("phase_title", ["Restore", "Restore", "", ""]),
        ("role", ["ops", "ops", "", ""]),
        ("role_name", ["Operations", "Operations", "", ""]),
        ("state", ["done", "todo", "open", "dropped"]),
        ("reason", ["Quick", "", "", "Not worth it"]),
        ("assignee", ["alice@example.org", "", "alice@example.org", ""]),
        ("due", ["", "", "2026-12-24", ""]),
        ("planned_min_seconds", ["600", "", "", ""]),
        ("planned_max_seconds", ["1200", "", "", ""]),
        ("started", ["2026-11-22T11:10:00+01:00", "", "", ""]),
        ("ended", ["2026-11-22T11:25:00+01:00", "", "", "2026-11-22T14:00:00+01:00"]),
        ("ended_by", ["bob", "", "", ""]),
        ("blocked_seconds", ["180", "0", "", ""]),
        ("added", ["true", "false", "false", "false"]),
        ("comments", ["2026-11-22 11:12 bob Half\n2026-11-22 11:20 Rest", "", "", ""]),
    ] {
        assert_eq!(column(&rows, heading), expected, "{heading}");
    }
}

#[test]
fn each_tool_gets_its_own_words_and_dates() {
    let report = full();
    let jira = parsed(&print(&report, Some(Tool::Jira)));
    assert_eq!(column(&jira, "Status"), ["Done", "To Do", "To Do", "Done"]);
    assert_eq!(column(&jira, "Priority"), ["High"; 4]);
    assert_eq!(column(&jira, "Due Date"), ["2026-11-22", "2026-11-22", "2026-12-24", ""]);
    assert_eq!(column(&jira, "Original Estimate"), ["1200", "", "", ""]);
    assert!(jira[1..].iter().all(|row| row[5] == "20261122-mail-aaaa"));
    assert_eq!(jira[1..].iter().map(|row| &*row[6]).collect::<Vec<_>>(), ["ops", "ops", "follow-up", "follow-up"]);
    let trello = parsed(&print(&report, Some(Tool::Trello)));
    let follow_up = expanded("{sheet-follow-up}");
    assert_eq!(column(&trello, "List Name"), ["Restore", "Restore", &follow_up, &follow_up]);
    assert_eq!(column(&trello, "Due Complete"), ["true", "false", "false", "true"]);
    let asana = parsed(&print(&report, Some(Tool::Asana)));
    assert_eq!(column(&asana, "Due Date"), ["11/22/2026", "11/22/2026", "12/24/2026", ""]);
    assert_eq!(column(&asana, "Description"), column(&jira, "Description"));
}

#[test]
fn the_description_holds_what_has_no_column_in_the_readers_language() {
    for lang in Lang::ALL {
        let mut report = Report { lang, ..full() };
        report.incident.title = "Mail".to_owned();
        let rows = parsed(&print(&report, Some(Tool::Jira)));
        let descriptions = column(&rows, "Description");
        let task = vars![id = "a.ops.1", phase = "Restore", role = "Operations"];
        let task = lang.say_with("sheet-task", &task);
        let ended = vars![state = "done", at = "2026-11-22 11:25", by = "bob"];
        let ended = lang.say_with("sheet-ended-by", &ended);
        let head = "Mail (20261122-mail-aaaa)";
        let comments = "2026-11-22 11:12 bob Half\n2026-11-22 11:20 Rest";
        assert_eq!(descriptions[0], format!("{head}\n{task}\n{ended}\nQuick\n{comments}"));
        assert_eq!(descriptions[1], format!("{head}\n{task}"));
        let action = lang.say_with("sheet-action", &vars![id = "A2"]);
        assert_eq!(descriptions[3], format!("{head}\n{action}\nNot worth it"));
        // No one is known to have ended it.
        report.tasks[0].ended_by = None;
        let ended = vars![state = "done", at = "2026-11-22 11:25"];
        let ended = lang.say_with("sheet-ended", &ended);
        let rows = parsed(&print(&report, Some(Tool::Jira)));
        assert!(column(&rows, "Description")[0].contains(&ended), "{rows:?}");
    }
}

#[test]
fn the_worst_severity_is_the_priority_and_a_state_one_of_three() {
    for (severity, expected) in
        [(Severity::Sev1, "Highest"), (Severity::Sev2, "High"), (Severity::Sev3, "Medium"), (Severity::Sev4, "Low")]
    {
        let mut report = full();
        report.incident.worst_severity = severity;
        assert_eq!(column(&parsed(&print(&report, Some(Tool::Jira))), "Priority")[0], expected);
    }
    for (state, expected) in [
        (TaskProgress::Todo, "To Do"),
        (TaskProgress::Doing, "In Progress"),
        (TaskProgress::Blocked, "In Progress"),
        (TaskProgress::Done, "Done"),
        (TaskProgress::Skipped, "Done"),
    ] {
        let report = Report { tasks: vec![task(state)], ..empty() };
        assert_eq!(column(&parsed(&print(&report, Some(Tool::Jira))), "Status"), [expected]);
    }
}

#[test]
fn the_day_that_a_phase_ends_is_one_of_the_incidents_zone() {
    // 23:30 in London is the next day in Paris, and still the same in New York.
    for (zone, expected) in [
        (chrono_tz::Europe::London, "2026-11-22"),
        (chrono_tz::Europe::Paris, "2026-11-23"),
        (chrono_tz::America::New_York, "2026-11-22"),
    ] {
        let phase = StepFigures { planned_end: Some(at("23:30")), ..step(StepOutcome::Waiting) };
        let mut report = Report { steps: vec![phase], tasks: vec![task(TaskProgress::Todo)], ..empty() };
        report.incident.zone = zone;
        assert_eq!(column(&parsed(&print(&report, Some(Tool::Trello))), "Due Date"), [expected]);
    }
    // A task whose phase is not in the report has no day.
    let report = Report { tasks: vec![task(TaskProgress::Todo)], ..empty() };
    assert_eq!(column(&parsed(&print(&report, Some(Tool::Trello))), "Due Date"), [""]);
}

proptest::proptest! {
    #[test]
    fn any_words_are_one_cell_and_no_formula(title in "[ -~é\n\t🚒,\"'=@+|%-]{0,30}", comment in "[^\r]{0,20}") {
        let mut figures = task(TaskProgress::Todo);
        figures.title = title.clone();
        figures.comments = vec![TaskComment { at: at("10:00"), by: PersonName::new("alice"), text: comment.clone() }];
        let report = Report { tasks: vec![figures], ..empty() };
        for tool in [None, Some(Tool::Jira), Some(Tool::Trello), Some(Tool::Asana)] {
            let rows = parsed(&print(&report, tool));
            proptest::prop_assert_eq!(rows.len(), 2);
            proptest::prop_assert!(rows.iter().all(|row| row.len() == rows[0].len()));
            let place = if tool.is_none() { 2 } else { 0 };
            let shown = &rows[1][place];
            proptest::prop_assert!(*shown == title || *shown == format!("'{title}"), "{:?}", shown);
            for row in &rows {
                for cell in row {
                    proptest::prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", cell);
                }
            }
        }
    }
}
