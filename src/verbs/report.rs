//! `report`: the report of a recorded incident, as a document or as data.
//!
//! An incident is read in the host, for every door; a file is read by the client.

use clap::{Args, ValueEnum};

use super::context::Either;
use super::people::hidden_people;
use super::refusal::{ResolvedIncident, not_found};
use super::source::{Source, is_file, unreadable};
use super::typed::one_of;
use super::{Caller, Here, Outcome};
use crate::clock::Clock;
use crate::draft::Readers;
use crate::lang::Lang;
use crate::replay::Recording;
use crate::report::csv::Tool;
use crate::report::{Options, calendar, csv, mermaid};
use crate::room::Rooms;
use crate::session;

#[derive(Clone, Debug, Args)]
pub struct Report {
    /// An incident's id, a journal or a bundle; by default the only open incident, or the last closed.
    #[arg(value_name = "ID|FILE")]
    what: Option<String>,
    /// Markdown by default.
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,
    /// CSV in the columns that its import takes.
    #[arg(long = "for", value_name = "TOOL", value_parser = one_of(&Tool::ALL, Tool::name))]
    tool: Option<Tool>,
    #[arg(long, value_name = "READERS", default_value = "internal", value_parser = one_of(READERS, |readers| readers.into()))]
    audience: Readers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Md,
    Html,
    Json,
    Csv,
    Mermaid,
    Ics,
}

const READERS: &[Readers] = &[Readers::Internal, Readers::External];

/// The report of a file, which only the client can read.
#[derive(Clone, Copy, Debug)]
pub struct FileReport<'a> {
    report: &'a Report,
    file: &'a str,
}

/// The report of an incident of the host.
#[derive(Clone, Copy, Debug)]
pub struct IncidentReport<'a>(&'a Report);

impl Report {
    pub fn split(&self) -> Either<FileReport<'_>, IncidentReport<'_>> {
        match &self.what {
            Some(file) if is_file(file) => Either::Client(FileReport { report: self, file }),
            _ => Either::Host(IncidentReport(self)),
        }
    }
}

impl FileReport<'_> {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let recording = Source::open(self.file, here)?.recording(here.lang)?;
        Ok(self.report.printed(&recording, hidden_people(here), &Clock::machine(), here.lang))
    }
}

impl IncidentReport<'_> {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        let (report, lang) = (self.0.clone(), caller.lang);
        let found = ResolvedIncident::find(report.what.as_deref().or(incident), rooms, lang).await;
        let (ResolvedIncident { id, note }, journal) = found.map_err(|error| not_found(&error, lang))?;
        let people = caller.templates.hidden_people().map(str::to_owned).collect();
        let recording = session::whole(rooms, &id, journal.clone()).await;
        let recording = recording.map_err(|why| unreadable(&why, id.as_str(), &journal, lang))?;
        let clock = rooms.clock();
        let print = move || report.printed(&recording, people, &clock, lang);
        match tokio::task::spawn_blocking(print).await {
            Ok(printed) => Ok(printed.noting(note)),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}

impl Report {
    fn printed(&self, recording: &Recording, people: Vec<String>, clock: &Clock, lang: Lang) -> Outcome {
        // Follow-up actions are late in real days, whatever the pace of an exercise.
        let today = clock.wall().with_timezone(&recording.incident.zone).date_naive();
        let options = Options { lang, readers: self.audience, people, today: Some(today) };
        let format = match (self.format, self.tool) {
            (Some(format), None) => format,
            (None, None) => Format::Md,
            (None | Some(Format::Csv), Some(_)) => Format::Csv,
            (Some(_), Some(_)) => return Outcome::misuse(lang.say("report-for-csv")),
        };
        let report = crate::report::Report::of(recording, &options);
        let done = Outcome::done(match format {
            Format::Md => report.markdown(),
            Format::Html => report.html(),
            Format::Json => report.json(),
            Format::Csv => csv::print(&report, self.tool),
            Format::Mermaid => mermaid::print(&report),
            Format::Ics => calendar::print(&report),
        });
        if format == Format::Csv && report.is_external() {
            return done.noting(lang.say("report-tasks-internal"));
        }
        done
    }
}
