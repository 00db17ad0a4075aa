//! Nights, forecasts and due dates while the clocks of the zone change, and while the machine's clock is set.

use super::crisis::Crisis;
use crate::incident::{Event, HeaderEvent, Moment, Signature, Span, forecast};

fn zoned(zone: &str) -> Crisis {
    if zone == "UTC" { Crisis::opened() } else { Crisis::after(&format!("set_zone zone={zone}")) }
}

/// A crisis in a zone, at an instant: it was opened on 22 November, and much later someone looks at it.
fn in_zone(zone: &str, at: &str, lines: &str) -> Crisis {
    let mut crisis = zoned(zone);
    crisis.now = at.parse::<Moment>().unwrap() - Span::minutes(10);
    for line in lines.lines() {
        crisis.asks(line).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
    }
    crisis
}

#[test]
fn the_morning_is_a_local_time_whatever_the_night_does() {
    // The zone, when the day ends, and when work resumes at 08:00 (07:30 where the command says so).
    let cases = [
        ("UTC", "2026-11-22T18:00:00Z", "end_day", "2026-11-23T08:00:00Z"),
        ("Europe/Paris", "2026-11-22T18:00:00Z", "end_day", "2026-11-23T07:00:00Z"),
        // Clocks go forward: the night is an hour shorter.
        ("Europe/Paris", "2027-03-27T19:00:00Z", "end_day", "2027-03-28T06:00:00Z"),
        // Clocks go back: it is an hour longer.
        ("Europe/Paris", "2027-10-30T18:00:00Z", "end_day", "2027-10-31T07:00:00Z"),
        // Work continues at a time that does not exist that day, or that comes twice.
        ("Europe/Paris", "2027-03-27T19:00:00Z", "end_day resume=02:30:00", "2027-03-28T01:30:00Z"),
        ("Europe/Paris", "2027-10-30T18:00:00Z", "end_day resume=02:30:00", "2027-10-31T00:30:00Z"),
        // Shortly before the morning it is the next one.
        ("UTC", "2026-11-23T05:00:00Z", "end_day", "2026-11-23T08:00:00Z"),
        ("UTC", "2026-11-23T05:00:01Z", "end_day", "2026-11-24T08:00:00Z"),
        // Far from Greenwich, on either side of the date line.
        ("Pacific/Auckland", "2026-11-23T06:00:00Z", "end_day", "2026-11-23T19:00:00Z"),
        ("Pacific/Honolulu", "2026-11-23T06:00:00Z", "end_day", "2026-11-23T18:00:00Z"),
        ("Asia/Kathmandu", "2026-11-22T12:00:00Z", "end_day resume=07:30:00", "2026-11-23T01:45:00Z"),
    ];
    for (zone, at, line, morning) in cases {
        let crisis = in_zone(zone, at, line);
        let night = crisis.incident.night().unwrap();
        assert_eq!(night.resume, morning.parse::<Moment>().unwrap(), "{zone} {at} {line}");
        assert_eq!(night.since, at.parse::<Moment>().unwrap());
    }
}

#[test]
fn the_forecast_waits_for_the_morning_of_the_local_clock() {
    let crisis = in_zone("Europe/Paris", "2027-03-27T19:00:00Z", "start_step step=a\nend_day");
    let end = |at: &str| forecast(&crisis.incident, at.parse().unwrap()).step(&"a".parse().unwrap()).unwrap().end;
    // Ten minutes of phase `a` are gone: up to twenty more from the morning on.
    let morning: Moment = "2027-03-28T06:00:00Z".parse().unwrap();
    for at in ["2027-03-27T20:00:00Z", "2027-03-28T00:59:00Z", "2027-03-28T01:01:00Z", "2027-03-28T06:00:00Z"] {
        assert_eq!((end(at).min, end(at).max), (morning, morning + Span::minutes(20)), "{at}");
    }
    // A night that lasts too long ends now.
    let late: Moment = "2027-03-28T09:00:00Z".parse().unwrap();
    assert_eq!(end("2027-03-28T09:00:00Z").max, late + Span::minutes(20));
}

#[test]
fn a_machine_whose_clock_is_set_changes_the_morning_and_no_phase() {
    let mut crisis = Crisis::after("start_step step=a\nend_day");
    let before = crisis.incident.night().unwrap().resume;
    let elapsed =
        |crisis: &Crisis| crisis.incident.step_clock(&crisis.incident.steps[0], crisis.now + Span::hours(1)).elapsed;
    let measured = elapsed(&crisis);
    for (by, expected) in [(3_600_000, Span::hours(-1)), (-7_200_000, Span::hours(1))] {
        let jump = Event::Header(HeaderEvent::ClockJumped { by });
        crisis.records(&Signature::system(), &[jump]);
        assert_eq!(crisis.incident.night().unwrap().resume - before, expected, "{by}");
        assert_eq!(elapsed(&crisis), measured, "{by}");
    }
}

#[test]
fn days_are_counted_by_the_local_calendar() {
    let cases = [
        ("UTC", "2026-11-22T23:59:59Z", 1),
        ("UTC", "2026-11-23T00:00:00Z", 2),
        ("Europe/Paris", "2026-11-22T22:59:59Z", 1),
        ("Europe/Paris", "2026-11-22T23:00:00Z", 2),
        ("Pacific/Honolulu", "2026-11-23T09:59:59Z", 1),
        ("Pacific/Honolulu", "2026-11-23T10:00:00Z", 2),
        ("Pacific/Kiritimati", "2026-11-23T10:00:00Z", 2),
        ("Europe/Paris", "2027-03-28T22:00:00Z", 128),
    ];
    for (zone, at, day) in cases {
        let crisis = zoned(zone);
        assert_eq!(crisis.incident.day(at.parse().unwrap()), day, "{zone} {at}");
    }
}

#[test]
fn a_due_date_is_missed_at_midnight_of_the_zone() {
    for (zone, at, late) in [
        ("Europe/Paris", "2026-12-01T22:59:59Z", false),
        ("Europe/Paris", "2026-12-01T23:00:00Z", true),
        ("Pacific/Honolulu", "2026-12-02T09:59:59Z", false),
        ("Pacific/Honolulu", "2026-12-02T10:00:00Z", true),
    ] {
        let crisis = Crisis::after(&format!("set_zone zone={zone}\nadd_action title=x due=2026-12-01"));
        let today = crisis.incident.today(at.parse().unwrap());
        assert_eq!(crisis.incident.actions[0].is_overdue(today), late, "{zone} {at}");
    }
}

#[test]
fn the_clocks_stop_with_the_closing_and_go_on_with_the_reopening() {
    let crisis = Crisis::after("start_step step=a\nhold reason=x\nresume\nclose reason=y");
    let late = crisis.now + Span::days(7);
    let clocks = crisis.incident.clocks(late);
    assert_eq!((clocks.elapsed, clocks.active), (Span::minutes(40), Span::minutes(30)));
    assert!(!clocks.running);
    assert_eq!(crisis.incident.step_clock(&crisis.incident.steps[0], late).elapsed, Span::minutes(20));
    let reopened = Crisis::after("start_step step=a\nhold reason=x\nresume\nclose reason=y\nreopen reason=z");
    let clocks = reopened.incident.clocks(reopened.now + Span::minutes(5));
    assert_eq!((clocks.elapsed, clocks.active), (Span::minutes(55), Span::minutes(35)));
    assert!(clocks.running);
}
