//! For whom a report is, and in which language.

use chrono::NaiveDate;
use serde::Serialize;

use crate::lang::Lang;

/// The readers of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    #[default]
    Internal,
    /// Readers outside the organisation: the report has nothing internal.
    External,
}

/// How a report is made.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub lang: Lang,
    pub readers: Readers,
    /// Names masked in an external report, in addition to the incident's people.
    pub people: Vec<String>,
    /// The day against which follow-up actions are late; the day of the last record if `None`, so that the report of
    /// a journal is always the same.
    pub today: Option<NaiveDate>,
}
