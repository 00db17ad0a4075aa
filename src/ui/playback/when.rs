//! Moments of a session as people type them: `14:32`, `J2 09:00`, `+30m`, `T+3h`, `50%`, `#123`.

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::Play;
use crate::incident::{BadPlanned, Incident, Moment, Seq, Span, read_seconds, resolve_local};
use crate::lang::Lang;

/// What a typed moment is read against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub from: Moment,
    pub to: Moment,
    /// The moment that is shown.
    pub now: Moment,
    /// How many records there are.
    pub records: Seq,
    zone: Tz,
    /// What to add to a moment to get what the machine's clock said.
    offset: Span,
}

/// Why a typed moment leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadMoment {
    /// It is no moment.
    Unreadable,
    /// It is a length of time that cannot be read.
    Length(BadPlanned),
    /// The session has no such moment.
    Outside,
    /// The session has no such record.
    NoRecord,
}

impl Session {
    /// The session between two moments, as of the state of one of them.
    pub fn new(incident: &Incident, (from, to): (Moment, Moment), now: Moment, records: Seq) -> Self {
        Self { from, to, now, records, zone: incident.zone, offset: incident.wall(now) - now }
    }

    /// The first and the last moment as people read them: `J1 03:10`.
    pub fn ends(&self, lang: Lang) -> (String, String) {
        let end = |at: Moment| {
            let day = (self.date(at) - self.date(self.from)).num_days() + 1;
            let day = lang.say_with("region-day", &[("day", day.into())]);
            format!("{day} {}", lang.time(at + self.offset, self.zone))
        };
        (end(self.from), end(self.to))
    }

    /// Where what was typed leads to.
    pub fn read(&self, typed: &str) -> Result<Play, BadMoment> {
        let text = typed.trim().to_lowercase().replace('\u{2212}', "-").replace(['\u{a0}', '\u{202f}'], " ");
        if let Some(number) = text.strip_prefix('#') {
            let number = number.trim().parse().map_err(|_| BadMoment::Unreadable)?;
            let is_there = (1..=self.records.0).contains(&number);
            return if is_there { Ok(Play::SeekRecord(Seq(number))) } else { Err(BadMoment::NoRecord) };
        }
        self.moment(&text).map(Play::Seek)
    }

    fn moment(&self, text: &str) -> Result<Moment, BadMoment> {
        let all = self.to - self.from;
        match text {
            "début" | "debut" | "start" | "beginning" => return Ok(self.from),
            "fin" | "end" => return Ok(self.to),
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
        // Going past an end leads to it.
        if let Some(length) = text.strip_prefix('+') {
            return Ok((self.now + read_length(length)?).min(self.to));
        }
        if let Some(length) = text.strip_prefix('-') {
            return Ok((self.now - read_length(length)?).max(self.from));
        }
        if let Some((day, rest)) = read_day(text) {
            let date = self.date(self.from).checked_add_days(Days::new(day.saturating_sub(1)));
            let date = date.filter(|_| day > 0).ok_or(BadMoment::Outside)?;
            return self.on(date, rest);
        }
        if let Some((date, rest)) = read_date(text, self.date(self.now)) {
            return self.on(date, rest);
        }
        self.at_time(read_time(text).ok_or(BadMoment::Unreadable)?)
    }

    /// A time of day on a date; its first moment where none is named.
    fn on(&self, date: NaiveDate, rest: &str) -> Result<Moment, BadMoment> {
        if rest.is_empty() {
            let (first, next) = (self.local(date, NaiveTime::MIN), date.succ_opt());
            let next = next.map_or(first, |next| self.local(next, NaiveTime::MIN));
            let touches = next > self.from && first <= self.to;
            return if touches { Ok(first.clamp(self.from, self.to)) } else { Err(BadMoment::Outside) };
        }
        self.inside(self.local(date, read_time(rest).ok_or(BadMoment::Unreadable)?))
    }

    /// A time of day: that of the day that is shown, else the nearest of the session.
    fn at_time(&self, time: NaiveTime) -> Result<Moment, BadMoment> {
        let today = self.date(self.now);
        let here = self.inside(self.local(today, time));
        let days = self.date(self.from).iter_days().take_while(|date| *date <= self.date(self.to));
        let all = days.filter_map(|date| self.inside(self.local(date, time)).ok());
        here.or_else(|why| all.min_by_key(|at| (*at - self.now).abs()).ok_or(why))
    }

    /// A moment that the session has, to the minute that was typed.
    fn inside(&self, at: Moment) -> Result<Moment, BadMoment> {
        let minute = Span::minutes(1);
        if at <= self.from - minute || at > self.to {
            return Err(BadMoment::Outside);
        }
        Ok(at.max(self.from))
    }

    fn local(&self, date: NaiveDate, time: NaiveTime) -> Moment {
        resolve_local(self.zone, date.and_time(time)) - self.offset
    }

    fn date(&self, at: Moment) -> NaiveDate {
        (at + self.offset).with_timezone(&self.zone).date_naive()
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

/// `j2`, `d2`, `j2 09:00`: the day of the session, from 1, and the rest.
fn read_day(text: &str) -> Option<(u64, &str)> {
    let rest = text.strip_prefix(['j', 'd'])?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (day, rest) = rest.split_at(digits);
    Some((day.parse().ok()?, rest.trim()))
}

/// `2026-11-22`, `22/11/2026`, `22/11`, and the rest.
fn read_date(text: &str, today: NaiveDate) -> Option<(NaiveDate, &str)> {
    let (date, rest) = text.split_once([' ', 't']).unwrap_or((text, ""));
    let full =
        NaiveDate::parse_from_str(date, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(date, "%d/%m/%Y"));
    let year = today.format("%Y");
    let short = || NaiveDate::parse_from_str(&format!("{date}/{year}"), "%d/%m/%Y");
    Some((full.or_else(|_| short()).ok()?, rest.trim()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    /// From 22:00 on the 22nd to 15:30 on the 24th in Paris, at 10:00 on the 23rd.
    fn session() -> Session {
        Session {
            from: at("2026-11-22T21:00:07Z"),
            to: at("2026-11-24T14:30:00Z"),
            now: at("2026-11-23T09:00:00Z"),
            records: Seq(500),
            zone: Paris,
            offset: Span::zero(),
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
            ("J1", "2026-11-22T21:00:07Z"), // its beginning is the session's
            ("J1 22:00", "2026-11-22T21:00:07Z"), // the minute of the opening
            ("24/11 09:00", "2026-11-24T08:00:00Z"),
            ("24/11/2026", "2026-11-23T23:00:00Z"),
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
            ("end", "2026-11-24T14:30:00Z"),
            ("0%", "2026-11-22T21:00:07Z"),
        ];
        for (typed, expected) in cases {
            assert_eq!(session().read(typed), Ok(Play::Seek(at(expected))), "{typed}");
        }
        assert_eq!(session().read("#123"), Ok(Play::SeekRecord(Seq(123))));
    }

    #[test]
    fn a_time_that_the_shown_day_lacks_is_the_nearest() {
        let mut session = session();
        session.now = at("2026-11-24T14:00:00Z");
        assert_eq!(session.read("18:00"), Ok(Play::Seek(at("2026-11-23T17:00:00Z"))));
        session.now = at("2026-11-22T21:30:00Z");
        assert_eq!(session.read("09:00"), Ok(Play::Seek(at("2026-11-23T08:00:00Z"))));
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
            assert_eq!(session().read(typed), expected, "{typed}");
        }
        assert!(matches!(session().read("+30"), Err(BadMoment::Length(BadPlanned::NoUnit(_)))));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_stays_in_the_session(typed in ".{0,16}", times in "[0-9hmsjdt:+#% /-]{0,12}") {
            let session = session();
            for text in [typed, times] {
                if let Ok(Play::Seek(at)) = session.read(&text) {
                    proptest::prop_assert!(session.from <= at && at <= session.to, "{}", text);
                }
            }
        }
    }
}
