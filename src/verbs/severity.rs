//! `severity`: how grave the incident is.

use clap::Args;

use super::typed;
use crate::incident::Severity;

#[derive(Clone, Debug, Args)]
pub struct Set {
    #[arg(value_parser = typed::severity())]
    pub severity: Severity,
}
