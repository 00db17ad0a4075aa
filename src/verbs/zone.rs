//! `zone`: the time zone in which the incident's times are read.

use chrono_tz::Tz;
use clap::Args;

use super::Outcome;
use super::asker::Asker;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Zone {
    /// `Europe/Paris`.
    zone: Tz,
}

impl Zone {
    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        asker.ask(Command::Header(HeaderCommand::SetZone { zone: self.zone })).await
    }
}
