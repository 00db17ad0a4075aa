//! `retitle`: another title for the incident.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::line;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Retitle {
    #[arg(required = true)]
    title: Vec<String>,
}

impl Retitle {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Header(HeaderCommand::Retitle { title: line(&self.title) })).await
    }
}
