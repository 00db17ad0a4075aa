//! `service`: what is up, degraded or down.

use clap::Subcommand;

use super::typed;
use crate::incident::Health;

#[derive(Clone, Debug, Subcommand)]
pub enum Service {
    List {
        #[arg(long)]
        json: bool,
    },
    Add {
        #[arg(required = true)]
        name: Vec<String>,
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
        priority: u8,
        #[arg(long, value_name = "DURATION", value_parser = crate::incident::read_seconds)]
        rto: Option<u32>,
        #[arg(long, value_name = "DURATION", value_parser = crate::incident::read_seconds)]
        rpo: Option<u32>,
        #[arg(long, default_value = "up", value_parser = typed::health())]
        state: Health,
    },
    Set {
        service: String,
        #[arg(value_parser = typed::health())]
        state: Health,
    },
}
