//! `correct`: an entry of the log reads otherwise from now on; the old text stays visible.

use clap::Args;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::prose;
use crate::incident::{Command, LogCommand, Seq};

#[derive(Clone, Debug, Args)]
pub struct Correct {
    /// The number of the entry.
    #[arg(value_name = "SEQ")]
    entry: u64,
    #[arg(required = true)]
    text: Vec<String>,
}

impl Correct {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(Command::Log(LogCommand::Correct { entry: Seq(self.entry), text: prose(&self.text) })).await
    }
}
