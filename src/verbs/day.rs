//! `day`: its end and its start.

use clap::Subcommand;

use super::typed::TimeOfDay;

#[derive(Clone, Debug, Subcommand)]
pub enum Day {
    End {
        #[arg(long, value_name = "TIME")]
        resume: Option<TimeOfDay>,
    },
    Start,
}
