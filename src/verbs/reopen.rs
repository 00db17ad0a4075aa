//! `reopen`: a closed incident goes on.

use clap::Args;

use super::Outcome;
use super::asker::Asker;
use super::typed::Reason;
use crate::incident::{Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Reopen {
    #[command(flatten)]
    reason: Reason,
}

impl Reopen {
    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        asker.ask(Command::Header(HeaderCommand::Reopen { reason: self.reason.line() })).await
    }
}
