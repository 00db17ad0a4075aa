//! `severity`: how grave the incident is.

use clap::Args;

use super::asker::Asker;
use super::{Outcome, typed};
use crate::incident::{self, Command, HeaderCommand};

#[derive(Clone, Debug, Args)]
pub struct Severity {
    #[arg(value_parser = typed::severity())]
    severity: incident::Severity,
}

impl Severity {
    pub async fn run(&self, asker: &Asker<'_>) -> Outcome {
        asker.ask(Command::Header(HeaderCommand::SetSeverity { severity: self.severity })).await
    }
}
