//! `reopen`: a closed incident goes on.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::Reason;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Reopen {
    #[command(flatten)]
    reason: Reason,
}

impl Reopen {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Header(HeaderCommand::Reopen { reason: self.reason.line() })).await
    }
}
