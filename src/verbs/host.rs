//! `host`: the background process that holds the rooms.

use clap::Subcommand;

use super::Place;

#[derive(Clone, Debug, Subcommand)]
pub enum Host {
    Status {
        #[arg(long)]
        json: bool,
    },
    /// The host answers, then ends.
    Stop,
    /// What a client starts in the background.
    #[command(hide = true)]
    Run,
}

impl Host {
    pub const fn place(&self) -> Place {
        match self {
            Self::Status { .. } | Self::Stop => Place::RunningHost,
            Self::Run => Place::BecomeHost,
        }
    }
}
