//! What is wrong with a plan, where, and what was expected there.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use fluent_bundle::FluentValue;
use std::ops::Range;
use std::sync::Arc;

use super::fields::Thing;
use crate::incident::Line;
use crate::lang::Lang;

/// One thing that is wrong with a plan.
#[derive(Clone, Debug)]
pub struct Problem {
    pub fault: Fault,
    source: Arc<Source>,
    /// Where, in bytes; none where the whole file is meant.
    span: Option<Range<usize>>,
}

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
        cause: Cause,
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
    TimeOfDay {
        text: Line,
    },
    Health {
        text: Line,
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

/// What kind of syntax error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    DuplicateKey,
    Unclosed,
    Quotes,
    /// A character that a text cannot hold as it is.
    Character,
    NoValue,
    Nesting,
    Other,
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
    Range,
    TimeOfDay,
    /// `[[role]]`, one after the other.
    Tables(Thing),
    /// `tasks.<role> = […]`.
    Roles,
    Tasks,
    Task,
}

/// A plan file as errors quote it.
#[derive(Debug)]
pub(super) struct Source {
    name: Line,
    /// As long as the file byte for byte, with every character that could steer a terminal replaced.
    text: String,
}

impl Source {
    pub(super) fn new(name: &str, text: &str) -> Self {
        Self { name: Line::new(name), text: disarm(text) }
    }
}

impl Problem {
    pub(super) const fn new(fault: Fault, source: Arc<Source>, span: Option<Range<usize>>) -> Self {
        Self { fault, source, span }
    }

    /// The line it stands on, from 1; none where the whole file is meant.
    pub fn line(&self) -> Option<usize> {
        let start = self.span.as_ref()?.start.min(self.source.text.len());
        Some(1 + self.source.text[..start].matches('\n').count())
    }

    /// The problem as a person reads it: what, file and line, the line itself with a caret, and what to write instead.
    pub fn render(&self, lang: Lang) -> String {
        let words = self.fault.words(lang);
        // French sets a no-break space before the colon that the renderer puts behind a name.
        let named = |key| if lang == Lang::Fr { lang.say(key) + "\u{a0}" } else { lang.say(key) };
        let title = Level::ERROR.with_name(named("runbook-error")).primary_title(words.what);
        let group = match &self.span {
            Some(span) => {
                let name = self.source.name.as_str();
                let here = self.source.quote(span);
                let group = Group::with_title(title);
                // The renderer counts columns itself, which is right as long as it has the whole line.
                let group = if here.is_whole {
                    group.element(here.snippet(AnnotationKind::Primary, words.expected).path(name))
                } else {
                    group
                        .element(Origin::path(name).line(here.line).char_column(here.column))
                        .element(here.snippet(AnnotationKind::Primary, words.expected))
                };
                if let Fault::Duplicate { first, .. } = &self.fault {
                    let label = lang.say("runbook-first-here");
                    group.element(self.source.quote(first).snippet(AnnotationKind::Context, label).path(name))
                } else {
                    group
                }
            }
            None => Group::with_title(title)
                .element(Origin::path(self.source.name.as_str()))
                .element(Level::NOTE.with_name(named("runbook-note")).message(words.expected)),
        };
        let group = match words.help {
            Some(help) => group.element(Level::HELP.with_name(named("runbook-help")).message(help)),
            None => group,
        };
        Renderer::plain().render(&[group])
    }
}

/// A line of the file, or what a screen can hold of a very long one.
struct Quote<'s> {
    text: &'s str,
    /// The span within `text`, in bytes.
    at: Range<usize>,
    /// Both from 1.
    line: usize,
    column: usize,
    is_whole: bool,
}

impl Source {
    /// The line that a span begins on.
    fn quote(&self, span: &Range<usize>) -> Quote<'_> {
        /// What is shown of a very long line on either side of the place.
        const AROUND: usize = 120;
        let text = &self.text;
        let boundary = |mut place: usize| {
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            place
        };
        let start = boundary(span.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let from = if start - line_start > AROUND { boundary(start - AROUND) } else { line_start };
        let to = if line_end - start > AROUND { boundary(start + AROUND) } else { line_end };
        let end = boundary(span.end.clamp(start, to));
        Quote {
            text: &text[from..to],
            at: start - from..end - from,
            line: 1 + text[..start].matches('\n').count(),
            column: 1 + text[line_start..start].chars().count(),
            is_whole: from == line_start,
        }
    }
}

impl<'s> Quote<'s> {
    fn snippet(&self, kind: AnnotationKind, label: String) -> Snippet<'s, Annotation<'s>> {
        Snippet::source(self.text).line_start(self.line).annotation(kind.span(self.at.clone()).label(label))
    }
}

/// The sentences of one problem.
struct Words {
    what: String,
    expected: String,
    help: Option<String>,
}

impl Fault {
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
            Self::Syntax { cause, detail } => {
                let mut words = plain(cause.key());
                if *cause == Cause::Other {
                    words.help = Some(say("runbook-syntax-detail", &[("detail", detail.as_str().into())]));
                }
                words
            }
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
                help: near.map(|near| say("runbook-meant", &[("near", near.into())])),
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
                help: near.as_ref().map(|near| say("runbook-meant", &[("near", text(near))])),
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
            Self::TimeOfDay { text: typed } => with("time-of-day", &[("text", text(typed))]),
            Self::Health { text: typed } => with("health", &[("text", text(typed))]),
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
}

impl Thing {
    /// The key of "of a phase".
    fn of_key(self) -> String {
        format!("runbook-of-{}", self.key())
    }
}

impl Cause {
    /// From what the TOML reader says.
    pub(super) fn of(message: &str) -> Self {
        let says = |words: &str| message.contains(words);
        if says("duplicate key") {
            Self::DuplicateKey
        } else if says("recur") {
            Self::Nesting
        } else if says("must be quoted") {
            Self::Quotes
        } else if says("visible characters") || says("printable characters") {
            Self::Character
        } else if says("unclosed") || says("invalid basic string") || says("invalid multi-line") {
            Self::Unclosed
        } else if says("key with no value") || says("missing value") {
            Self::NoValue
        } else {
            Self::Other
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::DuplicateKey => "syntax-duplicate",
            Self::Unclosed => "syntax-unclosed",
            Self::Quotes => "syntax-quotes",
            Self::Character => "syntax-character",
            Self::NoValue => "syntax-no-value",
            Self::Nesting => "syntax-nesting",
            Self::Other => "syntax",
        }
    }
}

impl DurationFault {
    const fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "runbook-duration",
            Self::NoUnit => "runbook-duration-unit",
            Self::UpsideDown => "runbook-duration-upside-down",
            Self::Nothing => "runbook-duration-nothing",
            Self::TooLong => "runbook-duration-too-long",
            Self::Range => "runbook-duration-range",
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
            Self::Range => "runbook-expected-range",
            Self::TimeOfDay => "runbook-time-of-day-expected",
            Self::Roles => "runbook-expected-roles",
            Self::Tasks => "runbook-expected-tasks",
            Self::Task => "runbook-expected-task",
        };
        lang.say(key)
    }
}

/// Quoted text in a sentence: a screen's width of it is enough.
fn text(line: &Line) -> FluentValue<'static> {
    const MAX: usize = 60;
    let text = line.as_str();
    match text.char_indices().nth(MAX) {
        Some((cut, _)) => format!("{}…", &text[..cut]).into(),
        None => text.to_owned().into(),
    }
}

fn number(value: usize) -> FluentValue<'static> {
    FluentValue::from(value)
}

fn list(lines: &[Line]) -> String {
    lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", ")
}

/// Replaces what could steer a terminal by harmless characters of the same length in bytes, so that places stay right.
fn disarm(text: &str) -> String {
    let harmless = |c: char| {
        c == '\n'
            || matches!(c, ' '..='~')
            || (!c.is_ascii() && Line::new(&format!("a{c}a")).as_str().len() == 2 + c.len_utf8())
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if harmless(c) {
            out.push(c);
            continue;
        }
        out.push_str(match (c, c.len_utf8()) {
            ('\t' | '\r', _) => " ",
            (_, 1) => "?",
            (_, 2) => "¿",
            (_, 3) => "\u{fffd}",
            _ => "\u{fffd}?",
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disarmed_text_is_as_long_and_has_no_teeth() {
        let hostile = "a\x1b[31m\t\u{9b}2J\u{202e}é日本\u{e0041}👩‍💻\r\nb\x07\x7f\u{2028}";
        let safe = disarm(hostile);
        assert_eq!(safe.len(), hostile.len());
        assert!(safe.chars().all(|c| c == '\n' || !c.is_control()), "{safe:?}");
        assert!(!safe.contains('\u{202e}') && !safe.contains('\u{e0041}'), "{safe:?}");
        assert!(safe.contains("é日本"), "{safe:?}");
    }

    #[test]
    fn a_quote_is_one_line_and_never_cuts_a_character() {
        let source = Source::new("x", &format!("un\n{}\ntrois", "é".repeat(5_000)));
        for start in 0..source.text.len() {
            let quote = source.quote(&(start..start + 7));
            assert!(!quote.text.contains('\n') && quote.text.len() <= 242);
            assert!(quote.text.is_char_boundary(quote.at.start) && quote.text.is_char_boundary(quote.at.end));
            assert_eq!(quote.line, source.text.as_bytes()[..start].split(|byte| *byte == b'\n').count());
        }
    }
}
