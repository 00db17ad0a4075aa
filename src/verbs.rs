//! The grammar of the command line, and what each verb does to a room; one file a verb, the same for every door.
//!
//! ```text
//!   args ──parse──▶ Cli ──place──▶ Client: run_here(Here)     Host: run(Caller, Rooms)     Screen: a session
//! ```
//!
//! A verb returns an [`Outcome`], never writes by itself: whoever runs it knows where its output goes.

mod action;
mod asker;
mod attach;
mod briefing;
mod bundle;
mod call;
mod close;
mod command;
mod completions;
mod config;
mod correct;
mod day;
pub mod demo;
mod duty;
mod export;
mod file;
mod finding;
mod fresh;
mod help;
mod hold;
mod host;
mod import;
mod json;
mod list;
mod log;
mod misuse;
mod notify;
mod outcome;
pub mod people;
mod phase;
mod pick;
mod reference;
mod reopen;
mod replay;
mod report;
mod resume;
mod retitle;
mod role;
mod runbook;
mod serve;
mod service;
mod severity;
mod situation;
mod source;
mod start;
mod status;
mod table;
mod task;
mod theme;
mod typed;
mod undo;
mod update;
mod verify;
mod zone;

pub use config::read as read_config;
pub use file::gather;
pub use fresh::{Fresh, Mode, Over};
pub use outcome::Outcome;
pub use replay::{Export, Replay};
pub use serve::Serve;
pub use source::{Source, origin, unreadable};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use std::path::PathBuf;
use std::sync::Arc;

use crate::draft::Templates;
use crate::incident::Who;
use crate::lang::Lang;
use crate::notify::{Dispatcher, Look};
use crate::people::Known;
use crate::room::{Room, Rooms};
use crate::session::Showing;
use crate::terminal::Depth;
use crate::wire::NamedFile;
use asker::{Asker, Meant};

/// The command line as it was typed.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "warroom",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    #[arg(long, global = true, value_parser = typed::lang())]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "ID")]
    pub incident: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The shared socket of a host that somebody serves.
    #[arg(long, global = true, value_name = "PATH")]
    pub host: Option<PathBuf>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    /// None is the start screen.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What is asked.
#[derive(Clone, Debug, Subcommand)]
pub enum Verb {
    Start(start::Start),
    Attach(attach::Attach),
    List(list::List),
    Status(status::Status),
    #[command(subcommand)]
    Task(task::Task),
    #[command(subcommand)]
    Phase(phase::Phase),
    #[command(subcommand)]
    Day(day::Day),
    #[command(subcommand)]
    Service(service::Service),
    #[command(subcommand)]
    Finding(finding::Finding),
    #[command(subcommand)]
    Action(action::Action),
    Log(log::Log),
    Correct(correct::Correct),
    #[command(subcommand)]
    Call(call::Call),
    #[command(subcommand)]
    Command(command::Command),
    #[command(subcommand)]
    Role(role::Role),
    Briefing,
    Hold(hold::Hold),
    Resume,
    Undo,
    Update(update::Update),
    Retitle(retitle::Retitle),
    Severity(severity::Severity),
    Situation(situation::Situation),
    Zone(zone::Zone),
    Close(close::Close),
    Reopen(reopen::Reopen),
    Replay(Replay),
    Verify(verify::Verify),
    Report(report::Report),
    Export(export::Export),
    Import(import::Import),
    #[command(subcommand)]
    Runbook(runbook::Runbook),
    #[command(subcommand)]
    Theme(theme::Theme),
    #[command(subcommand)]
    Config(config::Config),
    Completions(completions::Completions),
    #[command(subcommand)]
    People(people::People),
    #[command(subcommand)]
    Notify(notify::Notify),
    Serve(serve::Serve),
    #[command(subcommand)]
    Host(host::Host),
    Demo(demo::Demo),
    Help(help::Help),
}

/// Where a command line is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the client, by [`run_here`]: it needs no room.
    Client,
    /// In the host, by [`run`]; a host that does not run is started.
    Host,
    /// In the host, where one runs; none is started for it.
    RunningHost,
    /// At the screen: the start screen, or the room that [`Cli::room`] names.
    Screen,
    /// In a process of its own: at the screen, or into a file.
    Replay,
    /// In a host of its own under a temporary directory, then at the screen.
    Demo,
    /// The process is to become the host itself.
    BecomeHost,
    /// The process is to become a host in the foreground, with the doors that [`Cli::serve`] names.
    Serve,
}

/// Who runs a verb in the host, and what came with it.
#[derive(Clone, Debug)]
pub struct Caller {
    pub who: Who,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub files: Vec<NamedFile>,
    /// Everybody else, as the host knows them now.
    pub known: Arc<Known>,
    /// What updates are drafted by.
    pub templates: Arc<Templates>,
    pub host: HostFacts,
    /// What goes out of the host; none where nothing does.
    pub dispatcher: Option<Dispatcher>,
}

/// What `host status` tells.
#[derive(Clone, Debug)]
pub struct HostFacts {
    pub pid: u32,
    pub socket: PathBuf,
    pub version: &'static str,
}

/// Where a verb that needs no room finds the user's files.
#[derive(Clone, Debug)]
pub struct Here {
    pub lang: Lang,
    /// `…/config/warroom`.
    pub config_dir: PathBuf,
    /// `--config`, or `config.toml` in the folder above.
    pub config_file: PathBuf,
    /// `…/state/warroom`.
    pub state_dir: PathBuf,
    pub socket: PathBuf,
    /// What the standard output shows; none where it is no terminal.
    pub colours: Depth,
    /// In which times of day are typed.
    pub zone: chrono_tz::Tz,
}

/// Reads a command line without the program's name. Help and misuse come back as what to print.
pub fn parse(args: &[String], lang: Lang) -> Result<Cli, Outcome> {
    let lang = help::lang_of(args).unwrap_or(lang);
    let typed = || std::iter::once("warroom".to_owned()).chain(args.iter().cloned());
    // Describing every verb takes longer than reading the line, so only help and misuse do it.
    let matches = Cli::command().try_get_matches_from(typed()).or_else(|_| {
        let described = help::localized(lang).try_get_matches_from(typed());
        described.map_err(|error| misuse::outcome(&error, args, lang))
    })?;
    let cli = Cli::from_arg_matches(&matches).map_err(|error| misuse::outcome(&error, args, lang))?;
    match &cli.verb {
        Some(Verb::Help(wanted)) => Err(wanted.outcome(lang)),
        Some(Verb::Replay(replay)) => replay.check(cli.lang.unwrap_or(lang)).map(|()| cli),
        _ => Ok(cli),
    }
}

/// Carries out a verb of [`Place::Client`].
pub fn run_here(cli: &Cli, here: &Here) -> Outcome {
    match &cli.verb {
        Some(Verb::Verify(verify)) => verify.run_here(here),
        Some(Verb::Report(report)) => report.run_here(here),
        Some(Verb::Export(export)) => export.run(cli, here),
        Some(Verb::Import(import)) => import.run(here),
        Some(Verb::Runbook(runbook)) => runbook.run(here),
        Some(Verb::Theme(theme)) => theme.run(here),
        Some(Verb::Config(config)) => config.run(cli, here),
        Some(Verb::Completions(completions)) => completions.run(here.lang),
        Some(Verb::People(people)) => people.run_here(here),
        Some(Verb::Update(update)) => update.run_here(here),
        Some(Verb::Notify(notify)) => notify.run_here(here),
        _ => Outcome::misuse(here.lang.say("cli-misuse")),
    }
}

/// Carries out a verb of [`Place::Host`] or [`Place::RunningHost`].
pub async fn run(cli: &Cli, caller: &Caller, rooms: &Rooms) -> Outcome {
    if let (Some(dispatcher), Some(Verb::Update(_) | Verb::Notify(_))) = (&caller.dispatcher, &cli.verb) {
        // A target that was just added gets what is just written.
        dispatcher.look(Look::Briefly).await;
    }
    if let Some(Verb::Action(action)) = &cli.verb
        && let Some(list) = action.everywhere()
    {
        return list.run_everywhere(caller, rooms).await;
    }
    match &cli.verb {
        Some(Verb::Start(start)) => start.run(caller, rooms).await,
        Some(Verb::List(list)) => list.run(caller, rooms).await,
        Some(Verb::Verify(verify)) => verify.run(cli, caller, rooms).await,
        Some(Verb::Report(report)) => report.run(cli, caller, rooms).await,
        Some(Verb::Host(host)) => host.run(caller, rooms).await,
        Some(Verb::People(people)) => people.run(caller),
        Some(Verb::Notify(notify)) => notify.run(caller, rooms).await,
        Some(verb @ (Verb::Finding(_) | Verb::Action(_))) => {
            let after = async {
                let meant = Meant::find(cli.room(), rooms, caller.lang).await;
                let (Meant { id, note }, _) = meant.map_err(|error| asker::not_found(&error, caller.lang))?;
                Ok((Asker::at(Some(id.as_str()), caller, rooms).await?, note))
            };
            match after.await {
                Ok((asker, note)) => act(verb, &asker).await.noting(note),
                Err(outcome) => outcome,
            }
        }
        Some(verb) => match Asker::find(cli, caller, rooms).await {
            Ok(asker) => act(verb, &asker).await,
            Err(outcome) => outcome,
        },
        None => Outcome::misuse(caller.lang.say("cli-misuse")),
    }
}

/// Where a screen begins.
pub enum Entry {
    Start,
    Room(Room),
    Replay(Box<Showing>),
}

/// What is shown first at the screen.
pub async fn enter(cli: &Cli, lang: Lang, rooms: &Rooms) -> Result<Entry, Outcome> {
    let not_found = |error| asker::not_found(&error, lang);
    match &cli.verb {
        None if cli.incident.is_none() => Ok(Entry::Start),
        Some(Verb::Replay(replay)) => {
            // The screen itself says whose session it is.
            let (Meant { id, .. }, journal) =
                Meant::find(cli.room(), rooms, lang).await.map_err(not_found)?;
            replay.open(&id, journal, rooms, lang).await.map(|showing| Entry::Replay(Box::new(showing)))
        }
        _ => rooms.find(cli.room()).await.map(Entry::Room).map_err(not_found),
    }
}

async fn act(verb: &Verb, asker: &Asker<'_>) -> Outcome {
    match verb {
        Verb::Status(status) => status.run(asker),
        Verb::Task(task) => task.run(asker).await,
        Verb::Phase(phase) => phase.run(asker).await,
        Verb::Day(day) => day.run(asker).await,
        Verb::Service(service) => service.run(asker).await,
        Verb::Finding(finding) => finding.run(asker).await,
        Verb::Action(action) => action.run(asker).await,
        Verb::Log(log) => log.run(asker).await,
        Verb::Correct(correct) => correct.run(asker).await,
        Verb::Call(call) => call.run(asker).await,
        Verb::Command(command) => command.run(asker).await,
        Verb::Role(role) => role.run(asker).await,
        Verb::Briefing => briefing::run(asker),
        Verb::Hold(hold) => hold.run(asker).await,
        Verb::Resume => resume::run(asker).await,
        Verb::Undo => undo::run(asker).await,
        Verb::Update(update) => update.run(asker).await,
        Verb::Retitle(retitle) => retitle.run(asker).await,
        Verb::Severity(severity) => severity.run(asker).await,
        Verb::Situation(situation) => situation.run(asker).await,
        Verb::Zone(zone) => zone.run(asker).await,
        Verb::Close(close) => close.run(asker).await,
        Verb::Reopen(reopen) => reopen.run(asker).await,
        Verb::Start(_)
        | Verb::Attach(_)
        | Verb::List(_)
        | Verb::Replay(_)
        | Verb::Verify(_)
        | Verb::Report(_)
        | Verb::Export(_)
        | Verb::Import(_)
        | Verb::Runbook(_)
        | Verb::Theme(_)
        | Verb::Config(_)
        | Verb::Completions(_)
        | Verb::People(_)
        | Verb::Notify(_)
        | Verb::Serve(_)
        | Verb::Host(_)
        | Verb::Demo(_)
        | Verb::Help(_) => Outcome::misuse(asker.lang.say("cli-misuse")),
    }
}

impl Cli {
    /// Where it is to be carried out.
    pub fn place(&self) -> Place {
        match &self.verb {
            None | Some(Verb::Attach(_)) => Place::Screen,
            Some(
                Verb::Export(_)
                | Verb::Import(_)
                | Verb::Runbook(_)
                | Verb::Theme(_)
                | Verb::Config(_)
                | Verb::Completions(_)
                | Verb::Help(_),
            ) => Place::Client,
            Some(Verb::Verify(verify)) => verify.place(),
            Some(Verb::Report(report)) => report.place(),
            Some(Verb::Replay(replay)) => replay.place(),
            Some(Verb::Host(host)) => host.place(),
            Some(Verb::People(people)) => people.place(),
            Some(Verb::Update(update)) => update.place(),
            Some(Verb::Notify(notify)) => notify.place(),
            Some(Verb::Serve(_)) => Place::Serve,
            Some(Verb::Demo(_)) => Place::Demo,
            Some(_) => Place::Host,
        }
    }

    /// The incident that the command line names, in full or by its beginning.
    pub fn room(&self) -> Option<&str> {
        match &self.verb {
            Some(Verb::Attach(attach)) => attach.id.as_deref().or(self.incident.as_deref()),
            Some(Verb::Replay(replay)) => replay.what().or(self.incident.as_deref()),
            _ => self.incident.as_deref(),
        }
    }

    /// Whether it names a file, which only whoever typed it can read.
    pub fn names_file(&self) -> bool {
        let names = match &self.verb {
            Some(Verb::Start(start)) => start.names_file(),
            Some(Verb::Replay(replay)) => replay.names_file(),
            _ => false,
        };
        names || self.config.is_some()
    }

    /// The plan that it names by a stem, where it is among these.
    pub fn own_plan(&self, plans: &[(String, String)]) -> Vec<NamedFile> {
        let Some(Verb::Start(start)) = &self.verb else { return Vec::new() };
        let named = plans.iter().filter(|(name, _)| start.names(name)).take(1);
        named
            .map(|(name, source)| NamedFile { path: name.into(), content: source.clone().into_bytes() })
            .collect()
    }

    /// The session that it plays again.
    pub const fn replays(&self) -> Option<&Replay> {
        match &self.verb {
            Some(Verb::Replay(replay)) => Some(replay),
            _ => None,
        }
    }

    /// The folder of the demo that a host is to be for.
    pub fn demo_of_host(&self) -> Option<&std::path::Path> {
        match &self.verb {
            Some(Verb::Host(host)) => host.demo(),
            _ => None,
        }
    }

    /// The doors that a host in the foreground is to have.
    pub const fn serve(&self) -> Option<&Serve> {
        match &self.verb {
            Some(Verb::Serve(serve)) => Some(serve),
            _ => None,
        }
    }

    /// Whether the host ends once it has answered.
    pub const fn stops_host(&self) -> bool {
        matches!(self.verb, Some(Verb::Host(host::Host::Stop)))
    }

    /// Whether the war room opens behind a verb that has printed an incident's id, where there is a terminal for it.
    pub fn attaches(&self) -> bool {
        match &self.verb {
            Some(Verb::Start(start)) => start.attaches(),
            Some(Verb::Demo(_)) => true,
            _ => false,
        }
    }
}
