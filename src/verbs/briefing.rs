//! `briefing`: what somebody who takes over has to know.

use super::Outcome;
use super::room_command::RoomCommand;

pub fn run(room: &RoomCommand<'_>) -> Outcome {
    Outcome::done(room.briefing())
}
