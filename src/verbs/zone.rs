//! `zone`: the time zone in which the incident's times are read.

use chrono_tz::Tz;
use clap::Args;

#[derive(Clone, Debug, Args)]
pub struct Set {
    /// `Europe/Paris`.
    pub zone: Tz,
}
