//! Days and past moments, as a person types them.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::incident::{Line, Moment, Span, read_seconds, resolve_local};

/// A day as it was typed: `2026-12-01`, `1/12`, `1/12/2026`, `demain`, `tomorrow`, `+7j`, `+7d`, `+2w`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDay {
    On(NaiveDate),
    /// The next such day: day, month.
    Next(u32, u32),
    /// Days from today; negative before it.
    Away(i64),
}

/// A past moment as typed: `02:00`, `hier 23:30`, `2026-11-21 23:30`, `21/11 23h30`, `-4h`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedPast {
    /// Without a day, the last such time of day.
    At(Option<TypedDay>, NaiveTime),
    /// So many seconds ago.
    Ago(u32),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no day: write 2026-12-01, 1/12, tomorrow or +7d")]
pub struct BadDay(pub Line);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no past moment: write 02:00, 2026-11-21 23:30, yesterday 23:30 or -4h")]
pub struct BadPast(pub Line);

/// The furthest day that can be typed.
const FURTHEST: i64 = 36_600;

impl FromStr for TypedDay {
    type Err = BadDay;

    fn from_str(text: &str) -> Result<Self, BadDay> {
        let typed = text.trim().to_lowercase();
        let named = match typed.as_str() {
            "aujourd'hui" | "aujourd’hui" | "today" => Some(Self::Away(0)),
            "demain" | "tomorrow" => Some(Self::Away(1)),
            "après-demain" | "apres-demain" => Some(Self::Away(2)),
            "hier" | "yesterday" => Some(Self::Away(-1)),
            _ => None,
        };
        let read = named.or_else(|| away(&typed)).or_else(|| on(&typed));
        read.ok_or_else(|| BadDay(Line::new(text)))
    }
}

/// `+7d`, `+7j`, `+2w`.
fn away(typed: &str) -> Option<TypedDay> {
    let rest = typed.strip_prefix('+')?;
    let (number, unit) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
    let number: i64 = number.parse().ok()?;
    let days = match unit.trim() {
        "d" | "j" | "jour" | "jours" | "day" | "days" => number,
        "w" | "sem" | "semaine" | "semaines" | "week" | "weeks" => number.checked_mul(7)?,
        _ => return None,
    };
    (days <= FURTHEST).then_some(TypedDay::Away(days))
}

/// Parses a number of at most so many digits.
fn number(digits: &str, most: usize) -> Option<u32> {
    let is_number = digits.len() <= most && digits.bytes().all(|b| b.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

fn on(typed: &str) -> Option<TypedDay> {
    let day_of = |year: u32, month: u32, day: u32| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(TypedDay::On)
    };
    if let [year, month, day] = typed.split('-').collect::<Vec<_>>()[..] {
        let is_full = year.len() == 4;
        return is_full.then(|| day_of(number(year, 4)?, number(month, 2)?, number(day, 2)?))?;
    }
    match typed.split('/').collect::<Vec<_>>()[..] {
        [day, month] => {
            let (day, month) = (number(day, 2)?, number(month, 2)?);
            // Checked in a leap year, so that 29/2 is a day.
            NaiveDate::from_ymd_opt(2000, month, day).map(|_| TypedDay::Next(day, month))
        }
        [day, month, year] => {
            let year = if year.len() == 2 { 2000 + number(year, 2)? } else { number(year, 4)? };
            day_of(year, number(month, 2)?, number(day, 2)?)
        }
        _ => None,
    }
}

impl TypedDay {
    pub fn resolve(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::On(day) => day,
            // A 29 February may be eight years away.
            Self::Next(day, month) => (0..=8)
                .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
                .find(|it| *it >= today)
                .unwrap_or(today),
            Self::Away(days) => Span::try_days(days).and_then(|span| today.checked_add_signed(span)).unwrap_or(today),
        }
    }

    /// Resolves it to a past date; without a year, the last such day.
    pub fn resolve_past(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Next(day, month) => (0..=8)
                .filter_map(|years| NaiveDate::from_ymd_opt(today.year() - years, month, day))
                .find(|it| *it <= today)
                .unwrap_or(today),
            other => other.resolve(today),
        }
    }
}

impl FromStr for TypedPast {
    type Err = BadPast;

    fn from_str(text: &str) -> Result<Self, BadPast> {
        let typed = text.trim().to_lowercase();
        let bad = || BadPast(Line::new(text));
        if let Some(ago) = typed.strip_prefix(['-', '−']) {
            return read_seconds(ago).map(Self::Ago).map_err(|_| bad());
        }
        let (day, time) = match typed.rsplit_once([' ', 't']) {
            Some((day, time)) => {
                let day = day.trim().trim_end_matches(" à").trim_end_matches(" at");
                (Some(day.parse().map_err(|_| bad())?), time)
            }
            None => (None, typed.as_str()),
        };
        Ok(Self::At(day, read_time_of_day(time).ok_or_else(bad)?))
    }
}

impl TypedPast {
    /// Resolves it to a moment; `now` is the wall clock in `zone`.
    pub fn resolve(self, now: Moment, zone: Tz) -> Moment {
        match self {
            Self::Ago(seconds) => now - Span::seconds(seconds.into()),
            Self::At(day, time) => {
                let today = now.with_timezone(&zone).date_naive();
                let at = |day: NaiveDate| resolve_local(zone, day.and_time(time));
                match day {
                    Some(day) => at(day.resolve_past(today)),
                    None if at(today) > now => at(TypedDay::Away(-1).resolve(today)),
                    None => at(today),
                }
            }
        }
    }
}

/// Parses `08:00`, `8:00`, `8h` or `8h30`.
pub fn read_time_of_day(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = text.split_once([':', 'h', 'H'])?;
    let minutes = if minutes.is_empty() { 0 } else { number(minutes, 2)? };
    NaiveTime::from_hms_opt(number(hours, 2)?, minutes, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    #[test]
    fn days_as_people_type_them() {
        let today = "2026-11-22".parse().unwrap();
        let cases = [
            ("2026-12-01", "2026-12-01"),
            ("1/12", "2026-12-01"),
            ("01/12/27", "2027-12-01"),
            ("1/12/2026", "2026-12-01"),
            ("21/11", "2027-11-21"),
            ("22/11", "2026-11-22"),
            ("29/2", "2028-02-29"),
            ("Demain", "2026-11-23"),
            ("today", "2026-11-22"),
            ("+7d", "2026-11-29"),
            ("+7 j", "2026-11-29"),
            ("+2w", "2026-12-06"),
        ];
        for (typed, expected) in cases {
            let day = typed.parse::<TypedDay>().map(|day| day.resolve(today).to_string());
            assert_eq!(day.as_deref(), Ok(expected), "{typed}");
        }
        for bad in ["", "1", "31/2", "32/1", "1/13", "2026-02-30", "26-12-01", "soon", "+d", "+7", "+99999999d", "1/é"]
        {
            assert_eq!(bad.parse::<TypedDay>(), Err(BadDay(Line::new(bad))), "{bad}");
        }
    }

    #[test]
    fn past_moments_as_people_type_them() {
        let now: Moment = "2026-11-22T07:41:00Z".parse().unwrap();
        let cases = [
            ("02:00", "2026-11-22T01:00:00Z"),
            ("23:30", "2026-11-21T22:30:00Z"),
            ("8h41", "2026-11-22T07:41:00Z"),
            ("hier 23h30", "2026-11-21T22:30:00Z"),
            ("2026-11-20 06:00", "2026-11-20T05:00:00Z"),
            ("2026-11-20T06:00", "2026-11-20T05:00:00Z"),
            ("20/11 à 6h", "2026-11-20T05:00:00Z"),
            ("23/11 06:00", "2025-11-23T05:00:00Z"),
            ("-4h", "2026-11-22T03:41:00Z"),
            ("-1h30", "2026-11-22T06:11:00Z"),
        ];
        for (typed, expected) in cases {
            let past = typed.parse::<TypedPast>().map(|past| past.resolve(now, Paris));
            assert_eq!(past, Ok(expected.parse().unwrap()), "{typed}");
        }
        for bad in ["", "2", "25:00", "-", "-x", "demain", "x 02:00", "02:00 x"] {
            assert_eq!(bad.parse::<TypedPast>(), Err(BadPast(Line::new(bad))), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(text in ".{0,20}", times in "[0-9/:+ dhjw-]{0,12}") {
            let today = "2026-11-22".parse().unwrap();
            for typed in [&text, &times] {
                let _ = typed.parse::<TypedDay>().map(|day| day.resolve(today));
                let _ = typed.parse::<TypedPast>().map(|past| past.resolve(Moment::UNIX_EPOCH, Paris));
            }
        }
    }
}
