//! `hold`: the clocks stand still.

use clap::Args;

use super::typed::Reason;

#[derive(Clone, Debug, Args)]
pub struct Hold {
    #[command(flatten)]
    pub reason: Reason,
}
