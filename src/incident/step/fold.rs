//! Folds what happened to steps.

use std::sync::Arc;

use crate::incident::undo::{before::Before, replace};
use crate::incident::{
    Incident, Moment, PlannedStep, Recorded, Run, Status, Step, StepEvent, StepId, StepKind, StepState,
};

impl Incident {
    pub(in crate::incident) fn fold_step(&mut self, event: &StepEvent, recorded: &Recorded) -> Vec<Before> {
        let at = recorded.at;
        match event {
            StepEvent::Started { step } | StepEvent::Reopened { step } => self.start_step(step, at),
            StepEvent::Finished { step } => self.finish_step(step, at),
            StepEvent::Skipped { step, reason } => {
                let reason = reason.clone();
                self.change_step(step, |step| step.state = StepState::Skipped { reason })
            }
            StepEvent::Extended { step, planned } => self.change_step(step, |step| {
                step.first_planned = step.first_planned.or_else(|| step.kind.planned());
                step.late_noted = false;
                match &mut step.kind {
                    StepKind::Phase { planned: range } | StepKind::Break { planned: range } => {
                        *range = *planned;
                    }
                    StepKind::DayEnd { .. } => {}
                }
            }),
            StepEvent::DayEndSet { step, at, resume } => {
                let kind = StepKind::DayEnd { at: *at, resume: *resume };
                self.change_step(step, |step| step.kind = kind)
            }
            StepEvent::Added { step, after } => self.add_step(step, after.as_ref()),
            StepEvent::Moved { step, after } => self.move_step(step, after.as_ref()),
            StepEvent::Late { step } => {
                if let Some(step) = self.step_mut(step.as_str()) {
                    step.late_noted = true;
                }
                Vec::new()
            }
        }
    }

    fn start_step(&mut self, id: &StepId, at: Moment) -> Vec<Before> {
        let active_from = self.active.at(at);
        let mut before = self.change_step(id, |step| {
            // A skipped step that is reopened waits again.
            if matches!(step.state, StepState::Skipped { .. }) {
                step.state = StepState::Waiting;
            } else if !step.is_active() {
                step.state = StepState::Active;
                step.runs.push(Run { from: at, to: None, active_from, active_to: None });
            }
        });
        self.settle_night(at, &mut before);
        before
    }

    fn finish_step(&mut self, id: &StepId, at: Moment) -> Vec<Before> {
        let active_to = self.active.at(at);
        let mut before = self.change_step(id, |step| {
            step.state = StepState::Finished;
            if let Some(run) = step.runs.last_mut().filter(|run| run.to.is_none()) {
                run.to = Some(at);
                run.active_to = Some(active_to);
            }
        });
        self.settle_night(at, &mut before);
        before
    }

    /// Stops the active clock at the start of a night, and starts it after one.
    fn settle_night(&mut self, at: Moment, before: &mut [Before]) {
        let runs = self.status == Status::Open && self.night().is_none();
        if runs == self.active.is_running() {
            return;
        }
        if let Some(Before::Step(_, _, active)) = before.last_mut() {
            *active = Some(self.active);
        }
        self.active.run(at, runs);
    }

    fn add_step(&mut self, planned: &PlannedStep, after: Option<&StepId>) -> Vec<Before> {
        if self.step(&planned.id).is_some() {
            return Vec::new();
        }
        let place = self.place_after(after);
        self.steps.insert(place, Arc::new(Step::new(planned)));
        vec![Before::Step(planned.id.clone(), None, None)]
    }

    fn move_step(&mut self, id: &StepId, after: Option<&StepId>) -> Vec<Before> {
        let Some(from) = self.steps.iter().position(|step| step.id == *id) else { return Vec::new() };
        let order = self.steps.iter().map(|step| step.id.clone()).collect();
        let step = self.steps.remove(from);
        let place = self.place_after(after);
        self.steps.insert(place, step);
        vec![Before::Steps(order)]
    }

    fn place_after(&self, after: Option<&StepId>) -> usize {
        match after {
            None => 0,
            Some(id) => self.steps.iter().position(|step| step.id == *id).map_or(self.steps.len(), |place| place + 1),
        }
    }

    pub(in crate::incident) fn step_mut(&mut self, id: &str) -> Option<&mut Step> {
        self.steps.iter_mut().find(|step| step.id.as_str() == id).map(Arc::make_mut)
    }

    fn change_step(&mut self, id: &StepId, by: impl FnOnce(&mut Step)) -> Vec<Before> {
        let before = replace(&mut self.steps, |step| step.id == *id, by);
        before.map(|step| Before::Step(id.clone(), Some(step), None)).into_iter().collect()
    }
}
