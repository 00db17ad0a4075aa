//! Errors in a plan.

use fluent_bundle::FluentValue;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, DiagnosticKind, Expected, Message, TableKind, TomlError, quoted};
use crate::incident::{BadPlanned, Line};
use crate::lang::{Lang, vars};

pub type PlanDiagnostic = Diagnostic<PlanError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    Toml(TomlError),
    FormatType,
    Misplaced { field: Line, of: TableKind },
    UnknownRole { role: Line, known: Vec<Line>, near: Option<Line> },
    UnknownStep { step: Line, known: Vec<Line>, near: Option<Line> },
    UnusableId { id: Line },
    Duplicate { id: Line, of: TableKind, first: Range<usize> },
    Duration { text: Line, error: DurationError },
    Interval { text: Line, error: DurationError },
    TimeOfDay { text: Line },
    MilestoneTwice { text: Line, first: Range<usize> },
    Language { text: Line },
    Priority,
    NoKind,
    SeveralKinds,
    NoPhase,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationError {
    Bad(BadPlanned),
    Range,
    TooShort,
}

impl DiagnosticKind for PlanError {
    fn message(&self, lang: Lang) -> Message {
        let message = |key, variables: &[(&str, FluentValue<'_>)]| Message::of(lang, key, variables);
        match self {
            Self::Toml(error) => error.message(lang),
            Self::FormatType => Message::new(lang.say("runbook-format-type"), lang.say("diagnostic-format-expected")),
            Self::Misplaced { field, of } => {
                let known = of.fields.join(", ");
                message("runbook-misplaced", &vars![field = quoted(field), of = of.title(lang), known])
            }
            Self::UnknownRole { role, known, near } => {
                let what = lang.say_with("runbook-unknown-role", &[("role", quoted(role))]);
                let expected = if known.is_empty() {
                    lang.say("runbook-no-role-expected")
                } else {
                    let known = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
                    lang.say_with("diagnostic-one-of", &vars![known])
                };
                Message::new(what, expected).meant(lang, near.as_ref().map(Line::as_str))
            }
            Self::UnknownStep { step, known, near } => {
                let what = lang.say_with("runbook-unknown-step", &[("step", quoted(step))]);
                let known = known.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
                let expected = lang.say_with("diagnostic-one-of", &vars![known]);
                Message::new(what, expected).meant(lang, near.as_ref().map(Line::as_str))
            }
            Self::UnusableId { id } => message("runbook-id", &[("id", quoted(id))]),
            Self::Duplicate { id, of, .. } => {
                message("runbook-duplicate", &vars![id = quoted(id), of = of.title(lang)])
            }
            Self::Duration { text, error } => {
                let expected = if *error == DurationError::Range { DURATION } else { DURATION_OR_RANGE };
                error.message(text, expected, lang)
            }
            Self::Interval { text, error } => error.message(text, INTERVAL, lang),
            Self::TimeOfDay { text } => message("runbook-time-of-day", &[("text", quoted(text))]),
            Self::MilestoneTwice { text, .. } => message("runbook-milestone-twice", &[("text", quoted(text))]),
            Self::Language { text } => message("runbook-language", &[("text", quoted(text))]),
            Self::Priority => message("runbook-priority", &[]),
            Self::NoKind => message("runbook-no-kind", &[]),
            Self::SeveralKinds => message("runbook-several-kinds", &[]),
            Self::NoPhase => message("runbook-no-phase", &[]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } | Self::MilestoneTwice { first, .. } => Some(first),
            _ => None,
        }
    }
}

impl From<TomlError> for PlanError {
    fn from(error: TomlError) -> Self {
        Self::Toml(error)
    }
}

pub const PRIORITY: Expected = Expected::new("runbook-priority-expected");
pub const DURATION: Expected = Expected::new("runbook-expected-duration");
pub const DURATION_OR_RANGE: Expected = Expected::new("runbook-expected-range");
/// One interval, or one for each severity.
pub const INTERVAL: Expected = Expected::new("runbook-expected-interval");
pub const TIME_OF_DAY: Expected = Expected::new("runbook-time-of-day-expected");
pub const TASKS_BY_ROLE: Expected = Expected::new("runbook-expected-roles");
pub const TASKS: Expected = Expected::new("runbook-expected-tasks");
pub const ONE_TASK: Expected = Expected::new("runbook-expected-task");

impl DurationError {
    fn message(&self, text: &Line, expected: Expected, lang: Lang) -> Message {
        let what = match self {
            Self::Bad(BadPlanned::Unreadable(_)) => "runbook-duration",
            Self::Bad(BadPlanned::NoUnit(_)) => "runbook-duration-unit",
            Self::Bad(BadPlanned::UpsideDown) => "runbook-duration-upside-down",
            Self::Bad(BadPlanned::Nothing) => "runbook-duration-nothing",
            Self::Bad(BadPlanned::TooLong) => "runbook-duration-too-long",
            Self::Range => "runbook-duration-range",
            Self::TooShort => "runbook-duration-too-short",
        };
        Message::new(lang.say_with(what, &[("text", quoted(text))]), expected.say(lang))
    }
}
