//! `status`: where an incident stands.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Status {
    #[arg(long)]
    pub json: bool,
}
