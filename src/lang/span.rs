//! Lengths of time: how long, how late, how planned.

use super::Lang;
use crate::incident::{Allotted, BadPlanned, Planned, Range, Span};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// From here on hours are too many to be grasped, and days are counted.
const DAYS_FROM: i64 = 2 * DAY;
/// As wide as a digit, unlike the hyphen.
const MINUS: char = '−';

impl Lang {
    /// `1h30`, `45m`, `12s`, `2j 3h`: as short as it can be read, whole minutes only from the first minute on.
    pub fn duration(self, span: Span) -> String {
        let seconds = span.num_seconds();
        let sign = if seconds < 0 { MINUS.to_string() } else { String::new() };
        sign + &self.length(seconds.saturating_abs())
    }

    fn length(self, seconds: i64) -> String {
        if seconds < MINUTE {
            return format!("{seconds}s");
        }
        if seconds < HOUR {
            return format!("{}m", seconds / MINUTE);
        }
        if seconds < DAYS_FROM {
            let (hours, minutes) = (seconds / HOUR, seconds % HOUR / MINUTE);
            return if minutes == 0 { format!("{hours}h") } else { format!("{hours}h{minutes:02}") };
        }
        let day = self.say("span-day");
        let (days, hours) = (seconds / DAY, seconds % DAY / HOUR);
        if hours == 0 { format!("{days}{day}") } else { format!("{days}{day} {hours}h") }
    }

    /// Whole minutes, to the last one however many there are: `52m`, `1h04`, `49h10`.
    pub fn minutes(self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes}m"),
            (hours, 0) => format!("{hours}h"),
            (hours, minutes) => format!("{hours}h{minutes:02}"),
        }
    }

    /// `01:22:10`, `−00:00:05`, `2j 03:04:05`: a clock that counts.
    pub fn clock(self, span: Span) -> String {
        let seconds = span.num_seconds();
        let sign = if seconds < 0 { MINUS.to_string() } else { String::new() };
        let seconds = seconds.saturating_abs();
        let days = match seconds / DAY {
            0 => String::new(),
            days => format!("{days}{} ", self.say("span-day")),
        };
        let rest = seconds % DAY;
        format!("{sign}{days}{:02}:{:02}:{:02}", rest / HOUR, rest % HOUR / MINUTE, rest % MINUTE)
    }

    /// `45m–1h30`, or `1h` where least and most are the same.
    pub fn planned(self, planned: Planned) -> String {
        self.span_range(planned.range())
    }

    /// `30m`, or `30m → 45m`: what the plan gave, then what was agreed on since.
    pub fn allotted(self, allotted: Allotted) -> String {
        self.extended(allotted.plan.range(), allotted.agreed.map(Planned::range))
    }

    /// As [`Lang::allotted`], of ranges.
    pub fn extended(self, plan: Range<Span>, agreed: Option<Range<Span>>) -> String {
        let plan = self.span_range(plan);
        agreed.map_or_else(|| plan.clone(), |agreed| format!("{plan} → {}", self.span_range(agreed)))
    }

    /// As [`Lang::allotted`] where there is little room: of two ranges the most of each.
    pub fn allotted_short(self, allotted: Allotted) -> String {
        let (plan, now) = (allotted.plan, allotted.now());
        if plan.max == now.max {
            return self.planned(now);
        }
        format!("{}→{}", self.exact(plan.max()), self.exact(now.max()))
    }

    /// `45m–1h30`, of any range of lengths.
    pub fn span_range(self, range: Range<Span>) -> String {
        let (min, max) = (self.exact(range.min), self.exact(range.max));
        if min == max { max } else { format!("{min}–{max}") }
    }

    /// As [`Lang::duration`], with the seconds of a short plan.
    fn exact(self, span: Span) -> String {
        let seconds = span.num_seconds();
        if (MINUTE..HOUR).contains(&seconds) && seconds % MINUTE != 0 {
            return format!("{}m{:02}s", seconds / MINUTE, seconds % MINUTE);
        }
        self.duration(span)
    }

    /// `+35m`, `−10m`: against the plan.
    pub fn slip(self, span: Span) -> String {
        let sign = if span > Span::zero() { "+" } else { "" };
        format!("{sign}{}", self.duration(span))
    }

    /// Why a typed time cannot be used, and how to write it.
    pub fn bad_planned(self, bad: &BadPlanned) -> String {
        match bad {
            BadPlanned::Unreadable(text) => {
                self.say_with("planned-unreadable", &[("text", text.as_str().into())])
            }
            BadPlanned::NoUnit(text) => self.say_with("planned-no-unit", &[("text", text.as_str().into())]),
            BadPlanned::UpsideDown => self.say("planned-upside-down"),
            BadPlanned::Nothing => self.say("planned-nothing"),
            BadPlanned::TooLong => self.say("planned-too-long"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        let cases = [
            (0, "0s", "0s"),
            (12, "12s", "12s"),
            (59, "59s", "59s"),
            (60, "1m", "1m"),
            (45 * 60 + 59, "45m", "45m"),
            (3_600, "1h", "1h"),
            (90 * 60, "1h30", "1h30"),
            (65 * 60, "1h05", "1h05"),
            (25 * 3_600 + 15 * 60, "25h15", "25h15"),
            (47 * 3_600 + 59 * 60, "47h59", "47h59"),
            (48 * 3_600, "2j", "2d"),
            (51 * 3_600 + 20 * 60, "2j 3h", "2d 3h"),
            (-35 * 60, "−35m", "−35m"),
        ];
        for (seconds, fr, en) in cases {
            assert_eq!(Lang::Fr.duration(Span::seconds(seconds)), fr);
            assert_eq!(Lang::En.duration(Span::seconds(seconds)), en);
        }
        assert!(!Lang::En.duration(Span::MIN).is_empty() && !Lang::En.clock(Span::MAX).is_empty());
    }

    #[test]
    fn clocks() {
        let cases = [
            (0, "00:00:00"),
            (4_930, "01:22:10"),
            (-5, "−00:00:05"),
            (86_399, "23:59:59"),
            (2 * 86_400 + 11_045, "2j 03:04:05"),
            (-90_000, "−1j 01:00:00"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(Lang::Fr.clock(Span::seconds(seconds)), expected);
        }
    }

    #[test]
    fn planned_and_slip() {
        assert_eq!(Lang::Fr.planned(Planned::minutes(45, 90)), "45m–1h30");
        assert_eq!(Lang::Fr.planned(Planned::minutes(60, 60)), "1h");
        assert_eq!(Lang::En.planned(Planned::exactly(90)), "1m30s");
        let (plan, agreed) = (Planned::minutes(30, 30), Some(Planned::minutes(45, 60)));
        let extended = Allotted { plan, agreed };
        assert_eq!(Lang::Fr.allotted(extended), "30m → 45m–1h");
        assert_eq!(Lang::Fr.allotted_short(extended), "30m→1h");
        let widened = Allotted { plan: Planned::minutes(45, 60), agreed: Some(Planned::minutes(30, 60)) };
        assert_eq!(Lang::Fr.allotted(widened), "45m–1h → 30m–1h");
        assert_eq!(Lang::Fr.allotted_short(widened), "30m–1h");
        let as_planned = Allotted { plan: Planned::minutes(45, 60), agreed: None };
        assert_eq!(Lang::Fr.allotted(as_planned), "45m–1h");
        assert_eq!(Lang::Fr.allotted_short(as_planned), "45m–1h");
        assert_eq!(Lang::En.slip(Span::minutes(35)), "+35m");
        assert_eq!(Lang::En.slip(Span::minutes(-10)), "−10m");
        assert_eq!(Lang::En.slip(Span::zero()), "0s");
    }

    #[test]
    fn a_bad_time_says_how_to_write_it() {
        let bad = "90".parse::<Planned>().unwrap_err();
        assert_eq!(Lang::En.bad_planned(&bad), "“90” lacks a unit: write 90m or 90h");
    }
}
