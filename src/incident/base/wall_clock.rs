//! The clocks of an incident: the machine's readings, and the active time.

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use crate::incident::base::time::span_as_millis;
use crate::incident::{Moment, Span};

/// The readings of the machine's clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WallClock {
    /// The difference to the incident's time, from the opening and from each change on.
    offsets: Vec<(Moment, Span)>,
}

/// An interval without a change of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SteadyInterval {
    pub from: Moment,
    /// The first moment after it.
    pub until: Moment,
    pub offset: Span,
}

impl WallClock {
    pub fn begin(opened_at: Moment, offset: Span) -> Self {
        Self { offsets: vec![(opened_at, offset)] }
    }

    pub fn set(&mut self, at: Moment, offset: Span) {
        self.offsets.push((at, offset));
    }

    pub fn wall(&self, at: Moment) -> Moment {
        let place = self.offsets.partition_point(|(from, _)| *from <= at).saturating_sub(1);
        at + self.offsets.get(place).map_or(Span::zero(), |(_, offset)| *offset)
    }

    /// The intervals between changes of the clock; they cover every moment.
    pub fn steady_intervals(&self) -> impl Iterator<Item = SteadyInterval> {
        let ends = self.offsets.iter().skip(1).map(|(from, _)| *from).chain([Moment::MAX_UTC]);
        let all = self.offsets.iter().zip(ends);
        all.enumerate().map(|(place, (&(from, offset), until))| {
            let from = if place == 0 { Moment::MIN_UTC } else { from };
            SteadyInterval { from, until, offset }
        })
    }
}

/// Returns the day since the opening, from 1, by the local calendar at a clock's offset.
pub fn day(opened_at: Moment, at: Moment, offset: Span, zone: Tz) -> i64 {
    (date(at, offset, zone) - date(opened_at, offset, zone)).num_days() + 1
}

/// The date on a clock with this offset.
pub fn date(at: Moment, offset: Span, zone: Tz) -> NaiveDate {
    (at + offset).with_timezone(&zone).date_naive()
}

/// The time during which the incident was neither on hold, nor in a night, nor closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ActiveClock {
    #[serde(serialize_with = "span_as_millis")]
    before: Span,
    /// `None` while it is stopped.
    running_since: Option<Moment>,
}

impl ActiveClock {
    pub const fn started(at: Moment) -> Self {
        Self { before: Span::zero(), running_since: Some(at) }
    }

    pub fn at(&self, now: Moment) -> Span {
        self.before + self.running_since.map_or(Span::zero(), |since| (now - since).max(Span::zero()))
    }

    pub const fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Stops or starts it; a second stop changes nothing.
    pub fn run(&mut self, at: Moment, running: bool) {
        self.before = self.at(at);
        self.running_since = running.then_some(at);
    }
}

#[cfg(test)]
mod tests;
