//! `close`: the crisis is over.

use clap::Args;

use super::typed::Reason;

#[derive(Clone, Debug, Args)]
pub struct Close {
    #[command(flatten)]
    pub reason: Reason,
}
