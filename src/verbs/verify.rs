//! `verify`: whether a journal's chain is intact, a bundle complete, and a log continues what was kept of it.

use clap::Args;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::context::Either;
use super::refusal::not_found;
use super::source::{Source, is_file};
use super::{Caller, Here, Outcome, file};
use crate::evidence::{self, Against, Bad, NotCompared, Proof};
use crate::journal::{self, Damage, Flaw, Hash, Head, ReadError};
use crate::lang::{Lang, vars};
use crate::room::Rooms;

#[derive(Clone, Debug, Args)]
pub struct Verify {
    /// An incident's id, a journal or a bundle; by default the only open incident.
    #[arg(value_name = "ID|FILE")]
    what: Option<String>,
    /// What was kept elsewhere: the hash of a record, a journal or a bundle.
    #[arg(long, value_name = "HASH|FILE")]
    against: Option<String>,
    #[arg(long)]
    json: bool,
}

/// A file, which only the client can read.
#[derive(Clone, Copy, Debug)]
pub struct VerifyFile<'a> {
    verify: &'a Verify,
    what: &'a str,
}

/// The journal of an incident of the host.
#[derive(Clone, Copy, Debug)]
pub struct VerifyIncident<'a>(&'a Verify);

impl Verify {
    pub fn split(&self) -> Either<VerifyFile<'_>, VerifyIncident<'_>> {
        let is_hash = |kept: &str| hash(kept).is_some();
        match (self.what.as_deref(), self.against.as_deref()) {
            (Some(what), kept) if is_file(what) || kept.is_some_and(|kept| !is_hash(kept)) => {
                Either::Client(VerifyFile { verify: self, what })
            }
            _ => Either::Host(VerifyIncident(self)),
        }
    }
}

impl VerifyIncident<'_> {
    pub async fn run(&self, incident: Option<&str>, caller: &Caller, rooms: &Rooms) -> Result<Outcome, Outcome> {
        let (verify, lang) = (self.0, caller.lang);
        let id = verify.what.as_deref().or(incident);
        let kept = match verify.against.as_deref().map(|kept| hash(kept).ok_or(kept)) {
            None => None,
            Some(Ok(hash)) => Some(hash),
            Some(Err(_)) => return Err(Outcome::misuse(lang.say("verify-against-what"))),
        };
        let (journal, verified) = rooms.verify(id).await.map_err(|error| not_found(&error, lang))?;
        let head = verified.map_err(|error| verify.unread(error, &journal, lang))?;
        let Some(hash) = kept else { return Ok(verify.intact(head, None, None, lang)) };
        let path = journal.clone();
        // Within the verified part: a room may be writing behind it.
        let find = move || evidence::find(evidence::Lines::new(File::open(&path)?, head.seq.0), hash);
        let found = tokio::task::spawn_blocking(find).await;
        let found = found.map_err(|_| Outcome::unavailable(lang.say("unrecorded-gone")))?;
        let (head, against) = found.map_err(|error| verify.unread(error, &journal, lang))?;
        Ok(verify.intact(head, None, Some(against), lang))
    }
}

impl VerifyFile<'_> {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        self.verify.verify_source(self.what, here)
    }
}

impl Verify {
    fn verify_source(&self, what: &str, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let source = Source::open(what, here)?;
        let path = source.path.clone();
        let refused = |bad: &Bad| {
            let mut outcome = file::bad_bundle(bad, &path, lang);
            if self.json && outcome.code == Outcome::REFUSED {
                let value = json!({ "intact": false, "why": outcome.stderr.trim_end() });
                outcome.stdout = Outcome::json(&value).stdout;
            }
            outcome
        };
        let proof = match &source.bundle {
            Some(bundle) => Some(bundle.prove(&mut io::sink()).map_err(|bad| refused(&bad))?),
            None => None,
        };
        let unread = |error: ReadError| self.unread(error, &path, lang);
        let (head, against) = match (&self.against, &proof) {
            // A bundle's journal was read just now.
            (None, Some(proof)) => (proof.head, None),
            (None, None) => (journal::verify(io::BufReader::new(source.reader)).map_err(unread)?, None),
            (Some(kept), _) => {
                let (head, against) = match hash(kept) {
                    Some(hash) => evidence::find(source.reader, hash).map_err(unread)?,
                    None => self.compare(source.reader, kept, &path, here)?,
                };
                (head, Some(against))
            }
        };
        Ok(self.intact(head, proof.as_ref(), against, lang))
    }

    fn compare(&self, log: impl Read, kept: &str, path: &Path, here: &Here) -> Result<(Head, Against), Outcome> {
        let kept = Source::open(kept, here).map_err(|refused| {
            let takes = here.lang.say("verify-against-takes");
            if is_file(kept) { refused } else { Outcome::refused(refused.stderr + &takes) }
        })?;
        if let Some(bundle) = &kept.bundle {
            let proved = bundle.prove(&mut io::sink());
            proved.map_err(|bad| file::bad_bundle(&bad, &kept.path, here.lang))?;
        }
        evidence::compare(log, kept.reader).map_err(|error| match error {
            NotCompared::Log { error, common } => {
                let is_damage = matches!(error, ReadError::Damaged(_));
                let mut outcome = self.unread(error, path, here.lang);
                if is_damage && !self.json {
                    let common = here.lang.say_with("verify-common", &vars![record = common.0]);
                    outcome.stderr.extend([common.as_str(), "\n"]);
                }
                outcome
            }
            NotCompared::Kept(ReadError::Io(error)) => file::unreadable(&kept.path, &error, here.lang),
            NotCompared::Kept(ReadError::Damaged(damage)) => {
                let named = ("name", kept.name.as_str());
                Outcome::refused(file::damaged("verify-against-damaged", named, &damage, here.lang))
            }
        })
    }

    fn intact(&self, head: Head, proof: Option<&Proof>, against: Option<Against>, lang: Lang) -> Outcome {
        let mut value = json!({
            "intact": true, "records": head.seq, "head": head.hash.to_string(), "damaged_record": null,
        });
        let intact = vars![records = head.seq.0, head = head.hash.to_string()];
        let mut lines = vec![lang.say_with("verify-intact", &intact)];
        if let Some(Proof { incident, files, .. }) = proof {
            value["bundle"] = json!({ "incident": incident, "files": files });
            let variables = vars![incident = incident.to_string(), files = *files];
            lines.push(lang.say_with("verify-bundle", &variables));
        }
        let mut code = 0;
        if let Some(against) = against {
            let (name, kept) = named(against, head);
            value["against"] = json!(name);
            value["common"] = json!(if let Against::Older { .. } = against { head.seq.0 } else { kept });
            let follow = head.seq.0.saturating_sub(kept);
            let variables = vars![records = head.seq.0, kept, follow];
            lines.push(lang.say_with(&format!("verify-against-{name}"), &variables));
            if !matches!(against, Against::Same | Against::Continues { .. }) {
                code = Outcome::REFUSED;
            }
        }
        let outcome = if self.json { Outcome::json(&value) } else { Outcome::done(lines.join("\n")) };
        if code == 0 {
            return outcome;
        }
        let failed = Outcome::refused(lines.pop().unwrap_or_default());
        let stdout = if self.json { outcome.stdout } else { Outcome::done(lines.join("\n")).stdout };
        Outcome { stdout, ..failed }
    }

    fn unread(&self, error: ReadError, path: &Path, lang: Lang) -> Outcome {
        let damage = match error {
            ReadError::Io(error) => {
                return match file::fault(&error) {
                    Some(bad) => file::bad_bundle(&bad, path, lang),
                    None => file::unreadable(path, &error, lang),
                };
            }
            ReadError::Damaged(damage) => damage,
        };
        let Damage { record, flaw } = damage;
        let why = lang.say(flaw.key());
        let key = match flaw {
            _ if record > 1 => "verify-damaged",
            Flaw::Unreadable | Flaw::TooLong | Flaw::CutShort | Flaw::Missing => "verify-no-journal",
            _ => "verify-damaged-first",
        };
        let message = lang.say_with(key, &vars![record, why = why.clone()]);
        let mut outcome = Outcome::refused(message);
        if self.json {
            let value: Value = json!({
                "intact": false, "records": record.saturating_sub(1), "head": null,
                "damaged_record": record, "why": why,
            });
            outcome.stdout = Outcome::json(&value).stdout;
        }
        outcome
    }
}

/// How two logs relate, in one word, and the last common record.
const fn named(against: Against, head: Head) -> (&'static str, u64) {
    match against {
        Against::Same => ("same", head.seq.0),
        Against::Continues { kept } => ("continues", kept.0),
        Against::Older { kept } => ("older", kept.0),
        Against::Forked { last } => ("forked", last.0),
        Against::Foreign => ("foreign", 0),
    }
}

/// A hash as people write it.
fn hash(text: &str) -> Option<Hash> {
    text.trim().to_ascii_lowercase().parse().ok()
}
