//! `undo`: takes one's own last act back.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Undo {}
