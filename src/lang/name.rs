//! Names of states and kinds.

use super::{Lang, vars};
use crate::incident::{
    EntryKind, Field, FollowUp, Health, Kind, Lateness, Milestone, Occasion, Right, Service, Severity, Status,
    StepKind, StepState, TaskState,
};

impl Lang {
    /// `SEV1`: the same in every language.
    pub const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Sev1 => "SEV1",
            Severity::Sev2 => "SEV2",
            Severity::Sev3 => "SEV3",
            Severity::Sev4 => "SEV4",
        }
    }

    pub fn kind(self, kind: Kind) -> String {
        self.name("name-kind", "kind", kind)
    }

    pub fn status(self, status: &Status) -> String {
        self.name("name-status", "status", status)
    }

    pub fn occasion(self, occasion: Occasion) -> String {
        self.name("name-occasion", "occasion", occasion)
    }

    pub fn health(self, health: Health) -> String {
        self.name("name-health", "health", health)
    }

    pub fn health_of(self, service: &Service) -> String {
        let health = self.health(service.health);
        if service.is_presumed_hit() {
            return self.say_with("name-health-presumed", &vars![health]);
        }
        health
    }

    pub fn task_state(self, state: &TaskState) -> String {
        self.name("name-task-state", "state", state)
    }

    pub fn step_state(self, state: &StepState) -> String {
        self.name("name-step-state", "state", state)
    }

    pub fn milestone(self, milestone: Milestone) -> String {
        self.name("name-milestone", "milestone", milestone)
    }

    pub fn follow_up_state(self, action: &FollowUp, today: chrono::NaiveDate) -> String {
        let state = if action.is_overdue(today) { "late" } else { action.state.name() };
        self.name("name-follow-up-state", "state", state)
    }

    pub fn step_kind(self, kind: StepKind) -> String {
        self.name("name-step-kind", "kind", kind)
    }

    pub fn right(self, right: Right) -> String {
        self.name("name-right", "right", right)
    }

    pub fn lateness(self, lateness: Lateness) -> String {
        self.name("name-lateness", "lateness", lateness)
    }

    pub fn entry_kind(self, kind: EntryKind) -> String {
        self.name("name-entry-kind", "kind", kind)
    }

    pub(super) fn field(self, field: Field) -> String {
        self.name("name-field", "field", field)
    }

    fn name(self, key: &str, variable: &str, it: impl Into<&'static str>) -> String {
        self.say_with(key, &[(variable, it.into().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Line;

    #[test]
    fn states_are_named_in_both_languages() {
        let skipped = TaskState::Skipped { reason: Line::new("x") };
        assert_eq!(Lang::Fr.task_state(&skipped), "passée");
        assert_eq!(Lang::En.task_state(&skipped), "skipped");
        assert_eq!(Lang::Fr.step_state(&StepState::Waiting), "à venir");
        assert_eq!(Lang::Fr.health(Health::Down), "en panne");
        assert_eq!(Lang::Fr.kind(Kind::Exercise), "exercice");
        assert_eq!(Lang::En.status(&Status::Open), "open");
        for kind in EntryKind::ALL {
            assert!(!Lang::Fr.entry_kind(kind).is_empty());
        }
    }
}
