//! What people type behind a verb: words, reasons, times, names of states.

use std::str::FromStr;

use chrono::NaiveTime;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::incident::{
    Cadence, EntryKind, Health, Line, Occasion, Prose, Severity, read_seconds, read_time_of_day,
};
use crate::lang::Lang;
use crate::notify::Kind;
use crate::notify::settings::News;

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

/// `08:00`, `8:00`, `8h`, `8h30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(pub NaiveTime);

/// A time of day that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no time of day: write 08:00")]
pub struct BadTimeOfDay(pub Line);

impl FromStr for TimeOfDay {
    type Err = BadTimeOfDay;

    fn from_str(text: &str) -> Result<Self, BadTimeOfDay> {
        read_time_of_day(text).map(Self).ok_or_else(|| BadTimeOfDay(Line::new(text)))
    }
}

/// A number that is none, or out of its bounds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{text}” does not do: write a number from {least} to {most}")]
pub struct BadNumber {
    pub text: Line,
    pub least: u32,
    pub most: u32,
}

/// A number within bounds, which a refusal names.
pub fn number<T>(least: T, most: T) -> impl Fn(&str) -> Result<T, BadNumber> + Clone + Send + Sync + 'static
where
    T: FromStr + PartialOrd + Into<u32> + Copy + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| BadNumber { text: Line::new(text), least: least.into(), most: most.into() })
    }
}

pub fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["en", "fr"]).map(|code| Lang::of_locale(&code))
}

pub fn severity() -> impl TypedValueParser<Value = Severity> {
    // A bare number is what people type.
    let values = ["1", "2", "3", "4"].iter().zip(Severity::ALL);
    let values = values.map(|(number, severity)| PossibleValue::new(severity.name()).alias(number));
    PossibleValuesParser::new(values)
        .map(|name| *by(&Severity::ALL, |it| name.ends_with(&it.name()[3..])).unwrap_or(&Severity::Sev2))
}

pub fn health() -> impl TypedValueParser<Value = Health> {
    PossibleValuesParser::new(Health::ALL.map(Health::name))
        .map(|name| *by(&Health::ALL, |it| it.name() == name).unwrap_or(&Health::Up))
}

pub fn occasion() -> impl TypedValueParser<Value = Occasion> {
    PossibleValuesParser::new(Occasion::ALL.map(Occasion::name))
        .map(|name| *by(&Occasion::ALL, |it| it.name() == name).unwrap_or(&Occasion::Progress))
}

/// How often something is due, in seconds; none is never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval(pub Option<u32>);

/// An interval that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no interval: write 30m, 1h30 or never")]
pub struct BadInterval(pub Line);

/// `30m`, `1h30`, `never`.
pub fn interval(text: &str) -> Result<Interval, BadInterval> {
    let bad = || BadInterval(Line::new(text));
    match text.trim().to_lowercase().as_str() {
        "never" | "jamais" => Ok(Interval(None)),
        typed => {
            let seconds = read_seconds(typed).map_err(|_| bad())?;
            let is_one = (Cadence::LEAST..=Cadence::MOST).contains(&seconds);
            if is_one { Ok(Interval(Some(seconds))) } else { Err(bad()) }
        }
    }
}

pub fn entry_kind() -> impl TypedValueParser<Value = EntryKind> {
    PossibleValuesParser::new(EntryKind::ALL.map(EntryKind::name))
        .map(|name| *by(&EntryKind::ALL, |it| it.name() == name).unwrap_or(&EntryKind::Note))
}

pub fn news() -> impl TypedValueParser<Value = News> {
    PossibleValuesParser::new(News::ALL.map(News::name))
        .map(|name| *by(&News::ALL, |it| it.name() == name).unwrap_or(&News::Opened))
}

pub fn target_kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::id)).map(|id| Kind::find(&id).unwrap_or(Kind::Generic))
}

fn by<T>(all: &[T], is: impl Fn(&T) -> bool) -> Option<&T> {
    all.iter().find(|it| is(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        let time = |text: &str| text.parse::<TimeOfDay>().ok().map(|time| time.0.format("%H:%M").to_string());
        for (typed, expected) in
            [("08:00", "08:00"), ("8:05", "08:05"), ("8h", "08:00"), ("13H30", "13:30"), ("23:59", "23:59")]
        {
            assert_eq!(time(typed).as_deref(), Some(expected), "{typed}");
        }
        for bad in ["", "8", "24:00", "12:60", "-1:00", "1:000", "x:y", "8:+1", "12:00:00"] {
            assert_eq!(time(bad), None, "{bad}");
        }
    }
}
