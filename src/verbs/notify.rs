//! `notify`: where updates go, set up and tried before the crisis.

mod add;
mod query;

use clap::Subcommand;

use super::context::{Either, Here};
use super::outcome::Outcome;
use crate::incident::TargetName;
use add::{Add, remove};
pub use query::NotifyQuery;

#[derive(Clone, Debug, Subcommand)]
pub enum Notify {
    #[command(flatten)]
    Own(OwnTargets),
    #[command(flatten)]
    Query(NotifyQuery),
}

/// Changes of the user's own files.
#[derive(Clone, Debug, Subcommand)]
#[expect(clippy::large_enum_variant, reason = "one is made for each command line")]
pub enum OwnTargets {
    Add(Add),
    Remove {
        #[arg(value_name = "NAME")]
        target: TargetName,
    },
}

impl Notify {
    pub const fn split(&self) -> Either<&OwnTargets, &NotifyQuery> {
        match self {
            Self::Own(own) => Either::Client(own),
            Self::Query(query) => Either::Host(query),
        }
    }
}

impl OwnTargets {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        match self {
            Self::Add(add) => add.run(here),
            Self::Remove { target } => remove(target, here),
        }
    }
}
