//! The timeline as a drawing, as a chart of Mermaid and as a calendar.

use super::{LANG, action, at, empty, expanded, minutes, range, step, task};
use crate::incident::{Moment, PersonName, Span};
use crate::lang::{Lang, vars};
use crate::report::blockers::Lasting;
use crate::report::figures::{Figure, Point};
use crate::report::review::{ActionState, ReportedAction};
use crate::report::roles::RoleFigures;
use crate::report::steps::{StepFigures, StepRun, StepSort};
use crate::report::tasks::{TaskFigures, TaskProgress};
use crate::report::{Basis, Report, StepOutcome, calendar, mermaid};

fn run(from: &str, to: &str, over_from: Option<&str>) -> StepRun {
    StepRun { from: at(from), to: at(to), over_from: over_from.map(at) }
}

fn hold(from: &str, to: Option<&str>) -> Lasting {
    Lasting { what: "Waiting".to_owned(), from: at(from), to: to.map(at), lasted: minutes(30) }
}

/// A phase of an hour from 10:00, as planned and as it ran.
fn phase(runs: Vec<StepRun>) -> StepFigures {
    StepFigures {
        planned_start: Some(at("10:00")),
        planned_end: Some(at("11:00")),
        took: Some(minutes(60)),
        runs,
        ..step(StepOutcome::Finished)
    }
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

/// The value of an attribute of the first element that holds a mark.
fn attribute(drawing: &str, mark: &str, name: &str) -> f64 {
    let element = drawing.split('<').find(|element| element.contains(mark)).unwrap_or_else(|| panic!("no {mark}"));
    let value = element.split(&format!(" {name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {element}"));
    value.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn nothing_is_drawn_without_steps() {
    assert_eq!(empty().gantt(), "");
    assert!(!empty().html().contains("<svg"));
}

#[test]
fn a_long_timeline_is_several_drawings_with_one_legend() {
    for (steps, drawings) in [(1, 1), (26, 1), (27, 2), (60, 3)] {
        let report = Report { steps: vec![phase(Vec::new()); steps], ..empty() };
        let drawing = report.gantt();
        assert_eq!(count(&drawing, "<svg"), drawings, "{steps} steps");
        assert_eq!(count(&drawing, "class=\"plan\""), steps + 1, "each bar, and the legend's");
        assert_eq!(count(&drawing, &expanded("{report-legend-over}")), 1);
        assert_eq!((count(&drawing, "<figure>"), count(&drawing, "</figure>")), (1, 1));
        for place in 0..drawings {
            assert_eq!(count(&drawing, &format!("id=\"night-{place}\"")), 1, "its own pattern");
        }
    }
}

#[test]
fn a_bar_lies_where_its_moments_are_and_what_is_late_follows_what_is_not() {
    let report = Report { steps: vec![phase(vec![run("10:00", "12:00", Some("11:00"))])], ..empty() };
    let drawing = report.gantt();
    let bar = |class: &str| {
        let mark = format!("rect class=\"{class}\"");
        (attribute(&drawing, &mark, "x"), attribute(&drawing, &mark, "width"))
    };
    let ((plan, planned), (real, lasted), (late, over)) = (bar("plan"), bar("real"), bar("late"));
    assert!((plan - real).abs() < 0.2 && (planned - lasted).abs() < 0.2, "{drawing}");
    assert!((late - (real + lasted)).abs() < 0.3 && (over - lasted).abs() < 0.3, "{drawing}");
    assert_eq!(count(&drawing, ">▲</text>"), 1);
    // Four hours and a sixtieth of them between the two sides.
    let hour = (872.0 - 250.0) / (4.0 * 61.0 / 60.0);
    assert!((lasted - hour).abs() < 0.2, "{lasted} is not {hour}");
}

#[test]
fn a_bar_of_a_moment_can_still_be_seen_and_none_leaves_the_frame() {
    let early = StepFigures { planned_start: Some(at("08:00")), planned_end: Some(at("09:00")), ..phase(Vec::new()) };
    let report = Report { steps: vec![early, phase(vec![run("10:00", "10:00", None)])], ..empty() };
    let drawing = report.gantt();
    assert!(attribute(&drawing, "rect class=\"plan\"", "x") >= 250.0);
    assert!(attribute(&drawing, "rect class=\"real\"", "width") >= 1.5);
}

#[test]
fn holds_and_nights_are_hatched_until_they_end_or_the_incident_does() {
    let nights = vec![hold("12:00", None)];
    let report =
        Report { steps: vec![phase(Vec::new())], holds: vec![hold("10:30", Some("11:00"))], nights, ..empty() };
    let drawing = report.gantt();
    let (held, night) = ("fill=\"url(#held-0)\" x", "fill=\"url(#night-0)\" x");
    let end = attribute(&drawing, "line class=\"end\"", "x1");
    let reached = attribute(&drawing, night, "x") + attribute(&drawing, night, "width");
    assert!((reached - end).abs() < 0.3, "{reached} is not {end}");
    assert!(attribute(&drawing, held, "width") < attribute(&drawing, night, "width"));
    let closed = format!("┆ {} 14:00", expanded("{report-gantt-closed}"));
    assert!(drawing.contains(&closed), "{drawing}");
    let mut open = report;
    open.incident.closed = false;
    assert!(open.gantt().contains(&expanded("{report-gantt-last}")));
}

#[test]
fn ticks_are_round_times_of_the_zone_whatever_its_clocks_do() {
    for (opened, hours, zone, expected, missing) in [
        ("2026-11-22T10:00:00Z", 4, chrono_tz::UTC, &["10:00", "12:00", "13:30"][..], &["10:07"][..]),
        ("2026-11-22T10:07:00Z", 4, chrono_tz::UTC, &["10:30", "14:00"], &["10:07", "10:00"]),
        ("2026-11-22T10:00:00Z", 4, chrono_tz::Asia::Kolkata, &["15:30", "17:00"], &["10:00"]),
        // Clocks are set from 02:00 to 03:00, and from 03:00 to 02:00.
        ("2026-03-29T00:00:00Z", 3, chrono_tz::Europe::Paris, &["01:00", "03:00", "04:00"], &["02:30"]),
        ("2026-10-24T23:00:00Z", 4, chrono_tz::Europe::Paris, &["01:00", "02:00", "03:00"], &[]),
    ] {
        let mut report = Report { steps: vec![step(StepOutcome::Waiting)], ..empty() };
        report.incident.opened = opened.parse().unwrap();
        report.incident.ended = report.incident.opened + Span::hours(hours);
        report.incident.zone = zone;
        let drawing = report.gantt();
        let has = |time: &str| drawing.contains(&format!("text-anchor=\"middle\">{time}</text>"));
        assert!(expected.iter().all(|time| has(time)), "{opened} {zone}: {drawing}");
        assert!(!missing.iter().any(|time| has(time)), "{opened} {zone}: {drawing}");
    }
}

#[test]
fn a_minute_has_seconds_and_a_month_days_alone() {
    for (span, seconds, days) in [
        (Span::minutes(1), true, 1),
        (Span::hours(3), false, 1),
        (Span::days(2), false, 3),
        (Span::days(60), false, 12),
    ] {
        let mut report = Report { steps: vec![step(StepOutcome::Waiting)], ..empty() };
        report.incident.ended = report.incident.opened + span;
        let drawing = report.gantt();
        assert_eq!(drawing.contains(">10:00:15<"), seconds, "{span}");
        let named = count(&drawing, "<text class=\"strong\"");
        assert!((1..=days).contains(&named), "{named} days of {span}");
        assert!(count(&drawing, "<line class=") < 60, "{span}");
    }
}

#[test]
fn words_of_people_are_no_markup_in_a_drawing() {
    let title = "<script>\"&' an exceedingly long title of a phase that nobody reads to its end";
    let report = Report { steps: vec![StepFigures { title: title.to_owned(), ..phase(Vec::new()) }], ..empty() };
    let drawing = report.gantt();
    assert!(!drawing.contains("<script"), "{drawing}");
    assert!(drawing.contains("to its end</title>") && drawing.contains("…<title>"), "{drawing}");
}

#[test]
fn a_row_says_what_became_of_its_step() {
    for (state, took, slip, expected) in [
        (StepOutcome::Skipped, None, None, "{report-skipped}</tspan></text>"),
        (StepOutcome::Waiting, None, None, "{report-not-begun}</tspan></text>"),
        (StepOutcome::Finished, Some(70), Some(30), "{~70}</tspan> <tspan class=\"over-sign\">{+30} ▲</tspan>"),
        (StepOutcome::Finished, Some(30), Some(-30), "{~30}</tspan> <tspan class=\"small\">{~-30} ▽</tspan>"),
        (StepOutcome::Finished, Some(60), Some(0), "{~60}</tspan></text>"),
    ] {
        let figures = StepFigures { took: took.map(minutes), slip: slip.map(minutes), ..step(state) };
        let drawing = Report { steps: vec![figures], ..empty() }.gantt();
        assert!(drawing.contains(&expanded(expected)), "{state:?}: {drawing}");
    }
}

#[test]
fn a_chart_cuts_bars_at_standstills_and_where_they_became_late() {
    let report = Report {
        steps: vec![phase(vec![run("10:00", "12:00", Some("11:30"))])],
        holds: vec![hold("10:30", Some("11:00"))],
        ..empty()
    };
    let chart = mermaid::print(&report);
    let bars: Vec<_> = chart.lines().filter(|line| line.contains(", 2026-11-22T")).collect();
    let took = LANG.say_with("chart-took", &vars![took = LANG.duration(minutes(60))]);
    let planned = LANG.say_with("chart-planned", &vars![planned = LANG.span_range(range(60, 90))]);
    let planned = planned.replace('\u{a0}', " ");
    let expected = [
        format!("{planned} : p1, 2026-11-22T10:00:00, 2026-11-22T11:00:00"),
        format!("{} : done, r1x1, 2026-11-22T10:00:00, 2026-11-22T10:30:00", took.replace('\u{a0}', " ")),
        format!("{} : done, r1x2, 2026-11-22T11:00:00, 2026-11-22T11:30:00", expanded("{chart-on}")),
    ];
    assert_eq!(bars[..3].iter().map(|bar| bar.trim()).collect::<Vec<_>>(), expected);
    assert!(bars[3].contains(" : crit, r1x2o, 2026-11-22T11:30:00, 2026-11-22T12:00:00"), "{chart}");
    assert_eq!(bars.len(), 4);
}

#[test]
fn what_is_too_short_to_be_seen_is_a_point_of_a_chart() {
    let runs = vec![StepRun { from: at("10:00"), to: at("11:00") + Span::seconds(20), over_from: Some(at("11:00")) }];
    let chart = mermaid::print(&Report { steps: vec![phase(runs)], figures: vec![closed(at("14:00"))], ..empty() });
    assert!(chart.contains(": crit, milestone, r1x1o, 2026-11-22T11:00:20, 0m"), "{chart}");
    assert!(chart.contains(&format!("    {} : milestone, m0, 2026-11-22T14:00:00, 0m", expanded("{chart-closed}"))));
}

fn closed(real: Moment) -> Figure {
    Figure {
        point: Point::Closed,
        basis: Basis::Record,
        step: None,
        planned: None,
        real: Some(real),
        stated: String::new(),
        after: None,
        slip: None,
    }
}

#[test]
fn a_chart_has_at_most_seven_ticks_and_shows_days_if_there_are_several() {
    for (minutes_long, tick, axis) in [
        (1, "10second", "%H:%M:%S"),
        (9, "5minute", "%H:%M:%S"),
        (30, "5minute", "%H:%M"),
        (240, "1hour", "%H:%M"),
        (24 * 60, "6hour", "%d/%m %H:%M"),
        (14 * 24 * 60, "2day", "%d/%m %H:%M"),
        (10 * 365 * 24 * 60, "3month", "%d/%m %H:%M"),
    ] {
        let runs = vec![StepRun { from: at("00:00"), to: at("00:00") + minutes(minutes_long), over_from: None }];
        let figures = StepFigures { planned_start: None, planned_end: None, ..phase(runs) };
        let chart = mermaid::print(&Report { steps: vec![figures], ..empty() });
        assert!(chart.contains(&format!("    tickInterval {tick}\n")), "{minutes_long} min: {chart}");
        assert!(chart.contains(&format!("    axisFormat {axis}\n")), "{minutes_long} min: {chart}");
    }
}

#[test]
fn a_night_is_one_bar_whatever_was_held_and_a_step_without_bars_has_no_section() {
    let night = StepFigures { kind: StepSort::DayEnd, planned: None, ..phase(vec![run("10:00", "12:00", None)]) };
    let nights = vec![hold("10:00", Some("12:00"))];
    let waiting = StepFigures { title: "Later".to_owned(), ..step(StepOutcome::Waiting) };
    let chart = mermaid::print(&Report { steps: vec![night, waiting], nights, ..empty() });
    let real = expanded("    {chart-real} : done, r1x1, 2026-11-22T10:00:00, 2026-11-22T12:00:00");
    assert!(chart.contains(&real), "{chart}");
    assert!(chart.contains(&expanded("    {chart-night} : p1, ")), "{chart}");
    assert!(!chart.contains("Later"), "{chart}");
}

/// The properties of a calendar, unfolded, those of one event after the other.
fn events(report: &Report) -> Vec<Vec<(String, String)>> {
    let printed = calendar::print(report);
    assert!(printed.split_terminator("\r\n").all(|line| line.len() <= 75), "{printed}");
    let unfolded = printed.replace("\r\n ", "");
    let mut events: Vec<Vec<(String, String)>> = Vec::new();
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") => events.push(Vec::new()),
            (name, value) => {
                if let Some(event) = events.last_mut() {
                    event.push((name.to_owned(), value.to_owned()));
                }
            }
        }
    }
    events
}

fn value<'e>(event: &'e [(String, String)], name: &str) -> Option<&'e str> {
    event.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_calendar_lays_the_steps_out_one_behind_the_other() {
    let later = StepFigures {
        id: "b".parse().unwrap(),
        kind: StepSort::Break,
        planned_end: Some(at("11:30")),
        ..phase(Vec::new())
    };
    let earlier = StepFigures { planned_end: Some(at("11:00")), ..phase(Vec::new()) };
    let unplanned = StepFigures { planned_end: None, ..phase(Vec::new()) };
    let events = events(&Report { steps: vec![later, unplanned, earlier], ..empty() });
    let seen: Vec<_> = events
        .iter()
        .map(|event| ["UID", "DTSTART", "DTEND", "TRANSP"].map(|name| value(event, name).unwrap()))
        .collect();
    let expected = [
        ["a.20261122-mail-aaaa@warroom", "20261122T100000Z", "20261122T110000Z", "OPAQUE"],
        ["b.20261122-mail-aaaa@warroom", "20261122T110000Z", "20261122T113000Z", "TRANSPARENT"],
    ];
    assert_eq!(seen, expected);
    assert_eq!(value(&events[1], "CATEGORIES"), Some(&*expanded("{calendar-break}")));
}

#[test]
fn an_event_says_what_is_planned_and_who_has_what_to_do() {
    let role = RoleFigures {
        id: "ops".parse().unwrap(),
        name: "Operations".to_owned(),
        people: Vec::new(),
        phases: 1,
        planned: range(60, 90),
        took: Span::zero(),
        slip: None,
        done: 0,
        skipped: 0,
        tasks: 1,
        blockers: 0,
        blocked: Span::zero(),
    };
    let added = TaskFigures { title: "Added".to_owned(), added: true, ..task(TaskProgress::Todo) };
    let tasks = vec![task(TaskProgress::Todo), added];
    for (planned, key) in [(range(60, 90), LANG.span_range(range(60, 90))), (range(60, 60), LANG.duration(minutes(60)))]
    {
        let steps = vec![StepFigures { planned: Some(planned), ..phase(Vec::new()) }];
        let report = Report { steps, roles: vec![role.clone()], tasks: tasks.clone(), ..empty() };
        let planned = LANG.say_with("chart-planned", &vars![planned = key]);
        let expected = format!("{planned}\\n\\nOperations\\n- Copy");
        assert_eq!(value(&events(&report)[0], "DESCRIPTION"), Some(&*expected));
    }
}

#[test]
fn follow_up_actions_are_whole_days_unless_dropped_or_without_a_date() {
    for (due, state, owner, expected) in [
        (Some("2026-12-24"), ActionState::Open, Some("bob"), Some(("20261224", "20261225"))),
        (Some("2026-12-31"), ActionState::Done, None, Some(("20261231", "20270101"))),
        (Some("2028-02-28"), ActionState::Open, None, Some(("20280228", "20280229"))),
        (Some("2026-12-24"), ActionState::Dropped, None, None),
        (None, ActionState::Open, None, None),
    ] {
        let action = ReportedAction {
            due: due.map(|due| due.parse().unwrap()),
            owner: owner.map(PersonName::new),
            ..action("A1", state)
        };
        let events = events(&Report { actions: vec![action], ..empty() });
        let days = events
            .first()
            .map(|event| (value(event, "DTSTART;VALUE=DATE").unwrap(), value(event, "DTEND;VALUE=DATE").unwrap()));
        assert_eq!(days, expected, "{due:?} {state:?}");
        if let Some(event) = events.first() {
            assert_eq!(value(event, "SUMMARY"), Some("A1 Replace the switch"));
            let owner = owner.map(|owner| expanded(&format!("{{report-follow-up-owner owner={owner}}}")));
            assert_eq!(value(event, "DESCRIPTION"), owner.as_deref());
        }
    }
}

#[test]
fn drawings_are_in_the_language_of_their_readers() {
    for lang in Lang::ALL {
        let report = Report { lang, steps: vec![phase(vec![run("10:00", "11:00", None)])], ..empty() };
        assert!(report.gantt().contains(&lang.say("report-legend-planned")));
        let title = lang.say("chart-points");
        let chart = mermaid::print(&Report { figures: vec![closed(at("14:00"))], ..report.clone() });
        assert!(chart.contains(&format!("    section {title}\n")), "{chart}");
        assert_eq!(value(&events(&report)[0], "CATEGORIES"), Some(&*lang.say("calendar-phase")));
    }
}
