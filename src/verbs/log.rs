//! `log`: writes into the log, or reads it where no text is given.

use clap::Args;

use super::typed;
use crate::incident::EntryKind;

#[derive(Clone, Debug, Args)]
pub struct Log {
    pub text: Vec<String>,
    #[arg(long, requires = "text", conflicts_with = "fact")]
    pub decision: bool,
    #[arg(long, requires = "text")]
    pub fact: bool,
    #[arg(long, requires = "decision")]
    pub why: Option<String>,
    #[arg(long, requires = "decision")]
    pub objection: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "text")]
    pub last: Option<usize>,
    #[arg(long, conflicts_with = "text", value_parser = typed::entry_kind())]
    pub kind: Option<EntryKind>,
    #[arg(long, conflicts_with = "text")]
    pub person: Option<String>,
    #[arg(long, value_name = "WORDS", conflicts_with = "text")]
    pub search: Option<String>,
    #[arg(long, conflicts_with = "text")]
    pub json: bool,
}
