//! Chapters of reports whose figures are written here, one table of cases a chapter.
//!
//! `{key name=value}` in an expected text is that message, `{~30}` a duration of 30 minutes and `{+30}` such a delay, so that
//! the cases hold whatever the words are.

mod csv;
mod documents;
mod drawings;

use crate::document::{Block, Row, Section, Text, Tone};
use crate::incident::{ActionId, Health, Kind, Milestone, Moment, Occasion, PersonName, Range, Seq, Severity, Span};
use crate::lang::{Lang, vars};
use crate::report::about::{About, Damaged, Missed, Objectives, Proof, Verdict};
use crate::report::blockers::BlockerFigures;
use crate::report::open::Open;
use crate::report::record::{Decision, InCommand, Logged};
use crate::report::review::{ActionState, ReportedAction};
use crate::report::roles::RoleFigures;
use crate::report::serial::name;
use crate::report::services::{ServiceFigures, ServiceOutage};
use crate::report::steps::{StepFigures, StepRun, StepSort};
use crate::report::tasks::{TaskFigures, TaskProgress};
use crate::report::updates::{Delivered, DeliveryOutcome, UpdateFigures};
use crate::report::*;

const LANG: Lang = Lang::En;

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}:00Z").parse().unwrap()
}

fn minutes(minutes: i64) -> Span {
    Span::minutes(minutes)
}

fn range(min: i64, max: i64) -> Range<Span> {
    Range { min: minutes(min), max: minutes(max) }
}

fn names(names: &[&str]) -> Vec<PersonName> {
    names.iter().map(|name| PersonName::new(name)).collect()
}

/// A closed incident of four hours without anything else.
fn empty() -> Report {
    let moments = |time| Range { min: at(time), max: at(time) };
    Report {
        format: Report::FORMAT,
        lang: LANG,
        readers: Readers::Internal,
        incident: About {
            id: "20261122-mail-aaaa".to_owned(),
            title: "Mail down".to_owned(),
            kind: Kind::Real,
            speed: 1,
            plan: "Recovery".to_owned(),
            zone: chrono_tz::UTC,
            severity: Severity::Sev2,
            worst_severity: Severity::Sev2,
            commander: None,
            opened: at("10:00"),
            ended: at("14:00"),
            closed: true,
            reason: String::new(),
            what: String::new(),
            impact: String::new(),
            people: Vec::new(),
        },
        verdict: Verdict {
            elapsed: minutes(240),
            active: minutes(240),
            planned_end: moments("14:00"),
            end: moments("14:00"),
            slip: Span::zero(),
            rto: Objectives::default(),
            rpo: Objectives::default(),
            updates: 0,
            late_updates: Some(0),
        },
        open: Vec::new(),
        figures: Vec::new(),
        services: Vec::new(),
        steps: Vec::new(),
        roles: Vec::new(),
        tasks: Vec::new(),
        blockers: Vec::new(),
        holds: Vec::new(),
        nights: Vec::new(),
        commands: Vec::new(),
        decisions: Vec::new(),
        audiences: Vec::new(),
        updates: Vec::new(),
        added: Vec::new(),
        skipped: Vec::new(),
        today: None,
        findings: Vec::new(),
        actions: Vec::new(),
        log: Vec::new(),
        older_records: 0,
        proof: Proof { records: 19, head: "abc".to_owned(), damage: None },
    }
}

fn step(state: StepOutcome) -> StepFigures {
    StepFigures {
        id: "a".parse().unwrap(),
        title: "Restore".to_owned(),
        kind: StepSort::Phase,
        milestone: None,
        added: false,
        state,
        reason: String::new(),
        planned: Some(range(60, 90)),
        extended: None,
        planned_start: None,
        planned_end: None,
        started: None,
        ended: None,
        took: None,
        slip: None,
        runs: Vec::new(),
        people: Vec::new(),
        done: 0,
        skipped: 0,
        tasks: 0,
        blockers: 0,
        blocked: Span::zero(),
    }
}

fn service(health: Health) -> ServiceFigures {
    ServiceFigures {
        id: "mail".parse().unwrap(),
        name: "Mail".to_owned(),
        priority: 1,
        health,
        hit: true,
        down: minutes(30),
        degraded: Span::zero(),
        rto: Some(minutes(60)),
        rto_left: Some(minutes(30)),
        rpo: None,
        restored_to: None,
        data_loss: None,
        rpo_left: None,
        outages: Vec::new(),
    }
}

fn task(state: TaskProgress) -> TaskFigures {
    TaskFigures {
        id: "a.ops.1".parse().unwrap(),
        step: "a".parse().unwrap(),
        step_title: "Restore".to_owned(),
        role: "ops".parse().unwrap(),
        role_name: "Operations".to_owned(),
        title: "Copy".to_owned(),
        state,
        reason: String::new(),
        added: false,
        assignee: None,
        planned: None,
        started: None,
        ended: None,
        ended_by: None,
        blocked: Span::zero(),
        comments: Vec::new(),
    }
}

fn action(id: &str, state: ActionState) -> ReportedAction {
    ReportedAction {
        id: id.parse::<ActionId>().unwrap(),
        title: "Replace the switch".to_owned(),
        owner: None,
        due: None,
        finding: None,
        state,
        overdue: false,
        settled: None,
        outcome: String::new(),
    }
}

fn update(late: Option<i64>, state: DeliveryOutcome) -> UpdateFigures {
    UpdateFigures {
        seq: Seq(9),
        at: at("12:30"),
        by: Some(PersonName::new("alice")),
        audience: "team".parse().unwrap(),
        audience_name: "Team".to_owned(),
        external: true,
        occasion: Occasion::Progress,
        text: "Mail is down.".to_owned(),
        due: Some(at("12:00")),
        late: late.map(minutes),
        deliveries: vec![Delivered { target: "chat".to_owned(), state, at: None, reason: String::new() }],
    }
}

fn logged(seq: u64, time: &str) -> Logged {
    Logged {
        seq: Seq(seq),
        at: at(time),
        person: PersonName::new("alice"),
        via: "local".to_owned(),
        kind: "note",
        technical: false,
        label: String::new(),
        text: format!("Entry {seq}"),
        struck: None,
        undone: false,
    }
}

/// Replaces messages, durations and delays in braces.
fn expanded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (message, behind) = after.split_once('}').unwrap();
        out += before;
        out += &expanded_one(message);
        rest = behind;
    }
    out + rest
}

fn expanded_one(message: &str) -> String {
    let span = |text: &str| minutes(text.parse().unwrap());
    if let Some(span) = message.strip_prefix('~').map(span) {
        return LANG.duration(span);
    }
    if let Some(span) = message.strip_prefix('+').map(span) {
        return LANG.slip(span);
    }
    let mut parts = message.split(' ');
    let key = parts.next().unwrap();
    let variable = |part: &'_ str| {
        let (name, value) = part.split_once('=').unwrap();
        let value = match (value.strip_prefix('~'), value.parse::<i64>()) {
            (Some(minutes), _) => LANG.duration(span(minutes)).into(),
            (None, Ok(number)) => number.into(),
            (None, Err(_)) => value.to_owned().into(),
        };
        (name.to_owned(), value)
    };
    let variables: Vec<(String, fluent_bundle::FluentValue<'_>)> = parts.map(variable).collect();
    let variables: Vec<_> = variables.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    LANG.say_with(key, &variables)
}

fn words(text: &Text) -> String {
    text.0.iter().map(|(_, words)| words.as_str()).collect()
}

/// The words in one tone.
fn toned(text: &Text, tone: Tone) -> String {
    text.0.iter().filter(|(its, _)| *its == tone).map(|(_, words)| words.as_str()).collect()
}

fn section(report: &Report, id: &str) -> Option<Section> {
    report.document().sections.into_iter().find(|section| section.id == id)
}

/// The rows of a chapter's table.
fn rows(report: &Report, id: &str) -> Vec<Vec<Text>> {
    let tables = section(report, id).unwrap().blocks.into_iter();
    let rows = tables.filter_map(|block| if let Block::Table(table) = block { Some(table.rows) } else { None });
    let cells = rows.flatten().filter_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None });
    cells.collect()
}

fn lists(report: &Report, id: &str) -> Vec<String> {
    let blocks = section(report, id).unwrap().blocks.into_iter();
    let lists = blocks.filter_map(|block| if let Block::List(items) = block { Some(items) } else { None });
    lists.flatten().map(|item| words(&item)).collect()
}

#[test]
fn a_report_without_figures_has_only_the_chapters_that_say_so() {
    let chapters =
        |report: &Report| -> Vec<&str> { report.document().sections.iter().map(|section| section.id).collect() };
    assert_eq!(chapters(&empty()), ["short", "figures", "timeline", "decisions", "proof"]);
    let external = Report { readers: Readers::External, ..empty() };
    assert_eq!(chapters(&external), ["short", "figures", "timeline", "proof"]);
    let full = Report {
        services: vec![service(Health::Up)],
        actions: vec![action("A1", ActionState::Open)],
        tasks: vec![task(TaskProgress::Todo)],
        updates: vec![update(None, DeliveryOutcome::Delivered)],
        log: vec![logged(1, "10:00")],
        ..empty()
    };
    let expected =
        ["short", "figures", "services", "review", "timeline", "decisions", "tasks", "updates", "log", "proof"];
    assert_eq!(chapters(&full), expected);
}

#[test]
fn a_step_says_how_long_it_took_or_why_it_did_not() {
    for (state, took, expected, tone) in [
        (StepOutcome::Waiting, None, "{report-not-begun}", Tone::Muted),
        (StepOutcome::Active, Some(70), "{report-running span=~70}", Tone::Bad),
        (StepOutcome::Finished, Some(70), "{~70}", Tone::Plain),
        (StepOutcome::Skipped, None, "{report-skipped}", Tone::Muted),
        (StepOutcome::Skipped, Some(5), "{report-skipped}", Tone::Muted),
        (StepOutcome::CutShort, Some(70), "{~70}, {report-phase-cut-short}", Tone::Bad),
    ] {
        let figures = StepFigures { took: took.map(minutes), ..step(state) };
        let report = Report { steps: vec![figures], ..empty() };
        let took = &rows(&report, "timeline")[0][2];
        assert_eq!(toned(took, tone), expanded(expected), "{state:?}");
        assert_eq!(words(took), toned(took, tone));
    }
}

#[test]
fn a_step_is_tagged_with_what_its_title_does_not_say() {
    let base = || step(StepOutcome::Finished);
    let run = StepRun { from: at("10:00"), to: at("11:00"), over_from: None };
    for (figures, expected) in [
        (base(), "Restore"),
        (StepFigures { added: true, ..base() }, "Restore ({report-added})"),
        (StepFigures { runs: vec![run; 2], ..base() }, "Restore ({report-runs count=2})"),
        (
            StepFigures { milestone: Some(Milestone::Restored), added: true, ..base() },
            "Restore ({report-reaches point=restored}, {report-added})",
        ),
        (StepFigures { kind: StepSort::Break, ..base() }, "Restore ({report-sort sort=break})"),
        (StepFigures { kind: StepSort::DayEnd, ..base() }, "Restore ({report-sort sort=day_end})"),
        (StepFigures { reason: "Not needed".into(), ..base() }, "Restore{report-colon}Not needed"),
    ] {
        let report = Report { steps: vec![figures], ..empty() };
        assert_eq!(words(&rows(&report, "timeline")[0][0]), expanded(expected));
    }
    // The word for a break is in most of their titles.
    let title = format!("Lunch {}", expanded("{report-sort sort=break}"));
    let lunch = StepFigures { kind: StepSort::Break, title: title.clone(), ..base() };
    assert_eq!(words(&rows(&Report { steps: vec![lunch], ..empty() }, "timeline")[0][0]), title);
}

#[test]
fn a_few_people_are_named_and_the_others_counted() {
    for (people, expected) in [
        (&[][..], ""),
        (&["alice"], "alice"),
        (&["alice", "bob", "carol"], "alice, bob, carol"),
        (&["alice", "bob", "carol", "dan"], "alice, bob +2"),
    ] {
        let figures = StepFigures { people: names(people), ..step(StepOutcome::Finished) };
        let report = Report { steps: vec![figures], ..empty() };
        assert_eq!(words(&rows(&report, "timeline")[0][7]), expected);
    }
}

#[test]
fn a_step_left_undone_without_a_decision_is_unfinished() {
    for (state, kind, unfinished) in [
        (StepOutcome::Waiting, StepSort::Phase, true),
        (StepOutcome::Active, StepSort::Break, true),
        (StepOutcome::CutShort, StepSort::Phase, true),
        (StepOutcome::CutShort, StepSort::Break, false),
        (StepOutcome::Finished, StepSort::Phase, false),
        (StepOutcome::Skipped, StepSort::Phase, false),
    ] {
        assert_eq!(StepFigures { kind, ..step(state) }.is_unfinished(), unfinished, "{state:?} {kind:?}");
    }
}

#[test]
fn an_objective_is_met_missed_or_not_decided_yet() {
    let base = || service(Health::Up);
    for (figures, expected, tone) in [
        (base(), "{report-yes} ✔", Tone::Good),
        (ServiceFigures { rto_left: Some(minutes(-20)), ..base() }, "{report-no} {+20} ▲", Tone::Bad),
        (service(Health::Down), "{report-still-left left=~30} ▲", Tone::Bad),
        (ServiceFigures { rto_left: Some(minutes(-5)), ..service(Health::Down) }, "{report-no} {+5} ▲", Tone::Bad),
        (ServiceFigures { hit: false, ..base() }, "{report-not-hit}", Tone::Muted),
        (ServiceFigures { rto: None, rto_left: None, ..base() }, "", Tone::Plain),
    ] {
        let kept = rows(&Report { services: vec![figures], ..empty() }, "services")[0][6].clone();
        assert_eq!(toned(&kept, tone), expanded(expected));
    }
}

#[test]
fn data_loss_has_columns_only_if_it_is_known_or_limited() {
    let base = || service(Health::Up);
    assert_eq!(rows(&Report { services: vec![base()], ..empty() }, "services")[0].len(), 7);
    for (rpo, loss, left, expected) in [
        (Some(60), Some(75), Some(-15), ["{~75}", "{~60}", "{report-no} {+15} ▲"]),
        (Some(60), Some(15), Some(45), ["{~15}", "{~60}", "{report-yes} ✔"]),
        (Some(60), None, None, ["", "{~60}", "{report-unknown}"]),
        (None, Some(15), None, ["{~15}", "", ""]),
    ] {
        let (rpo, data_loss, rpo_left) = (rpo.map(minutes), loss.map(minutes), left.map(minutes));
        let figures = ServiceFigures { rpo, data_loss, rpo_left, ..base() };
        let row = rows(&Report { services: vec![figures], ..empty() }, "services").remove(0);
        assert_eq!(row[7..].iter().map(words).collect::<Vec<_>>(), expected.map(expanded));
    }
}

#[test]
fn outages_are_listed_with_what_still_lasts() {
    let outages = vec![
        ServiceOutage { health: Health::Down, from: at("10:00"), to: Some(at("10:30")) },
        ServiceOutage { health: Health::Degraded, from: at("11:00"), to: None },
    ];
    let report = Report { services: vec![ServiceFigures { outages, ..service(Health::Degraded) }], ..empty() };
    let (down, degraded) = (LANG.health(Health::Down), LANG.health(Health::Degraded));
    let expected =
        expanded(&format!("Mail{{report-colon}}{down} 10:00–10:30 · {degraded} {{report-still from=11:00}}"));
    assert_eq!(lists(&report, "services"), [expected]);
}

#[test]
fn a_task_names_who_was_assigned_and_who_ended_it() {
    let by = |name: &str| Some(PersonName::new(name));
    for (assignee, ended_by, expected) in [
        (None, None, ""),
        (by("alice"), None, "alice"),
        (None, by("bob"), "bob"),
        (by("alice"), by("bob"), "alice, bob"),
        (by("alice"), by("alice"), "alice"),
    ] {
        let figures = TaskFigures { assignee, ended_by, ..task(TaskProgress::Done) };
        assert_eq!(words(&rows(&Report { tasks: vec![figures], ..empty() }, "tasks")[0][2]), expected);
    }
    for (figures, title, tone) in [
        (task(TaskProgress::Todo), "Copy a.ops.1", Tone::Plain),
        (TaskFigures { added: true, ..task(TaskProgress::Done) }, "Copy a.ops.1 ({report-added})", Tone::Good),
        (
            TaskFigures { reason: "No disk".into(), ..task(TaskProgress::Blocked) },
            "Copy a.ops.1{report-colon}No disk",
            Tone::Bad,
        ),
        (task(TaskProgress::Skipped), "Copy a.ops.1", Tone::Plain),
    ] {
        let state = expanded(&format!("{{name-task-state state={}}}", name(&figures.state)));
        let row = rows(&Report { tasks: vec![figures], ..empty() }, "tasks").remove(0);
        assert_eq!((words(&row[0]), toned(&row[3], tone)), (expanded(title), state));
    }
}

#[test]
fn tasks_are_under_the_heading_of_their_step() {
    let other = TaskFigures { step: "b".parse().unwrap(), step_title: "Check".to_owned(), ..task(TaskProgress::Todo) };
    let tasks = vec![task(TaskProgress::Done), task(TaskProgress::Todo), other];
    let blocks = section(&Report { tasks, ..empty() }, "tasks").unwrap().blocks;
    let [Block::Table(table)] = blocks.as_slice() else { panic!("one table") };
    let headings = table.rows.iter().enumerate().filter_map(|(place, row)| match row {
        Row::Heading(title) => Some((place, title.as_str())),
        Row::Cells(_) => None,
    });
    assert_eq!(headings.collect::<Vec<_>>(), [(0, "Restore"), (3, "Check")]);
}

#[test]
fn a_role_without_work_has_no_times() {
    let role = |phases| RoleFigures {
        id: "ops".parse().unwrap(),
        name: "Operations".to_owned(),
        people: names(&["alice"]),
        phases,
        planned: range(60, 90),
        took: minutes(70),
        slip: Some(Span::zero()),
        done: 2,
        skipped: 1,
        tasks: 4,
        blockers: 2,
        blocked: minutes(40),
    };
    let report = Report { roles: vec![role(2), role(0)], ..empty() };
    let rows: Vec<Vec<_>> = rows(&report, "roles").iter().map(|row| row[2..].iter().map(words).collect()).collect();
    let planned = LANG.span_range(range(60, 90));
    let on_plan = expanded("{report-on-plan}");
    let (took, blocked) = (expanded("{~70}"), expanded("2 · {~40}"));
    assert_eq!(rows[0], ["3/4", "2", &planned, &took, &on_plan, &blocked]);
    assert_eq!(rows[1], ["3/4", "0", "", "", "", &blocked]);
}

#[test]
fn a_blocker_names_who_lifted_it_unless_it_lasts() {
    let blocker = |to: Option<&str>, ended_by: Option<&str>| BlockerFigures {
        task: "a.ops.1".parse().unwrap(),
        title: "Copy".to_owned(),
        step_title: "Restore".to_owned(),
        role_name: "Operations".to_owned(),
        reason: "No disk".to_owned(),
        by: PersonName::new("alice"),
        from: at("10:10"),
        to: to.map(at),
        ended_by: ended_by.map(PersonName::new),
        lasted: minutes(30),
    };
    for (figures, expected) in [
        (blocker(Some("10:40"), Some("alice")), ["10:10–10:40", "{~30}", "alice"]),
        (blocker(Some("10:40"), Some("bob")), ["10:10–10:40", "{~30}", "alice, bob"]),
        (blocker(None, None), ["{report-still from=10:10}", "{~30} ▲", "alice"]),
    ] {
        let row = rows(&Report { blockers: vec![figures], ..empty() }, "blockers").remove(0);
        assert_eq!(words(&row[0]), "Copy (Restore)");
        assert_eq!(row[3..].iter().map(words).collect::<Vec<_>>(), expected.map(expanded));
    }
}

#[test]
fn a_decision_that_was_undone_is_struck() {
    let decision = |undone| Decision {
        seq: Seq(5),
        at: at("10:45"),
        by: PersonName::new("alice"),
        text: "Cut the VPN".to_owned(),
        why: "Spread".to_owned(),
        objections: String::new(),
        undone,
    };
    let rows = rows(&Report { decisions: vec![decision(false), decision(true)], ..empty() }, "decisions");
    assert_eq!(toned(&rows[0][1], Tone::Quoted), "Cut the VPN");
    assert_eq!(toned(&rows[1][1], Tone::Struck), "Cut the VPN");
    assert_eq!(toned(&rows[1][1], Tone::Muted), expanded(" ({report-taken-back})"));
}

#[test]
fn command_is_listed_once_it_has_changed_hands() {
    let command = |person: &str, taken: Option<&str>| InCommand {
        person: PersonName::new(person),
        from: at("11:00"),
        taken: taken.map(str::to_owned),
    };
    let of = |commands| lists(&Report { commands, ..empty() }, "decisions");
    assert!(of(vec![command("alice", None)]).is_empty());
    let all = vec![command("alice", None), command("bob", Some("")), command("carol", Some("Asleep"))];
    let expected = [
        "11:00 alice{report-in-command}",
        "11:00 bob{report-took-command}",
        "11:00 carol{report-took-command}{report-colon}Asleep",
    ];
    assert_eq!(of(all), expected.map(expanded));
}

#[test]
fn an_update_says_whether_it_was_in_time_and_arrived() {
    let due = expanded("{report-at time=12:00}");
    let punctual = |key: &str, more: &[(&str, fluent_bundle::FluentValue<'_>)]| {
        LANG.say_with(key, &[&vars![due = due.as_str()], more].concat())
    };
    let late = vars![late = LANG.duration(minutes(30))];
    for (figures, expected) in [
        (
            update(None, DeliveryOutcome::Delivered),
            format!("{} ✔ · chat {{report-delivery state=delivered}}", punctual("report-in-time", &[])),
        ),
        (
            update(Some(30), DeliveryOutcome::Failed),
            format!("{} ▲ · chat {{report-delivery state=failed}} ▲", punctual("report-sent-late", &late)),
        ),
        (
            UpdateFigures { due: None, ..update(None, DeliveryOutcome::Pending) },
            "chat {report-delivery state=pending} ▲".to_owned(),
        ),
        (
            UpdateFigures { due: None, ..update(None, DeliveryOutcome::Delayed) },
            "chat {report-delivery state=delayed} ▲".to_owned(),
        ),
    ] {
        let blocks = section(&Report { updates: vec![figures], ..empty() }, "updates").unwrap().blocks;
        let [Block::Quote { label, text }] = blocks.as_slice() else { panic!("{blocks:?}") };
        let occasion = LANG.occasion(Occasion::Progress);
        assert_eq!(words(label), format!("12:30 · Team · {occasion} · alice · {}", expanded(&expected)));
        assert_eq!(text, "Mail is down.");
    }
}

#[test]
fn the_log_leaves_technical_entries_out_and_counts_them() {
    let technical = Logged { technical: true, ..logged(2, "10:01") };
    let undone = Logged { undone: true, label: "DECISION".into(), ..logged(3, "10:02") };
    let corrected = Logged { struck: Some("Former".into()), ..logged(4, "10:03") };
    let log = vec![logged(1, "10:00"), technical, undone, corrected];
    let report = Report { log, older_records: 7, ..empty() };
    let entries: Vec<_> =
        rows(&report, "log").iter().map(|row| (words(&row[0]), words(&row[1]), words(&row[3]))).collect();
    let expected = [
        ("1", "10:00:00", "Entry 1"),
        ("3", "10:02:00", "DECISION Entry 3 ({report-taken-back})"),
        ("4", "10:03:00", "Entry 4 Former"),
    ];
    let expected = expected.map(|(seq, at, text)| (seq.to_owned(), at.to_owned(), expanded(text)));
    assert_eq!(entries, expected);
    let paragraphs: Vec<_> = section(&report, "log")
        .unwrap()
        .blocks
        .iter()
        .filter_map(|block| if let Block::Paragraph(text) = block { Some(words(text)) } else { None })
        .collect();
    assert_eq!(paragraphs, ["{report-older count=7}", "{report-technical count=1}"].map(expanded));
}

#[test]
fn open_actions_are_listed_the_overdue_first_and_then_by_due_date() {
    let due = |id: &str, due: Option<&str>, overdue| ReportedAction {
        due: due.map(|due| due.parse().unwrap()),
        overdue,
        ..action(id, ActionState::Open)
    };
    let actions = vec![
        due("A1", None, false),
        due("A2", Some("2026-12-24"), false),
        due("A3", Some("2026-12-01"), false),
        due("A4", Some("2026-11-23"), true),
        action("A5", ActionState::Done),
        action("A6", ActionState::Dropped),
    ];
    let report = Report { actions, ..empty() };
    let listed = lists(&report, "short");
    let order: Vec<_> = listed.iter().map(|item| item.split(' ').next().unwrap()).collect();
    assert_eq!(order, ["A4", "A3", "A2", "A1"]);
    assert!(listed[0].ends_with(&expanded("{report-action-state state=late} ▲")), "{}", listed[0]);
    let states: Vec<_> = rows(&report, "review").iter().map(|row| words(&row[3])).collect();
    let expected = ["open", "open", "open", "late", "done", "dropped"];
    let signs = ["", "", "", " ▲", " ✔", ""];
    let expected = expected.map(|state| expanded(&format!("{{report-action-state state={state}}}")));
    let expected: Vec<_> = expected.iter().zip(signs).map(|(state, sign)| format!("{state}{sign}")).collect();
    assert_eq!(states, expected);
}

#[test]
fn many_open_points_are_counted_after_the_first_few() {
    let open = |count: usize| Open {
        what: OpenKind::Tasks,
        count,
        named: (1..=count).map(|n| format!("T{n}")).collect(),
        late: 0,
    };
    for (count, expected) in [
        (1, "{report-open-kind kind=tasks count=1}{report-colon}T1"),
        (4, "{report-open-kind kind=tasks count=4}{report-colon}T1 · T2 · T3 · T4"),
        (6, "{report-open-kind kind=tasks count=6}{report-colon}T1 · T2 · T3 · T4 {report-more count=2}"),
    ] {
        assert_eq!(lists(&Report { open: vec![open(count)], ..empty() }, "short"), [expanded(expected)]);
    }
}

#[test]
fn the_card_of_the_end_is_bad_if_it_was_late_or_something_was_left() {
    let card = |report: &Report| {
        let label = expanded("{report-card card=plan}");
        let cards = report.document().cards;
        words(&cards.into_iter().find(|card| card.label == label).unwrap().value)
    };
    let late = Verdict { slip: minutes(90), ..empty().verdict };
    let seconds = Verdict { slip: Span::seconds(30), ..empty().verdict };
    for (report, expected) in [
        (empty(), "{report-in-plan} ✔".to_owned()),
        (Report { verdict: late, ..empty() }, format!("{} ▲", LANG.slip(minutes(90)))),
        (Report { verdict: seconds, ..empty() }, "{report-in-plan} ✔".to_owned()),
        (Report { steps: vec![step(StepOutcome::Waiting)], ..empty() }, "{report-cut-short} ▲".to_owned()),
        (Report { steps: vec![step(StepOutcome::Skipped)], ..empty() }, "{report-in-plan} ✔".to_owned()),
    ] {
        assert_eq!(card(&report), expanded(&expected));
    }
}

#[test]
fn objectives_have_a_card_once_one_is_known_or_awaited() {
    let value = |rto: Objectives| {
        let report = Report { verdict: Verdict { rto, ..empty().verdict }, ..empty() };
        let label = expanded("{report-card card=rto}");
        let card = report.document().cards.into_iter().find(|card| card.label == label)?;
        Some((words(&card.value), words(&card.note)))
    };
    let worst = Some(Missed { service: "Mail".to_owned(), by: minutes(20) });
    for (rto, expected) in [
        (Objectives::default(), None),
        (
            Objectives { known: 2, ..Objectives::default() },
            Some(("{report-kept kept=2 known=2} ✔", "{report-all-kept}")),
        ),
        (
            Objectives { known: 2, missed: 1, worst, ..Objectives::default() },
            Some(("{report-kept kept=1 known=2} ▲", "{report-worst}Mail +{~20}")),
        ),
        (Objectives { unknown: 1, ..Objectives::default() }, Some(("{report-unknown}", "{report-still-down count=1}"))),
    ] {
        assert_eq!(value(rto), expected.map(|(value, note)| (expanded(value), expanded(note))));
    }
}

#[test]
fn a_damaged_or_open_journal_is_announced_first() {
    let notices = |report: &Report| report.document().notices.iter().map(words).collect::<Vec<_>>();
    assert!(notices(&empty()).is_empty());
    let damage = Some(Damaged { record: 12, why: "torn".to_owned() });
    let mut report = Report { proof: Proof { damage, ..empty().proof }, ..empty() };
    let damaged = expanded("{report-damaged record=12 why=torn}");
    assert_eq!(notices(&report), std::slice::from_ref(&damaged));
    let Some(Block::Paragraph(first)) = section(&report, "proof").unwrap().blocks.into_iter().next() else {
        panic!("a paragraph");
    };
    assert_eq!(words(&first), damaged);
    report.incident.closed = false;
    assert_eq!(notices(&report).len(), 2);
}

#[test]
fn a_state_in_json_is_its_name() {
    let states =
        [TaskProgress::Todo, TaskProgress::Doing, TaskProgress::Blocked, TaskProgress::Done, TaskProgress::Skipped];
    assert_eq!(states.map(|it| name(&it)), ["todo", "doing", "blocked", "done", "skipped"]);
    let states =
        [DeliveryOutcome::Pending, DeliveryOutcome::Delayed, DeliveryOutcome::Delivered, DeliveryOutcome::Failed];
    assert_eq!(states.map(|it| name(&it)), ["pending", "delayed", "delivered", "failed"]);
    let states = [ActionState::Open, ActionState::Done, ActionState::Dropped];
    assert_eq!(states.map(|it| name(&it)), ["open", "done", "dropped"]);
    let bases = [Basis::Stated, Basis::Record, Basis::Phase, Basis::Work, Basis::Services];
    assert_eq!(bases.map(|it| name(&it)), ["told", "record", "phase", "work", "services"]);
    let sorts = [StepSort::Phase, StepSort::Break, StepSort::DayEnd];
    assert_eq!(sorts.map(|it| name(&it)), ["phase", "break", "day_end"]);
    assert_eq!(name(&StepOutcome::CutShort), "cut_short");
}
