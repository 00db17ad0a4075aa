//! What is visible: the start screen with its lists, or a room.

use crate::incident::{IncidentId, Kind, Moment, Plan, Severity};

use super::replay::Playback;
use super::view::{Elsewhere, Overdue, View};

#[derive(Clone, Copy)]
pub enum World<'a> {
    Start(&'a Start),
    Room(&'a View<'a>),
}

impl<'a> World<'a> {
    pub const fn playback(self) -> Option<&'a Playback<'a>> {
        match self {
            Self::Start(_) => None,
            Self::Room(view) => view.playback,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Start {
    pub incidents: Vec<Listed>,
    pub plans: Vec<ListedPlan>,
    /// Whether the person may open an incident.
    pub may_open: bool,
    /// Calls for help that the person may answer.
    pub elsewhere: Vec<Elsewhere>,
    /// What is late in rooms that the person is responsible for.
    pub overdue: Vec<Overdue>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub id: IncidentId,
    pub title: String,
    pub severity: Severity,
    pub kind: Kind,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
    pub zone: chrono_tz::Tz,
    /// The follow-up actions of its review: open, and late ones.
    pub follow_ups: (usize, usize),
    pub damaged: Option<u64>,
    /// Whether it is the log of another machine, read-only here.
    pub is_copy: bool,
}

/// A plan that an incident can be started from.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedPlan {
    /// Its name on the command line.
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
