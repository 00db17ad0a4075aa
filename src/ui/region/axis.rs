//! The time axis: which column a moment is in, with nights folded together.

use chrono::Timelike;
use ratatui::layout::Rect;

use super::frame::Frame;
use crate::incident::{Incident, Moment, Span, StepState};
use crate::theme::Meaning;
use crate::ui::canvas::{Canvas, Paint};
use crate::ui::text;

/// The columns of a night, whatever its length.
const NIGHT: f64 = 3.0;

/// Columns an hour. The axis takes the largest that shows all, so its scale seldom changes.
const SCALES: [f64; 20] =
    [1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0, 120.0, 240.0, 600.0];

/// With fewer columns an hour, today is drawn larger than other days.
const READABLE: f64 = 4.0;

/// Minutes between two labels.
const TICKS: [u16; 12] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

/// The columns of a label, with a gap.
const LABEL: f64 = 8.0;

/// Maps moments to columns.
pub struct Axis {
    width: u16,
    /// In order, with a night between two.
    days: Vec<Day>,
}

/// An interval of work with one scale.
#[derive(Debug)]
struct Day {
    from: Moment,
    to: Moment,
    at: f64,
    scale: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tick {
    Hour(Moment),
    /// The first moment of a day.
    Day(Moment),
}

impl Axis {
    /// An axis from the opening to the forecast end or the closing: all at one scale if that is readable or the
    /// incident is closed, else today larger than other days, else only the hours around now.
    pub fn new(frame: &Frame<'_>, width: u16) -> Self {
        let mut days = days(frame);
        let room = f64::from(width) - NIGHT * count(days.len().saturating_sub(1)) - 1.0;
        let lengths: Vec<f64> = days.iter().map(|day| hours(day.to - day.from)).collect();
        let all: f64 = lengths.iter().sum();
        let today = days.iter().position(|day| frame.minute < day.to).unwrap_or_else(|| days.len().saturating_sub(1));
        let of_today = lengths.get(today).copied().unwrap_or(1.0);
        let uniform = fitting(all, room);
        let uniform = if frame.incident.is_closed() {
            // A closed incident must be visible as a whole.
            uniform.or_else(|| (room >= 1.0).then(|| room / all.max(1.0)))
        } else {
            uniform.filter(|scale| *scale >= READABLE || days.len() == 1)
        };
        if let Some(scale) = uniform {
            for day in &mut days {
                day.scale = scale;
            }
        } else {
            let pairs =
                [1.5, 1.0, 0.75, 0.5].map(|others| (others, fitting(of_today, room - (all - of_today) * others)));
            let wide = |least: f64| pairs.iter().find(|(_, own)| own.is_some_and(|own| own >= least));
            if let Some((others, Some(own))) = wide(3.0).or_else(|| wide(2.0)) {
                for day in &mut days {
                    day.scale = *others;
                }
                days[today].scale = *own;
            } else {
                days = around_now(frame, days, width);
            }
        }
        let mut at = 0.0;
        for day in &mut days {
            day.at = at;
            at += hours(day.to - day.from) * day.scale + NIGHT;
        }
        Self { width, days }
    }

    /// The column of a moment, outside 0 to the width if it is not on the axis.
    pub fn place(&self, at: Moment) -> f64 {
        let mut last: Option<&Day> = None;
        for day in &self.days {
            if at < day.from {
                let Some(last) = last else { return hours(at - day.from) * day.scale };
                let share = hours(at - last.to) / hours(day.from - last.to);
                return day.at - NIGHT + share * NIGHT;
            }
            if at <= day.to {
                return day.at + hours(at - day.from) * day.scale;
            }
            last = Some(day);
        }
        last.map_or(-1.0, |day| day.at + hours(at - day.from) * day.scale)
    }

    pub fn column(&self, at: Moment) -> Option<u16> {
        let place = self.place(at).floor();
        (place >= 0.0 && place < f64::from(self.width)).then(|| cell(place))
    }

    pub fn night_columns(&self) -> impl Iterator<Item = u16> {
        self.days.iter().skip(1).map(|day| day.at - 2.0).filter(|at| *at < f64::from(self.width)).map(cell)
    }

    /// The labels and their columns.
    fn ticks(&self, incident: &Incident) -> Vec<(u16, Tick)> {
        let mut ticks = Vec::new();
        let mut date = None;
        for day in &self.days {
            let minutes = TICKS.iter().find(|minutes| f64::from(**minutes) / 60.0 * day.scale >= LABEL);
            let step = Span::minutes(minutes.copied().unwrap_or(1440).into());
            let mut at = day.from;
            while at < day.to && ticks.len() < usize::from(self.width) {
                let place = self.place(at);
                if place >= f64::from(self.width) {
                    break;
                }
                let today = incident.day(at);
                let another = date.is_some_and(|date| date != today);
                date = Some(today);
                ticks.push((cell(place), if another { Tick::Day(at) } else { Tick::Hour(at) }));
                at = aligned(incident, at, step);
            }
        }
        ticks
    }

    /// Draws labels on a row, days before hours if both do not fit.
    pub fn draw_labels(&self, frame: &Frame<'_>, area: Rect) {
        let ticks = self.ticks(frame.incident);
        let mut taken: Vec<(u16, u16)> = Vec::new();
        for days in [true, false] {
            for (column, tick) in &ticks {
                let (label, meaning) = match *tick {
                    Tick::Day(at) if days => (frame.day_time(at), Meaning::AxisDay),
                    Tick::Hour(at) if !days => (frame.time(at), Meaning::Axis),
                    _ => continue,
                };
                let (x, wide) = (area.x + column, text::width(&label));
                if x + wide > area.right() || taken.iter().any(|(from, to)| x < *to + 2 && x + wide + 2 > *from) {
                    continue;
                }
                frame.put(x, area.y, wide, &label, meaning);
                taken.push((x, x + wide));
            }
        }
    }

    /// Draws an interval in eighths of a cell, at least one.
    pub fn draw_solid(&self, canvas: &Canvas<'_>, (from, to): (f64, f64), row: Rect, symbol: &str, paint: impl Paint) {
        let width = f64::from(self.width);
        if to < 0.0 || from >= width {
            return;
        }
        let from = from.clamp(0.0, width - 1.0).floor();
        let to = to.clamp(from + 0.125, width);
        let style = canvas.style(paint);
        let mut column = from;
        while column < to {
            let share = to - column;
            let symbol = if share >= 1.0 || symbol != SOLID { symbol } else { eighths(share) };
            canvas.cell(row.x + cell(column), row.y, symbol, style);
            column += 1.0;
        }
    }
}

pub const SOLID: &str = "█";

/// The block that fills a share of a cell from the left, at least an eighth.
pub fn eighths(share: f64) -> &'static str {
    ["▏", "▏", "▎", "▍", "▌", "▋", "▊", "▉", SOLID][usize::from(cell((share * 8.0).round().min(8.0)))]
}

fn hours(span: Span) -> f64 {
    span.as_seconds_f64() / 3600.0
}

fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::MAX, f64::from)
}

/// The cell that a place is in.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place that is a cell's")]
fn cell(place: f64) -> u16 {
    place.clamp(0.0, u16::MAX.into()) as u16
}

/// The largest scale at which so many hours fit.
fn fitting(hours: f64, room: f64) -> Option<f64> {
    SCALES.iter().rev().find(|scale| hours * **scale <= room).copied()
}

/// The hours around now, from today and its neighbours.
fn around_now(frame: &Frame<'_>, days: Vec<Day>, width: u16) -> Vec<Day> {
    let scale = if width < 40 { READABLE } else { 6.0 };
    let before = Span::minutes(i64::from(cell(f64::from(width) / scale * 0.4 * 60.0)));
    let start = full_hour(frame.incident, frame.minute - before);
    let mut days: Vec<Day> = days.into_iter().filter(|day| day.to > start).map(|day| Day { scale, ..day }).collect();
    if let Some(first) = days.first_mut() {
        first.from = first.from.max(start);
    }
    days
}

/// The intervals of work from the opening to the forecast end or the closing, in full hours, so that they seldom
/// change.
fn days(frame: &Frame<'_>) -> Vec<Day> {
    let incident = frame.incident;
    let mut from = full_hour(incident, incident.opened_at);
    let end = frame.forecast.end.max.max(frame.minute);
    let mut days = Vec::new();
    for step in &incident.steps {
        if !step.kind.is_day_end() || matches!(step.state, StepState::Skipped { .. }) {
            continue;
        }
        let Some(forecast) = frame.forecast_of(step) else { continue };
        let to = next_full_hour(incident, forecast.start.max.max(from));
        // A shorter break is not folded: that would hide more than it saves.
        if forecast.end.min - to > Span::hours(1) {
            days.push(Day { from, to, at: 0.0, scale: 1.0 });
            from = forecast.end.min;
        }
    }
    let to = next_full_hour(incident, end.max(from));
    days.push(Day { from, to, at: 0.0, scale: 1.0 });
    days
}

/// The last full local hour before a moment.
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

fn next_full_hour(incident: &Incident, at: Moment) -> Moment {
    let before = full_hour(incident, at);
    if before == at { at } else { before + Span::hours(1) }
}
