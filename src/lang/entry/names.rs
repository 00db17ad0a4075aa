//! What sentences call steps and tasks.

use crate::incident::{Incident, Line, StepId, TaskId};
use crate::lang::Lang;
use crate::lang::name::step_kind;

/// What messages call a step: its title now, and its kind.
pub(super) type Named<'a> = (&'a str, &'static str);

pub(super) fn step_of<'a>(incident: &'a Incident, id: &StepId) -> Named<'a> {
    incident.step(id).map_or(("", "phase"), |step| (step.title.as_str(), step_kind(step.kind)))
}

/// The title, or the id of a step that an undo has taken away.
pub(super) fn or_id<'a>((title, _): Named<'a>, id: &'a StepId) -> &'a str {
    if title.is_empty() { id.as_str() } else { title }
}

/// The title of a task as it is now, or the id of one that an undo has taken away.
pub(super) fn title_of<'a>(incident: &'a Incident, id: &'a TaskId) -> &'a str {
    incident.task(id).map_or(id.as_str(), |(_, task)| task.title.as_str())
}

impl Lang {
    pub(super) fn of_step(self, key: &str, id: &StepId, named: Named<'_>) -> String {
        self.say_with(key, &[("step", or_id(named, id).into()), ("kind", named.1.into())])
    }

    /// With the reason behind it, where one was given.
    pub(super) fn because(self, what: String, reason: &Line) -> String {
        if reason.is_empty() {
            return what;
        }
        self.say_with("log-because", &[("what", what.into()), ("reason", reason.as_str().into())])
    }
}
