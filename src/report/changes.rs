//! Where the timeline still differs from the plan.

use serde::Serialize;

use super::builder::Builder;
use crate::incident::{Deviation, Interval, Moment, PersonName, StepId, TaskId};

/// A step or task that was added or skipped.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    pub at: Moment,
    pub by: PersonName,
    pub step: StepId,
    pub task: Option<TaskId>,
    pub title: String,
    pub reason: String,
}

impl Builder<'_> {
    /// Returns those deviations that are still in effect.
    pub fn changes(&self, deviations: &[Interval<Deviation>]) -> Vec<Change> {
        let lasting = deviations.iter().filter(|deviation| deviation.lasts());
        lasting.filter_map(|deviation| self.change(deviation)).collect()
    }

    fn change(&self, deviation: &Interval<Deviation>) -> Option<Change> {
        let Deviation { step, task, reason } = &deviation.what;
        let title = match task {
            Some(task) => self.incident.task(task).map(|(_, task)| task.title.as_str())?,
            None => self.incident.step(step).map(|step| step.title.as_str())?,
        };
        Some(Change {
            at: self.wall(deviation.from),
            by: deviation.by.clone(),
            step: step.clone(),
            task: task.clone(),
            title: title.to_owned(),
            reason: reason.as_str().to_owned(),
        })
    }
}
