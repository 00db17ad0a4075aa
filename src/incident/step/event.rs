//! What happens to steps of the timeline.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::incident::{Line, Planned, PlannedStep, StepId};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum StepEvent {
    #[serde(rename = "step_started")]
    Started { step: StepId },
    #[serde(rename = "step_finished")]
    Finished { step: StepId },
    #[serde(rename = "step_skipped")]
    Skipped { step: StepId, reason: Line },
    #[serde(rename = "step_reopened")]
    Reopened { step: StepId },
    #[serde(rename = "step_extended")]
    Extended { step: StepId, planned: Planned },
    /// The times of a day end change.
    DayEndSet { step: StepId, at: NaiveTime, resume: NaiveTime },
    #[serde(rename = "step_added")]
    Added { step: Box<PlannedStep>, after: Option<StepId> },
    #[serde(rename = "step_moved")]
    Moved { step: StepId, after: Option<StepId> },
    /// A phase or break is past its planned time.
    #[serde(rename = "step_late")]
    Late { step: StepId },
}
