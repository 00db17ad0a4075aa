//! Typed arguments: words, reasons, times, names of states.

use std::str::FromStr;

use chrono::NaiveTime;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::incident::{Cadence, Line, Prose, Severity, read_seconds, read_time_of_day};
use crate::lang::Lang;

/// Prints data for other programs.
#[derive(Clone, Copy, Debug, Args)]
pub struct Json {
    #[arg(long)]
    pub json: bool,
}

/// Why: words, or `--reason`.
#[derive(Clone, Debug, Default, Args)]
pub struct Reason {
    #[arg(value_name = "REASON", conflicts_with = "reason")]
    because: Vec<String>,
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
}

impl Reason {
    pub fn line(&self) -> Line {
        self.reason.as_deref().map_or_else(|| line(&self.because), Line::new)
    }
}

/// Words of the command line as one line of text.
pub fn line(words: &[String]) -> Line {
    Line::new(&words.join(" "))
}

/// Words of the command line as text; a quoted one may have several lines.
pub fn prose(words: &[String]) -> Prose {
    Prose::new(&words.join(" "))
}

/// A text that is not what an argument takes; `misuse` explains it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” is not {expected:?}")]
pub struct Mistyped {
    pub text: Line,
    pub expected: Expected,
}

/// What an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `08:00`.
    TimeOfDay,
    Number {
        least: u32,
        most: u32,
    },
    /// `30m`, `never`.
    Interval,
    /// `140x40`.
    Size,
}

impl Expected {
    pub fn not(self, text: &str) -> Mistyped {
        Mistyped { text: Line::new(text), expected: self }
    }
}

pub fn time_of_day(text: &str) -> Result<NaiveTime, Mistyped> {
    read_time_of_day(text).ok_or_else(|| Expected::TimeOfDay.not(text))
}

/// A number within bounds.
pub fn number<T>(least: T, most: T) -> impl Fn(&str) -> Result<T, Mistyped> + Clone + Send + Sync + 'static
where
    T: FromStr + PartialOrd + Into<u32> + Copy + Send + Sync + 'static,
{
    let expected = Expected::Number { least: least.into(), most: most.into() };
    move |text| {
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| expected.not(text))
    }
}

/// In seconds; `None` is never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval(pub Option<u32>);

/// `30m`, `1h30`, `never`.
pub fn interval(text: &str) -> Result<Interval, Mistyped> {
    match text.trim().to_lowercase().as_str() {
        "never" | "jamais" => Ok(Interval(None)),
        typed => {
            let seconds = read_seconds(typed).ok();
            let seconds = seconds.filter(|seconds| (Cadence::LEAST..=Cadence::MOST).contains(seconds));
            seconds.map(|seconds| Interval(Some(seconds))).ok_or_else(|| Expected::Interval.not(text))
        }
    }
}

/// One of a closed list, by its name.
pub fn one_of<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let find = move |typed: String| all.iter().copied().find(|it| name(*it) == typed);
    PossibleValuesParser::new(all.iter().map(move |it| name(*it)))
        .map(move |typed| find(typed).expect("the parser takes no other name"))
}

pub fn lang() -> impl TypedValueParser<Value = Lang> {
    one_of(&Lang::ALL, Lang::code)
}

/// A severity; a bare number is accepted.
pub fn severity() -> impl TypedValueParser<Value = Severity> {
    let digit = |severity: Severity| &severity.name()[3..];
    let values = Severity::ALL.map(|severity| PossibleValue::new(severity.name()).alias(digit(severity)));
    PossibleValuesParser::new(values).map(move |typed| {
        let severity = Severity::ALL.into_iter().find(|severity| typed.ends_with(digit(*severity)));
        severity.expect("the parser takes no other name")
    })
}

#[cfg(test)]
mod tests;
