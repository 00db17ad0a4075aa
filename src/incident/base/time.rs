//! Moments, spans and planned ranges, and what a time of day means in a zone.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::Line;

/// An instant, in UTC.
pub type Moment = DateTime<Utc>;

/// A signed length of time.
pub type Span = TimeDelta;

/// No recorded moment is further from the year 0: beyond any clock, and within what can be computed.
const FURTHEST_YEAR: i32 = 20_000;

/// The largest change of the machine's clock, in milliseconds.
pub const FURTHEST_JUMP: i64 = 2 * FURTHEST_YEAR as i64 * 366 * 86_400_000;

/// Whether spans can be added to it within the calendar.
pub fn is_reckonable(date: &impl Datelike) -> bool {
    date.year().abs() <= FURTHEST_YEAR
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T> {
    pub min: T,
    pub max: T,
}

impl<T: Copy> Range<T> {
    pub const fn exactly(at: T) -> Self {
        Self { min: at, max: at }
    }
}

impl<T: Copy + PartialOrd + std::ops::Sub<Output = Span>> Range<T> {
    /// How far another range lies outside this one: positive after it, negative before it.
    pub fn outside(self, other: Self) -> Span {
        if other.max > self.max {
            other.max - self.max
        } else if other.min < self.min {
            other.min - self.min
        } else {
            Span::zero()
        }
    }
}

/// A planned duration in whole seconds: minimum and maximum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Planned {
    pub min: u32,
    pub max: u32,
}

impl Planned {
    /// A year, in seconds: nothing is planned longer.
    pub const MOST: u32 = 366 * 86_400;

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

    pub fn range(self) -> Range<Span> {
        Range { min: self.min(), max: self.max() }
    }

    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPlanned {
    #[error("“{0}” is not a duration: use 45m, 1h30, 2h or 45m..1h30")]
    Unreadable(Line),
    #[error("“{0}” has no unit: use {0}m or {0}h")]
    NoUnit(Line),
    #[error("the minimum exceeds the maximum: enter the shorter time first")]
    UpsideDown,
    #[error("the duration is zero: enter at least 1s")]
    Nothing,
    #[error("the duration exceeds a year")]
    TooLong,
}

/// Separators of minimum and maximum; the first is written.
const SEPARATORS: [&str; 5] = ["..", "–", "—", "-", "à"];

impl FromStr for Planned {
    type Err = BadPlanned;

    /// Reads `45m`, `1h30`, `1 h 30`, `90m`, `1:30`, or two of them as `45m..1h30`.
    fn from_str(text: &str) -> Result<Self, BadPlanned> {
        let typed = text.to_lowercase();
        let typed = typed.replace(" to ", "..");
        let planned = match SEPARATORS.iter().find_map(|separator| typed.split_once(separator)) {
            Some((min, max)) => Self { min: read_seconds(min)?, max: read_seconds(max)? },
            None => Self::exactly(read_seconds(&typed)?),
        };
        match planned {
            Self { max: 0, .. } => Err(BadPlanned::Nothing),
            Self { min, max } if min > max => Err(BadPlanned::UpsideDown),
            Self { max, .. } if max > Self::MOST => Err(BadPlanned::TooLong),
            _ => Ok(planned),
        }
    }
}

impl fmt::Display for Planned {
    /// As a plan file writes it, which [`Planned::from_str`] parses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if self.min == self.max {
            written(self.max)
        } else {
            format!("{}..{}", written(self.min), written(self.max))
        };
        f.pad(&text)
    }
}

/// Parses one duration in seconds, zero included.
pub fn read_seconds(text: &str) -> Result<u32, BadPlanned> {
    let unreadable = || BadPlanned::Unreadable(Line::new(text));
    let typed: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    if typed == "0" {
        return Ok(0);
    }
    if !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadPlanned::NoUnit(Line::new(&typed)));
    }
    if typed.contains(':') {
        return clock_seconds(&typed).ok_or_else(unreadable)?;
    }
    let mut rest = typed.as_str();
    let mut sum: u64 = 0;
    // The previous unit in seconds: units get smaller, and each fills less than one of the previous.
    let mut previous: Option<u64> = None;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (number, tail) = rest.split_at(digits);
        let letters = tail.find(|c: char| c.is_ascii_digit()).unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(letters);
        let worth = match (unit, previous) {
            // The number behind `1h` is minutes, the one behind `1m` seconds.
            ("", Some(previous @ (3_600 | 60))) => previous / 60,
            ("d" | "j" | "day" | "days" | "jour" | "jours", _) => 86_400,
            ("h" | "hour" | "hours" | "heure" | "heures", _) => 3_600,
            ("m" | "mn" | "min" | "mins" | "minute" | "minutes", _) => 60,
            ("s" | "sec" | "second" | "seconds" | "seconde" | "secondes", _) => 1,
            _ => return Err(unreadable()),
        };
        if digits == 0 {
            return Err(unreadable());
        }
        let number: u64 = number.parse().map_err(|_| BadPlanned::TooLong)?;
        let value = number.checked_mul(worth).ok_or(BadPlanned::TooLong)?;
        if previous.is_some_and(|previous| worth >= previous || value >= previous) {
            return Err(unreadable());
        }
        sum = sum.checked_add(value).ok_or(BadPlanned::TooLong)?;
        previous = Some(worth);
        rest = tail;
    }
    if previous.is_none() {
        return Err(unreadable());
    }
    within_a_year(sum)
}

/// Parses `1:30` and `1:30:15`, hours first; `None` for any other text.
fn clock_seconds(text: &str) -> Option<Result<u32, BadPlanned>> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hours, small) = parts.split_first()?;
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if small.len() > 2 || !is_number(hours) || !small.iter().all(|part| part.len() == 2 && is_number(part)) {
        return None;
    }
    let number = |part: &&str| part.parse::<u64>().ok();
    let minutes = small.first().and_then(number)?;
    let seconds = small.get(1).map_or(Some(0), number)?;
    if minutes > 59 || seconds > 59 {
        return None;
    }
    let Some(hours) = number(hours).and_then(|hours| hours.checked_mul(3_600)) else {
        return Some(Err(BadPlanned::TooLong));
    };
    Some(within_a_year(hours.saturating_add(minutes * 60 + seconds)))
}

fn within_a_year(seconds: u64) -> Result<u32, BadPlanned> {
    u32::try_from(seconds).ok().filter(|seconds| *seconds <= Planned::MOST).ok_or(BadPlanned::TooLong)
}

/// `1h30`, `45m`, `1h0m15s`.
fn written(seconds: u32) -> String {
    match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, 0) => format!("{minutes}m"),
        (0, minutes, seconds) => format!("{minutes}m{seconds}s"),
        (hours, 0, 0) => format!("{hours}h"),
        (hours, minutes, 0) => format!("{hours}h{minutes:02}"),
        (hours, minutes, seconds) => format!("{hours}h{minutes:02}m{seconds}s"),
    }
}

/// Returns the instant of a local time: a time that a clock change skips is moved past the gap, a repeated one is the
/// first.
pub fn resolve_local(zone: Tz, local: NaiveDateTime) -> Moment {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(time) | MappedLocalTime::Ambiguous(time, _) => time.to_utc(),
        MappedLocalTime::None => {
            // With the offset from before the gap, the missing time falls after it.
            let before = zone.from_local_datetime(&(local - Span::hours(24)));
            let offset = before.earliest().map_or(Span::zero(), |t| t.naive_local() - t.naive_utc());
            (local - offset).and_utc()
        }
    }
}

/// A span as milliseconds, for serde.
pub fn span_as_millis<S: serde::Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(span.num_milliseconds())
}

#[expect(clippy::ref_option, reason = "serde's signature")]
pub fn option_span_as_millis<S: serde::Serializer>(span: &Option<Span>, serializer: S) -> Result<S::Ok, S::Error> {
    span.map(|span| span.num_milliseconds()).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn planned_times_as_people_type_them() {
        let cases = [
            ("45m", "45m"),
            ("1h30", "1h30"),
            ("1 h 30", "1h30"),
            ("1\u{202f}h\u{a0}30 min", "1h30"),
            ("1H30", "1h30"),
            ("90m", "1h30"),
            ("1:30", "1h30"),
            ("0:45", "45m"),
            ("1:30:15", "1h30m15s"),
            ("1h30..2h", "1h30..2h"),
            ("45m – 1h30", "45m..1h30"),
            ("45m-1h30", "45m..1h30"),
            ("45 minutes à 1H30", "45m..1h30"),
            ("45m to 1h30", "45m..1h30"),
            ("1h..60m", "1h"),
            ("0m..1h", "0s..1h"),
            ("12s", "12s"),
            ("1m30", "1m30s"),
            ("1h30m15", "1h30m15s"),
            ("2j 3h", "51h"),
            ("1d", "24h"),
            ("366d", "8784h"),
        ];
        for (typed, expected) in cases {
            let planned: Planned = typed.parse().unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!(planned.to_string(), expected, "{typed}");
            assert_eq!(planned.to_string().parse(), Ok(planned), "{typed}");
        }
    }

    #[test]
    fn planned_times_that_make_no_sense() {
        let unreadable = |text: &str| BadPlanned::Unreadable(Line::new(text));
        let cases = [
            ("", unreadable("")),
            ("soon", unreadable("soon")),
            ("h", unreadable("h")),
            ("1h90", unreadable("1h90")),
            ("30m1h", unreadable("30m1h")),
            ("1h1h", unreadable("1h1h")),
            ("1:60", unreadable("1:60")),
            ("1:5", unreadable("1:5")),
            ("1.5h", unreadable("1.5h")),
            ("-1h", unreadable("")),
            ("1h..", unreadable("")),
            ("1h..2h..3h", unreadable("2h..3h")),
            ("90", BadPlanned::NoUnit(Line::new("90"))),
            ("2h..1h", BadPlanned::UpsideDown),
            ("0m", BadPlanned::Nothing),
            ("0", BadPlanned::Nothing),
            ("367d", BadPlanned::TooLong),
            ("99999999999999999999h", BadPlanned::TooLong),
            ("18446744073709551615m", BadPlanned::TooLong),
            ("99999999999999999999:00", BadPlanned::TooLong),
            ("1h..400d", BadPlanned::TooLong),
        ];
        for (typed, expected) in cases {
            assert_eq!(typed.parse::<Planned>(), Err(expected), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(min in 0..=Planned::MOST, more in 0..=Planned::MOST) {
            let max = min.saturating_add(more).clamp(1, Planned::MOST);
            let planned = Planned { min, max };
            proptest::prop_assert_eq!(planned.to_string().parse(), Ok(planned));
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(text in ".{0,20}", times in "[0-9hmsdj:. àto–-]{0,16}") {
            let _ = text.parse::<Planned>();
            if let Ok(planned) = times.parse::<Planned>() {
                proptest::prop_assert!(planned.min <= planned.max && (1..=Planned::MOST).contains(&planned.max));
            }
        }
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
