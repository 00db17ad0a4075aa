//! `situation`: what is hit, since when, and what it does to people; shown where nothing is given.

use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Describe {
    pub what: Vec<String>,
    #[arg(long)]
    pub since: Option<String>,
    #[arg(long)]
    pub impact: Option<String>,
    #[arg(long, conflicts_with_all = ["what", "since", "impact"])]
    pub json: bool,
}
