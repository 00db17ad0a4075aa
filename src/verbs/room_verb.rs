//! The verbs that act on one incident.

use clap::Subcommand;

use super::action::Action;
use super::call::Call;
use super::close::Close;
use super::command::Command;
use super::context::Caller;
use super::correct::Correct;
use super::day::Day;
use super::finding::Finding;
use super::hold::Hold;
use super::log::Log;
use super::outcome::Outcome;
use super::phase::Phase;
use super::reopen::Reopen;
use super::retitle::Retitle;
use super::role::Role;
use super::room_command::RoomCommand;
use super::service::Service;
use super::severity::Severity;
use super::situation::Situation;
use super::status::Status;
use super::task::Task;
use super::zone::Zone;
use super::{action, briefing, resume, undo};
use crate::room::Rooms;

/// What happens in an incident, in the order of the help.
#[derive(Clone, Debug, Subcommand)]
pub enum RoomVerb {
    Status(Status),
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
    Correct(Correct),
    #[command(subcommand)]
    Call(Call),
    #[command(subcommand)]
    Command(Command),
    #[command(subcommand)]
    Role(Role),
    Briefing,
    Hold(Hold),
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
    Retitle(Retitle),
    Severity(Severity),
    Situation(Situation),
    Zone(Zone),
    Close(Close),
    Reopen(Reopen),
}

impl RoomVerb {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Outcome {
        let found = match self {
            Self::Review(_) => RoomCommand::open_or_last_closed(incident, caller, rooms).await,
            _ => RoomCommand::open(incident, caller, rooms).await.map(|room| (room, String::new())),
        };
        match found {
            Ok((room, note)) => self.act(&room).await.noting(note),
            Err(outcome) => outcome,
        }
    }

    /// The list of the actions of all incidents, if that is what is asked.
    pub const fn everywhere(&self) -> Option<&action::List> {
        match self {
            Self::Review(ReviewVerb::Action(action)) => action.everywhere(),
            _ => None,
        }
    }

    async fn act(&self, room: &RoomCommand<'_>) -> Outcome {
        match self {
            Self::Status(status) => status.run(room),
            Self::Task(task) => task.run(room).await,
            Self::Phase(phase) => phase.run(room).await,
            Self::Day(day) => day.run(room).await,
            Self::Service(service) => service.run(room).await,
            Self::Review(ReviewVerb::Finding(finding)) => finding.run(room).await,
            Self::Review(ReviewVerb::Action(action)) => action.run(room).await,
            Self::Log(log) => log.run(room).await,
            Self::Correct(correct) => correct.run(room).await,
            Self::Call(call) => call.run(room).await,
            Self::Command(command) => command.run(room).await,
            Self::Role(role) => role.run(room).await,
            Self::Briefing => briefing::run(room),
            Self::Hold(hold) => hold.run(room).await,
            Self::Resume => resume::run(room).await,
            Self::Undo => undo::run(room).await,
        }
    }
}

impl HeaderVerb {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Outcome {
        let room = match RoomCommand::open(incident, caller, rooms).await {
            Ok(room) => room,
            Err(outcome) => return outcome,
        };
        match self {
            Self::Retitle(retitle) => retitle.run(&room).await,
            Self::Severity(severity) => severity.run(&room).await,
            Self::Situation(situation) => situation.run(&room).await,
            Self::Zone(zone) => zone.run(&room).await,
            Self::Close(close) => close.run(&room).await,
            Self::Reopen(reopen) => reopen.run(&room).await,
        }
    }
}
