//! The plan: the steps, tasks and roles that such a crisis is expected to take.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::incident::{Audience, Line, Planned, Prose, RoleId, ServiceId, StepId, TaskId};

/// A plan as an incident copies it at its opening.
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Audience>,
    /// How to go back if the recovery itself fails.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub backout: Prose,
}

/// A group with tasks: `client`, `dsi`, `direction`, `sysadmin`, `dev`, or another that a plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub id: RoleId,
    pub name: Line,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedStep {
    pub id: StepId,
    pub title: Line,
    #[serde(flatten)]
    pub kind: StepKind,
    /// Reached when this phase is finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<Milestone>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<PlannedTask>,
}

/// A point of the recovery for key figures; at most one phase of a plan reaches each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Milestone {
    /// The team is together and informed.
    Engaged,
    /// People work again, with less than usual.
    Degraded,
    /// The services are back and tested.
    Restored,
}

impl Milestone {
    pub const ALL: [Self; 3] = [Self::Engaged, Self::Degraded, Self::Restored];

    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The kind of a step, with its time. A day end is a night: work ends at one time of day and resumes at another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StepKind {
    Phase { planned: Planned },
    Break { planned: Planned },
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

/// A task of one role in a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedTask {
    pub id: TaskId,
    pub role: RoleId,
    pub title: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Planned>,
}

/// A service that the crisis may affect.
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
    /// The step whose end restores it, if the plan says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored_by: Option<StepId>,
    /// Its state when the incident opens.
    #[serde(default)]
    pub health: Health,
}

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
    /// The total planned time of the phases, and of the breaks.
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
