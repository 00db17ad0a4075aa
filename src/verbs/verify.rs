//! `verify`: whether a journal's chain is intact.

use clap::Args;

use super::Place;

#[derive(Clone, Debug, Args)]
pub struct Verify {
    /// An incident's id or a journal file; the one open incident where none is given.
    #[arg(value_name = "ID|FILE")]
    pub what: Option<String>,
}

impl Verify {
    pub fn place(&self) -> Place {
        match &self.what {
            Some(what) if is_file(what) => Place::Client,
            _ => Place::Host,
        }
    }
}

/// An id has neither dot nor slash, a journal's name has one of them.
fn is_file(what: &str) -> bool {
    what.contains(['/', '\\', '.'])
}
