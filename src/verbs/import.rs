//! `import`: the log of another machine, to be read here, or to be continued.

use clap::Args;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use super::refusal::not_found;
use super::source::{is_file, store};
use super::{Here, Outcome, Source, file};
use crate::evidence::{self, Against, Bad, Bundle, NotCompared};
use crate::incident::{IncidentId, Line, Signature};
use crate::journal::{Head, ReadError};
use crate::lang::{Lang, vars};
use crate::room::{NotTaken, TakenOver};

#[derive(Clone, Debug, Args)]
pub struct Import {
    /// A bundle; with `--take-over` also a copy that is here already.
    #[arg(value_name = "FILE|ID")]
    what: String,
    /// Go on with it on this machine.
    #[arg(long)]
    take_over: bool,
}

impl Import {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        if !is_file(&self.what) {
            if !self.take_over {
                return Err(Outcome::misuse(lang.say("import-no-file")));
            }
            let (id, _) = store(here).find(&self.what).map_err(|error| not_found(&error, lang))?;
            return Ok(go_on(&id, here));
        }
        let source = Source::open(&self.what, here)?;
        let Some(bundle) = source.bundle else {
            return Err(Outcome::refused(lang.say_with("import-no-bundle", &vars![file = source.name])));
        };
        let refused = |bad: &Bad| file::bad_bundle(bad, &source.path, lang);
        let incidents = store(here);
        let id = bundle.incident().clone();
        if let Some(journal) = incidents.journal(&id) {
            bundle.prove(&mut io::sink()).map_err(|bad| refused(&bad))?;
            return self.beside(&bundle, &journal, here);
        }
        let taken_over = self.take_over.then(|| taken_over(lang));
        let fill = |journal: &mut dyn Write| bundle.prove(journal).map(|proof| proof.head);
        incidents.receive(&id, taken_over, fill).map_err(|bad| match bad {
            // A failing disk is not the bundle's fault.
            Bad::Io(error) => file::unreadable(&here.state_dir, &error, lang),
            bad => refused(&bad),
        })?;
        let key = if self.take_over { "import-taken-over" } else { "import-done" };
        Ok(Outcome::done(message(key, &id, bundle.head(), lang)))
    }

    /// An incident of that id is here already, and is never overwritten.
    fn beside(&self, bundle: &Bundle, journal: &Path, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let id = bundle.incident();
        let refused = |bad: &Bad| file::bad_bundle(bad, Path::new(&self.what), lang);
        let ours = File::open(journal).map_err(|error| file::unreadable(journal, &error, lang))?;
        let theirs = bundle.journal().map_err(|bad| refused(&bad))?;
        let (head, against) = match evidence::compare(theirs, ours) {
            Ok(compared) => compared,
            Err(NotCompared::Kept(ReadError::Damaged(damage))) => {
                let message = file::damaged("import-here-damaged", ("id", id.as_str()), &damage, lang);
                return Err(Outcome::refused(message));
            }
            Err(NotCompared::Kept(ReadError::Io(error))) => {
                return Err(file::unreadable(journal, &error, lang));
            }
            Err(NotCompared::Log { error, .. }) => return Err(refused(&bad_journal(error))),
        };
        let same = matches!(against, Against::Same | Against::Older { .. });
        if same && self.take_over {
            return Ok(go_on(id, here));
        }
        let (key, other) = match against {
            Against::Same => return Ok(Outcome::done(message("import-same", id, head, lang))),
            Against::Older { kept } => ("import-older", kept),
            Against::Continues { kept } => ("import-longer", kept),
            Against::Forked { last } => ("import-forked", last),
            Against::Foreign => ("import-foreign", head.seq),
        };
        let variables = vars![id = id.to_string(), records = head.seq.0, other = other.0];
        Err(Outcome::refused(lang.say_with(key, &variables)))
    }
}

/// Continues the log of a copy.
fn go_on(id: &IncidentId, here: &Here) -> Outcome {
    let lang = here.lang;
    let named = vars![id = id.to_string()];
    match store(here).take_over(id, taken_over(lang)) {
        Ok(()) => Outcome::done(lang.say_with("import-goes-on", &named)),
        Err(NotTaken::NoCopy) => Outcome::refused(lang.say_with("import-no-copy", &named)),
        Err(NotTaken::Io(error)) => file::unreadable(&here.state_dir, &error, lang),
    }
}

fn bad_journal(error: ReadError) -> Bad {
    match error {
        ReadError::Io(error) => error.into(),
        ReadError::Damaged(damage) => Bad::Journal(damage),
    }
}

fn message(key: &str, id: &IncidentId, head: Head, lang: Lang) -> String {
    lang.say_with(key, &vars![id = id.to_string(), records = head.seq.0, head = head.hash.to_string()])
}

/// Signed with the account that types it.
fn taken_over(lang: Lang) -> TakenOver {
    let account = rustix::process::geteuid().as_raw();
    let name = uzers::get_user_by_uid(account).map(|user| user.name().to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| format!("uid{account}"));
    TakenOver { by: Signature::new(&name, "import"), reason: Line::new(&lang.say("import-moved")) }
}
