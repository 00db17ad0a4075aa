//! Moments: times of day and dates.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::{Lang, vars};
use crate::incident::{Moment, Range};

impl Lang {
    /// `08:52`.
    pub fn time(self, at: Moment, zone: Tz) -> String {
        at.with_timezone(&zone).format("%H:%M").to_string()
    }

    /// `08:52:10`.
    pub fn time_of_second(self, at: Moment, zone: Tz) -> String {
        at.with_timezone(&zone).format("%H:%M:%S").to_string()
    }

    /// `12:40–15:25`, or one time if both are the same minute; `23 nov. 08:00` if the day is not that of `now`.
    pub fn time_range(self, range: Range<Moment>, now: Moment, zone: Tz) -> String {
        let day = |at: Moment| at.with_timezone(&zone).date_naive();
        let dated = |at| if day(at) == day(now) { self.time(at, zone) } else { self.date_time(at, zone) };
        let is_one_day = day(range.min) == day(range.max);
        let first = dated(range.min);
        let last = if is_one_day { self.time(range.max, zone) } else { dated(range.max) };
        let is_one_minute = is_one_day && self.time(range.min, zone) == last;
        if is_one_minute { first } else { format!("{first}–{last}") }
    }

    pub fn date(self, at: Moment, zone: Tz) -> String {
        self.written(at.with_timezone(&zone).date_naive(), "date-full", "date-month")
    }

    pub fn long_date(self, at: Moment, zone: Tz) -> String {
        let weekday = at.with_timezone(&zone).weekday().number_from_monday();
        let weekday = self.say_with("date-weekday", &vars![weekday]);
        self.say_with("date-long", &vars![weekday, date = self.date(at, zone)])
    }

    /// `22 nov.`, `22 Nov`.
    pub fn short_date(self, at: Moment, zone: Tz) -> String {
        self.short_day(at.with_timezone(&zone).date_naive())
    }

    pub fn date_time(self, at: Moment, zone: Tz) -> String {
        let (date, time) = (self.short_date(at, zone), self.time(at, zone));
        self.say_with("date-time", &vars![date, time])
    }

    pub fn calendar_day(self, day: NaiveDate) -> String {
        self.written(day, "date-short-year", "date-month-short")
    }

    /// `1er déc.`, `1 Dec`.
    pub fn short_day(self, day: NaiveDate) -> String {
        self.written(day, "date-short", "date-month-short")
    }

    fn written(self, date: NaiveDate, key: &str, month: &str) -> String {
        let day = self.say_with("date-day", &vars![day = date.day()]);
        let month = self.say_with(month, &vars![month = date.month()]);
        let year = date.year().to_string();
        self.say_with(key, &vars![day, month, year])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;
    use chrono_tz::Tz;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn dates() {
        let sunday = at("2026-11-22T03:41:07Z");
        assert_eq!(Lang::Fr.date(sunday, Paris), "22 novembre 2026");
        assert_eq!(Lang::En.date(sunday, Paris), "22 November 2026");
        assert_eq!(Lang::Fr.long_date(sunday, Paris), "dimanche 22 novembre 2026");
        assert_eq!(Lang::En.long_date(sunday, Paris), "Sunday 22 November 2026");
        let first = chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        assert_eq!(Lang::Fr.calendar_day(first), "1er déc. 2026");
        assert_eq!(Lang::En.calendar_day(first), "1 Dec 2026");
        assert_eq!(Lang::Fr.short_date(sunday, Paris), "22 nov.");
        assert_eq!(Lang::En.date_time(sunday, Paris), "22 Nov 04:41");
        assert_eq!(Lang::Fr.long_date(at("2027-01-01T12:00:00Z"), Paris), "vendredi 1er janvier 2027");
        assert_eq!(Lang::Fr.date(at("2028-02-29T12:00:00Z"), Paris), "29 février 2028");
    }

    #[test]
    fn times_follow_the_zone_through_its_changes() {
        assert_eq!(Lang::Fr.time(at("2026-10-25T00:30:00Z"), Paris), "02:30");
        assert_eq!(Lang::Fr.time(at("2026-10-25T01:30:00Z"), Paris), "02:30");
        assert_eq!(Lang::Fr.time(at("2026-03-29T01:00:00Z"), Paris), "03:00");
        assert_eq!(Lang::En.time_of_second(at("2026-11-22T03:41:07Z"), Tz::UTC), "03:41:07");
    }

    #[test]
    fn ranges_name_the_day_only_where_it_is_another() {
        let now = at("2026-11-22T03:00:00Z");
        let range = |min: &str, max: &str| Lang::Fr.time_range(Range { min: at(min), max: at(max) }, now, Paris);
        assert_eq!(range("2026-11-22T11:40:00Z", "2026-11-22T14:25:00Z"), "12:40–15:25");
        assert_eq!(range("2026-11-22T11:40:00Z", "2026-11-22T11:40:30Z"), "12:40");
        assert_eq!(range("2026-11-22T11:40:00Z", "2026-11-23T07:00:00Z"), "12:40–23 nov. 08:00");
        assert_eq!(range("2026-11-23T07:00:00Z", "2026-11-23T09:00:00Z"), "23 nov. 08:00–10:00");
        assert_eq!(range("2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"), "23 nov. 08:00");
    }
}
