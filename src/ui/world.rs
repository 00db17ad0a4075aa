//! What there is to see: the start screen with its lists, or a room.

use crate::incident::{IncidentId, Kind, Moment, Plan, Severity};

use super::replay::Playback;
use super::view::{Elsewhere, Overdue, View};

/// What there is to see: the start screen, or a room.
#[derive(Clone, Copy)]
pub enum World<'a> {
    Start(&'a Start),
    Room(&'a View<'a>),
}

impl<'a> World<'a> {
    /// The replay, if this is no live room.
    pub const fn playback(self) -> Option<&'a Playback<'a>> {
        match self {
            Self::Start(_) => None,
            Self::Room(view) => view.playback,
        }
    }
}

/// What the start screen lists.
#[derive(Clone, Debug, Default)]
pub struct Start {
    pub incidents: Vec<Listed>,
    pub plans: Vec<ListedPlan>,
    /// Whether the person may open an incident.
    pub may_open: bool,
    /// Calls for help that the person may answer.
    pub elsewhere: Vec<Elsewhere>,
    /// What is late in the rooms where the person is responsible.
    pub overdue: Vec<Overdue>,
}

/// An incident in a list, open ones first, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub id: IncidentId,
    pub title: String,
    pub severity: Severity,
    pub kind: Kind,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
    pub zone: chrono_tz::Tz,
    /// How many follow-up actions of its review are open, and how many of those are late.
    pub follow_ups: (usize, usize),
    /// The first bad record of its journal.
    pub damaged: Option<u64>,
    /// Whether it is the log of another machine, which is only read here.
    pub is_copy: bool,
}

/// A plan that an incident can be started from.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedPlan {
    /// What the command line calls it.
    pub name: String,
    pub plan: Plan,
}

/// An incident to open, from the form of the start screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    pub title: String,
    pub severity: Severity,
    pub kind: Kind,
    pub speed: u32,
    pub plan: Plan,
}
