//! `zone`: the time zone in which the incident's times are read.

use chrono_tz::Tz;
use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Zone {
    /// `Europe/Paris`.
    zone: Tz,
}

impl Zone {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Header(HeaderCommand::SetZone { zone: self.zone })).await
    }
}
