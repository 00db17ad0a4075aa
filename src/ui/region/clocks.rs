//! The clocks pane: what runs and for how much longer, the whole, the next updates, the end of the day, and the worst service.
//!
//! ```text
//! ┬ Horloges ──────────────────────────────────────────┐
//! │ Activation du PRA                    00:22:10 / 45m │
//! │ ██████████████▌░░░░░░░░░░░░░░░░      reste 23m      │
//! │ Incident                05:42:10 / 18h30–25h15      │
//! │ Point : Direction                △ dans 00:04:12  │
//! │ Fin de journée             prévu 13:00  dans 4h08   │
//! │ Annuaire                   en panne 5h42 / RTO 4h ▲ │
//! └─────────────────────────────────────────────────────┘
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use std::sync::Arc;

use super::super::action::Action;
use super::super::layout;
use super::super::page::updates::rows::{due_in, due_meaning};
use super::super::scene::Hit;
use super::axis::{SOLID, eighths};
use super::frame::{Counting, Frame};
use super::text;
use crate::incident::{Audience, Due, DueState, Health, Lateness, Range, Service, Span, Step, StepKind};
use crate::theme::Meaning;

const STATE: u16 = 16;
/// From this width on durations are written in full.
const ROOMY: u16 = 44;
/// So many cells of a phase's name matter more than both ranges in full.
const NAME: usize = 14;

pub fn render(frame: &Frame<'_>, pane: Rect, buffer: &mut Buffer) {
    let inner = layout::inside(pane);
    text::title(pane, &frame.say("region-clocks"), frame.style(Meaning::Title), buffer);
    let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    if area.is_empty() {
        return;
    }
    let mut rows = Rows { area, y: area.y };
    let mut running: Vec<&Step> = frame.incident.active_steps().collect();
    // The latest is read first.
    running.sort_by_key(|step| std::cmp::Reverse(frame.clock_of(step).over()));
    // The whole and what comes next keep their rows, however many phases run.
    let for_running = usize::from(area.height.saturating_sub(3).max(2) / 2);
    for step in running.iter().take(for_running) {
        phase(frame, step, &mut rows, buffer);
    }
    if running.len() > for_running
        && let Some(row) = rows.next()
    {
        let words = frame.say_with("region-more-running", &[("count", (running.len() - for_running).into())]);
        text::put(buffer, row.x, row.y, row.width, &words, frame.style(Meaning::More));
    }
    if running.is_empty()
        && let Some(row) = rows.next()
    {
        text::put(
            buffer,
            row.x,
            row.y,
            row.width,
            &frame.say("region-nothing-runs"),
            frame.style(Meaning::TextMuted),
        );
    }
    whole(frame, &mut rows, buffer);
    let mut dues = dues(frame);
    let first = first_dues(frame, &dues, rows.left());
    let later = dues.split_off(first);
    updates(frame, &dues, &mut rows, buffer);
    rest(frame, &mut rows, buffer);
    let down = frame.incident.services.iter().filter(|service| service.health == Health::Down).count();
    let spare = rows.left().saturating_sub(down.max(usize::from(down > 0)));
    updates(frame, &later[..later.len().min(spare)], &mut rows, buffer);
    services(frame, &mut rows, buffer);
}

/// The rows that are left.
struct Rows {
    area: Rect,
    y: u16,
}

impl Rows {
    fn next(&mut self) -> Option<Rect> {
        let row = Rect { y: self.y, height: 1, ..self.area };
        (self.y < self.area.bottom()).then(|| {
            self.y += 1;
            row
        })
    }

    fn left(&self) -> usize {
        self.area.bottom().saturating_sub(self.y).into()
    }
}

fn phase(frame: &Frame<'_>, step: &Step, rows: &mut Rows, buffer: &mut Buffer) {
    let clock = frame.clock_of(step);
    let standing = frame.standing(step, &clock);
    let style = frame.style(standing.meaning);
    let Some(row) = rows.next() else { return };
    let name = step.title.as_str();
    let planned = clock.allotted.map_or_else(String::new, |allotted| {
        let whole = frame.lang.allotted(allotted);
        // The name of what runs is worth more than a range's least.
        let room = usize::from(row.width).saturating_sub(NAME + 8 + 3);
        let fits = usize::from(text::width(&whole)) <= room;
        format!(" / {}", if fits { whole } else { frame.lang.allotted_short(allotted) })
    });
    let elapsed = Counting { span: clock.elapsed, runs: frame.clocks.running || step.kind.is_day_end() };
    counting(frame, row, (name, style), elapsed, &planned, buffer);
    let Some(range) = clock.allotted.map(|allotted| allotted.now().range()) else { return };
    let Some(row) = rows.next() else { return };
    let width = row.width.saturating_sub(STATE + 1);
    bar(frame, Rect { width, ..row }, clock.elapsed, range, buffer);
    text::put(buffer, row.x + width + 1, row.y, STATE, &standing.words, style);
}

/// As [`figures`], with a clock that shows seconds.
fn counting(
    frame: &Frame<'_>,
    row: Rect,
    (name, style): (&str, Style),
    clock: Counting,
    of: &str,
    buffer: &mut Buffer,
) {
    let shown = frame.lang.clock(clock.span);
    let x = row.right().saturating_sub(text::width(of) + text::width(&shown));
    figures(frame, row, name, style, &shown, of, buffer);
    if x >= row.x {
        frame.dial(x, row.y, clock, buffer);
    }
}

/// A name at the left; at the right a clock and what it is measured against.
fn figures(
    frame: &Frame<'_>,
    row: Rect,
    name: &str,
    style: Style,
    clock: &str,
    of: &str,
    buffer: &mut Buffer,
) {
    let x = text::put_right(buffer, row.right(), row.y, row.width, of, frame.style(Meaning::TextMuted));
    let x = text::put_right(buffer, x, row.y, row.width, clock, frame.style(Meaning::Clock));
    text::put(buffer, row.x, row.y, x.saturating_sub(row.x + 1), name, style);
}

/// A bar as long as the most that holds now: filled up to now, amber from the least on, red once it is too late. It
/// moves every minute, and in the first one every second.
pub fn bar(frame: &Frame<'_>, area: Rect, elapsed: Span, planned: Range<Span>, buffer: &mut Buffer) {
    let late = elapsed > planned.max;
    let elapsed = match elapsed.num_minutes() {
        0 => elapsed,
        minutes => Span::minutes(minutes),
    };
    let share = |span: Span| {
        let whole = planned.max.as_seconds_f64().max(0.001);
        (span.as_seconds_f64() / whole * f64::from(area.width)).max(0.0)
    };
    let (full, least) = (share(elapsed), share(planned.min));
    for column in 0..area.width {
        let left = full - f64::from(column);
        let due = f64::from(column) + 0.5 >= least && planned.min < planned.max;
        let filled = if late {
            Meaning::BarLate
        } else if due {
            Meaning::BarDue
        } else {
            Meaning::BarCalm
        };
        let (symbol, meaning) = match left {
            _ if late => ("▓", filled),
            left if left >= 1.0 => (SOLID, filled),
            left if left >= 0.125 => (eighths(left), filled),
            _ => ("░", Meaning::BarEmpty),
        };
        buffer[(area.x + column, area.y)].set_symbol(symbol).set_style(frame.style(meaning));
    }
}

/// The incident as a whole, and its end.
fn whole(frame: &Frame<'_>, rows: &mut Rows, buffer: &mut Buffer) {
    let Some(row) = rows.next() else { return };
    let (name, separator) =
        if row.width < 34 { ("region-clock-incident-short", "/") } else { ("region-clock-incident", " / ") };
    let name = frame.say(name);
    let planned = frame.clocks.planned;
    let in_full = format!("{separator}{}", frame.lang.span_range(planned));
    let room = usize::from(row.width).saturating_sub(text::width(&name).into()).saturating_sub(8 + 1);
    let planned = if row.width >= 34 && usize::from(text::width(&in_full)) <= room {
        in_full
    } else {
        format!("{separator}{}", frame.lang.span_range_short(planned))
    };
    let active = Counting { span: frame.clocks.active, runs: frame.clocks.running };
    counting(frame, row, (&name, frame.style(Meaning::Text)), active, &planned, buffer);
}

/// The audiences, the most urgent first.
fn dues<'a>(frame: &Frame<'a>) -> Vec<(&'a Audience, Due)> {
    let incident = frame.incident;
    let due = |audience: &'a Arc<Audience>| {
        Some((audience.as_ref(), incident.next_update(audience, frame.scene.view.now)?))
    };
    let mut dues: Vec<_> = incident.audiences.iter().filter_map(due).collect();
    dues.sort_by_key(|(_, due)| due.at);
    dues
}

/// How many of them come before the next rest: all that are urgent, and always one.
fn first_dues(frame: &Frame<'_>, dues: &[(&Audience, Due)], rows: usize) -> usize {
    let urgent = dues.iter().filter(|(_, due)| due.state != DueState::Calm).count();
    let rest = frame.incident.steps.iter().any(|step| step.is_waiting() && !step.kind.is_phase());
    urgent.max(1).min(rows.saturating_sub(usize::from(rest)).max(1)).min(dues.len())
}

/// When updates are due; only what is soon shows seconds.
fn updates(frame: &Frame<'_>, dues: &[(&Audience, Due)], rows: &mut Rows, buffer: &mut Buffer) {
    let now = frame.scene.view.now.max(frame.incident.at);
    for (audience, due) in dues {
        let Some(row) = rows.next() else { return };
        let style = frame.style(due_meaning(due.state));
        let key = match row.width {
            0..34 => "region-clock-update-shortest",
            34..46 => "region-clock-update-short",
            _ => "region-clock-update",
        };
        let name = frame.say_with(key, &[("audience", audience.name.as_str().into())]);
        let x = if due.state == DueState::Soon {
            let clock = frame.lang.clock(due.left);
            let x = text::put_right(buffer, row.right(), row.y, row.width, &clock, style);
            if x > row.x {
                frame.countdown(x, row.y, due.left, buffer);
            }
            let before = frame.say("region-clock-update-soon");
            text::put_right(buffer, x.saturating_sub(1), row.y, row.width, &before, style)
        } else {
            let words = due_in(frame.incident, due, now, frame.lang);
            text::put_right(buffer, row.right(), row.y, row.width, &words, style)
        };
        let name_style = if due.state == DueState::Calm { frame.style(Meaning::Text) } else { style };
        text::put(buffer, row.x, row.y, x.saturating_sub(row.x + 1), &name, name_style);
        frame.scene.hit(row, Hit::Action(Action::Update));
    }
}

/// The next break or end of day.
fn rest(frame: &Frame<'_>, rows: &mut Rows, buffer: &mut Buffer) {
    let next = frame.incident.steps.iter().find(|step| step.is_waiting() && !step.kind.is_phase());
    let Some(forecast) = next.and_then(|step| frame.forecast_of(step)) else { return };
    let Some(step) = next else { return };
    let Some(row) = rows.next() else { return };
    let meaning = if matches!(step.kind, StepKind::Break { .. }) { Meaning::Break } else { Meaning::Night };
    let at = frame.when(forecast.start.min);
    let until = (forecast.start.min - frame.now).max(Span::zero());
    let until = frame.say_with("region-in", &[("span", frame.lang.duration(until).into())]);
    figures(frame, row, step.title.as_str(), frame.style(meaning), &at, &format!("  {until}"), buffer);
}

/// The services that are down, the one nearest to missing its objective first.
fn services(frame: &Frame<'_>, rows: &mut Rows, buffer: &mut Buffer) {
    let mut down: Vec<&Service> = frame
        .incident
        .services
        .iter()
        .map(AsRef::as_ref)
        .filter(|service| service.health == Health::Down)
        .collect();
    down.sort_by_key(|service| (service.rto_left(frame.now).unwrap_or(Span::MAX), service.priority));
    let room = usize::from(rows.area.bottom().saturating_sub(rows.y));
    for (place, service) in down.iter().enumerate() {
        let Some(row) = rows.next() else { return };
        if place + 1 == room && down.len() > room {
            let words = frame.say_with("region-more-below", &[("count", (down.len() - place).into())]);
            text::put(buffer, row.x, row.y, row.width, &words, frame.style(Meaning::More));
            return;
        }
        let length = |span| {
            if row.width < ROOMY { frame.lang.duration_short(span) } else { frame.lang.duration(span) }
        };
        let lateness = lateness(frame, service);
        let style = frame.style(clock_meaning(lateness));
        let down = length(service.downtime(frame.now));
        let of = service.rto.map_or_else(String::new, |rto| {
            let sign = if lateness == Lateness::Late { " ▲" } else { "" };
            format!(" / RTO {}{sign}", length(Span::seconds(rto.into())))
        });
        let name = format!("▼ {}", service.name);
        figures(frame, row, &name, style, &down, &of, buffer);
    }
}

/// The lateness of a service against its recovery time objective.
pub fn lateness(frame: &Frame<'_>, service: &Service) -> Lateness {
    let Some(rto) = service.rto else { return Lateness::Due };
    let left = service.rto_left(frame.now).unwrap_or_default();
    let rto = Span::seconds(rto.into());
    if left < Span::zero() {
        Lateness::Late
    } else if left < rto / 4 {
        Lateness::Due
    } else {
        Lateness::Calm
    }
}

pub const fn clock_meaning(lateness: Lateness) -> Meaning {
    match lateness {
        Lateness::Calm => Meaning::ClockCalm,
        Lateness::Due => Meaning::ClockDue,
        Lateness::Late => Meaning::ClockLate,
    }
}
