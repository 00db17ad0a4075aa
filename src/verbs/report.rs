//! `report`: the account of a recorded incident, as a document or as data.
//!
//! An incident is read in the host, for every door; a file is read by the client.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::context::Either;
use super::people::hidden_people;
use super::refusal::not_found;
use super::resolved::ResolvedIncident;
use super::source::{Source, is_file, unreadable};
use super::{Caller, Here, Outcome};
use crate::clock::Clock;
use crate::lang::Lang;
use crate::replay::Recording;
use crate::report::csv::Tool;
use crate::report::{Options, Readers, calendar, csv, mermaid};
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
    #[arg(long = "for", value_name = "TOOL", value_parser = tool())]
    tool: Option<Tool>,
    #[arg(long, value_name = "READERS", default_value = "internal", value_parser = readers())]
    audience: Readers,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Md,
    Html,
    Json,
    Csv,
    Mermaid,
    Ics,
}

fn tool() -> impl TypedValueParser<Value = Tool> {
    PossibleValuesParser::new(Tool::ALL.map(Tool::name))
        .map(|name| *Tool::ALL.iter().find(|tool| tool.name() == name).unwrap_or(&Tool::Jira))
}

fn readers() -> impl TypedValueParser<Value = Readers> {
    PossibleValuesParser::new([PossibleValue::new("internal"), PossibleValue::new("external")])
        .map(|name| if name == "external" { Readers::External } else { Readers::Internal })
}

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
    pub fn run(&self, here: &Here) -> Outcome {
        match Source::open(self.file, here).and_then(|source| source.recording(here.lang)) {
            Ok(recording) => {
                self.report.printed(&recording, hidden_people(here), &Clock::machine(), here.lang)
            }
            Err(outcome) => outcome,
        }
    }
}

impl IncidentReport<'_> {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Outcome {
        let Self(report) = self;
        let id = report.what.as_deref().or(incident);
        let lang = caller.lang;
        let (ResolvedIncident { id, note }, journal) = match ResolvedIncident::find(id, rooms, lang).await {
            Ok(found) => found,
            Err(error) => return not_found(&error, lang),
        };
        let people = caller.templates.hidden_people().map(str::to_owned).collect();
        let (report, clock) = ((*report).clone(), rooms.clock());
        let recording = match session::whole(rooms, &id, journal.clone()).await {
            Ok(recording) => recording,
            Err(why) => return unreadable(&why, id.as_str(), &journal, lang),
        };
        blocking(move || report.printed(&recording, people, &clock, lang)).await.noting(note)
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

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
