//! Names of states and kinds.

use super::Lang;
use crate::incident::{
    EntryKind, Field, FollowUp, Health, Kind, Lateness, Milestone, Occasion, Right, Service, Severity,
    Status, StepKind, StepState, TaskState,
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
        let kind = match kind {
            Kind::Real => "real",
            Kind::Exercise => "exercise",
        };
        self.say_with("name-kind", &[("kind", kind.into())])
    }

    pub fn status(self, status: &Status) -> String {
        let status = match status {
            Status::Open => "open",
            Status::Held { .. } => "held",
            Status::Closed { .. } => "closed",
        };
        self.say_with("name-status", &[("status", status.into())])
    }

    pub fn occasion(self, occasion: Occasion) -> String {
        self.say_with("name-occasion", &[("occasion", occasion.name().into())])
    }

    pub fn health(self, health: Health) -> String {
        self.say_with("name-health", &[("health", health.name().into())])
    }

    /// How a service does, with a mark where nobody but the plan has said so.
    pub fn health_of(self, service: &Service) -> String {
        let health = self.health(service.health);
        if service.is_presumed_hit() {
            return self.say_with("name-health-presumed", &[("health", health.into())]);
        }
        health
    }

    pub fn task_state(self, state: &TaskState) -> String {
        self.say_with("name-task-state", &[("state", state.name().into())])
    }

    pub fn step_state(self, state: &StepState) -> String {
        self.say_with("name-step-state", &[("state", state.name().into())])
    }

    pub fn milestone(self, milestone: Milestone) -> String {
        self.say_with("name-milestone", &[("milestone", milestone.name().into())])
    }

    /// How a follow-up action stands on a day.
    pub fn follow_up_state(self, action: &FollowUp, today: chrono::NaiveDate) -> String {
        let state = if action.is_overdue(today) { "late" } else { action.state.name() };
        self.say_with("name-follow-up-state", &[("state", state.into())])
    }

    pub fn step_kind(self, kind: StepKind) -> String {
        self.say_with("name-step-kind", &[("kind", step_kind(kind).into())])
    }

    pub fn right(self, right: Right) -> String {
        let right = match right {
            Right::System => "house",
            Right::Observer => "observer",
            Right::Member => "member",
            Right::Deputy => "deputy",
            Right::Commander => "commander",
            Right::Owner => "owner",
        };
        self.say_with("name-right", &[("right", right.into())])
    }

    pub fn lateness(self, lateness: Lateness) -> String {
        let lateness = match lateness {
            Lateness::Calm => "calm",
            Lateness::Due => "due",
            Lateness::Late => "late",
        };
        self.say_with("name-lateness", &[("lateness", lateness.into())])
    }

    pub fn entry_kind(self, kind: EntryKind) -> String {
        self.say_with("name-entry-kind", &[("kind", kind.name().into())])
    }

    pub(super) fn field(self, field: Field) -> String {
        let field = match field {
            Field::Title => "title",
            Field::Reason => "reason",
            Field::Text => "text",
            Field::Name => "name",
            Field::Situation => "situation",
            Field::Steps => "steps",
            Field::Tasks => "tasks",
            Field::Services => "services",
            Field::Calls => "calls",
            Field::Briefing => "briefing",
            Field::Audiences => "audiences",
            Field::Proposals => "proposals",
            Field::Targets => "targets",
            Field::Findings => "findings",
            Field::Actions => "actions",
        };
        self.say_with("name-field", &[("field", field.into())])
    }
}

/// What messages select a kind of step by.
pub(super) const fn step_kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Phase { .. } => "phase",
        StepKind::Break { .. } => "break",
        StepKind::DayEnd { .. } => "day_end",
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
