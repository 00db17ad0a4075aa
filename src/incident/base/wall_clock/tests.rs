use chrono_tz::{America::St_Johns, Europe::Paris, Pacific::Apia, UTC};
use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn what_the_clock_read_is_what_it_was_set_to_before() {
    let mut clock = WallClock::begin(at("2026-11-22T10:00:00Z"), Span::minutes(5));
    clock.set(at("2026-11-22T11:00:00Z"), Span::hours(-1));
    clock.set(at("2026-11-22T12:00:00Z"), Span::zero());
    let cases = [
        ("2026-11-22T09:00:00Z", "2026-11-22T09:05:00Z"),
        ("2026-11-22T10:00:00Z", "2026-11-22T10:05:00Z"),
        ("2026-11-22T10:59:59Z", "2026-11-22T11:04:59Z"),
        ("2026-11-22T11:00:00Z", "2026-11-22T10:00:00Z"),
        ("2026-11-22T12:00:00Z", "2026-11-22T12:00:00Z"),
        ("2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
    ];
    for (moment, wall) in cases {
        assert_eq!(clock.wall(at(moment)), at(wall), "{moment}");
    }
}

#[test]
fn two_settings_of_one_instant_leave_the_last() {
    let mut clock = WallClock::begin(Moment::UNIX_EPOCH, Span::zero());
    clock.set(at("2026-11-22T11:00:00Z"), Span::hours(1));
    clock.set(at("2026-11-22T11:00:00Z"), Span::hours(2));
    assert_eq!(clock.wall(at("2026-11-22T11:00:00Z")), at("2026-11-22T13:00:00Z"));
}

#[test]
fn a_day_is_one_of_the_local_calendar() {
    let cases = [
        (UTC, "2026-11-22T23:00:00Z", "2026-11-22T23:59:59Z", 0, 1),
        (UTC, "2026-11-22T23:00:00Z", "2026-11-23T00:00:00Z", 0, 2),
        // The clock reads an hour more, or less.
        (UTC, "2026-11-22T22:00:00Z", "2026-11-22T23:00:00Z", 60, 2),
        (UTC, "2026-11-23T00:30:00Z", "2026-11-23T01:30:00Z", -60, 2),
        // Before the opening.
        (UTC, "2026-11-22T10:00:00Z", "2026-11-21T10:00:00Z", 0, 0),
        // A day of 23 hours, one of 25, and one that an island left out.
        (Paris, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 0, 2),
        (Paris, "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", 0, 1),
        (Apia, "2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z", 0, 3),
        (St_Johns, "2026-11-23T03:29:59Z", "2026-11-23T03:30:00Z", 0, 2),
    ];
    for (zone, opened, moment, minutes, expected) in cases {
        let found = day(at(opened), at(moment), Span::minutes(minutes), zone);
        assert_eq!(found, expected, "{zone} {opened} {moment} {minutes}");
    }
}

#[test]
fn an_active_clock_counts_only_while_it_runs() {
    let minute = |n| Moment::UNIX_EPOCH + Span::minutes(n);
    let mut clock = ActiveClock::started(minute(0));
    assert_eq!((clock.at(minute(10)), clock.is_running()), (Span::minutes(10), true));
    // A record may come with the time of the one before it.
    assert_eq!(clock.at(minute(-5)), Span::zero());
    clock.run(minute(10), false);
    clock.run(minute(20), false);
    assert_eq!((clock.at(minute(99)), clock.is_running()), (Span::minutes(10), false));
    clock.run(minute(30), true);
    clock.run(minute(40), true);
    assert_eq!(clock.at(minute(45)), Span::minutes(25));
    assert_eq!(serde_json::to_string(&clock).unwrap(), r#"{"before":1200000,"running_since":"1970-01-01T00:40:00Z"}"#);
}

proptest! {
    #[test]
    fn every_moment_is_in_one_steady_interval(
        settings in proptest::collection::vec((0..100_i64, -1000..1000_i64), 0..6), second in -10..120_i64,
    ) {
        let moment = |n: i64| Moment::UNIX_EPOCH + Span::seconds(n);
        let mut settings = settings;
        settings.sort_by_key(|(at, _)| *at);
        let mut clock = WallClock::begin(moment(0), Span::zero());
        for (at, offset) in settings {
            clock.set(moment(at), Span::seconds(offset));
        }
        let at = moment(second);
        let holding: Vec<_> =
            clock.steady_intervals().filter(|it| it.from <= at && at < it.until).collect();
        prop_assert_eq!(holding.len(), 1);
        prop_assert_eq!(at + holding[0].offset, clock.wall(at));
        let (ends, begins): (Vec<_>, Vec<_>) = clock.steady_intervals().map(|it| (it.until, it.from)).unzip();
        prop_assert_eq!(&ends[..ends.len() - 1], &begins[1..]);
    }
}
