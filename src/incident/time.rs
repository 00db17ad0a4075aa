//! Moments, spans and planned ranges, and what a time of day means in a zone.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// An instant, in UTC.
pub type Moment = DateTime<Utc>;

/// A signed length of time.
pub type Span = TimeDelta;

/// From the earliest to the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    pub min: T,
    pub max: T,
}

/// How long something is planned to take, in whole seconds, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Planned {
    pub min: u32,
    pub max: u32,
}

impl Planned {
    pub const fn exactly(seconds: u32) -> Self {
        Self { min: seconds, max: seconds }
    }

    pub const fn minutes(min: u32, max: u32) -> Self {
        Self { min: min * 60, max: max * 60 }
    }

    pub fn min(self) -> Span {
        Span::seconds(self.min.into())
    }

    pub fn max(self) -> Span {
        Span::seconds(self.max.into())
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }
}

/// The instant of a local time: a time that a clock change leaves out is shifted past the gap, one that it repeats is
/// the first of the two.
pub fn resolve_local(zone: Tz, local: NaiveDateTime) -> Moment {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(time) | MappedLocalTime::Ambiguous(time, _) => time.to_utc(),
        MappedLocalTime::None => {
            // Read with the offset that held before the gap, the missing time falls behind it.
            let before = zone.from_local_datetime(&(local - Span::hours(24)));
            let offset = before.earliest().map_or(Span::zero(), |t| t.naive_local() - t.naive_utc());
            (local - offset).and_utc()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn clock_changes_in_paris() {
        let cases = [
            ("2026-03-29 01:59", "2026-03-29T00:59:00Z"), // the minute before the gap
            ("2026-03-29 02:30", "2026-03-29T01:30:00Z"), // in the gap: becomes 03:30
            ("2026-03-29 03:00", "2026-03-29T01:00:00Z"), // the first minute after it
            ("2026-10-25 02:30", "2026-10-25T00:30:00Z"), // in the fold: the first
            ("2026-10-25 03:00", "2026-10-25T02:00:00Z"), // after it
            ("2028-02-29 08:00", "2028-02-29T07:00:00Z"), // a leap day
        ];
        for (time, expected) in cases {
            assert_eq!(resolve_local(Paris, local(time)), expected.parse::<Moment>().unwrap(), "{time}");
        }
    }
}
