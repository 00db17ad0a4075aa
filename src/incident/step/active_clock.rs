//! The clock that stops while an incident is held, in a night, or closed.

use serde::Serialize;

use crate::incident::base::millis::span_as_millis;
use crate::incident::{Moment, Span};

/// Time that passed while the incident was neither held, nor in a night, nor closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(in crate::incident) struct ActiveClock {
    #[serde(serialize_with = "span_as_millis")]
    before: Span,
    /// Since when it runs; `None` while it is stopped.
    running_since: Option<Moment>,
}

impl ActiveClock {
    pub(in crate::incident) const fn started(at: Moment) -> Self {
        Self { before: Span::zero(), running_since: Some(at) }
    }

    pub(in crate::incident) fn at(&self, now: Moment) -> Span {
        self.before + self.running_since.map_or(Span::zero(), |since| (now - since).max(Span::zero()))
    }

    pub(in crate::incident) const fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Stops or starts it; a second stop changes nothing.
    pub(in crate::incident) fn run(&mut self, at: Moment, running: bool) {
        self.before = self.at(at);
        self.running_since = running.then_some(at);
    }
}
