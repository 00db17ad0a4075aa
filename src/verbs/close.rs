//! `close`: the crisis is over.

use clap::Args;

use super::Outcome;
use super::asker::Asker;
use super::typed::Reason;
use crate::incident::Command;

#[derive(Clone, Debug, Args)]
pub struct Close {
    #[command(flatten)]
    reason: Reason,
}

impl Close {
    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        asker.ask(Command::Close { reason: self.reason.line() }).await
    }
}
