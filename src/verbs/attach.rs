//! `attach`: opens the war room of an incident.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Attach {
    /// An incident's id or its beginning; the one open incident where none is given.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
}
