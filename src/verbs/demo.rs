//! `demo`: a living room at once, under a temporary directory only.

mod seed;

pub use seed::{SeedError, seed};

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Demo {}
