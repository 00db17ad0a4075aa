//! The plan: the steps, tasks and roles that a crisis of this kind is expected to take.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::incident::{Audience, Line, Planned, Prose, RoleId, ServiceId, StepId, TaskId};

/// A plan as an incident takes it over at its opening; the first event holds it whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub title: Line,
    /// `fr` or `en`: the language of its texts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    pub roles: Vec<Role>,
    pub steps: Vec<PlannedStep>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<PlannedService>,
    /// Who is notified.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Audience>,
    /// How to go back when the recovery itself fails.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub backout: Prose,
}

/// Who has tasks: `client`, `dsi`, `direction`, `sysadmin`, `dev`, or what a plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub id: RoleId,
    pub name: Line,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedStep {
    pub id: StepId,
    pub title: Line,
    #[serde(flatten)]
    pub kind: StepKind,
    /// What is reached once this phase is finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Milestone>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<PlannedTask>,
}

/// A point of the recovery that its figures are counted to; one phase of a plan at most reaches each.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Milestone {
    /// The team is together and knows what it is about.
    Engaged,
    /// People work again, with less than usual.
    Degraded,
    /// The services are back, and they were tested.
    Restored,
}

impl Milestone {
    pub const ALL: [Self; 3] = [Self::Engaged, Self::Degraded, Self::Restored];

    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What a step is, and what time it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StepKind {
    /// Work.
    Phase { planned: Planned },
    /// A planned rest.
    Break { planned: Planned },
    /// The night: planned at a time of day, work resumes at another. Both are local times of the incident's zone.
    DayEnd { at: NaiveTime, resume: NaiveTime },
}

impl StepKind {
    /// The planned range of a phase or break; a day end has none.
    pub const fn planned(self) -> Option<Planned> {
        match self {
            Self::Phase { planned } | Self::Break { planned } => Some(planned),
            Self::DayEnd { .. } => None,
        }
    }

    pub const fn is_phase(self) -> bool {
        matches!(self, Self::Phase { .. })
    }

    pub const fn is_day_end(self) -> bool {
        matches!(self, Self::DayEnd { .. })
    }
}

/// One thing that one role has to do in a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedTask {
    pub id: TaskId,
    pub role: RoleId,
    pub title: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Planned>,
}

/// A service that the crisis may take down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedService {
    pub id: ServiceId,
    pub name: Line,
    /// 1 is restored first.
    pub priority: u8,
    /// Recovery time objective, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rto: Option<u32>,
    /// Recovery point objective, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpo: Option<u32>,
    /// Its state when the incident opens.
    #[serde(default)]
    pub health: Health,
}

/// How a service is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Health {
    #[default]
    Up,
    Degraded,
    Down,
}

impl Health {
    pub const ALL: [Self; 3] = [Self::Up, Self::Degraded, Self::Down];

    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Plan {
    /// What the steps sum up to: the phases, and the breaks.
    pub fn planned(&self) -> (Planned, Planned) {
        let sum = |wanted: fn(&StepKind) -> bool| {
            self.steps
                .iter()
                .filter(|step| wanted(&step.kind))
                .filter_map(|step| step.kind.planned())
                .fold(Planned::exactly(0), Planned::plus)
        };
        (sum(|kind| kind.is_phase()), sum(|kind| matches!(kind, StepKind::Break { .. })))
    }
}
