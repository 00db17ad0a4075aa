//! `resume`: the clocks run again.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Resume {}
