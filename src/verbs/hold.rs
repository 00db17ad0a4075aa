//! `hold`: the clocks stand still.

use clap::Args;

use super::Outcome;
use super::asker::Asker;
use super::typed::Reason;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Hold {
    #[command(flatten)]
    reason: Reason,
}

impl Hold {
    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        asker.ask(Command::Header(HeaderCommand::Hold { reason: self.reason.line() })).await
    }
}
