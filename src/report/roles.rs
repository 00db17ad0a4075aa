//! What each role had to do, and how long it took.

use std::collections::BTreeMap;

use serde::Serialize;

use super::blockers::Blocked;
use super::builder::Builder;
use super::serial::{optional_seconds, seconds, span_range};
use super::steps::people;
use crate::incident::{PersonName, Range, Role, RoleId, Span, Step, TaskState};

/// The figures of a role over the phases in which it has tasks.
#[derive(Clone, Debug, Serialize)]
pub struct RoleFigures {
    pub id: RoleId,
    pub name: String,
    pub people: Vec<PersonName>,
    /// The phases with tasks of the role that were worked on.
    pub phases: usize,
    #[serde(serialize_with = "span_range")]
    pub planned: Range<Span>,
    #[serde(serialize_with = "seconds")]
    pub took: Span,
    #[serde(serialize_with = "optional_seconds")]
    pub slip: Option<Span>,
    pub done: usize,
    pub skipped: usize,
    pub tasks: usize,
    pub blockers: usize,
    #[serde(serialize_with = "seconds")]
    pub blocked: Span,
}

impl Builder<'_> {
    pub fn roles(&self) -> Vec<RoleFigures> {
        let blocked: BTreeMap<_, _> = self.blocked(|blocker| Some(&blocker.role));
        let role = |role: &Role| self.role(role, blocked.get(&role.id).copied().unwrap_or_default());
        self.incident.roles().iter().map(role).collect()
    }

    fn role(&self, role: &Role, blocked: Blocked) -> RoleFigures {
        let tasks = || self.incident.tasks().filter(|(_, task)| task.role == role.id);
        let mut people = people(tasks().map(|(_, task)| task));
        people.extend(self.incident.takers(&role.id).cloned());
        let count = |is: fn(&TaskState) -> bool| tasks().filter(|(_, task)| is(&task.state)).count();
        let has_part = |step: &&Step| {
            step.kind.is_phase() && !step.runs.is_empty() && step.tasks.iter().any(|it| it.role == role.id)
        };
        let phases: Vec<&Step> = self.incident.steps.iter().map(AsRef::as_ref).filter(has_part).collect();
        let ranges = phases.iter().filter_map(|step| Some(step.allotted()?.plan.range()));
        let nothing = Range { min: Span::zero(), max: Span::zero() };
        let planned = ranges.fold(nothing, |sum, it| Range { min: sum.min + it.min, max: sum.max + it.max });
        let took = phases.iter().filter_map(|step| self.took(step)).sum();
        let running = phases.iter().any(|step| step.is_active());
        RoleFigures {
            id: role.id.clone(),
            name: role.name.to_string(),
            people: people.into_iter().collect(),
            phases: phases.len(),
            planned,
            took,
            slip: Some(planned.outside(Range::exactly(took))).filter(|slip| !running || *slip > Span::zero()),
            done: count(|state| *state == TaskState::Done),
            skipped: count(|state| matches!(state, TaskState::Skipped { .. })),
            tasks: tasks().count(),
            blockers: blocked.count,
            blocked: blocked.lasted,
        }
    }
}
