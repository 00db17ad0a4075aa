//! A step of the timeline: how far it is.

pub mod clocks;
pub mod command;
pub mod fold;
pub mod forecast;

use std::sync::Arc;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use crate::incident::base::time::{option_span_as_millis, span_as_millis};
use crate::incident::{Line, Milestone, Moment, Planned, PlannedStep, Span, StepId, StepKind, Task, TaskId};

/// An entry of the timeline: a phase, a break or a day end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    pub id: StepId,
    pub title: Line,
    #[serde(flatten)]
    pub kind: StepKind,
    /// Reached when this phase is finished.
    pub milestone: Option<Milestone>,
    /// The range before the first extension; `None` if it was never extended.
    pub first_planned: Option<Planned>,
    pub state: StepState,
    /// From each start to the end that followed.
    pub runs: Vec<Run>,
    pub tasks: Vec<Arc<Task>>,
    /// Whether the log notes that it is late; an extension resets it.
    #[serde(skip)]
    pub late_noted: bool,
}

/// The planned time of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allotted {
    /// By the plan at the opening, or when the step was added.
    pub plan: Planned,
    /// As extended since, if it differs.
    pub agreed: Option<Planned>,
}

impl Allotted {
    /// The range in force.
    pub fn now(self) -> Planned {
        self.agreed.unwrap_or(self.plan)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(tag = "state", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StepState {
    Waiting,
    Active,
    Finished,
    Skipped { reason: Line },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    pub from: Moment,
    pub to: Option<Moment>,
    #[serde(serialize_with = "span_as_millis")]
    pub active_from: Span,
    #[serde(serialize_with = "option_span_as_millis")]
    pub active_to: Option<Span>,
}

impl Step {
    pub fn new(planned: &PlannedStep) -> Self {
        Self {
            id: planned.id.clone(),
            title: planned.title.clone(),
            kind: planned.kind,
            milestone: planned.milestone,
            first_planned: None,
            state: StepState::Waiting,
            runs: Vec::new(),
            tasks: planned.tasks.iter().map(|task| Arc::new(Task::new(task))).collect(),
            late_noted: false,
        }
    }

    pub fn is_active(&self) -> bool {
        self.state == StepState::Active
    }

    pub fn is_waiting(&self) -> bool {
        self.state == StepState::Waiting
    }

    pub fn started_at(&self) -> Option<Moment> {
        self.runs.first().map(|run| run.from)
    }

    /// Returns when it last ended; `None` while it runs or before it ran.
    pub fn ended_at(&self) -> Option<Moment> {
        self.runs.last().and_then(|run| run.to)
    }

    pub fn task(&self, id: &TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == *id).map(AsRef::as_ref)
    }

    pub fn allotted(&self) -> Option<Allotted> {
        let now = self.kind.planned()?;
        let plan = self.first_planned.unwrap_or(now);
        Some(Allotted { plan, agreed: (now != plan).then_some(now) })
    }

    /// Tasks that are over, and all tasks.
    pub fn progress(&self) -> (usize, usize) {
        (self.tasks.iter().filter(|task| task.state.is_over()).count(), self.tasks.len())
    }
}

impl StepState {
    pub fn name(&self) -> &'static str {
        self.into()
    }
}

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
    #[serde(rename = "step_late")]
    Late { step: StepId },
}
