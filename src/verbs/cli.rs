//! The grammar of the command line.
//!
//! A verb is a line in one of three lists: in [`RoomVerb`] if it acts on one incident, in [`ClientVerb`] if it needs no
//! host, else in [`Verb`].

use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use super::config::Config;
use super::context::Options;
use super::export::Export;
use super::help::{self, Completions, Help, describe};
use super::host::{Host, Serve};
use super::import::Import;
use super::misuse;
use super::notify::Notify;
use super::outcome::Outcome;
use super::people::People;
use super::replay::Replay;
use super::report::Report;
use super::room_verb::{HeaderVerb, RoomVerb};
use super::runbook::Runbook;
use super::start::Start;
use super::theme::Theme;
use super::typed::Json;
use super::update::Update;
use super::verify::Verify;
use crate::lang::Lang;
use crate::wire::NamedFile;

/// A parsed command line.
#[derive(Clone, Debug)]
pub struct Cli {
    pub options: Options,
    /// `None` opens the start screen.
    pub verb: Option<Verb>,
}

/// The verbs, in the order of the help.
#[derive(Clone, Debug, Subcommand)]
pub enum Verb {
    Start(Start),
    Attach {
        /// An incident's id or a prefix of it; by default the only open incident.
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
    List(Json),
    #[command(flatten)]
    Room(RoomVerb),
    Update(Update),
    #[command(flatten)]
    Header(HeaderVerb),
    Replay(Replay),
    Verify(Verify),
    Report(Report),
    #[command(flatten)]
    Client(ClientVerb),
    #[command(subcommand)]
    People(People),
    #[command(subcommand)]
    Notify(Notify),
    Serve(Serve),
    #[command(subcommand)]
    Host(Host),
    Demo,
}

/// What is done with the user's own files, without a host.
#[derive(Clone, Debug, Subcommand)]
pub enum ClientVerb {
    Export(Export),
    Import(Import),
    #[command(subcommand)]
    Runbook(Runbook),
    #[command(subcommand)]
    Theme(Theme),
    #[command(subcommand)]
    Config(Config),
    Completions(Completions),
}

/// What can be typed.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "warroom",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
struct Typed {
    #[command(flatten)]
    options: Options,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    verb: Option<TypedVerb>,
}

#[derive(Clone, Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "one is made for each command line")]
enum TypedVerb {
    #[command(flatten)]
    Verb(Verb),
    Help(Help),
}

/// The whole grammar, without its descriptions.
pub fn grammar() -> Command {
    Typed::command()
}

/// Parses a command line without the program's name. Help and misuse are returned as what to print.
pub fn parse(args: &[String], lang: Lang) -> Result<Cli, Outcome> {
    let lang = help::lang_of(args).unwrap_or(lang);
    let typed = || std::iter::once("warroom".to_owned()).chain(args.iter().cloned());
    let misused = |error: &clap::Error| misuse::outcome(error, args, describe(grammar(), lang), lang);
    // Describing every verb takes longer than parsing, so only help and misuse do it.
    let matches = grammar().try_get_matches_from(typed()).or_else(|_| {
        let described = describe(grammar(), lang).try_get_matches_from(typed());
        described.map_err(|error| misused(&error))
    })?;
    let Typed { options, verb, .. } = Typed::from_arg_matches(&matches).map_err(|error| misused(&error))?;
    let verb = match verb {
        Some(TypedVerb::Help(wanted)) => {
            return Err(wanted.outcome(describe(grammar(), lang), lang));
        }
        Some(TypedVerb::Verb(verb)) => Some(verb),
        None => None,
    };
    if let Some(Verb::Replay(replay)) = &verb {
        replay.check(options.lang.unwrap_or(lang))?;
    }
    Ok(Cli { options, verb })
}

impl Cli {
    /// The incident that the command line names, in full or by a prefix.
    pub fn room(&self) -> Option<&str> {
        let named = match &self.verb {
            Some(Verb::Attach { id }) => id.as_deref(),
            Some(Verb::Replay(replay)) => replay.what.as_deref(),
            _ => None,
        };
        named.or(self.options.incident.as_deref())
    }

    /// Whether it names a file, which only the client can read.
    pub fn names_file(&self) -> bool {
        let names = match &self.verb {
            Some(Verb::Start(start)) => start.names_file(),
            Some(Verb::Replay(replay)) => replay.names_file(),
            _ => false,
        };
        names || self.options.config.is_some()
    }

    /// The plan among these (name and source) that it names by its stem.
    pub fn own_plan(&self, plans: &[(String, String)]) -> Vec<NamedFile> {
        match &self.verb {
            Some(Verb::Start(start)) => start.own_plan(plans),
            _ => Vec::new(),
        }
    }
}
