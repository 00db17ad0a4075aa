//! `list`: the incidents of this machine.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct List {
    #[arg(long)]
    pub json: bool,
}
