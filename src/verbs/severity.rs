//! `severity`: how grave the incident is.

use clap::Args;

use super::room_command::RoomCommand;
use super::{Outcome, typed};
use crate::incident::{self, Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Severity {
    #[arg(value_parser = typed::severity())]
    severity: incident::Severity,
}

impl Severity {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Header(HeaderCommand::SetSeverity { severity: self.severity })).await
    }
}
