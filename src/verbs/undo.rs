//! `undo`: takes one's own last act back.

use super::Outcome;
use super::asker::Asker;
use crate::incident::Command;

pub async fn run(asker: &Asker<'_>) -> Outcome {
    asker.ask(Command::Undo).await
}
