//! The verbs that act on one incident.
//!
//! Most of them come to one command, or to what is printed without asking. What needs no file of its own is here.

use chrono_tz::Tz;
use clap::{Args, Subcommand};

use super::call::Call;
use super::close::Close;
use super::context::Caller;
use super::duty::{CommandVerb, RoleVerb};
use super::log::Log;
use super::outcome::Outcome;
use super::phase::{Day, Phase};
use super::review::{Action, Finding, List};
use super::room_command::RoomCommand;
use super::service::Service;
use super::task::Task;
use super::typed::{self, Json, Reason, line, prose};
use super::{attention, status};
use crate::incident::{self, Command, HeaderCommand, Line, LogCommand, Prose, Seq, Severity};
use crate::lang::vars;
use crate::room::Rooms;

/// What happens in an incident, in the order of the help.
#[derive(Clone, Debug, Subcommand)]
pub enum RoomVerb {
    Status(Json),
    Attention(Json),
    #[command(subcommand)]
    Task(Task),
    #[command(subcommand)]
    Phase(Phase),
    #[command(subcommand)]
    Day(Day),
    #[command(subcommand)]
    Service(Service),
    #[command(flatten)]
    Review(ReviewVerb),
    Log(Log),
    /// An entry reads otherwise from now on; the old text stays visible.
    Correct {
        #[arg(value_name = "SEQ")]
        entry: u64,
        #[arg(required = true)]
        text: Vec<String>,
    },
    #[command(subcommand)]
    Call(Call),
    #[command(subcommand)]
    Command(CommandVerb),
    #[command(subcommand)]
    Role(RoleVerb),
    Briefing,
    Hold(Reason),
    Resume,
    Undo,
}

/// What is done after an incident: without a name and with none open, these mean the one that was closed last.
#[derive(Clone, Debug, Subcommand)]
pub enum ReviewVerb {
    #[command(subcommand)]
    Finding(Finding),
    #[command(subcommand)]
    Action(Action),
}

/// What an incident is called and how it ends.
#[derive(Clone, Debug, Subcommand)]
pub enum HeaderVerb {
    Retitle {
        #[arg(required = true)]
        title: Vec<String>,
    },
    Severity {
        #[arg(value_parser = typed::severity())]
        severity: Severity,
    },
    Situation(Situation),
    Zone {
        /// `Europe/Paris`.
        zone: Tz,
    },
    Close(Close),
    Reopen(Reason),
}

impl RoomVerb {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        let (room, note) = match self {
            Self::Review(_) => RoomCommand::open_or_last_closed(incident, caller, rooms).await?,
            _ => (RoomCommand::open(incident, caller, rooms).await?, String::new()),
        };
        let outcome = match self {
            Self::Phase(phase) => phase.run(&room).await,
            _ => room.carry_out(self.command(&room)).await,
        };
        Ok(outcome.noting(note))
    }

    /// The list of the actions of all incidents, if that is what is asked.
    pub const fn everywhere(&self) -> Option<&List> {
        match self {
            Self::Review(ReviewVerb::Action(action)) => action.everywhere(),
            _ => None,
        }
    }

    /// The command for the room; the error is what to print without asking.
    fn command(&self, room: &RoomCommand<'_>) -> Result<Command, Outcome> {
        match self {
            Self::Status(Json { json }) => Err(status::shown(room, *json)),
            Self::Attention(Json { json }) => Err(attention::shown(room, *json)),
            Self::Task(task) => task.command(room),
            Self::Phase(phase) => phase.command(room),
            Self::Day(day) => Ok(day.command()),
            Self::Service(service) => service.command(room),
            Self::Review(ReviewVerb::Finding(finding)) => finding.command(room),
            Self::Review(ReviewVerb::Action(action)) => action.command(room),
            Self::Log(log) => log.command(room),
            Self::Correct { entry, text } => {
                Ok(Command::Log(LogCommand::Correct { entry: Seq(*entry), text: prose(text) }))
            }
            Self::Call(call) => call.command(room),
            Self::Command(command) => command.command(room),
            Self::Role(role) => role.command(room),
            Self::Briefing => Err(Outcome::done(room.briefing())),
            Self::Hold(reason) => Ok(Command::Header(HeaderCommand::Hold { reason: reason.line() })),
            Self::Resume => Ok(Command::Header(HeaderCommand::Resume)),
            Self::Undo => Ok(Command::Undo),
        }
    }
}

impl HeaderVerb {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        let room = RoomCommand::open(incident, caller, rooms).await?;
        let command = Command::Header(match self {
            Self::Retitle { title } => HeaderCommand::Retitle { title: line(title) },
            Self::Severity { severity } => HeaderCommand::SetSeverity { severity: *severity },
            Self::Situation(situation) => situation.command(&room)?,
            Self::Zone { zone } => HeaderCommand::SetZone { zone: *zone },
            Self::Close(close) => return close.run(&room).await,
            Self::Reopen(reason) => HeaderCommand::Reopen { reason: reason.line() },
        });
        Ok(room.ask(command).await)
    }
}

/// What is affected, since when, and the impact on people.
#[derive(Clone, Debug, Args)]
pub struct Situation {
    what: Vec<String>,
    #[arg(long)]
    since: Option<String>,
    #[arg(long)]
    impact: Option<String>,
    #[arg(long, conflicts_with_all = ["what", "since", "impact"])]
    json: bool,
}

impl Situation {
    pub fn command(&self, room: &RoomCommand<'_>) -> Result<HeaderCommand, Outcome> {
        let now = &room.incident().situation;
        if self.what.is_empty() && self.since.is_none() && self.impact.is_none() {
            return Err(self.shown(room, now));
        }
        let what = (!self.what.is_empty()).then(|| prose(&self.what));
        let since = self.since.as_deref().map(Line::new);
        let impact = self.impact.as_deref().map(Prose::new);
        Ok(HeaderCommand::Describe { what, since, impact })
    }

    fn shown(&self, room: &RoomCommand<'_>, now: &incident::Situation) -> Outcome {
        if self.json {
            return Outcome::json(&serde_json::json!(now));
        }
        if now.is_empty() {
            return Outcome::done(room.lang.say("verb-no-situation"));
        }
        let parts = [("what", now.what.as_str()), ("since", now.since.as_str()), ("impact", now.impact.as_str())];
        let lines = parts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(part, text)| room.lang.say_with(&format!("situation-{part}"), &vars![text]));
        Outcome::done(lines.collect::<Vec<_>>().join("\n"))
    }
}

#[cfg(test)]
mod tests;
