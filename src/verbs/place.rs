//! Where a command line is carried out, and by what.

use std::path::Path;

use super::cli::{Cli, ClientVerb, Verb, grammar};
use super::context::{Caller, Either, Here};
use super::host::{Host, HostQuery, Serve};
use super::notify::{NotifyQuery, OwnTargets};
use super::outcome::Outcome;
use super::people::{self, PeopleFile};
use super::refusal::{ResolvedIncident, not_found};
use super::replay::Replay;
use super::report::{FileReport, IncidentReport};
use super::room_verb::{HeaderVerb, RoomVerb};
use super::start::Start;
use super::typed::Json;
use super::update::{RoomUpdate, TemplateVerb};
use super::verify::{VerifyFile, VerifyIncident};
use super::{list, review};
use crate::lang::Lang;
use crate::room::Rooms;
use crate::session::Entrance;
use crate::wire::NamedFile;

/// Where a command line is carried out.
#[derive(Clone, Debug)]
pub enum Place<'a> {
    Client(ClientTask<'a>),
    /// In the host, which is started if none runs.
    Host(HostTask<'a>),
    /// In the host, if one runs.
    RunningHost(&'a HostQuery),
    /// At the screen.
    Screen(View<'a>),
    /// In a process of its own: at the screen, or into a file.
    Replay(&'a Replay),
    /// In a host of its own below a temporary folder, then at the screen.
    Demo,
    /// The process becomes the host.
    BecomeHost {
        demo: Option<&'a Path>,
    },
    /// The process becomes a host in the foreground, with these doors.
    Serve(&'a Serve),
}

#[derive(Clone, Copy, Debug)]
pub enum ClientTask<'a> {
    Verb(&'a ClientVerb),
    Verify(VerifyFile<'a>),
    Report(FileReport<'a>),
    Update(&'a TemplateVerb),
    People(&'a PeopleFile),
    Notify(&'a OwnTargets),
}

#[derive(Clone, Copy, Debug)]
pub enum HostTask<'a> {
    Start(&'a Start),
    List(Json),
    /// The actions of all incidents.
    Actions(&'a review::List),
    Room(&'a RoomVerb),
    Update(RoomUpdate<'a>),
    Header(&'a HeaderVerb),
    Verify(VerifyIncident<'a>),
    Report(IncidentReport<'a>),
    People(Json),
    Notify(&'a NotifyQuery),
}

/// What a screen shows first.
#[derive(Clone, Copy, Debug)]
pub enum View<'a> {
    Start,
    Room,
    Replay(&'a Replay),
}

impl Cli {
    pub fn place(&self) -> Place<'_> {
        let either = |either| match either {
            Either::Client(task) => Place::Client(task),
            Either::Host(task) => Place::Host(task),
        };
        let Some(verb) = &self.verb else {
            return Place::Screen(if self.options.incident.is_some() { View::Room } else { View::Start });
        };
        match verb {
            Verb::Attach { .. } => Place::Screen(View::Room),
            Verb::Replay(replay) if replay.is_own_process() => Place::Replay(replay),
            Verb::Replay(replay) => Place::Screen(View::Replay(replay)),
            Verb::Demo => Place::Demo,
            Verb::Serve(serve) => Place::Serve(serve),
            Verb::Host(Host::Query(query)) => Place::RunningHost(query),
            Verb::Host(Host::Run { demo }) => Place::BecomeHost { demo: demo.as_deref() },
            Verb::Client(verb) => Place::Client(ClientTask::Verb(verb)),
            Verb::Start(start) => Place::Host(HostTask::Start(start)),
            Verb::List(json) => Place::Host(HostTask::List(*json)),
            Verb::Header(verb) => Place::Host(HostTask::Header(verb)),
            Verb::Room(verb) => Place::Host(verb.everywhere().map_or(HostTask::Room(verb), HostTask::Actions)),
            Verb::Update(update) => either(update.split().map(ClientTask::Update, HostTask::Update)),
            Verb::Verify(verify) => either(verify.split().map(ClientTask::Verify, HostTask::Verify)),
            Verb::Report(report) => either(report.split().map(ClientTask::Report, HostTask::Report)),
            Verb::People(people) => either(people.split().map(ClientTask::People, HostTask::People)),
            Verb::Notify(notify) => either(notify.split().map(ClientTask::Notify, HostTask::Notify)),
        }
    }
}

impl ClientTask<'_> {
    pub fn run(&self, here: &Here) -> Outcome {
        let done = match self {
            Self::Verb(ClientVerb::Export(export)) => export.run(here),
            Self::Verb(ClientVerb::Import(import)) => import.run(here),
            Self::Verb(ClientVerb::Runbook(runbook)) => runbook.run(here),
            Self::Verb(ClientVerb::Theme(theme)) => Ok(theme.run(here)),
            Self::Verb(ClientVerb::Config(config)) => config.run(here),
            Self::Verb(ClientVerb::Completions(shell)) => Ok(shell.run(grammar(), here.lang)),
            Self::Verify(verify) => verify.run(here),
            Self::Report(report) => report.run(here),
            Self::Update(templates) => templates.run(here),
            Self::People(people) => people.run(here),
            Self::Notify(targets) => targets.run(here),
        };
        done.unwrap_or_else(|failed| failed)
    }
}

impl HostTask<'_> {
    /// The files that the command line names, read by the client with the user's own rights.
    pub fn files(&self, here: &Here) -> Result<Vec<NamedFile>, Outcome> {
        match self {
            Self::Start(start) => start.files(here),
            _ => Ok(Vec::new()),
        }
    }

    /// Whether the incident's screen opens afterwards, if there is a terminal.
    pub const fn attaches(&self) -> bool {
        matches!(self, Self::Start(start) if start.attaches())
    }

    /// Carries it out on `incident`, or the only open one.
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Outcome {
        let done = match self {
            Self::Start(start) => start.run(caller, rooms).await,
            Self::List(Json { json }) => Ok(list::run(*json, caller, rooms).await),
            Self::Actions(list) => Ok(list.run_everywhere(caller, rooms).await),
            Self::Room(verb) => verb.run(incident, caller, rooms).await,
            Self::Update(update) => update.run(incident, caller, rooms).await,
            Self::Header(verb) => verb.run(incident, caller, rooms).await,
            Self::Verify(verify) => verify.run(incident, caller, rooms).await,
            Self::Report(report) => report.run(incident, caller, rooms).await,
            Self::People(Json { json }) => Ok(people::list(caller, *json)),
            Self::Notify(query) => Ok(query.run(caller, rooms).await),
        };
        done.unwrap_or_else(|failed| failed)
    }
}

impl View<'_> {
    /// Opens the first view of a screen.
    pub async fn open(&self, incident: Option<&str>, lang: Lang, rooms: &Rooms) -> Result<Entrance, Outcome> {
        let missing = |error| not_found(&error, lang);
        match self {
            Self::Start => Ok(Entrance::Start),
            Self::Room => rooms.find(incident).await.map(Entrance::Room).map_err(missing),
            Self::Replay(replay) => {
                // The screen itself shows which incident it is.
                let found = ResolvedIncident::find(incident, rooms, lang).await.map_err(missing);
                let (ResolvedIncident { id, .. }, journal) = found?;
                let showing = replay.open(&id, journal, rooms, lang).await?;
                Ok(Entrance::Replay(Box::new(showing)))
            }
        }
    }
}
