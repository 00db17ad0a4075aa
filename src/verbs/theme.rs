//! `theme`: the colours that there are.

use clap::Subcommand;

#[derive(Clone, Debug, Subcommand)]
pub enum Theme {
    List {
        #[arg(long)]
        json: bool,
    },
}
