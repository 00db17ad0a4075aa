//! `task`: what each role has to do.

use clap::Subcommand;

use super::typed::Reason;
use crate::incident::Planned;

#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    List {
        #[arg(long)]
        phase: Option<String>,
        #[arg(long)]
        role: Option<String>,
        #[arg(long, value_parser = ["todo", "doing", "blocked", "done", "skipped"])]
        state: Option<String>,
        #[arg(long)]
        person: Option<String>,
        /// Of the phases that run.
        #[arg(long, conflicts_with = "phase")]
        running: bool,
        #[arg(long)]
        json: bool,
    },
    Start {
        task: String,
    },
    Done {
        task: String,
    },
    Block {
        task: String,
        #[command(flatten)]
        reason: Reason,
    },
    Unblock {
        task: String,
    },
    Skip {
        task: String,
        #[command(flatten)]
        reason: Reason,
    },
    Reopen {
        task: String,
    },
    Assign {
        task: String,
        /// Oneself where none is given.
        #[arg(conflicts_with = "nobody")]
        person: Option<String>,
        #[arg(long)]
        nobody: bool,
    },
    Add {
        role: String,
        #[arg(required = true)]
        title: Vec<String>,
        /// The one that runs where none is given.
        #[arg(long)]
        phase: Option<String>,
        #[arg(long, value_name = "RANGE")]
        planned: Option<Planned>,
    },
    Retitle {
        task: String,
        #[arg(required = true)]
        title: Vec<String>,
    },
    Comment {
        task: String,
        #[arg(required = true)]
        text: Vec<String>,
    },
}
