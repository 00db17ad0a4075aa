//! Entries about steps.

use super::names::{or_id, step_of};
use crate::incident::{Incident, StepEvent};
use crate::lang::Lang;
use crate::lang::name::step_kind;

impl Lang {
    pub(super) fn step_sentence(self, incident: &Incident, event: &StepEvent) -> String {
        match event {
            StepEvent::Started { step: id } => self.of_step("log-step-started", id, step_of(incident, id)),
            StepEvent::Finished { step: id } => self.of_step("log-step-finished", id, step_of(incident, id)),
            StepEvent::Skipped { step: id, reason } => {
                let told =
                    self.say_with("log-step-skipped", &[("step", or_id(step_of(incident, id), id).into())]);
                self.because(told, reason)
            }
            StepEvent::Reopened { step: id } => {
                self.say_with("log-step-reopened", &[("step", or_id(step_of(incident, id), id).into())])
            }
            StepEvent::Extended { step: id, planned } => self.say_with(
                "log-step-extended",
                &[
                    ("step", or_id(step_of(incident, id), id).into()),
                    ("planned", self.planned(*planned).into()),
                ],
            ),
            StepEvent::DayEndSet { step: id, at, resume } => {
                let time = |time: &chrono::NaiveTime| time.format("%H:%M").to_string();
                let step = or_id(step_of(incident, id), id);
                self.say_with(
                    "log-day-end-set",
                    &[("step", step.into()), ("at", time(at).into()), ("resume", time(resume).into())],
                )
            }
            StepEvent::Added { step, .. } => {
                self.of_step("log-step-added", &step.id, (step.title.as_str(), step_kind(step.kind)))
            }
            StepEvent::Moved { step: id, after: Some(after) } => self.say_with(
                "log-step-moved",
                &[
                    ("step", or_id(step_of(incident, id), id).into()),
                    ("after", or_id(step_of(incident, after), after).into()),
                ],
            ),
            StepEvent::Moved { step: id, after: None } => {
                self.say_with("log-step-moved-first", &[("step", or_id(step_of(incident, id), id).into())])
            }
            StepEvent::Late { step: id } => self.of_step("log-step-late", id, step_of(incident, id)),
        }
    }
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &StepEvent) -> &'static str {
    match event {
        StepEvent::Late { .. } => "late",
        _ => "",
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &StepEvent, each: &mut impl FnMut(&str)) {
    match event {
        StepEvent::Added { step, .. } => {
            each(step.title.as_str());
        }
        StepEvent::Started { step: id }
        | StepEvent::Finished { step: id }
        | StepEvent::Reopened { step: id }
        | StepEvent::Extended { step: id, .. }
        | StepEvent::Moved { step: id, .. }
        | StepEvent::Late { step: id }
        | StepEvent::DayEndSet { step: id, .. } => {
            each(incident.step(id).map_or("", |step| step.title.as_str()));
        }
        StepEvent::Skipped { step: id, reason } => {
            each(incident.step(id).map_or("", |step| step.title.as_str()));
            each(reason.as_str());
        }
    }
}
