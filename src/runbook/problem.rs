//! What is wrong with a plan, where, and what was expected there.

use fluent_bundle::FluentValue;
use std::ops::Range;

use super::fields::Thing;
use crate::caret::{self, Flaw, Syntax, Words, quoted as text};
use crate::incident::{BadPlanned, Line};
use crate::lang::Lang;

/// One thing that is wrong with a plan.
pub type Problem = caret::Problem<Fault>;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than a plan can be.
    TooBig {
        bytes: usize,
        max: usize,
    },
    /// It is no UTF-8 text.
    NotText,
    /// It is no TOML; `detail` is what the TOML reader says, in English.
    Syntax {
        cause: Syntax,
        detail: Line,
    },
    /// The format number is not one that this version reads.
    Format,
    /// The format is no number.
    FormatType,
    Missing {
        field: &'static str,
        of: Thing,
    },
    WrongType {
        field: Line,
        found: Type,
        expected: Expected,
    },
    Empty {
        field: Line,
    },
    TooLong {
        field: Line,
        max: usize,
    },
    UnknownField {
        field: Line,
        of: Thing,
        near: Option<&'static str>,
    },
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
    TooMany {
        of: Thing,
        found: usize,
        max: usize,
    },
    /// There is more wrong than is worth showing at once.
    More {
        count: usize,
    },
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

/// The types of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Text,
    Number,
    Boolean,
    Date,
    List,
    Table,
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
            Self::TooBig { bytes, max } => {
                with("too-big", &[("mebibytes", number(bytes.div_ceil(1 << 20))), ("max", number(max >> 20))])
            }
            Self::NotText => plain("not-text"),
            Self::Syntax { cause, detail } => cause.words(detail, lang),
            Self::Format => plain("format"),
            Self::FormatType => words(lang.say("runbook-format-type"), lang.say("runbook-format-expected")),
            Self::Missing { field, of } => {
                let what = [("field", FluentValue::from(*field)), ("of", lang.say(&of.of_key()).into())];
                words(say("runbook-missing", &what), say("runbook-missing-expected", &what))
            }
            Self::WrongType { field, found, expected } => words(
                say("runbook-type", &[("field", text(field)), ("found", lang.say(found.key()).into())]),
                expected.say(lang),
            ),
            Self::Empty { field } => with("empty", &[("field", text(field))]),
            Self::TooLong { field, max } => {
                with("too-long", &[("field", text(field)), ("max", number(*max))])
            }
            Self::UnknownField { field, of, near } => Words {
                help: near.map(|near| say("caret-meant", &[("near", near.into())])),
                ..with(
                    "unknown-field",
                    &[
                        ("field", text(field)),
                        ("of", lang.say(&of.of_key()).into()),
                        ("known", of.fields().join(", ").into()),
                    ],
                )
            },
            Self::Misplaced { field, of } => with(
                "misplaced",
                &[
                    ("field", text(field)),
                    ("of", lang.say(&of.of_key()).into()),
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
                with("duplicate", &[("id", text(id)), ("of", lang.say(&of.of_key()).into())])
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
            Self::TooMany { of, found, max } => {
                let variables = [("found", number(*found)), ("max", number(*max))];
                words(
                    say(&format!("runbook-too-many-{}", of.key()), &variables),
                    say("runbook-too-many-expected", &variables),
                )
            }
            Self::More { count } => with("more", &[("count", number(*count))]),
        }
    }

    fn first(&self) -> Option<&Range<usize>> {
        match self {
            Self::Duplicate { first, .. } | Self::MilestoneTwice { first, .. } => Some(first),
            _ => None,
        }
    }

    fn more(count: usize) -> Self {
        Self::More { count }
    }
}

impl Thing {
    /// The key of "of a phase".
    fn of_key(self) -> String {
        format!("runbook-of-{}", self.key())
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

impl Type {
    const fn key(self) -> &'static str {
        match self {
            Self::Text => "runbook-type-text",
            Self::Number => "runbook-type-number",
            Self::Boolean => "runbook-type-boolean",
            Self::Date => "runbook-type-date",
            Self::List => "runbook-type-list",
            Self::Table => "runbook-type-table",
        }
    }
}

impl Expected {
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

fn number(value: usize) -> FluentValue<'static> {
    FluentValue::from(value)
}

fn list(lines: &[Line]) -> String {
    lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")
}
