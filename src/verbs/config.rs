//! `config`: where the configuration is, and what it says.

use clap::Subcommand;

#[derive(Clone, Debug, Subcommand)]
pub enum Config {
    Path {
        #[arg(long)]
        json: bool,
    },
    Show {
        #[arg(long)]
        json: bool,
    },
}
