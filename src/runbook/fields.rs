//! What a table of a plan may hold, and what was probably meant where it holds something else.

use crate::caret;
use crate::lang::Lang;

/// One kind of table in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Plan,
    Role,
    Service,
    Audience,
    /// How often an audience is told, by severity.
    Cadence,
    /// A step that does not say which kind it is.
    Step,
    Phase,
    Break,
    DayEnd,
    Task,
}

impl Thing {
    pub const ALL: [Self; 10] = [
        Self::Plan,
        Self::Role,
        Self::Service,
        Self::Audience,
        Self::Cadence,
        Self::Step,
        Self::Phase,
        Self::Break,
        Self::DayEnd,
        Self::Task,
    ];

    /// The name in the keys of messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Role => "role",
            Self::Service => "service",
            Self::Audience => "audience",
            Self::Cadence => "cadence",
            Self::Step => "step",
            Self::Phase => "phase",
            Self::Break => "break",
            Self::DayEnd => "day-end",
            Self::Task => "task",
        }
    }
}

impl caret::Thing for Thing {
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Plan => &["format", "title", "language", "backout", "role", "service", "audience", "step"],
            Self::Role => &["id", "name"],
            Self::Service => &["id", "name", "priority", "rto", "rpo", "state"],
            Self::Audience => &["id", "name", "language", "every", "approval", "outside", "nights"],
            Self::Cadence => &["sev1", "sev2", "sev3", "sev4"],
            Self::Step => {
                &["phase", "break", "day_end", "id", "planned", "milestone", "tasks", "at", "resume"]
            }
            Self::Phase => &["phase", "id", "planned", "milestone", "tasks"],
            Self::Break => &["break", "id", "planned"],
            Self::DayEnd => &["day_end", "id", "at", "resume"],
            Self::Task => &["title", "planned"],
        }
    }

    /// As in "of a phase".
    fn of(self, lang: Lang) -> String {
        lang.say(&format!("runbook-of-{}", self.key()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caret::{Thing as _, nearest};

    #[test]
    fn slips_are_understood_and_other_words_are_not() {
        let fields = || Thing::Step.fields().iter().copied();
        for (typed, meant) in
            [("plannd", "planned"), ("task", "tasks"), ("Phase", "phase"), ("dayend", "day_end")]
        {
            assert_eq!(nearest(typed, fields()), Some(meant), "{typed}");
        }
        for typed in ["", "colour", "durée", "x", &"planned".repeat(100)] {
            assert_eq!(nearest(typed, fields()), None, "{typed}");
        }
    }
}
