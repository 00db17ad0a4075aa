//! `report`: what a recording comes to, as a document or as data.
//!
//! An incident is read in the host, through whatever door it was asked for; a file by whoever typed its name.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::asker::{Meant, not_found};
use super::source::{Source, is_file, unreadable};
use super::{Caller, Cli, Here, Outcome, Place, file};
use crate::clock::Clock;
use crate::lang::Lang;
use crate::people;
use crate::replay::Recording;
use crate::report::csv::Tool;
use crate::report::{Options, Readers, calendar, csv, mermaid};
use crate::room::Rooms;
use crate::session;

#[derive(Clone, Debug, Args)]
pub struct Report {
    /// An incident's id, a journal or a bundle; the one open incident where none is given, or the last closed.
    #[arg(value_name = "ID|FILE")]
    what: Option<String>,
    /// Markdown where neither this nor a tool is named.
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

impl Report {
    pub fn place(&self) -> Place {
        match &self.what {
            Some(what) if is_file(what) => Place::Client,
            _ => Place::Host,
        }
    }

    pub fn run_here(&self, here: &Here) -> Outcome {
        let source = match Source::open(self.what.as_deref().unwrap_or_default(), here) {
            Ok(source) => source,
            Err(outcome) => return outcome,
        };
        let people = hidden_people(here);
        match source.recording(here.lang) {
            Ok(recording) => self.printed(&recording, people, &Clock::machine(), here.lang),
            Err(outcome) => outcome,
        }
    }

    pub async fn run(&self, cli: &Cli, caller: &Caller, rooms: &Rooms) -> Outcome {
        let id = self.what.as_deref().or_else(|| cli.room());
        let lang = caller.lang;
        let (Meant { id, note }, journal) = match Meant::find(id, rooms, lang).await {
            Ok(found) => found,
            Err(error) => return not_found(&error, lang),
        };
        let people = caller.templates.hidden_people().map(str::to_owned).collect();
        let (this, clock) = (self.clone(), rooms.clock());
        let recording = match session::whole(rooms, &id, journal.clone()).await {
            Ok(recording) => recording,
            Err(why) => return unreadable(&why, id.as_str(), &journal, lang),
        };
        blocking(move || this.printed(&recording, people, &clock, lang)).await.noting(note)
    }

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

/// The people of this account's house, as far as its people file can be read: nobody outside reads of them.
pub fn hidden_people(here: &Here) -> Vec<String> {
    let names = file::read(&here.config_dir.join("people.toml")).ok();
    let names = names.and_then(|names| people::People::read_bytes(&names, "people.toml").ok());
    let names = names.iter().flat_map(people::People::iter).flat_map(|it| {
        [Some(it.name.as_str().to_owned()), it.full_name.as_ref().map(|name| name.as_str().to_owned())]
    });
    names.flatten().collect()
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
