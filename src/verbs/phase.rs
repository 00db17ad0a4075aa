//! `phase`: the steps of the timeline, breaks and day ends among them.

use clap::{Args, Subcommand};

use super::typed::{Reason, TimeOfDay};
use crate::incident::Planned;

#[derive(Clone, Debug, Subcommand)]
pub enum Phase {
    List {
        #[arg(long)]
        json: bool,
    },
    Start {
        /// The next that waits where none is given.
        phase: Option<String>,
    },
    Finish {
        /// The one that runs where none is given.
        phase: Option<String>,
    },
    Skip {
        phase: String,
        #[command(flatten)]
        reason: Reason,
    },
    Reopen {
        phase: String,
    },
    Extend {
        phase: String,
        range: Planned,
    },
    Add {
        #[arg(required = true)]
        title: Vec<String>,
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        place: Behind,
    },
    Move {
        phase: String,
        #[command(flatten)]
        place: Behind,
    },
    Next,
}

/// What is added.
#[derive(Clone, Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Kind {
    #[arg(long, value_name = "RANGE")]
    pub planned: Option<Planned>,
    #[arg(long = "break", requires = "planned")]
    pub is_break: bool,
    #[arg(long, value_name = "TIME", requires = "resume", conflicts_with_all = ["planned", "is_break"])]
    pub day_end: Option<TimeOfDay>,
    #[arg(long, value_name = "TIME", requires = "day_end")]
    pub resume: Option<TimeOfDay>,
}

/// Where a step goes; at the end where nothing is said.
#[derive(Clone, Debug, Args)]
pub struct Behind {
    #[arg(long, value_name = "PHASE", conflicts_with = "first")]
    pub after: Option<String>,
    #[arg(long)]
    pub first: bool,
}
