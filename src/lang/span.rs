//! Durations: how long, how late, how planned.

use super::{Lang, vars};
use crate::incident::{Allotted, BadPlanned, Planned, Range, Span};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Longer durations are counted in days.
const DAYS_FROM: i64 = 2 * DAY;
/// As wide as a digit, unlike the hyphen.
const MINUS: char = '−';

/// The two ways to write a duration.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `11 min`, `1 h 30`: for sentences and for cells with room.
    Full,
    /// `11min`, `1h30`: for narrow cells.
    Short,
}

/// The units of a form. `gap` separates hours from minutes, `to` both ends of a range.
struct Units {
    day: &'static str,
    hour: &'static str,
    minute: &'static str,
    second: &'static str,
    gap: &'static str,
    seconds_gap: &'static str,
    to: &'static str,
}

impl Units {
    const fn of(lang: Lang, form: Form) -> Self {
        let (day, hour, minute, second, gap, to) = match (lang, form) {
            (Lang::En, Form::Full) => ("d", "h", "\u{a0}min", "s", "", "–"),
            (Lang::En, Form::Short) => ("d", "h", "m", "s", "", "–"),
            (Lang::Fr, Form::Full) => ("\u{a0}j", "\u{a0}h", "\u{a0}min", "\u{a0}s", "\u{a0}", "\u{a0}–\u{a0}"),
            (Lang::Fr, Form::Short) => ("j", "h", "min", "s", "", "–"),
        };
        let seconds_gap = match form {
            Form::Full => "\u{a0}",
            Form::Short => "",
        };
        Self { day, hour, minute, second, gap, seconds_gap, to }
    }

    fn length(&self, seconds: i64) -> String {
        let Self { day, hour, minute, second, gap, .. } = self;
        if seconds < MINUTE {
            return format!("{seconds}{second}");
        }
        if seconds < HOUR {
            return format!("{}{minute}", seconds / MINUTE);
        }
        if seconds < DAYS_FROM {
            let (hours, minutes) = (seconds / HOUR, seconds % HOUR / MINUTE);
            return if minutes == 0 { format!("{hours}{hour}") } else { format!("{hours}{hour}{gap}{minutes:02}") };
        }
        let (days, hours) = (seconds / DAY, seconds % DAY / HOUR);
        if hours == 0 { format!("{days}{day}") } else { format!("{days}{day}\u{a0}{hours}{hour}") }
    }

    /// As [`Units::length`], with seconds.
    fn exact(&self, seconds: i64) -> String {
        if (MINUTE..HOUR).contains(&seconds) && seconds % MINUTE != 0 {
            let Self { minute, second, seconds_gap, .. } = self;
            return format!("{}{minute}{seconds_gap}{:02}{second}", seconds / MINUTE, seconds % MINUTE);
        }
        self.length(seconds)
    }

    /// `45 min–1h30`, `30–45 min`, or `1h` if both ends are the same.
    fn range(&self, range: Range<Span>) -> String {
        let (min, max) = (self.exact(range.min.num_seconds()), self.exact(range.max.num_seconds()));
        if min == max {
            return max;
        }
        for unit in [self.minute, self.hour] {
            let number = |text: &str| {
                let number = text.strip_suffix(unit)?;
                number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.to_owned())
            };
            if let (Some(min), Some(max)) = (number(&min), number(&max)) {
                return format!("{min}–{max}{unit}");
            }
        }
        format!("{min}{}{max}", self.to)
    }
}

impl Lang {
    /// `1 h 30`, `45 min`, `12 s`, `2 j 3 h`; `1h30`, `45 min`, `12s`, `2d 3h`: whole minutes from the first minute on.
    pub fn duration(self, span: Span) -> String {
        self.signed(span, Form::Full)
    }

    /// As [`Lang::duration`] for a narrow cell: `1h30`, `45min`; `1h30`, `45m`.
    pub fn duration_short(self, span: Span) -> String {
        self.signed(span, Form::Short)
    }

    fn signed(self, span: Span, form: Form) -> String {
        let seconds = span.num_seconds();
        let sign = if seconds < 0 { MINUS.to_string() } else { String::new() };
        sign + &Units::of(self, form).length(seconds.saturating_abs())
    }

    pub fn minutes(self, minutes: u32) -> String {
        let Units { hour, minute, gap, .. } = Units::of(self, Form::Full);
        match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes}{minute}"),
            (hours, 0) => format!("{hours}{hour}"),
            (hours, minutes) => format!("{hours}{hour}{gap}{minutes:02}"),
        }
    }

    /// `01:22:10`, `−00:00:05`, `2 j 03:04:05`: a clock that counts.
    pub fn clock(self, span: Span) -> String {
        let seconds = span.num_seconds();
        let sign = if seconds < 0 { MINUS.to_string() } else { String::new() };
        let seconds = seconds.saturating_abs();
        let days = match seconds / DAY {
            0 => String::new(),
            days => format!("{days}{} ", Units::of(self, Form::Full).day),
        };
        let rest = seconds % DAY;
        format!("{sign}{days}{:02}:{:02}:{:02}", rest / HOUR, rest % HOUR / MINUTE, rest % MINUTE)
    }

    /// `45 min–1h30`, or `1h` if minimum and maximum are the same.
    pub fn planned(self, planned: Planned) -> String {
        self.span_range(planned.range())
    }

    pub fn allotted(self, allotted: Allotted) -> String {
        self.extended(allotted.plan.range(), allotted.agreed.map(Planned::range))
    }

    /// As [`Lang::allotted`], of ranges.
    pub fn extended(self, plan: Range<Span>, agreed: Option<Range<Span>>) -> String {
        let plan = self.span_range(plan);
        agreed.map_or_else(|| plan.clone(), |agreed| format!("{plan} → {}", self.span_range(agreed)))
    }

    /// As [`Lang::allotted`] for a narrow cell: only the maximum of each range.
    pub fn allotted_short(self, allotted: Allotted) -> String {
        let (plan, now) = (allotted.plan, allotted.now());
        let units = Units::of(self, Form::Short);
        if plan.max == now.max {
            return units.range(now.range());
        }
        format!("{}→{}", units.exact(plan.max.into()), units.exact(now.max.into()))
    }

    /// Any range of durations: `45 min–1h30`.
    pub fn span_range(self, range: Range<Span>) -> String {
        Units::of(self, Form::Full).range(range)
    }

    /// As [`Lang::span_range`] for a narrow cell.
    pub fn span_range_short(self, range: Range<Span>) -> String {
        Units::of(self, Form::Short).range(range)
    }

    /// `+35 min`, `−10 min`: against the plan.
    pub fn slip(self, span: Span) -> String {
        let sign = if span > Span::zero() { "+" } else { "" };
        format!("{sign}{}", self.duration(span))
    }

    /// Why a typed duration is invalid, and how to write it.
    pub fn bad_planned(self, bad: &BadPlanned) -> String {
        match bad {
            BadPlanned::Unreadable(text) => self.say_with("planned-unreadable", &vars![text = text.as_str()]),
            BadPlanned::NoUnit(text) => self.say_with("planned-no-unit", &vars![text = text.as_str()]),
            BadPlanned::UpsideDown => self.say("planned-upside-down"),
            BadPlanned::Nothing => self.say("planned-nothing"),
            BadPlanned::TooLong => self.say("planned-too-long"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With plain spaces, as an expectation is typed.
    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn durations() {
        let cases = [
            (0, "0 s", "0s"),
            (12, "12 s", "12s"),
            (59, "59 s", "59s"),
            (60, "1 min", "1 min"),
            (45 * 60 + 59, "45 min", "45 min"),
            (3_600, "1 h", "1h"),
            (90 * 60, "1 h 30", "1h30"),
            (65 * 60, "1 h 05", "1h05"),
            (25 * 3_600 + 15 * 60, "25 h 15", "25h15"),
            (47 * 3_600 + 59 * 60, "47 h 59", "47h59"),
            (48 * 3_600, "2 j", "2d"),
            (51 * 3_600 + 20 * 60, "2 j 3 h", "2d 3h"),
            (-35 * 60, "−35 min", "−35 min"),
        ];
        for (seconds, fr, en) in cases {
            assert_eq!(plain(&Lang::Fr.duration(Span::seconds(seconds))), fr);
            assert_eq!(plain(&Lang::En.duration(Span::seconds(seconds))), en);
        }
        assert!(!Lang::En.duration(Span::MIN).is_empty() && !Lang::En.clock(Span::MAX).is_empty());
    }

    #[test]
    fn narrow_cells_have_short_durations() {
        let cases = [
            (12, "12s", "12s"),
            (11 * 60, "11min", "11m"),
            (90 * 60, "1h30", "1h30"),
            (51 * 3_600, "2j 3h", "2d 3h"),
            (-35 * 60, "−35min", "−35m"),
        ];
        for (seconds, fr, en) in cases {
            assert_eq!(plain(&Lang::Fr.duration_short(Span::seconds(seconds))), fr);
            assert_eq!(plain(&Lang::En.duration_short(Span::seconds(seconds))), en);
        }
    }

    #[test]
    fn no_line_breaks_inside_a_duration() {
        for lang in Lang::ALL {
            for seconds in [12, 11 * 60, 90 * 60, 51 * 3_600] {
                assert!(!lang.duration(Span::seconds(seconds)).contains(' '));
            }
            assert!(!lang.planned(Planned::minutes(45, 90)).contains(' '));
        }
    }

    #[test]
    fn what_is_shown_is_read_back() {
        for lang in Lang::ALL {
            for planned in [Planned::minutes(45, 90), Planned::minutes(90, 90), Planned::exactly(90)] {
                assert_eq!(lang.planned(planned).parse(), Ok(planned));
            }
        }
    }

    #[test]
    fn clocks() {
        let cases = [
            (0, "00:00:00"),
            (4_930, "01:22:10"),
            (-5, "−00:00:05"),
            (86_399, "23:59:59"),
            (2 * 86_400 + 11_045, "2 j 03:04:05"),
            (-90_000, "−1 j 01:00:00"),
        ];
        for (seconds, expected) in cases {
            assert_eq!(plain(&Lang::Fr.clock(Span::seconds(seconds))), expected);
        }
    }

    #[test]
    fn planned_and_slip() {
        let fr = |planned| plain(&Lang::Fr.planned(planned));
        let en = |planned| plain(&Lang::En.planned(planned));
        assert_eq!(fr(Planned::minutes(45, 90)), "45 min – 1 h 30");
        assert_eq!(en(Planned::minutes(45, 90)), "45 min–1h30");
        assert_eq!(fr(Planned::minutes(30, 45)), "30–45 min");
        assert_eq!(fr(Planned::minutes(60, 180)), "1–3 h");
        assert_eq!(en(Planned::minutes(60, 180)), "1–3h");
        assert_eq!(fr(Planned::minutes(60, 60)), "1 h");
        assert_eq!(en(Planned::exactly(90)), "1 min 30s");
        let (plan, agreed) = (Planned::minutes(30, 30), Some(Planned::minutes(45, 60)));
        let extended = Allotted { plan, agreed };
        assert_eq!(plain(&Lang::Fr.allotted(extended)), "30 min → 45 min – 1 h");
        assert_eq!(Lang::Fr.allotted_short(extended), "30min→1h");
        let widened = Allotted { plan: Planned::minutes(45, 60), agreed: Some(Planned::minutes(30, 60)) };
        assert_eq!(plain(&Lang::Fr.allotted(widened)), "45 min – 1 h → 30 min – 1 h");
        assert_eq!(Lang::Fr.allotted_short(widened), "30min–1h");
        assert_eq!(Lang::En.allotted_short(widened), "30m–1h");
        let as_planned = Allotted { plan: Planned::minutes(45, 60), agreed: None };
        assert_eq!(plain(&Lang::Fr.allotted(as_planned)), "45 min – 1 h");
        assert_eq!(Lang::Fr.allotted_short(as_planned), "45min–1h");
        assert_eq!(plain(&Lang::En.slip(Span::minutes(35))), "+35 min");
        assert_eq!(plain(&Lang::En.slip(Span::minutes(-10))), "−10 min");
        assert_eq!(Lang::En.slip(Span::zero()), "0s");
    }

    #[test]
    fn a_bad_time_says_how_to_write_it() {
        let bad = "90".parse::<Planned>().unwrap_err();
        assert_eq!(Lang::En.bad_planned(&bad), "“90” has no unit: use 90m or 90h");
    }
}
