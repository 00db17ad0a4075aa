//! Requests to an incident.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::incident::{
    DutyCommand, HeaderCommand, HelpCommand, IncidentId, Kind, Line, LogCommand, Pace, Plan, ReviewCommand,
    ServiceCommand, Severity, Situation, StepCommand, SystemCommand, TaskCommand, UpdateCommand,
};

/// Opens an incident; everything after it is a [`Command`].
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    pub incident: IncidentId,
    pub title: Line,
    pub severity: Severity,
    pub kind: Kind,
    pub pace: Pace,
    pub situation: Situation,
    pub zone: Tz,
    pub plan: Plan,
}

/// A request to an open incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    #[serde(rename = "house")]
    System(SystemCommand),
    /// Undoes the asker's own last act.
    Undo,
    #[serde(untagged)]
    Header(HeaderCommand),
    #[serde(untagged)]
    Step(StepCommand),
    #[serde(untagged)]
    Task(TaskCommand),
    #[serde(untagged)]
    Log(LogCommand),
    #[serde(untagged)]
    Service(ServiceCommand),
    #[serde(untagged)]
    Help(HelpCommand),
    #[serde(untagged)]
    Duty(DutyCommand),
    #[serde(untagged)]
    Update(UpdateCommand),
    #[serde(untagged)]
    Review(ReviewCommand),
}
