//! The timeline as a drawing: planned above actual, a row a step.
//!
//! ```text
//!                          17 mars                         18 mars
//!                          03:00   06:00   09:00   12:00   15:00 …
//!   Évaluation            ▭▭▭▭
//!                          ████                                            52m
//!   Communication             ▭▭▭▭
//!                              █████▓▓                                    1h12  +12m ▲
//! ```
//!
//! Holds and nights are hatched over all rows. A drawing has as many rows as fit a page; a long timeline has several.

use std::fmt::Write;

use chrono::{Days, NaiveTime, Timelike};

use super::blockers::Lasting;
use super::data::Report;
use super::document::Timing;
use super::html::escaped;
use super::shorten::shortened;
use super::steps::{StepFigures, StepOutcome, StepSort};
use crate::incident::{Moment, Span, resolve_local};
use crate::lang::vars;

/// Rows of one drawing, so that it fits a page.
const ROWS: usize = 26;
const WIDTH: f64 = 1000.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 872.0;
const TOP: f64 = 40.0;
const ROW: f64 = 27.0;
const LEGEND: f64 = 30.0;
/// The width of a label to the left, in cells.
const LABEL: usize = 33;
/// The room of a tick's label.
const TICK: f64 = 52.0;
/// The seconds between two ticks.
const STEPS: [i64; 17] =
    [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800];

impl Report {
    pub fn gantt(&self) -> String {
        if self.steps.is_empty() {
            return String::new();
        }
        let drawing = Drawing::of(self);
        let mut out = String::from("<figure>\n");
        for (place, steps) in self.steps.chunks(ROWS).enumerate() {
            let is_last = (place + 1) * ROWS >= self.steps.len();
            drawing.draw(&mut out, place, steps, is_last);
        }
        out += "</figure>\n";
        out
    }
}

struct Drawing<'a> {
    report: &'a Report,
    timing: Timing,
    from: Moment,
    to: Moment,
}

impl<'a> Drawing<'a> {
    fn of(report: &'a Report) -> Self {
        let planned = report.steps.iter().filter_map(|step| step.planned_end);
        let ran = report.steps.iter().flat_map(|step| &step.runs).map(|run| run.to);
        let from = report.incident.opened;
        let last = planned.chain(ran).chain([report.incident.ended]).max().unwrap_or(from);
        let to = last.max(from + Span::minutes(1));
        // Bars and the line of the closing end within the frame.
        let to = to + (to - from) / 60;
        Self { report, timing: Timing::of(report), from, to }
    }

    fn x(&self, at: Moment) -> f64 {
        let share = seconds(at - self.from) / seconds(self.to - self.from);
        LEFT + share.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    fn draw(&self, out: &mut String, place: usize, steps: &[StepFigures], is_last: bool) {
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let bottom = TOP + ROW * steps.len() as f64;
        let height = bottom + if is_last { LEGEND } else { 8.0 };
        let title = self.say("report-gantt");
        _ = writeln!(
            out,
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"gantt-{place}\">\n\
             <title id=\"gantt-{place}\">{}</title>",
            escaped(&title)
        );
        patterns(out, place);
        for (row, step) in (0_u32..).zip(steps) {
            self.row(out, TOP + ROW * f64::from(row), row, step);
        }
        self.axis(out, bottom);
        for (row, step) in (0_u32..).zip(steps) {
            self.bars(out, TOP + ROW * f64::from(row), step);
        }
        // Over the bars: no work was done then.
        self.standstills(out, place, bottom);
        self.end(out, bottom);
        if is_last {
            self.legend(out, place, bottom + 20.0);
        }
        *out += "</svg>\n";
    }

    fn say(&self, key: &str) -> String {
        self.report.lang.say(key)
    }

    /// The background of a row, its title, and how long the step took.
    fn row(&self, out: &mut String, top: f64, row: u32, step: &StepFigures) {
        if row % 2 == 1 {
            _ = writeln!(out, "<rect class=\"row\" x=\"0\" y=\"{top}\" width=\"{WIDTH}\" height=\"{ROW}\"/>");
        }
        let base = top + 17.5;
        let title = shortened(&step.title, LABEL);
        let class = match (step.state, step.kind) {
            (StepOutcome::Skipped, _) => " class=\"gone\"",
            (_, StepSort::Phase) => "",
            (_, StepSort::Break | StepSort::DayEnd) => " class=\"small\"",
        };
        _ = writeln!(
            out,
            "<text x=\"4\" y=\"{base}\"{class}>{}<title>{}</title></text>",
            escaped(&title),
            escaped(&step.title)
        );
        let (took, class) = match (step.took, step.state) {
            (_, StepOutcome::Skipped) => (self.say("report-skipped"), "small"),
            (None, _) => (self.say("report-not-begun"), "small"),
            (Some(took), _) => (self.timing.lasted(took), "strong"),
        };
        let x = RIGHT + 8.0;
        _ = write!(out, "<text x=\"{x}\" y=\"{base}\"><tspan class=\"{class}\">{}</tspan>", escaped(&took));
        if let Some(slip) = step.slip.and_then(|slip| self.timing.notable_slip(slip)) {
            let (sign, class) = if slip > Span::zero() { ("▲", "over-sign") } else { ("▽", "small") };
            _ = write!(out, " <tspan class=\"{class}\">{} {sign}</tspan>", escaped(&self.report.lang.slip(slip)));
        }
        *out += "</text>\n";
    }

    fn bars(&self, out: &mut String, top: f64, step: &StepFigures) {
        if let (Some(from), Some(to)) = (step.planned_start, step.planned_end) {
            self.bar(out, "plan", (top + 4.0, 6.0), (from, to), "report-gantt-bar-planned");
        }
        let class = if step.kind == StepSort::Phase { "real" } else { "rest" };
        for run in &step.runs {
            let until = run.over_from.unwrap_or(run.to);
            self.bar(out, class, (top + 12.0, 11.0), (run.from, until), "report-gantt-bar-real");
            if let Some(over) = run.over_from {
                self.bar(out, "late", (top + 12.0, 11.0), (over, run.to), "report-gantt-bar-over");
                label(out, "over-sign", (self.x(run.to) + 2.0, top + 22.0), None, "▲");
            }
        }
    }

    fn bar(&self, out: &mut String, class: &str, (y, height): (f64, f64), span: (Moment, Moment), key: &str) {
        let (x, end) = (self.x(span.0), self.x(span.1));
        let width = (end - x).max(1.5);
        let span = self.timing.between(span.0, Some(span.1));
        let title = self.report.lang.say_with(key, &vars![span]);
        _ = writeln!(
            out,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\" rx=\"2\">\
             <title>{}</title></rect>",
            escaped(&title)
        );
    }

    /// Times of day, as many as fit, and where days begin.
    fn axis(&self, out: &mut String, bottom: f64) {
        let zone = self.timing.zone;
        let room = (RIGHT - LEFT) / TICK;
        let all = seconds(self.to - self.from);
        let step = STEPS.into_iter().find(|step| all / as_f64(*step) <= room).unwrap_or(STEPS[16]);
        let mut day_until = f64::MIN;
        for at in self.ticks(step) {
            let local = at.with_timezone(&zone);
            let x = self.x(at);
            let is_midnight = local.time() == NaiveTime::MIN;
            rule(out, if is_midnight { "day" } else { "grid" }, x, TOP - 5.0, bottom);
            if step >= 86_400 || x > RIGHT - 14.0 {
                continue;
            }
            let lang = self.report.lang;
            let time = if step < 60 { lang.time_of_second(at, zone) } else { lang.time(at, zone) };
            label(out, "small", (x, TOP - 9.0), Some("middle"), &time);
        }
        // Each day is named at its beginning, the first at the beginning of the drawing.
        for at in std::iter::once(self.from).chain(self.midnights()) {
            let x = self.x(at);
            if x < day_until || x > RIGHT - 20.0 {
                continue;
            }
            day_until = x + TICK;
            if at != self.from {
                rule(out, "day", x, 6.0, bottom);
            }
            label(out, "strong", (x + 3.0, 15.0), None, &self.report.lang.short_date(at, zone));
        }
    }

    /// Returns the round local times from the beginning to the end.
    fn ticks(&self, step: i64) -> Vec<Moment> {
        let zone = self.timing.zone;
        let local = self.from.with_timezone(&zone).naive_local();
        let midnight = local.date().and_time(NaiveTime::MIN);
        let passed = i64::from(local.num_seconds_from_midnight());
        let first = (passed + step - 1) / step * step;
        let ticks = (0_i64..400).map(|n| resolve_local(zone, midnight + Span::seconds(first + n * step)));
        ticks.take_while(|at| *at <= self.to).filter(|at| *at >= self.from).collect()
    }

    fn midnights(&self) -> impl Iterator<Item = Moment> {
        let zone = self.timing.zone;
        let first = self.from.with_timezone(&zone).date_naive();
        let to = self.to;
        (1_u64..400)
            .filter_map(move |day| first.checked_add_days(Days::new(day)))
            .map(move |date| resolve_local(zone, date.and_time(NaiveTime::MIN)))
            .take_while(move |at| *at <= to)
    }

    fn standstills(&self, out: &mut String, place: usize, bottom: f64) {
        for (name, key, all) in
            [("night", "report-night", &self.report.nights), ("held", "report-held", &self.report.holds)]
        {
            for Lasting { from, to, lasted, .. } in all {
                let (x, end) = (self.x(*from), self.x(to.unwrap_or(self.report.incident.ended)));
                let variables = vars![span = self.timing.between(*from, *to), lasted = self.timing.lasted(*lasted)];
                let title = self.report.lang.say_with(key, &variables);
                _ = writeln!(
                    out,
                    "<rect fill=\"url(#{name}-{place})\" x=\"{x:.1}\" y=\"{TOP}\" width=\"{:.1}\" height=\"{}\">\
                     <title>{}</title></rect>",
                    (end - x).max(1.5),
                    bottom - TOP,
                    escaped(&title)
                );
            }
        }
    }

    /// The closing, or the last record.
    fn end(&self, out: &mut String, bottom: f64) {
        let x = self.x(self.report.incident.ended);
        rule(out, "end", x, TOP - 5.0, bottom);
        let key = if self.report.incident.closed { "report-gantt-closed" } else { "report-gantt-last" };
        let (x, anchor) = if x > RIGHT - 110.0 { (RIGHT + 124.0, "end") } else { (x - 2.0, "start") };
        let words = format!("┆ {} {}", self.say(key), self.timing.time(self.report.incident.ended));
        label(out, "small", (x, 15.0), Some(anchor), &words);
    }

    fn legend(&self, out: &mut String, place: usize, y: f64) {
        let items = [
            ("class=\"plan\"".to_owned(), "report-legend-planned"),
            ("class=\"real\"".to_owned(), "report-legend-real"),
            ("class=\"late\"".to_owned(), "report-legend-over"),
            (format!("fill=\"url(#held-{place})\""), "report-legend-held"),
            (format!("fill=\"url(#night-{place})\""), "report-legend-night"),
        ];
        for ((fill, key), place) in items.into_iter().zip(0_u32..) {
            let x = 4.0 + 170.0 * f64::from(place);
            _ = writeln!(
                out,
                "<rect {fill} x=\"{x}\" y=\"{}\" width=\"18\" height=\"10\"/><text class=\"small\" x=\"{}\" y=\"{y}\">{}</text>",
                y - 9.0,
                x + 24.0,
                escaped(&self.say(key))
            );
        }
    }
}

fn patterns(out: &mut String, place: usize) {
    for (name, size, line) in [("held", 7, "M0 7L7 0"), ("night", 6, "M0 0L6 6")] {
        _ = writeln!(
            out,
            "<defs><pattern id=\"{name}-{place}\" width=\"{size}\" height=\"{size}\" \
             patternUnits=\"userSpaceOnUse\"><path d=\"{line}\" class=\"{name}-line\"/></pattern></defs>"
        );
    }
}

fn rule(out: &mut String, class: &str, x: f64, top: f64, bottom: f64) {
    _ = writeln!(out, "<line class=\"{class}\" x1=\"{x:.1}\" y1=\"{top}\" x2=\"{x:.1}\" y2=\"{bottom}\"/>");
}

fn label(out: &mut String, class: &str, (x, y): (f64, f64), anchor: Option<&str>, words: &str) {
    let anchor = anchor.map(|anchor| format!(" text-anchor=\"{anchor}\"")).unwrap_or_default();
    _ = writeln!(out, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y}\"{anchor}>{}</text>", escaped(words));
}

fn seconds(span: Span) -> f64 {
    as_f64(span.num_seconds())
}

#[expect(clippy::cast_precision_loss, reason = "seconds of a crisis")]
const fn as_f64(seconds: i64) -> f64 {
    seconds as f64
}
