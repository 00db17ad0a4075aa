//! `retitle`: another title for the incident.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Retitle {
    #[arg(required = true)]
    pub title: Vec<String>,
}
