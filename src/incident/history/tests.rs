use crate::incident::{
    Context, Event, HeaderEvent, History, Incident, IncidentId, Kind, LogEvent, Mark, MarkKind, Moment, Open, Pace,
    Plan, Planned, PlannedStep, PlannedTask, Recorded, Role, RoleId, Seq, Severity, Signature, Situation, Span,
    StepEvent, StepKind, TaskEvent, TaskId, open,
};

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}Z").parse().unwrap()
}

/// Two phases of at most an hour and half an hour; the first has one task.
fn begun() -> (Incident, History) {
    let role: RoleId = "dsi".parse().unwrap();
    let task = PlannedTask { id: "a.dsi.1".parse().unwrap(), role: role.clone(), title: "X".into(), planned: None };
    let step = |id: &str, most, tasks| PlannedStep {
        id: id.parse().unwrap(),
        title: id.into(),
        kind: StepKind::Phase { planned: Planned::minutes(10, most) },
        milestone: None,
        tasks,
    };
    let plan = Plan {
        title: "Plan".into(),
        roles: vec![Role { id: role, name: "DSI".into() }],
        steps: vec![step("a", 60, vec![task]), step("b", 30, vec![])],
        ..Plan::default()
    };
    let what = Open {
        incident: "20261122-x-aaaa".parse::<IncidentId>().unwrap(),
        title: "X".into(),
        severity: Severity::Sev2,
        kind: Kind::Real,
        pace: Pace { speed: 1, real_start: at("10:00:00") },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        plan,
    };
    let by = Signature::new("alice", "test");
    let event = open(what, &Context::owner(at("10:00:00"), by.clone())).unwrap();
    let recorded = Recorded { seq: Seq(1), at: at("10:00:00"), by, act: None, event };
    let incident = Incident::begin(&recorded).unwrap();
    let history = History::begin(&incident);
    (incident, history)
}

fn after(events: &[(&str, Event)]) -> (Incident, History) {
    let (mut incident, mut history) = begun();
    for (time, event) in events {
        let (seq, by) = (incident.seq.next(), Signature::new("alice", "test"));
        history.follow(&mut incident, &Recorded { seq, at: at(time), by, act: None, event: event.clone() });
    }
    (incident, history)
}

#[test]
fn no_jump_of_a_clock_leaves_the_calendar() {
    for by in [i64::MIN, i64::MAX] {
        let jump = || ("10:10:00", Event::Header(HeaderEvent::ClockJumped { by }));
        let (incident, history) =
            after(&[jump(), jump(), ("10:20:00", Event::Log(LogEvent::Noted { text: "x".into() }))]);
        let wall = incident.wall(incident.at);
        assert_eq!(wall > incident.at, by > 0);
        assert_eq!(history.wall(incident.at), wall);
        assert_eq!(incident.day(incident.at), 1);
    }
}

fn marks(history: &History) -> Vec<String> {
    let line = |mark: &Mark| format!("{} #{} {}", mark.at.format("%H:%M:%S"), mark.seq.0, mark.kind.name());
    history.marks.iter().map(line).collect()
}

fn start(step: &str) -> Event {
    Event::Step(StepEvent::Started { step: step.parse().unwrap() })
}

fn note() -> Event {
    Event::Log(LogEvent::Noted { text: "x".into() })
}

#[test]
fn an_overrun_is_marked_where_it_was_though_no_record_stands_there() {
    let held = Event::Header(HeaderEvent::Held { reason: "x".into() });
    // An hour of active time: 40 minutes before the hold, 20 after it.
    let (_, history) = after(&[
        ("10:00:10", start("a")),
        ("10:40:10", held),
        ("12:00:00", Event::Header(HeaderEvent::Resumed)),
        ("12:20:00", note()),
        ("15:00:00", note()),
        ("16:00:00", note()),
    ]);
    assert_eq!(marks(&history), ["10:00:10 #2 phase", "10:40:10 #3 hold", "12:20:00 #5 overrun"]);
}

#[test]
fn what_the_closing_ended_with_work_left_was_not_finished() {
    let finished = || Event::Step(StepEvent::Finished { step: "a".parse().unwrap() });
    let closed = || Event::Header(HeaderEvent::Closed { reason: "x".into() });
    let was = |events: &[(&str, Event)]| {
        let (incident, history) = after(events);
        history.was_cut_short(&incident.steps[0])
    };
    let done = Event::Task(TaskEvent::Done { task: "a.dsi.1".parse().unwrap() });
    let begun = || ("10:00:00", start("a"));
    assert!(was(&[begun(), ("10:05:00", finished()), ("10:05:00", closed())]));
    let done = [begun(), ("10:04:00", done), ("10:05:00", finished()), ("10:05:00", closed())];
    assert!(!was(&done));
    assert!(!was(&[begun(), ("10:05:00", finished()), ("10:06:00", closed())]));
    assert!(!was(&[begun(), ("10:05:00", closed())]));
}

#[test]
fn a_planned_time_may_be_missed_anew_and_be_missed_by_being_cut_short() {
    let extended =
        |min, max| Event::Step(StepEvent::Extended { step: "a".parse().unwrap(), planned: Planned::minutes(min, max) });
    let (_, history) = after(&[
        ("10:00:00", start("a")),
        ("11:05:00", extended(60, 90)),
        ("11:10:00", extended(10, 20)),
        ("11:20:00", note()),
    ]);
    assert_eq!(marks(&history), ["10:00:00 #2 phase", "11:00:00 #2 overrun", "11:10:00 #4 overrun"]);
}

#[test]
fn a_blocker_lasts_until_its_task_goes_on_and_one_taken_back_never_was() {
    let task: TaskId = "a.dsi.1".parse().unwrap();
    let blocked = || Event::Task(TaskEvent::Blocked { task: task.clone(), reason: "VPN".into() });
    let done = || Event::Task(TaskEvent::Done { task: task.clone() });
    let (incident, history) = after(&[("10:10:00", blocked()), ("10:40:00", done())]);
    assert_eq!(history.blockers[0].length(incident.at), Span::minutes(30));
    assert_eq!(history.work_began(), Some(at("10:40:00")));
    let (_, history) = after(&[("10:10:00", blocked()), ("10:12:00", Event::Undone { act: Seq(2) })]);
    assert!(history.blockers.is_empty() && history.marks.is_empty());
    let (_, history) =
        after(&[("10:10:00", blocked()), ("10:40:00", done()), ("10:41:00", Event::Undone { act: Seq(3) })]);
    assert!(history.blockers[0].lasts());
}

#[test]
fn the_wall_is_read_with_the_offset_that_held_then() {
    let (incident, history) = after(&[("10:10:00", Event::Header(HeaderEvent::ClockJumped { by: 60_000 }))]);
    assert_eq!(history.wall(at("10:05:00")), at("10:05:00"));
    assert_eq!(history.wall(at("10:30:00")), at("10:31:00"));
    assert_eq!(history.wall(incident.opened_at - Span::hours(1)), at("09:00:00"));
}

#[test]
fn what_was_skipped_is_skipped_again_once_its_reopening_is_taken_back() {
    let task: TaskId = "a.dsi.1".parse().unwrap();
    let skipped = Event::Task(TaskEvent::Skipped { task: task.clone(), reason: "no VPN".into() });
    let events = [
        ("10:10:00", skipped),
        ("10:20:00", Event::Task(TaskEvent::Reopened { task })),
        ("10:21:00", Event::Undone { act: Seq(3) }),
    ];
    let (_, history) = after(&events[..2]);
    assert!(!history.skipped[0].lasts());
    let (_, history) = after(&events);
    let [skipped] = &history.skipped[..] else { panic!("{:?}", history.skipped) };
    assert!(skipped.lasts() && skipped.from == at("10:10:00"));
    assert_eq!(skipped.what.reason.as_str(), "no VPN");
}

#[test]
fn work_that_was_taken_back_was_not_the_first() {
    let started = || Event::Task(TaskEvent::Started { task: "a.dsi.1".parse().unwrap() });
    let events = [
        ("10:05:00", started()),
        ("10:06:00", Event::Undone { act: Seq(2) }),
        ("10:40:00", started()),
        ("10:50:00", start("a")),
    ];
    assert_eq!(after(&events[..2]).1.work_began(), None);
    assert_eq!(after(&events).1.work_began(), Some(at("10:40:00")));
}

#[test]
fn an_overrun_has_one_mark_whatever_is_taken_back_after_it() {
    let given =
        |min, max| Event::Step(StepEvent::Extended { step: "a".parse().unwrap(), planned: Planned::minutes(min, max) });
    let overruns = |events: &[(&str, Event)]| {
        let mut events = events.to_vec();
        events.push(("15:00:00", note()));
        let (_, mut history) = after(&events);
        history.marks.retain(|mark| mark.kind == MarkKind::Overrun);
        marks(&history)
    };
    let begun = ("10:00:00", start("a"));
    let undo = |time, act| (time, Event::Undone { act: Seq(act) });
    // More time, taken back.
    let events = [begun.clone(), ("11:05:00", given(60, 90)), undo("11:06:00", 3)];
    assert_eq!(overruns(&events), ["11:00:00 #2 overrun"]);
    // More time that stays, whatever else is taken back.
    let events = [begun.clone(), ("11:05:00", given(60, 90)), ("11:10:00", note()), undo("11:11:00", 4)];
    assert_eq!(overruns(&events), ["11:00:00 #2 overrun", "11:30:00 #5 overrun"]);
    // More time that was passed too, taken back.
    let passed = [begun.clone(), ("11:05:00", given(60, 90)), ("11:40:00", note()), undo("11:41:00", 3)];
    assert_eq!(overruns(&passed), ["11:00:00 #2 overrun"]);
    // Less time, which was passed at once, taken back.
    let cut = [begun, ("10:30:00", given(10, 20)), ("10:31:00", note()), undo("10:32:00", 3)];
    assert_eq!(overruns(&cut), ["11:00:00 #5 overrun"]);
}
