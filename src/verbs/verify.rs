//! `verify`: whether a journal's chain is intact.

use clap::Args;
use std::io::BufReader;
use std::path::Path;

use super::asker::not_found;
use super::source::{Source, is_file};
use super::{Caller, Cli, Here, Outcome, Place, file};
use crate::journal::{self, ReadError, Verified};
use crate::lang::Lang;
use crate::room::Rooms;

#[derive(Clone, Debug, Args)]
pub struct Verify {
    /// An incident's id or a journal file; the one open incident where none is given.
    #[arg(value_name = "ID|FILE")]
    what: Option<String>,
    #[arg(long)]
    json: bool,
}

impl Verify {
    pub fn place(&self) -> Place {
        match &self.what {
            Some(what) if is_file(what) => Place::Client,
            _ => Place::Host,
        }
    }

    pub fn run_here(&self, here: &Here) -> Outcome {
        match Source::open(self.what.as_deref().unwrap_or_default(), here) {
            Ok(source) => {
                self.outcome(journal::verify(BufReader::new(source.reader)), &source.path, here.lang)
            }
            Err(outcome) => outcome,
        }
    }

    pub async fn run(&self, cli: &Cli, caller: &Caller, rooms: &Rooms) -> Outcome {
        let id = self.what.as_deref().or_else(|| cli.room());
        match rooms.verify(id).await {
            Ok((journal, verified)) => self.outcome(verified, &journal, caller.lang),
            Err(error) => not_found(&error, caller.lang),
        }
    }

    fn outcome(&self, verified: Result<Verified, ReadError>, path: &Path, lang: Lang) -> Outcome {
        match verified {
            Ok(Verified { records, head }) if self.json => Outcome::json(&serde_json::json!({
                "intact": true, "records": records, "head": head.hash.to_string(), "damaged_record": null,
            })),
            Ok(Verified { records, head }) => Outcome::done(lang.say_with(
                "verify-intact",
                &[("records", records.into()), ("head", head.hash.to_string().into())],
            )),
            Err(ReadError::Io(error)) => file::unreadable(path, &error, lang),
            Err(ReadError::Damaged(damage)) => {
                let why = lang.say(damage.flaw.key());
                let told = lang.say_with(
                    "verify-damaged",
                    &[("record", damage.record.into()), ("why", why.clone().into())],
                );
                let mut outcome = Outcome::refused(told);
                if self.json {
                    let value = serde_json::json!({
                        "intact": false, "records": damage.record.saturating_sub(1), "head": null,
                        "damaged_record": damage.record, "why": why,
                    });
                    outcome.stdout = Outcome::json(&value).stdout;
                }
                outcome
            }
        }
    }
}
