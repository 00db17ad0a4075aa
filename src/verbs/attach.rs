//! `attach`: opens the war room of an incident.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Attach {
    /// An incident's id or a prefix of it; by default the only open incident.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
}
