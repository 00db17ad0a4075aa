//! The reception of a host: what every door offers to an identified person.
//!
//! ```text
//!   door: who, bytes in, bytes out ──Access──▶ parse ─┬─ exec ───▶ Outcome
//!                                                     └─ screen ─▶ ExitReason ──▶ Goodbye
//! ```

use tokio::sync::{mpsc, watch};

use super::people_file::Registry;
use super::templates::TemplateWatcher;
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::people::Access;
use crate::room::Rooms;
use crate::session::{self, Entrance, ExitReason, FromDoor, Output, Visitor};
use crate::terminal::KnownTerminals;
use crate::verbs::{self, Caller, Cli, HostFacts, HostQuery, Outcome, Place, View};
use crate::wire::{NamedFile, Origin};

/// How many pieces of input wait for a session.
pub const INPUT_WAITING: usize = 4;

pub struct Reception {
    pub rooms: Rooms,
    pub registry: Registry,
    pub dispatcher: Dispatcher,
    /// What is known of the terminals that were here.
    pub terminals: KnownTerminals,
    pub templates: TemplateWatcher,
    pub facts: HostFacts,
    /// The number of clients of this machine that are connected.
    pub clients: watch::Sender<usize>,
    /// Set once the host ends.
    pub ending: watch::Sender<bool>,
}

/// How far a door reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This machine: the client has read the files that the command line names.
    Machine,
    Remote,
}

/// The last words behind a screen, and the exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goodbye {
    pub text: String,
    pub code: u8,
}

/// Parses a command line, and refuses what the door does not reach.
pub fn parse(args: &[String], lang: Lang, reach: Reach) -> Result<Cli, Outcome> {
    let cli = verbs::parse(args, lang)?;
    let lang = cli.options.lang.unwrap_or(lang);
    if reach == Reach::Remote {
        if cli.names_file() {
            return Err(Outcome::refused(lang.say("ssh-no-files")));
        }
        match cli.place() {
            Place::Screen(_) | Place::Host(_) | Place::RunningHost(HostQuery::Status { .. }) => {}
            _ => return Err(Outcome::refused(lang.say("ssh-not-here"))),
        }
    }
    Ok(cli)
}

impl Reception {
    pub fn ending(&self) -> watch::Receiver<bool> {
        self.ending.subscribe()
    }

    /// Carries out a command of the host.
    pub async fn exec(&self, cli: &Cli, origin: &Origin, files: Vec<NamedFile>, access: &Access) -> Outcome {
        let lang = cli.options.lang.unwrap_or(origin.lang);
        let Some(who) = access.who() else { return Outcome::refused(lang.say("host-withdrawn")) };
        let caller = Caller {
            who,
            lang,
            zone: origin.zone,
            files,
            known: access.known(),
            templates: self.templates.now(),
            host: self.facts.clone(),
            dispatcher: Some(self.dispatcher.clone()),
        };
        match cli.place() {
            Place::Host(task) => task.run(cli.room(), &caller, &self.rooms).await,
            Place::RunningHost(HostQuery::Stop) if !access.runs_host() => Outcome::refused(lang.say("host-not-yours")),
            Place::RunningHost(query) => {
                let outcome = query.run(&caller, &self.rooms).await;
                if matches!(query, HostQuery::Stop) {
                    self.ending.send_replace(true);
                }
                outcome
            }
            // Our clients ask a host for no other.
            _ => Outcome::misuse(lang.say("cli-misuse")),
        }
    }

    /// Opens what a screen shows first. Remote users come for the crisis, so they start in the only open incident.
    pub async fn enter(&self, cli: &Cli, lang: Lang, reach: Reach) -> Result<Entrance, Outcome> {
        match cli.place() {
            Place::Screen(View::Start) if reach == Reach::Remote => {
                Ok(self.rooms.find(None).await.map_or(Entrance::Start, Entrance::Room))
            }
            Place::Screen(view) => view.open(cli.room(), lang, &self.rooms).await,
            // Our clients ask for no other screen.
            _ => Err(Outcome::misuse(lang.say("cli-misuse"))),
        }
    }

    /// Runs a screen to its end; the output is returned for the last words. The host adds what it knows to the visitor that
    /// a door describes.
    pub async fn screen<O: Output>(
        &self,
        visitor: Visitor,
        entrance: Entrance,
        input: mpsc::Receiver<FromDoor>,
        output: O,
    ) -> (ExitReason, Option<O>) {
        let visitor = Visitor {
            terminals: self.terminals.clone(),
            templates: self.templates.changes(),
            dispatcher: Some(self.dispatcher.clone()),
            ..visitor
        };
        session::run(visitor, input, output, self.rooms.clone(), entrance, self.ending()).await
    }
}

impl Goodbye {
    pub fn new(reason: ExitReason, reach: Reach, lang: Lang) -> Self {
        let (key, code) = match (reason, reach) {
            (ExitReason::Left | ExitReason::Gone, _) => return Self { text: String::new(), code: 0 },
            (ExitReason::Withdrawn, _) => ("host-withdrawn", Outcome::REFUSED),
            (ExitReason::Ending, Reach::Machine) => ("host-stopped", 0),
            (ExitReason::Ending, Reach::Remote) => ("ssh-host-stopped", 0),
            (ExitReason::Crashed, Reach::Machine) => ("host-screen-failed", Outcome::UNAVAILABLE),
            (ExitReason::Crashed, Reach::Remote) => ("ssh-screen-failed", Outcome::UNAVAILABLE),
        };
        Self { text: lang.say(key), code }
    }
}

/// One more of something, until it is dropped.
pub struct Counted(watch::Sender<usize>);

impl Counted {
    pub fn new(count: &watch::Sender<usize>) -> Self {
        count.send_modify(|count| *count += 1);
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

#[cfg(test)]
mod tests;
