//! The clocks pane: what runs, the whole, the next updates, the end of the day, and the worst service.

use std::sync::Arc;

use ratatui::layout::{Rect, Rows};

use super::axis::{SOLID, eighths};
use super::frame::{Counting, Frame, waiting};
use crate::incident::{Audience, Due, DueState, Health, Lateness, Range, Service, Span, Step};
use crate::lang::vars;
use crate::theme::Meaning;
use crate::ui::action::Action;
use crate::ui::layout;
use crate::ui::page::updates::rows::{due_in, due_meaning};
use crate::ui::scene::{Counts, Hit};
use crate::ui::text;

const STATE: u16 = 16;
/// From this width on durations are written in full.
const ROOMY: u16 = 44;
/// A phase's name has priority over the full ranges up to this width.
const NAME: usize = 14;

pub fn render(frame: &Frame<'_>, pane: Rect) {
    let inner = layout::inside(pane);
    frame.title(pane, &frame.say("region-clocks"), Meaning::Title);
    let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    if area.is_empty() {
        return;
    }
    let mut rows = area.rows();
    let mut running: Vec<&Step> = frame.incident.active_steps().collect();
    // The latest comes first.
    running.sort_by_key(|step| std::cmp::Reverse(frame.clock_of(step).over()));
    // The whole and what comes next keep their rows.
    let for_running = usize::from(area.height.saturating_sub(3).max(2) / 2);
    for step in running.iter().take(for_running) {
        phase(frame, step, &mut rows);
    }
    let about_running = match running.len() {
        0 => Some((frame.say("region-nothing-runs"), Meaning::TextMuted)),
        all if all > for_running => {
            let count = (all - for_running).into();
            Some((frame.say_with("region-more-running", &[("count", count)]), Meaning::More))
        }
        _ => None,
    };
    if let Some((words, meaning)) = about_running
        && let Some(row) = rows.next()
    {
        frame.line(row, &words, meaning);
    }
    whole(frame, &mut rows);
    let mut dues = dues(frame);
    let later = dues.split_off(first_dues(frame, &dues, left(&rows)));
    updates(frame, &dues, &mut rows);
    rest(frame, &mut rows);
    let down = frame.incident.services.iter().filter(|service| service.health == Health::Down).count();
    let spare = left(&rows).saturating_sub(down.max(usize::from(down > 0)));
    updates(frame, &later[..later.len().min(spare)], &mut rows);
    services(frame, &mut rows);
}

fn left(rows: &Rows) -> usize {
    rows.size_hint().0
}

fn phase(frame: &Frame<'_>, step: &Step, rows: &mut Rows) {
    let clock = frame.clock_of(step);
    let standing = frame.standing(step, &clock);
    let Some(row) = rows.next() else { return };
    let name = (step.title.as_str(), standing.meaning);
    let planned = clock.allotted.map_or_else(String::new, |allotted| {
        let whole = frame.lang.allotted(allotted);
        // The name has priority over a range's minimum.
        let room = usize::from(row.width).saturating_sub(NAME + 8 + 3);
        let fits = usize::from(text::width(&whole)) <= room;
        format!(" / {}", if fits { whole } else { frame.lang.allotted_short(allotted) })
    });
    let elapsed = Counting { span: clock.elapsed, runs: frame.clocks.running || step.kind.is_day_end() };
    counting(frame, row, name, elapsed, &planned);
    let Some(range) = clock.allotted.map(|allotted| allotted.now().range()) else { return };
    let Some(row) = rows.next() else { return };
    let width = row.width.saturating_sub(STATE + 1);
    bar(frame, Rect { width, ..row }, clock.elapsed, range);
    frame.put(row.x + width + 1, row.y, STATE, &standing.words, standing.meaning);
}

/// As [`figures`], with a clock that shows seconds.
fn counting(frame: &Frame<'_>, row: Rect, name: (&str, Meaning), clock: Counting, of: &str) {
    let shown = frame.lang.clock(clock.span);
    let x = row.right().saturating_sub(text::width(of) + text::width(&shown));
    figures(frame, row, name, &shown, of);
    if x >= row.x {
        frame.dial(x, row.y, clock);
    }
}

/// A name at the left; at the right a clock and what it is measured against.
fn figures(frame: &Frame<'_>, row: Rect, (name, meaning): (&str, Meaning), clock: &str, of: &str) {
    let x = frame.put_right(row.right(), row.y, row.width, of, Meaning::TextMuted);
    let x = frame.put_right(x, row.y, row.width, clock, Meaning::Clock);
    frame.put(row.x, row.y, x.saturating_sub(row.x + 1), name, meaning);
}

/// A bar to the maximum in force: filled up to now, amber from the minimum on, red once late. It moves every minute,
/// and in the first one every second.
pub fn bar(frame: &Frame<'_>, area: Rect, elapsed: Span, planned: Range<Span>) {
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
        let filled = if due { Meaning::BarDue } else { Meaning::BarCalm };
        let (symbol, meaning) = match left {
            _ if late => ("▓", Meaning::BarLate),
            left if left >= 1.0 => (SOLID, filled),
            left if left >= 0.125 => (eighths(left), filled),
            _ => ("░", Meaning::BarEmpty),
        };
        frame.cell(area.x + column, area.y, symbol, meaning);
    }
}

/// The incident as a whole, and its end.
fn whole(frame: &Frame<'_>, rows: &mut Rows) {
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
    counting(frame, row, (&name, Meaning::Text), active, &planned);
}

/// The audiences, the most urgent first.
fn dues<'a>(frame: &Frame<'a>) -> Vec<(&'a Audience, Due)> {
    let incident = frame.incident;
    let due =
        |audience: &'a Arc<Audience>| Some((audience.as_ref(), incident.next_update(audience, frame.scene.view.now)?));
    let mut dues: Vec<_> = incident.audiences.iter().filter_map(due).collect();
    dues.sort_by_key(|(_, due)| due.at);
    dues
}

/// How many of them precede the next rest: all urgent ones, and at least one.
fn first_dues(frame: &Frame<'_>, dues: &[(&Audience, Due)], rows: usize) -> usize {
    let urgent = dues.iter().filter(|(_, due)| due.state != DueState::Calm).count();
    let rest = frame.incident.steps.iter().any(|step| step.is_waiting() && !step.kind.is_phase());
    urgent.max(1).min(rows.saturating_sub(usize::from(rest)).max(1)).min(dues.len())
}

/// The updates due; only urgent ones show seconds.
fn updates(frame: &Frame<'_>, dues: &[(&Audience, Due)], rows: &mut Rows) {
    let now = frame.scene.view.now.max(frame.incident.at);
    for ((audience, due), row) in dues.iter().zip(rows) {
        let meaning = due_meaning(due.state);
        let key = match row.width {
            0..34 => "region-clock-update-shortest",
            34..46 => "region-clock-update-short",
            _ => "region-clock-update",
        };
        let name = frame.say_with(key, &vars![audience = audience.name.as_str()]);
        let mut right = row.right();
        let words = if due.state == DueState::Soon {
            let x = frame.put_right(right, row.y, row.width, &frame.lang.clock(due.left), meaning);
            if x > row.x {
                frame.clock((x, row.y), due.left, Some(frame.now), Counts::Down);
            }
            right = x.saturating_sub(1);
            frame.say("region-clock-update-soon")
        } else {
            due_in(frame.incident, due, now, frame.lang)
        };
        let x = frame.put_right(right, row.y, row.width, &words, meaning);
        let of_name = if due.state == DueState::Calm { Meaning::Text } else { meaning };
        frame.put(row.x, row.y, x.saturating_sub(row.x + 1), &name, of_name);
        frame.hit(row, Hit::Action(Action::Update));
    }
}

/// The next break or end of day.
fn rest(frame: &Frame<'_>, rows: &mut Rows) {
    let next = frame.incident.steps.iter().find(|step| step.is_waiting() && !step.kind.is_phase());
    let Some((step, forecast)) = next.and_then(|step| Some((step, frame.forecast_of(step)?))) else { return };
    let Some(row) = rows.next() else { return };
    let at = frame.when(forecast.start.min);
    let until = (forecast.start.min - frame.now).max(Span::zero());
    let until = frame.say_with("region-in", &vars![span = frame.lang.duration(until)]);
    figures(frame, row, (step.title.as_str(), waiting(step.kind)), &at, &format!("  {until}"));
}

/// The services that are down, the one nearest to missing its objective first.
fn services(frame: &Frame<'_>, rows: &mut Rows) {
    let services = frame.incident.services.iter().map(AsRef::as_ref);
    let mut down: Vec<&Service> = services.filter(|service: &&Service| service.health == Health::Down).collect();
    down.sort_by_key(|service| (service.rto_left(frame.now).unwrap_or(Span::MAX), service.priority));
    let room = left(rows);
    for ((place, service), row) in down.iter().enumerate().zip(rows) {
        if place + 1 == room && down.len() > room {
            let words = frame.say_with("region-more-below", &vars![count = down.len() - place]);
            frame.line(row, &words, Meaning::More);
            return;
        }
        let length = |span| {
            if row.width < ROOMY { frame.lang.duration_short(span) } else { frame.lang.duration(span) }
        };
        let lateness = lateness(frame, service);
        let down = length(service.downtime(frame.now));
        let of = service.rto.map_or_else(String::new, |rto| {
            let sign = if lateness == Lateness::Late { " ▲" } else { "" };
            format!(" / RTO {}{sign}", length(Span::seconds(rto.into())))
        });
        figures(frame, row, (&format!("▼ {}", service.name), clock_meaning(lateness)), &down, &of);
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
