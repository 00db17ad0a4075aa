//! `runbook`: plans, one's own and those that come with the program.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Clone, Debug, Subcommand)]
pub enum Runbook {
    List {
        #[arg(long)]
        json: bool,
    },
    Show {
        plan: String,
        #[arg(long)]
        json: bool,
    },
    Check {
        file: PathBuf,
    },
    New {
        file: PathBuf,
    },
    Schema,
}
