//! `day`: its end and its start.

use clap::Subcommand;

use super::Outcome;
use super::room_command::RoomCommand;
use super::typed::TimeOfDay;
use crate::incident::{Command, StepCommand};

#[derive(Clone, Debug, Subcommand)]
pub enum Day {
    End {
        #[arg(long, value_name = "TIME")]
        resume: Option<TimeOfDay>,
    },
    Start,
}

impl Day {
    pub async fn run(&self, room: &RoomCommand<'_>) -> Outcome {
        room.ask(match self {
            Self::End { resume } => Command::Step(StepCommand::EndDay { resume: resume.map(|time| time.0) }),
            Self::Start => Command::Step(StepCommand::StartDay),
        })
        .await
    }
}
