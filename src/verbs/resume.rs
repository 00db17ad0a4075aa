//! `resume`: the clocks run again.

use super::Outcome;
use super::room_command::RoomCommand;
use crate::incident::{Command, HeaderCommand};

pub async fn run(room: &RoomCommand<'_>) -> Outcome {
    room.ask(Command::Header(HeaderCommand::Resume)).await
}
