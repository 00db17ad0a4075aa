//! What is wrong with a plan, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::fields::Thing;
use crate::caret::{self, Flaw, Grammar, Slip, Thing as _, Words, quoted as text};
use crate::incident::{BadPlanned, Line};
use crate::lang::Lang;

/// One thing that is wrong with a plan.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What can be wrong in any file.
    Slip(Slip<Thing, Expected>),
    /// The format is no number.
    FormatType,
    /// The field belongs to another kind of step.
    Misplaced {
        field: Line,
        of: Thing,
    },
    UnknownRole {
        role: Line,
        known: Vec<Line>,
        near: Option<Line>,
    },
    UnusableId {
        id: Line,
    },
    Duplicate {
        id: Line,
        of: Thing,
        first: Range<usize>,
    },
    Duration {
        text: Line,
        fault: DurationFault,
    },
    /// How often an audience is told.
    Interval {
        text: Line,
        fault: DurationFault,
    },
    TimeOfDay {
        text: Line,
    },
    Health {
        text: Line,
    },
    Milestone {
        text: Line,
    },
    /// Two phases reach the same one.
    MilestoneTwice {
        text: Line,
        first: Range<usize>,
    },
    Language {
        text: Line,
    },
    Priority,
    /// A step says none of `phase`, `break` and `day_end`.
    NoKind,
    /// A step says more than one of them.
    SeveralKinds,
    /// A plan without a phase.
    NoPhase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationFault {
    Unreadable,
    NoUnit,
    UpsideDown,
    Nothing,
    TooLong,
    /// A range where one figure is meant.
    Range,
    /// An interval under a minute.
    TooShort,
}

/// What a field holds where all is well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    Priority,
    Duration,
    /// A length of time, or one for each severity.
    Interval,
    /// `true` or `false`.
    Flag,
    Range,
    TimeOfDay,
    /// `[[role]]`, one after the other.
    Tables(Thing),
    /// `tasks.<role> = […]`.
    Roles,
    Tasks,
    Task,
}

impl Flaw for Fault {
    fn words(&self, lang: Lang) -> Words {
        let say = |key: &str, variables: &[(&str, FluentValue<'_>)]| lang.say_with(key, variables);
        let words = |what: String, expected: String| Words { what, expected, help: None };
        let plain = |name: &str| {
            words(lang.say(&format!("runbook-{name}")), lang.say(&format!("runbook-{name}-expected")))
        };
        let with = |name: &str, variables: &[(&str, FluentValue<'_>)]| {
            words(
                say(&format!("runbook-{name}"), variables),
                say(&format!("runbook-{name}-expected"), variables),
            )
        };
        match self {
            Self::Slip(slip) => slip.words("runbook", lang),
            Self::FormatType => words(lang.say("runbook-format-type"), lang.say("runbook-format-expected")),
            Self::Misplaced { field, of } => with(
                "misplaced",
                &[
                    ("field", text(field)),
                    ("of", of.of(lang).into()),
                    ("known", of.fields().join(", ").into()),
                ],
            ),
            Self::UnknownRole { role, known, near } => Words {
                help: near.as_ref().map(|near| say("caret-meant", &[("near", text(near))])),
                ..words(
                    say("runbook-unknown-role", &[("role", text(role))]),
                    if known.is_empty() {
                        lang.say("runbook-no-role-expected")
                    } else {
                        say("runbook-unknown-role-expected", &[("known", list(known).into())])
                    },
                )
            },
            Self::UnusableId { id } => with("id", &[("id", text(id))]),
            Self::Duplicate { id, of, .. } => {
                with("duplicate", &[("id", text(id)), ("of", of.of(lang).into())])
            }
            Self::Duration { text: typed, fault } => words(
                say(fault.key(), &[("text", text(typed))]),
                lang.say(if *fault == DurationFault::Range {
                    "runbook-expected-duration"
                } else {
                    "runbook-expected-range"
                }),
            ),
            Self::Interval { text: typed, fault } => {
                words(say(fault.key(), &[("text", text(typed))]), lang.say("runbook-expected-interval"))
            }
            Self::TimeOfDay { text: typed } => with("time-of-day", &[("text", text(typed))]),
            Self::Health { text: typed } => with("health", &[("text", text(typed))]),
            Self::Milestone { text: typed } => with("milestone", &[("text", text(typed))]),
            Self::MilestoneTwice { text: typed, .. } => with("milestone-twice", &[("text", text(typed))]),
            Self::Language { text: typed } => with("language", &[("text", text(typed))]),
            Self::Priority => plain("priority"),
            Self::NoKind => plain("no-kind"),
            Self::SeveralKinds => plain("several-kinds"),
            Self::NoPhase => plain("no-phase"),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } | Self::MilestoneTwice { first, .. } => Some(first),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        Slip::More { count }.into()
    }
}

impl Grammar for Fault {
    type Thing = Thing;
    type Expected = Expected;

    const MAX_BYTES: usize = 1 << 20;
}

impl From<Slip<Thing, Expected>> for Fault {
    fn from(slip: Slip<Thing, Expected>) -> Self {
        Self::Slip(slip)
    }
}

impl DurationFault {
    pub(super) const fn of(bad: &BadPlanned) -> Self {
        match bad {
            BadPlanned::Unreadable(_) => Self::Unreadable,
            BadPlanned::NoUnit(_) => Self::NoUnit,
            BadPlanned::UpsideDown => Self::UpsideDown,
            BadPlanned::Nothing => Self::Nothing,
            BadPlanned::TooLong => Self::TooLong,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "runbook-duration",
            Self::NoUnit => "runbook-duration-unit",
            Self::UpsideDown => "runbook-duration-upside-down",
            Self::Nothing => "runbook-duration-nothing",
            Self::TooLong => "runbook-duration-too-long",
            Self::Range => "runbook-duration-range",
            Self::TooShort => "runbook-duration-too-short",
        }
    }
}

impl caret::Expected for Expected {
    fn say(self, lang: Lang) -> String {
        let key = match self {
            Self::Tables(of) => {
                let heading = FluentValue::from(of.key());
                return lang.say_with("runbook-expected-tables", &[("heading", heading)]);
            }
            Self::Text => "runbook-expected-text",
            Self::Priority => "runbook-priority-expected",
            Self::Duration => "runbook-expected-duration",
            Self::Interval => "runbook-expected-interval",
            Self::Flag => "runbook-expected-flag",
            Self::Range => "runbook-expected-range",
            Self::TimeOfDay => "runbook-time-of-day-expected",
            Self::Roles => "runbook-expected-roles",
            Self::Tasks => "runbook-expected-tasks",
            Self::Task => "runbook-expected-task",
        };
        lang.say(key)
    }
}

fn list(lines: &[Line]) -> String {
    lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")
}
