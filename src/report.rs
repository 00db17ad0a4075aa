//! The report of a recording: figures, delays, decisions and the proof, as plain data and as documents.
//!
//! ```text
//!   Recording ──Report::of(Options)──▶ Report ──document──▶ Markdown, HTML      Report ──▶ JSON, CSV, iCalendar, Mermaid
//! ```
//!
//! Moments are those of the machine's clock; durations in JSON are seconds. Each file holds the figures of one subject.
//! [`Report::into_external`] leaves out what is internal, so no printer needs to know.

mod about;
mod blockers;
mod builder;
pub mod calendar;
pub mod csv;
mod data;
mod document;
mod external;
mod figures;
mod gantt;
mod html;
mod markdown;
pub mod mermaid;
mod open;
mod record;
mod review;
mod roles;
mod serial;
mod services;
mod shorten;
mod steps;
mod tasks;
#[cfg(test)]
mod tests;
mod updates;

pub use builder::Options;
pub use data::Report;
pub use figures::{Basis, Point};
pub use open::OpenKind;
pub use steps::StepOutcome;

use crate::draft::Readers;
use crate::replay::Recording;
use about::Proof;
use builder::Builder;

impl Report {
    /// The report of a recording for its readers, in one language.
    pub fn of(recording: &Recording, options: &Options) -> Self {
        let report = internal(recording, options);
        match options.readers {
            Readers::Internal => report,
            Readers::External => report.into_external(&recording.incident, &options.people),
        }
    }

    pub fn html(&self) -> String {
        self.document().html(&self.gantt())
    }

    pub fn markdown(&self) -> String {
        self.document().markdown()
    }

    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report is made of texts and numbers")
    }
}

fn internal(recording: &Recording, options: &Options) -> Report {
    let builder = Builder::new(recording, options);
    let services = builder.services();
    let audiences = builder.audiences();
    let actions = builder.actions();
    let updates = builder.updates();
    let (log, older_records) = builder.log(options.lang);
    Report {
        format: Report::FORMAT,
        lang: options.lang,
        readers: Readers::Internal,
        incident: builder.about(),
        verdict: builder.verdict(&services, &updates),
        open: builder.open(&audiences, &actions),
        figures: builder.figures(),
        services,
        steps: builder.steps(),
        roles: builder.roles(),
        tasks: builder.tasks(),
        blockers: builder.blockers(),
        holds: builder.holds(),
        nights: builder.nights(),
        commands: builder.commands(),
        decisions: builder.decisions(),
        audiences,
        updates,
        added: builder.changes(&builder.history.added),
        skipped: builder.changes(&builder.history.skipped),
        today: Some(builder.today),
        findings: builder.findings(),
        actions,
        log,
        older_records,
        proof: Proof::of(recording, options.lang),
    }
}
