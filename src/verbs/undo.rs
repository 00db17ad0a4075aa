//! `undo`: takes one's own last act back.

use super::Outcome;
use super::room_command::RoomCommand;
use crate::incident::Command;

pub async fn run(room: &RoomCommand<'_>) -> Outcome {
    room.ask(Command::Undo).await
}
