//! Typed moments of a recording: `14:32`, `J2 09:00`, `+30m`, `T+3h`, `50%`, `#123`.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::playback::Play;
use crate::incident::{BadPlanned, Moment, Seq, Span, TypedDay, WallClock, date, day, read_seconds, resolve_local};
use crate::lang::{Lang, vars};

/// The recording that typed moments refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    pub from: Moment,
    pub to: Moment,
    pub now: Moment,
    pub records: Seq,
    pub zone: Tz,
    pub walls: WallClock,
}

/// Why a typed moment leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadMoment {
    Unreadable,
    /// An invalid duration.
    Length(BadPlanned),
    Outside,
    NoRecord,
}

impl Recording {
    /// The first and the last moment as people read them: `J1 03:10`.
    pub fn ends(&self, lang: Lang) -> (String, String) {
        let end = |at: Moment| {
            let wall = self.walls.wall(at);
            let day = lang.say_with("region-day", &vars![day = day(self.from, at, wall - at, self.zone)]);
            format!("{day} {}", lang.time(wall, self.zone))
        };
        (end(self.from), end(self.to))
    }

    /// Resolves a typed moment.
    pub fn read(&self, typed: &str) -> Result<Play, BadMoment> {
        let text = typed.trim().to_lowercase().replace('\u{2212}', "-").replace(['\u{a0}', '\u{202f}'], " ");
        if let Some(number) = text.strip_prefix('#') {
            let number = number.trim().parse().map_err(|_| BadMoment::Unreadable)?;
            let is_there = (1..=self.records.0).contains(&number);
            return if is_there { Ok(Play::SeekRecord(Seq(number))) } else { Err(BadMoment::NoRecord) };
        }
        match text.as_str() {
            "fin" | "end" | "100%" => Ok(Play::End),
            _ => self.moment(&text).map(Play::Seek),
        }
    }

    /// As [`Recording::read`] during the reading; `None` if the answer depends on the rest.
    pub fn read_so_far(&self, typed: &str) -> Option<Result<Play, BadMoment>> {
        match self.read(typed) {
            Ok(Play::Seek(at)) if at >= self.to || typed.contains('%') => None,
            Ok(Play::End) | Err(BadMoment::Outside | BadMoment::NoRecord) => None,
            read => Some(read),
        }
    }

    fn moment(&self, text: &str) -> Result<Moment, BadMoment> {
        let all = self.to - self.from;
        match text {
            "début" | "debut" | "start" | "beginning" => return Ok(self.from),
            _ => {}
        }
        if let Some(share) = text.strip_suffix('%') {
            let share: i32 = share.trim().parse().map_err(|_| BadMoment::Unreadable)?;
            let is_share = (0..=100).contains(&share);
            return if is_share { Ok(self.from + all / 100 * share) } else { Err(BadMoment::Outside) };
        }
        if let Some(length) = text.strip_prefix("t+") {
            return self.inside(self.from + read_length(length)?);
        }
        // Beyond an end, the end is shown.
        if let Some(length) = text.strip_prefix('+') {
            return Ok((self.now + read_length(length)?).min(self.to));
        }
        if let Some(length) = text.strip_prefix('-') {
            return Ok((self.now - read_length(length)?).max(self.from));
        }
        if let Some((day, rest)) = read_day(text) {
            let after = Days::new(day.checked_sub(1).ok_or(BadMoment::Outside)?);
            return self.on(rest, |offset| date(self.from, offset, self.zone).checked_add_days(after));
        }
        if let Some((day, rest)) = read_date(text) {
            return match day {
                TypedDay::On(date) => self.on(rest, |_| Some(date)),
                TypedDay::Next(day, month) => self.on_any(day, month, rest),
                TypedDay::Away(_) => Err(BadMoment::Unreadable),
            };
        }
        self.at_time(read_time(text).ok_or(BadMoment::Unreadable)?)
    }

    /// Adds the recording's year to a day and a month.
    fn on_any(&self, day: u32, month: u32, rest: &str) -> Result<Moment, BadMoment> {
        let year = |at: Moment| date(at, self.walls.wall(at) - at, self.zone).year();
        let years = year(self.from)..=year(self.to).max(year(self.from));
        let all = years.map(|year| self.on(rest, |_| NaiveDate::from_ymd_opt(year, month, day)));
        all.min_by_key(|it| it.as_ref().map_or(Span::MAX, |at| self.away(*at))).unwrap_or(Err(BadMoment::Outside))
    }

    /// A time of day on a date, by the clock's offset; without a time, the start of the date.
    fn on(&self, rest: &str, date: impl Fn(Span) -> Option<NaiveDate>) -> Result<Moment, BadMoment> {
        if !rest.is_empty() {
            let time = read_time(rest).ok_or(BadMoment::Unreadable)?;
            return self.nearest(self.read_at(|offset| Some((date(offset)?, time)))).ok_or(BadMoment::Outside);
        }
        let midnight = |date: NaiveDate| (date, NaiveTime::MIN);
        let first = self.read_at(|offset| date(offset).map(midnight)).into_iter().min();
        let next = self.read_at(|offset| date(offset)?.succ_opt().map(midnight)).into_iter().max();
        let touches = first.is_some_and(|first| first <= self.to) && next.is_some_and(|next| next > self.from);
        first.filter(|_| touches).map(|first| first.max(self.from)).ok_or(BadMoment::Outside)
    }

    /// A time of day: on the shown day, or the nearest in the recording.
    fn at_time(&self, time: NaiveTime) -> Result<Moment, BadMoment> {
        let today = date(self.now, self.walls.wall(self.now) - self.now, self.zone);
        let here = self.nearest(self.read_at(|_| Some((today, time))));
        // In an interval without a clock change, one of three days has the nearest such time.
        let around = self.walls.steady_intervals().flat_map(|even| {
            let near = self.now.max(even.from).min(even.until).max(self.from).min(self.to);
            let middle = date(near, even.offset, self.zone);
            let days = [middle.pred_opt(), Some(middle), middle.succ_opt()];
            days.into_iter().flatten().flat_map(|day| self.read_at(move |_| Some((day, time))))
        });
        here.or_else(|| self.nearest(around)).ok_or(BadMoment::Outside)
    }

    /// The moments with this reading of the clock: several if it was set back; the change itself if it was set past it.
    fn read_at(&self, read: impl Fn(Span) -> Option<(NaiveDate, NaiveTime)>) -> Vec<Moment> {
        let (mut all, mut past) = (Vec::new(), None);
        for even in self.walls.steady_intervals() {
            // Further away, arithmetic overflows.
            let is_near = |(date, _): &(NaiveDate, NaiveTime)| date.year().abs() < 10_000;
            let Some((date, time)) = read(even.offset).filter(is_near) else { continue };
            let at = resolve_local(self.zone, date.and_time(time)) - even.offset;
            if at < even.from {
                past = past.or(Some(even.from));
            } else if at < even.until {
                all.push(at);
            }
        }
        if all.is_empty() { past.into_iter().collect() } else { all }
    }

    /// The moment within the recording, to the minute, nearest to the shown one.
    fn nearest(&self, all: impl IntoIterator<Item = Moment>) -> Option<Moment> {
        let all = all.into_iter().filter_map(|at| self.inside(at).ok());
        all.min_by_key(|at| self.away(*at))
    }

    fn away(&self, at: Moment) -> Span {
        (at - self.now).abs()
    }

    /// A moment within the recording, to the typed minute.
    fn inside(&self, at: Moment) -> Result<Moment, BadMoment> {
        let minute = Span::minutes(1);
        if at <= self.from - minute || at > self.to {
            return Err(BadMoment::Outside);
        }
        Ok(at.max(self.from))
    }
}

/// `3h`, `05:42:10`, `2j 03:04:05`.
fn read_length(text: &str) -> Result<Span, BadMoment> {
    let text = text.trim();
    let days = text.split_once(['j', 'd']).filter(|(_, rest)| rest.contains(':'));
    let (days, rest) = match days {
        Some((days, rest)) => (days.trim().parse::<u16>().map_err(|_| BadMoment::Unreadable)?, rest),
        None => (0, text),
    };
    let seconds = read_seconds(rest.trim()).map_err(BadMoment::Length)?;
    Ok(Span::days(days.into()) + Span::seconds(seconds.into()))
}

/// `j2`, `d2`, `j2 09:00`: the day of the recording, from 1, and the rest.
fn read_day(text: &str) -> Option<(u64, &str)> {
    let rest = text.strip_prefix(['j', 'd'])?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (day, rest) = rest.split_at(digits);
    Some((day.parse().ok()?, rest.trim()))
}

/// `2026-11-22`, `22/11/2026`, `22/11/26`, `22/11`, and the rest.
fn read_date(text: &str) -> Option<(TypedDay, &str)> {
    let (date, rest) = text.split_once([' ', 't']).unwrap_or((text, ""));
    let date = Some(date).filter(|date| date.starts_with(|c: char| c.is_ascii_digit()))?;
    Some((date.parse().ok()?, rest.trim()))
}

/// `14:32`, `14h32`, `14h`, `14:32:10`, `2:32 pm`.
fn read_time(text: &str) -> Option<NaiveTime> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let half = |suffix: &str| text.strip_suffix(suffix).map(str::to_owned);
    let (text, noon) = match (half("am"), half("pm")) {
        (Some(text), _) => (text, Some(0)),
        (_, Some(text)) => (text, Some(12)),
        _ => (text, None),
    };
    let text = text.replace(['h', 'm'], ":");
    let parts: Vec<&str> = text.trim_end_matches([':', 's']).split(':').collect();
    let is_marked = noon.is_some() || text.contains(':');
    let number = |part: &&str| {
        let is_short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_short.then(|| part.parse::<u32>().ok()).flatten()
    };
    let numbers: Option<Vec<u32>> = parts.iter().map(number).collect();
    let (mut hour, minute, second) = match numbers?[..] {
        [hour] if is_marked => (hour, 0, 0),
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    if let Some(noon) = noon {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + noon;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

impl BadMoment {
    /// The message for the person who typed it.
    pub fn say(&self, recording: &Recording, lang: Lang) -> String {
        match self {
            Self::Unreadable => lang.say("playback-when-unreadable"),
            Self::Length(bad) => lang.bad_planned(bad),
            Self::Outside => {
                let (from, to) = recording.ends(lang);
                lang.say_with("playback-when-outside", &vars![from, to])
            }
            Self::NoRecord => lang.say_with("playback-when-no-record", &vars![last = recording.records.to_string()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    /// From 22:00 on the 22nd to 15:30 on the 24th in Paris, at 10:00 on the 23rd.
    fn recording() -> Recording {
        Recording {
            from: at("2026-11-22T21:00:07Z"),
            to: at("2026-11-24T14:30:00Z"),
            now: at("2026-11-23T09:00:00Z"),
            records: Seq(500),
            zone: Paris,
            walls: WallClock::begin(at("2026-11-22T21:00:07Z"), Span::zero()),
        }
    }

    #[test]
    fn moments_as_people_type_them() {
        let cases = [
            ("14:32", "2026-11-23T13:32:00Z"), // on the day that is shown
            ("14h32", "2026-11-23T13:32:00Z"),
            ("8h", "2026-11-23T07:00:00Z"),
            (" 08:15:30 ", "2026-11-23T07:15:30Z"),
            ("2:32 pm", "2026-11-23T13:32:00Z"),
            ("12am", "2026-11-22T23:00:00Z"),
            ("23:00", "2026-11-23T22:00:00Z"),
            ("J1 23:00", "2026-11-22T22:00:00Z"),
            ("j3 09:00", "2026-11-24T08:00:00Z"),
            ("D3 9h", "2026-11-24T08:00:00Z"),
            ("d2", "2026-11-22T23:00:00Z"),
            ("J1", "2026-11-22T21:00:07Z"),       // its beginning is the recording's
            ("J1 22:00", "2026-11-22T21:00:07Z"), // the minute of the opening
            ("24/11 09:00", "2026-11-24T08:00:00Z"),
            ("24/11/2026", "2026-11-23T23:00:00Z"),
            ("24/11/26 9h", "2026-11-24T08:00:00Z"),
            ("2026-11-24 9:00", "2026-11-24T08:00:00Z"),
            ("2026-11-24T09:00", "2026-11-24T08:00:00Z"),
            ("+30m", "2026-11-23T09:30:00Z"),
            ("+1h30", "2026-11-23T10:30:00Z"),
            ("−45m", "2026-11-23T08:15:00Z"),
            ("+9d", "2026-11-24T14:30:00Z"), // no further than the end
            ("-9d", "2026-11-22T21:00:07Z"),
            ("T+3h", "2026-11-23T00:00:07Z"),
            ("t+03:10:00", "2026-11-23T00:10:07Z"),
            ("T+1j 03:00:00", "2026-11-24T00:00:07Z"),
            ("début", "2026-11-22T21:00:07Z"),
            ("0%", "2026-11-22T21:00:07Z"),
        ];
        for (typed, expected) in cases {
            assert_eq!(recording().read(typed), Ok(Play::Seek(at(expected))), "{typed}");
        }
        assert_eq!(recording().read("#123"), Ok(Play::SeekRecord(Seq(123))));
        for end in ["end", "Fin", "100%"] {
            assert_eq!(recording().read(end), Ok(Play::End), "{end}");
        }
    }

    #[test]
    fn a_time_that_the_shown_day_lacks_is_the_nearest() {
        let mut recording = recording();
        recording.now = at("2026-11-24T14:00:00Z");
        assert_eq!(recording.read("18:00"), Ok(Play::Seek(at("2026-11-23T17:00:00Z"))));
        recording.now = at("2026-11-22T21:30:00Z");
        assert_eq!(recording.read("09:00"), Ok(Play::Seek(at("2026-11-23T08:00:00Z"))));
    }

    #[test]
    fn a_date_without_a_year_is_that_of_the_recording() {
        let mut recording = recording();
        (recording.from, recording.to) = (at("2026-12-30T09:00:00Z"), at("2027-01-03T09:00:00Z"));
        let cases = [("31/12 23:00", "2026-12-31T22:00:00Z"), ("1/1 09:00", "2027-01-01T08:00:00Z")];
        for now in [recording.from, at("2027-01-01T12:00:00Z")] {
            recording.now = now;
            for (typed, expected) in cases {
                assert_eq!(recording.read(typed), Ok(Play::Seek(at(expected))), "{typed} at {now}");
            }
        }
        assert_eq!(recording.read("29/12 09:00"), Err(BadMoment::Outside));
        assert_eq!(recording.read("29/02"), Err(BadMoment::Outside));
    }

    #[test]
    fn times_are_read_with_the_offset_that_held_then() {
        // At 12:00 in Paris on the 23rd the clock is set back an hour, at 16:00 as it then reads two hours on.
        let mut recording = recording();
        recording.walls.set(at("2026-11-23T11:00:00Z"), Span::hours(-1));
        recording.walls.set(at("2026-11-23T16:00:00Z"), Span::hours(1));
        let cases = [
            ("09:30", "2026-11-23T08:30:00Z"),
            ("11:30", "2026-11-23T10:30:00Z"), // read twice: the nearest
            ("J2 12:30", "2026-11-23T12:30:00Z"),
            ("23/11 15:59", "2026-11-23T15:59:00Z"),
            ("17:00", "2026-11-23T16:00:00Z"), // never read: the moment at which it was passed over
            ("18:30", "2026-11-23T16:30:00Z"),
            ("J3 09:00", "2026-11-24T07:00:00Z"),
            ("J3", "2026-11-23T22:00:00Z"),
        ];
        for (typed, expected) in cases {
            assert_eq!(recording.read(typed), Ok(Play::Seek(at(expected))), "{typed}");
        }
        recording.now = at("2026-11-23T12:00:00Z");
        assert_eq!(recording.read("11:30"), Ok(Play::Seek(at("2026-11-23T11:30:00Z"))));
        assert_eq!(recording.ends(Lang::En), ("D1 22:00".to_owned(), "D3 16:30".to_owned()));
    }

    #[test]
    fn what_lies_behind_all_that_is_read_is_waited_for() {
        let recording = recording();
        for typed in ["+9d", "end", "50%", "J9 09:00", "25/12 09:00", "T+90h", "#501"] {
            assert_eq!(recording.read_so_far(typed), None, "{typed}");
        }
        for typed in ["+1h", "#500", "J2 09:00", "soon", "+30"] {
            assert_eq!(recording.read_so_far(typed), Some(recording.read(typed)), "{typed}");
        }
    }

    #[test]
    fn what_leads_nowhere() {
        let unreadable = || Err(BadMoment::Unreadable);
        let cases = [
            ("", unreadable()),
            ("soon", unreadable()),
            ("14", unreadable()),
            ("25:00", unreadable()),
            ("14:5x", unreadable()),
            ("13pm", unreadable()),
            ("J", unreadable()),
            ("J2 soon", unreadable()),
            ("#x", unreadable()),
            ("J0", Err(BadMoment::Outside)),
            ("J9 09:00", Err(BadMoment::Outside)),
            ("J99999999999", Err(BadMoment::Outside)),
            ("J1 09:00", Err(BadMoment::Outside)),
            ("25/12 09:00", Err(BadMoment::Outside)),
            ("T+90h", Err(BadMoment::Outside)),
            ("120%", Err(BadMoment::Outside)),
            ("#0", Err(BadMoment::NoRecord)),
            ("#501", Err(BadMoment::NoRecord)),
        ];
        for (typed, expected) in cases {
            assert_eq!(recording().read(typed), expected, "{typed}");
        }
        assert!(matches!(recording().read("+30"), Err(BadMoment::Length(BadPlanned::NoUnit(_)))));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_stays_in_the_recording(typed in ".{0,16}", times in "[0-9hmsjdt:+#% /-]{0,12}") {
            let recording = recording();
            for text in [typed, times] {
                if let Ok(Play::Seek(at)) = recording.read(&text) {
                    proptest::prop_assert!(recording.from <= at && at <= recording.to, "{}", text);
                }
            }
        }
    }
}
