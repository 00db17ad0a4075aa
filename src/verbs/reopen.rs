//! `reopen`: a closed incident goes on.

use clap::Args;

use super::typed::Reason;

#[derive(Clone, Debug, Args)]
pub struct Reopen {
    #[command(flatten)]
    pub reason: Reason,
}
