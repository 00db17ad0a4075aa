//! `demo`: a living room at once, under a temporary directory only.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Demo {}
