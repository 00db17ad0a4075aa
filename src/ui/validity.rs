//! How long a frame stays valid except for its clocks: a second then costs only those cells.

use std::cell::OnceCell;

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::alarm;
use super::scene::ClockCell;
use super::text;
use super::view::{View, to_the_minute};
use crate::incident::{self, Moment, Seq, Span};
use crate::lang::Lang;

#[derive(Debug)]
pub struct FrameValidity {
    seq: Seq,
    commander_gone: bool,
    drawn_at: Moment,
    /// Computed when the first second passes: most frames are followed by a key.
    until: OnceCell<Moment>,
}

/// The horizon in seconds.
const FAR: i64 = 60;

impl FrameValidity {
    /// A frame that is drawn now.
    pub fn new(view: &View<'_>) -> Self {
        Self { seq: view.incident.seq, commander_gone: view.commander_gone, drawn_at: view.now, until: OnceCell::new() }
    }

    /// Whether only clocks have changed since the frame was drawn.
    pub fn holds(&self, view: &View<'_>) -> bool {
        view.incident.seq == self.seq
            && view.commander_gone == self.commander_gone
            && view.now >= self.drawn_at
            && view.now < *self.until.get_or_init(|| self.until(view))
    }

    fn until(&self, view: &View<'_>) -> Moment {
        let drawn = ToTheMinute::of(view, self.drawn_at);
        let differs = |second: &i64| ToTheMinute::of(view, self.drawn_at + Span::seconds(*second)) != drawn;
        // What is shown changes one way: what has changed once has not changed back.
        let (mut same, mut other) = (0, FAR);
        while other - same > 1 {
            let middle = i64::midpoint(same, other);
            if differs(&middle) { other = middle } else { same = middle }
        }
        // The first moment that may differ lies within that second.
        self.drawn_at + Span::seconds(same)
    }
}

/// What a page shows of time besides its clocks; durations have seconds only below a minute.
#[derive(Debug, PartialEq, Eq)]
struct ToTheMinute(Vec<i64>);

impl ToTheMinute {
    fn of(view: &View<'_>, now: Moment) -> Self {
        let incident = view.incident;
        let now = now.max(incident.at);
        let length = |span: Span| match span.num_minutes() {
            0 => span.num_seconds(),
            minutes => minutes * 60,
        };
        let minute = |at: Moment| at.timestamp().div_euclid(60);
        let mut shown = vec![minute(now)];
        for step in incident.active_steps() {
            let clock = incident.step_clock(step, now);
            shown.push(length(clock.elapsed));
            shown.extend(clock.left.into_iter().flat_map(|left| [length(left.min), length(left.max)]));
        }
        for service in &incident.services {
            shown.push(length(service.downtime(now)));
            if let (Some(left), Some(rto)) = (service.rto_left(now), service.rto) {
                shown.extend([length(left), i64::from(left < Span::seconds(rto.into()) / 4)]);
            }
        }
        // The forecast moves with the minute; the time to the next rest does not.
        let rest = incident.steps.iter().find(|step| step.is_waiting() && !step.kind.is_phase());
        let forecast = incident::forecast(incident, to_the_minute(incident, now));
        let rest = rest.and_then(|step| forecast.step(&step.id));
        shown.extend(rest.map(|rest| length((rest.start.min - now).max(Span::zero()))));
        // Due times go by the minute; their urgency does not.
        let dues = incident.audiences.iter().filter_map(|audience| incident.next_update(audience, now));
        shown.extend(dues.map(|due| due.state as i64));
        // A new day makes follow-up actions late.
        let today = incident.today(now);
        shown.push(if incident.actions.is_empty() { 0 } else { today.num_days_from_ce().into() });
        shown.push(i64::try_from(alarm::late(incident, now).len()).unwrap_or(i64::MAX));
        Self(shown)
    }
}

/// Draws the clocks as of now, and returns their areas; the rest of `buffer` is undefined.
pub fn render(clocks: &[ClockCell], view: &View<'_>, lang: Lang, buffer: &mut Buffer) -> Vec<Rect> {
    let now = view.now.max(view.incident.at);
    let running = clocks.iter().filter_map(|cell| Some((cell, cell.runs_from?)));
    running
        .map(|(cell, from)| {
            let clock = lang.clock(cell.after(now - from));
            let area = Rect { x: cell.x, y: cell.y, width: text::width(&clock), height: 1 };
            let area = area.intersection(buffer.area);
            for position in area.positions() {
                buffer[position].reset();
            }
            text::put(buffer, area.x, area.y, area.width, &clock, cell.style);
            area
        })
        .collect()
}
