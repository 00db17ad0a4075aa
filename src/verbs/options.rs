//! Options that every command takes.

use std::path::PathBuf;

use clap::Args;

use super::typed;
use crate::lang::Lang;

#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
#[group(skip)]
pub struct Options {
    #[arg(long, global = true, value_parser = typed::lang())]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "ID")]
    pub incident: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The shared socket of somebody else's host.
    #[arg(long, global = true, value_name = "PATH")]
    pub host: Option<PathBuf>,
}
