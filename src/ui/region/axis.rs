//! The time axis: which column a moment is in, with nights folded together.
//!
//! ```text
//!   03:00────06:00────09:00────12:00────┊J2 09:00────12:00──
//! ```

use chrono::Timelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::frame::Frame;
use super::text;
use crate::incident::{Incident, Moment, Range, Span, StepKind, StepState};

/// Columns that a night takes, whatever its length.
const NIGHT: u16 = 3;

/// Columns an hour, from which the axis takes the largest that shows all: so its scale seldom changes.
const SCALES: [f64; 17] =
    [1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0, 120.0, 240.0, 600.0];

/// Minutes between two labels.
const TICKS: [i64; 12] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/// Columns a label needs, with a gap.
const LABEL: f64 = 8.0;

/// Maps moments to columns from 0 to its width.
pub struct Axis {
    width: u16,
    /// Columns an hour.
    scale: f64,
    start: Moment,
    /// Nights, in order, and none overlapping.
    nights: Vec<Range<Moment>>,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    Hour(Moment),
    /// The first moment of another day.
    Day(Moment),
}

impl Axis {
    /// An axis of so many columns from the opening to the forecast end, or around now where that is too much.
    pub fn new(frame: &Frame<'_>, width: u16) -> Self {
        let incident = frame.incident;
        let start = full_hour(incident, incident.opened_at);
        let end = frame.forecast.end.max.max(frame.now);
        let nights = nights(frame, start, end);
        let folded: i64 = nights.iter().map(|night| (night.max - night.min).num_seconds()).sum();
        let hours = hours(end - start) - folded as f64 / 3600.0;
        let room = f64::from(width) - f64::from(NIGHT) * nights.len() as f64 - 1.0;
        let fitting = SCALES.iter().rev().find(|scale| hours * **scale <= room);
        let mut axis = Self { width, scale: fitting.copied().unwrap_or(3.0), start, nights };
        if fitting.is_none_or(|scale| *scale < 3.0) {
            // The whole would be too fine to read: show the hours around now.
            axis.scale = if width < 40 { 4.0 } else { 6.0 };
            let before = Span::seconds((f64::from(width) / axis.scale * 0.4 * 3600.0) as i64);
            axis.start = full_hour(incident, frame.now - before).max(start);
            axis.nights.retain(|night| night.max > axis.start);
            if let Some(first) = axis.nights.first_mut() {
                first.min = first.min.max(axis.start);
            }
        }
        axis
    }

    /// The place of a moment, in columns; outside of 0 to the width where it is not on the axis.
    pub fn place(&self, at: Moment) -> f64 {
        let mut columns = 0.0;
        let mut from = self.start;
        for night in &self.nights {
            if at <= night.min {
                break;
            }
            columns += hours(night.min - from) * self.scale;
            if at < night.max {
                let share = hours(at - night.min) / hours(night.max - night.min);
                return columns + share * f64::from(NIGHT);
            }
            columns += f64::from(NIGHT);
            from = night.max;
        }
        columns + hours(at - from) * self.scale
    }

    /// The column of a moment, where it is on the axis.
    pub fn column(&self, at: Moment) -> Option<u16> {
        let place = self.place(at).floor();
        (place >= 0.0 && place < f64::from(self.width)).then_some(place as u16)
    }

    /// The columns that stand for nights.
    pub fn night_columns(&self) -> impl Iterator<Item = u16> {
        self.nights.iter().filter_map(|night| self.column(night.min + (night.max - night.min) / 2))
    }

    /// The labels and their columns.
    pub fn ticks(&self, incident: &Incident) -> Vec<(u16, Tick)> {
        let minutes = TICKS.iter().find(|minutes| **minutes as f64 / 60.0 * self.scale >= LABEL);
        let step = Span::minutes(minutes.copied().unwrap_or(1440));
        let mut ticks = Vec::new();
        let mut at = self.start;
        let mut day = incident.day(at);
        while ticks.len() < usize::from(self.width) {
            let place = self.place(at);
            if place >= f64::from(self.width) {
                break;
            }
            let today = incident.day(at);
            let asleep = self.nights.iter().any(|night| at > night.min && at < night.max);
            if !asleep {
                let tick = if today == day { Tick::Hour(at) } else { Tick::Day(at) };
                day = today;
                ticks.push((place.max(0.0) as u16, tick));
            }
            at = match self.nights.iter().find(|night| at <= night.min && at + step > night.min) {
                // Where work goes on is labelled, whatever the rhythm.
                Some(night) => night.max,
                None => aligned(incident, at, step),
            };
        }
        ticks
    }

    /// Draws labels on a row, and the line between them where the row is a border.
    pub fn draw_labels(&self, frame: &Frame<'_>, area: Rect, buffer: &mut Buffer) {
        let mut free = area.x;
        for (column, tick) in self.ticks(frame.incident) {
            let x = area.x + column;
            let (label, style) = match tick {
                Tick::Hour(at) => (frame.time(at), frame.style("axis")),
                Tick::Day(at) => (frame.day_time(at), frame.style("axis.day")),
            };
            let wide = text::width(&label);
            if x < free || x + wide > area.right() {
                continue;
            }
            text::put(buffer, x, area.y, wide, &label, style);
            free = x + wide + 1;
        }
    }

    /// Draws from one place to another in eighths of a cell; at least an eighth.
    pub fn draw_solid(&self, from: f64, to: f64, row: Rect, buffer: &mut Buffer, symbol: &str, style: Style) {
        let width = f64::from(self.width);
        if to < 0.0 || from >= width {
            return;
        }
        let from = from.clamp(0.0, width - 1.0).floor();
        let to = to.clamp(from + 0.125, width);
        let mut column = from;
        while column < to {
            let share = to - column;
            let symbol = if share >= 1.0 || symbol != SOLID { symbol } else { eighths(share) };
            buffer[(row.x + column as u16, row.y)].set_symbol(symbol).set_style(style);
            column += 1.0;
        }
    }
}

/// A cell that is full.
pub const SOLID: &str = "█";

/// The block that fills a share of a cell from the left, at least an eighth.
pub fn eighths(share: f64) -> &'static str {
    ["▏", "▏", "▎", "▍", "▌", "▋", "▊", "▉", SOLID][(share * 8.0).round().clamp(0.0, 8.0) as usize]
}

fn hours(span: Span) -> f64 {
    span.num_milliseconds() as f64 / 3_600_000.0
}

/// The last full hour of the wall before a moment.
fn full_hour(incident: &Incident, at: Moment) -> Moment {
    let local = incident.wall(at).with_timezone(&incident.zone);
    at - Span::minutes(local.minute().into())
        - Span::seconds(local.second().into())
        - Span::milliseconds((local.nanosecond() / 1_000_000).into())
}

/// The next moment whose time of day is a multiple of `step`.
fn aligned(incident: &Incident, at: Moment, step: Span) -> Moment {
    let local = incident.wall(at).with_timezone(&incident.zone);
    let past = i64::from(local.num_seconds_from_midnight()) % step.num_seconds();
    at + Span::seconds(step.num_seconds() - past)
}

/// Ends of day, as they were or are forecast, where nothing else is expected to run.
fn nights(frame: &Frame<'_>, start: Moment, end: Moment) -> Vec<Range<Moment>> {
    let mut nights: Vec<Range<Moment>> = Vec::new();
    for step in &frame.incident.steps {
        if !matches!(step.kind, StepKind::DayEnd { .. }) || matches!(step.state, StepState::Skipped { .. }) {
            continue;
        }
        let Some(forecast) = frame.forecast.step(&step.id) else { continue };
        let last = nights.last().map_or(start, |night| night.max);
        let night = Range { min: forecast.start.max.max(last), max: forecast.end.min.min(end) };
        // A night of two hours is none: folding it would hide more than it saves.
        if night.max - night.min > Span::hours(2) {
            nights.push(night);
        }
    }
    nights
}
