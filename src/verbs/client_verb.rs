//! The verbs that need no host.

use clap::Subcommand;

use super::completions::Completions;
use super::config::Config;
use super::context::Here;
use super::export::Export;
use super::import::Import;
use super::outcome::Outcome;
use super::runbook::Runbook;
use super::theme::Theme;

/// What is done with the user's own files, in the order of the help.
#[derive(Clone, Debug, Subcommand)]
pub enum ClientVerb {
    Export(Export),
    Import(Import),
    #[command(subcommand)]
    Runbook(Runbook),
    #[command(subcommand)]
    Theme(Theme),
    #[command(subcommand)]
    Config(Config),
    Completions(Completions),
}

impl ClientVerb {
    /// `grammar` is what a shell completes.
    pub fn run(&self, here: &Here, grammar: clap::Command) -> Outcome {
        match self {
            Self::Export(export) => export.run(here),
            Self::Import(import) => import.run(here),
            Self::Runbook(runbook) => runbook.run(here),
            Self::Theme(theme) => theme.run(here),
            Self::Config(config) => config.run(here),
            Self::Completions(completions) => completions.run(grammar, here.lang),
        }
    }
}
