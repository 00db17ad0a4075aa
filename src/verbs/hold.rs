//! `hold`: pauses the clocks.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::Reason;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Hold {
    #[command(flatten)]
    reason: Reason,
}

impl Hold {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Header(HeaderCommand::Hold { reason: self.reason.line() })).await
    }
}
