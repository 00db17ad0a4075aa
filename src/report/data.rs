//! A report as data, as other programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::about::{About, Proof, Verdict};
use super::blockers::{BlockerFigures, Lasting};
use super::figures::Figure;
use super::open::Open;
use super::record::{Change, Decision, InCommand, Logged};
use super::review::{ReportedAction, ReportedFinding};
use super::roles::RoleFigures;
use super::services::ServiceFigures;
use super::steps::StepFigures;
use super::tasks::TaskFigures;
use super::updates::{AudienceFigures, UpdateFigures};
use crate::draft::Readers;
use crate::lang::Lang;

/// A recording, summed up for its readers.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub format: u32,
    #[serde(rename = "language")]
    pub lang: Lang,
    #[serde(rename = "audience")]
    pub readers: Readers,
    pub incident: About,
    pub verdict: Verdict,
    /// What is still to be done or unknown.
    pub open: Vec<Open>,
    pub figures: Vec<Figure>,
    pub services: Vec<ServiceFigures>,
    /// In the order of the timeline.
    pub steps: Vec<StepFigures>,
    pub roles: Vec<RoleFigures>,
    pub tasks: Vec<TaskFigures>,
    pub blockers: Vec<BlockerFigures>,
    pub holds: Vec<Lasting>,
    pub nights: Vec<Lasting>,
    pub commands: Vec<InCommand>,
    pub decisions: Vec<Decision>,
    pub audiences: Vec<AudienceFigures>,
    pub updates: Vec<UpdateFigures>,
    /// Steps and tasks that the plan did not have.
    pub added: Vec<Change>,
    pub skipped: Vec<Change>,
    /// The day as of which follow-up actions are late; `None` if the report has none.
    #[serde(rename = "as_of")]
    pub today: Option<NaiveDate>,
    pub findings: Vec<ReportedFinding>,
    pub actions: Vec<ReportedAction>,
    pub log: Vec<Logged>,
    /// The number of entries before those: only the journal has them if the log is very long.
    pub older_records: usize,
    pub proof: Proof,
}

impl Report {
    pub const FORMAT: u32 = 1;

    pub fn is_external(&self) -> bool {
        self.readers == Readers::External
    }
}
