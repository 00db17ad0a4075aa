//! `resume`: the clocks run again.

use super::Outcome;
use super::asker::Asker;
use crate::incident::{Command, HeaderCommand};

pub async fn run(asker: &Asker<'_>) -> Outcome {
    asker.ask(Command::Header(HeaderCommand::Resume)).await
}
