//! When things happened, for reports and replays.

pub mod fold;

use std::collections::BTreeSet;

use crate::incident::{
    AudienceId, Health, Line, Moment, PersonName, Recorded, RoleId, Seq, ServiceId, Severity, Span, StepId, TaskId,
    WallClock,
};
use strum::VariantArray as _;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// In the order of time.
    pub marks: Vec<Mark>,
    pub blockers: Vec<Interval<Blocker>>,
    pub holds: Vec<Interval<Line>>,
    /// Day ends, with the step that each is.
    pub nights: Vec<Interval<StepId>>,
    /// From each closing to the reopening that followed, with the reason for closing.
    pub closings: Vec<Interval<Line>>,
    pub outages: Vec<Interval<Outage>>,
    /// The commanders and when each began; the first is who opened.
    pub commands: Vec<InCommand>,
    pub severities: Vec<(Seq, Moment, Severity)>,
    pub sent: Vec<SentUpdate>,
    pub added: Vec<Interval<Deviation>>,
    pub skipped: Vec<Interval<Deviation>>,
    /// Starts and ends of steps and tasks, with their records.
    work: Vec<(Seq, Moment)>,
    /// Extensions of steps, with their records.
    extended: Vec<(Seq, StepId)>,
    /// Steps marked as past their current planned time.
    overrun: BTreeSet<StepId>,
    pub wall_clock: WallClock,
}

/// An instant that a viewer may want to jump to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: Moment,
    /// The last record at that instant or before.
    pub seq: Seq,
    pub kind: MarkKind,
    pub step: Option<StepId>,
    pub task: Option<TaskId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum MarkKind {
    /// A step starts.
    Phase,
    Decision,
    Blocker,
    /// A running step passes its planned maximum, perhaps between two records.
    Overrun,
    Update,
    Command,
    Hold,
    Night,
    Severity,
    Service,
    Reopened,
    Closed,
}

/// Something that lasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval<T> {
    pub what: T,
    pub from: Moment,
    pub by: PersonName,
    pub began: Seq,
    /// `None` while it lasts.
    pub ended: Option<Ended>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    pub at: Moment,
    pub by: PersonName,
    pub seq: Seq,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocker {
    pub task: TaskId,
    pub role: RoleId,
    pub reason: Line,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    pub service: ServiceId,
    pub health: Health,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCommand {
    pub at: Moment,
    pub seq: Seq,
    pub person: PersonName,
    /// Why they took command; `None` if it was handed over, or theirs from the opening.
    pub taken: Option<Line>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentUpdate {
    pub update: Seq,
    pub audience: AudienceId,
    pub at: Moment,
    /// `None` if nothing was due.
    pub due: Option<Moment>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub step: StepId,
    /// `None` if it is the step itself.
    pub task: Option<TaskId>,
    pub reason: Line,
}

impl MarkKind {
    pub const ALL: [Self; 12] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl<T> Interval<T> {
    fn begun(what: T, recorded: &Recorded) -> Self {
        let Recorded { at, by, seq, .. } = recorded;
        Self { what, from: *at, by: by.person.clone(), began: *seq, ended: None }
    }

    /// How long it lasted, until `now` if it still does.
    pub fn length(&self, now: Moment) -> Span {
        (self.to().unwrap_or(now) - self.from).max(Span::zero())
    }

    /// How much of it lies between two moments.
    pub fn within(&self, from: Moment, to: Moment) -> Span {
        (self.to().unwrap_or(to).min(to) - self.from.max(from)).max(Span::zero())
    }

    pub const fn lasts(&self) -> bool {
        self.ended.is_none()
    }

    pub fn to(&self) -> Option<Moment> {
        self.ended.as_ref().map(|ended| ended.at)
    }
}

impl SentUpdate {
    /// Returns how late it was; `None` if it was in time, or nothing was due.
    pub fn late(&self) -> Option<Span> {
        self.due.map(|due| self.at - due).filter(|late| *late > Span::zero())
    }
}

#[cfg(test)]
mod tests;
