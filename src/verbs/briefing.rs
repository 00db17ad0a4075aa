//! `briefing`: what somebody who takes over has to know.

use super::Outcome;
use super::asker::Asker;

pub fn run(asker: &Asker<'_>) -> Outcome {
    Outcome::done(asker.briefing())
}
