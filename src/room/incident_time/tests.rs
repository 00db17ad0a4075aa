use super::*;
use crate::incident::{
    Context, Event, HeaderEvent, Kind, LogEvent, Open, Pace, Plan, Recorded, Seq, Severity, Signature, Situation, open,
};

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

const OPENED: &str = "2026-11-22T10:00:00Z";

/// An incident that runs at a speed, and whose last record is so many of its own seconds after the opening.
fn incident(speed: u32, seconds: i64, event: Event) -> Incident {
    let what = Open {
        incident: "20261122-x-aaaa".parse().unwrap(),
        title: "X".into(),
        severity: Severity::Sev2,
        kind: Kind::Exercise,
        pace: Pace { speed, real_start: at(OPENED) },
        situation: Situation::default(),
        zone: chrono_tz::UTC,
        plan: Plan::default(),
    };
    let by = Signature::new("alice", "test");
    let event_opened = open(what, &Context::owner(at(OPENED), by.clone())).unwrap();
    let first = Recorded { seq: Seq(1), at: at(OPENED), by: by.clone(), act: None, event: event_opened };
    let mut incident = Incident::begin(&first).unwrap();
    let last = at(OPENED) + Span::seconds(seconds);
    incident.apply(&Recorded { seq: Seq(2), at: last, by, act: None, event });
    incident
}

fn noted() -> Event {
    Event::Log(LogEvent::Noted { text: "x".into() })
}

/// What a clock reads so many seconds after the machine's start.
fn reading(wall: &str, steady: i64) -> Reading {
    Reading { wall: at(wall), steady: Span::seconds(steady) }
}

#[test]
fn time_goes_on_at_its_speed_from_where_the_clock_is() {
    // Speed, wall clock when the room opens, seconds that pass, the incident's time.
    let cases = [
        (1, "2026-11-22T10:05:00Z", 0, "2026-11-22T10:05:00Z"),
        (1, "2026-11-22T10:05:00Z", 60, "2026-11-22T10:06:00Z"),
        (60, "2026-11-22T10:05:00Z", 0, "2026-11-22T15:00:00Z"),
        (60, "2026-11-22T10:05:00Z", 60, "2026-11-22T16:00:00Z"),
        (86_400, "2026-11-22T10:00:01Z", 1, "2026-11-24T10:00:00Z"),
        // A speed of nothing is real time.
        (0, "2026-11-22T10:05:00Z", 60, "2026-11-22T10:06:00Z"),
    ];
    for (speed, wall, passed, expected) in cases {
        let time = IncidentTime::new(&incident(speed, 0, noted()), reading(wall, 1000));
        assert_eq!(time.at(Span::seconds(1000 + passed)), at(expected), "{speed} {wall} {passed}");
    }
}

#[test]
fn a_clock_behind_the_last_record_goes_on_from_the_record() {
    for speed in [1, 60] {
        let incident = incident(speed, 7200, noted());
        let time = IncidentTime::new(&incident, reading("2026-11-20T00:00:00Z", 5));
        assert_eq!(time.at(Span::seconds(5)), incident.at, "{speed}");
        let later = time.at(Span::seconds(15)) - incident.at;
        assert_eq!(later, Span::seconds(10 * i64::from(speed)));
        // A steady clock that is read before the opening, as a test can, does not go back behind it.
        assert!(time.at(Span::seconds(-1_000_000)) >= at(OPENED));
    }
}

#[test]
fn time_stops_at_the_last_day_that_a_record_can_name() {
    let fast = IncidentTime::new(&incident(86_400, 0, noted()), reading("2026-11-22T10:00:00Z", 0));
    for steady in [Span::days(365), Span::days(365 * 1000), Span::milliseconds(i64::MAX)] {
        assert_eq!(fast.at(steady), at("9999-12-31T00:00:00Z"), "{steady}");
    }
}

#[test]
fn a_jump_is_what_the_machine_says_beside_what_passed() {
    let cases = [
        ("2026-11-22T10:10:00Z", 600, None),
        // Two seconds are the drift of any clock.
        ("2026-11-22T10:10:02Z", 600, None),
        ("2026-11-22T10:09:58Z", 600, None),
        ("2026-11-22T10:10:03Z", 600, Some(3)),
        ("2026-11-22T09:10:00Z", 600, Some(-3600)),
        ("2030-01-01T00:00:00Z", 0, Some(98_114_400)),
    ];
    for (wall, steady, expected) in cases {
        let incident = incident(1, 0, noted());
        let time = IncidentTime::new(&incident, reading(OPENED, 0));
        let jump = time.jump(&incident, reading(wall, steady));
        assert_eq!(jump, expected.map(Span::seconds), "{wall} {steady}");
    }
}

#[test]
fn a_jump_that_is_in_the_log_is_no_news() {
    let jumped = Event::Header(HeaderEvent::ClockJumped { by: 3_600_000 });
    let incident = incident(1, 0, jumped);
    let time = IncidentTime::new(&incident, reading("2026-11-22T11:00:00Z", 0));
    assert_eq!(time.at(Span::zero()), at(OPENED));
    assert_eq!(time.jump(&incident, reading("2026-11-22T11:10:00Z", 600)), None);
    let back = time.jump(&incident, reading("2026-11-22T10:10:00Z", 600));
    assert_eq!(back, Some(Span::hours(-1)));
}
