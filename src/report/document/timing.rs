//! Moments, durations and delays for the readers of a report.

use chrono::Datelike;
use chrono_tz::Tz;

use crate::document::{Text, Tone};
use crate::incident::{Moment, Range, Span};
use crate::lang::{Lang, vars};
use crate::report::data::Report;

/// A shorter incident is reported to the second.
const SHORT: Span = Span::minutes(30);

/// How the moments of a report are written: to the second or not, with the day or not.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    pub lang: Lang,
    pub zone: Tz,
    one_day: bool,
    short: bool,
}

impl Timing {
    pub fn of(report: &Report) -> Self {
        let zone = report.incident.zone;
        let day = |at: Moment| at.with_timezone(&zone).date_naive();
        let one_day = day(report.incident.opened) == day(report.incident.ended.max(report.verdict.planned_end.max));
        Self { lang: report.lang, zone, one_day, short: report.verdict.elapsed < SHORT }
    }

    pub fn time(self, at: Moment) -> String {
        if self.short { self.lang.time_of_second(at, self.zone) } else { self.lang.time(at, self.zone) }
    }

    /// Returns a moment, with its day if the report spans several.
    pub fn when(self, at: Moment) -> String {
        if self.one_day { self.time(at) } else { self.dated(at) }
    }

    pub fn dated(self, at: Moment) -> String {
        let date = self.lang.short_date(at, self.zone);
        self.lang.say_with("date-time", &vars![date, time = self.time(at)])
    }

    /// Returns a moment for a sentence: `at 15:15`, `on 18 March at 15:15`.
    pub fn at(self, at: Moment) -> String {
        let time = self.time(at);
        if self.one_day {
            return self.lang.say_with("report-at", &vars![time]);
        }
        let local = at.with_timezone(&self.zone);
        let day = self.lang.say_with("date-day", &vars![day = local.day()]);
        let month = self.lang.say_with("date-month", &vars![month = local.month()]);
        let date = self.lang.say_with("date-short", &vars![day, month]);
        self.lang.say_with("report-on", &vars![date, time])
    }

    /// Returns an interval, with the day only once if it is the same.
    pub fn between(self, from: Moment, to: Option<Moment>) -> String {
        let day = |at: Moment| at.with_timezone(&self.zone).date_naive();
        match to {
            None => format!("{} –", self.when(from)),
            Some(to) if day(from) == day(to) => format!("{}–{}", self.when(from), self.time(to)),
            Some(to) => format!("{} – {}", self.when(from), self.when(to)),
        }
    }

    pub fn range(self, range: Range<Moment>) -> String {
        let same = self.when(range.min) == self.when(range.max);
        if same { self.when(range.min) } else { self.between(range.min, Some(range.max)) }
    }

    /// Returns a slip against the plan, with a sign beside the colour.
    pub fn slip(self, slip: Span) -> Text {
        let Some(slip) = self.notable_slip(slip) else {
            return Text::of(Tone::Good, self.lang.say("report-on-plan"));
        };
        let words = self.lang.slip(slip);
        if slip > Span::zero() { Text::bad(words) } else { Text::of(Tone::Good, format!("{words} ▽")) }
    }

    /// Returns the slip if it is long enough to be shown: as on the screen, seconds do not count beside minutes.
    pub fn notable_slip(self, slip: Span) -> Option<Span> {
        let least = if self.short { Span::seconds(1) } else { Span::minutes(1) };
        Some(slip).filter(|slip| slip.abs() >= least)
    }

    pub fn lasted(self, span: Span) -> String {
        if self.short { self.lang.span_range(Range { min: span, max: span }) } else { self.lang.duration(span) }
    }
}
