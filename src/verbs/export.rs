//! `export`: a log as one file, which anybody can check and another machine can take in.

use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

use super::source::is_file;
use super::{Here, Outcome, Source, file};
use crate::evidence::{self, NotExported, Texts};
use crate::files::{Fresh, Mode, Over};
use crate::journal::Flaw;
use crate::lang::{Lang, vars};
use crate::replay::Recording;
use crate::report::{Options, Report};
use crate::runbook;

#[derive(Clone, Debug, Args)]
pub struct Export {
    /// By default, the only open incident, or the last closed.
    #[arg(value_name = "ID|FILE")]
    what: Option<String>,
    /// By default, the incident's id with `.zip`.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace an existing file.
    #[arg(long)]
    force: bool,
    /// Export the complete records of a file whose last one is cut short.
    #[arg(long)]
    whole_records: bool,
}

impl Export {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let what = self.what.as_deref().or(here.options.incident.as_deref());
        let (source, note) = Source::meant(what, here)?;
        let (path, name) = (source.path.clone(), source.name.clone());
        let recording = source.recording(lang)?;
        let is_torn = self.is_torn(&recording, &name, lang)?;
        let to = self.to.clone().unwrap_or_else(|| format!("{}.zip", recording.incident.id).into());
        let unwritten = |error: io::Error| file::unwritten(&to, &error, "export-exists", lang);
        if to.is_dir() {
            return Err(unwritten(io::ErrorKind::IsADirectory.into()));
        }
        if !self.force && to.symlink_metadata().is_ok() {
            return Err(unwritten(io::ErrorKind::AlreadyExists.into()));
        }
        let mut again = Source::of_file(&name, path.clone(), lang)?;
        let mut fresh = Fresh::beside(&to, Mode::Private).map_err(unwritten)?;
        let made = evidence::export(&recording, &texts(&recording, is_torn, lang), &mut again.reader, fresh.file());
        let proof = made.map_err(|error| failed(&error, &name, &to, lang))?;
        fresh.keep(Over::forced(self.force)).map_err(unwritten)?;
        let variables = vars![file = file::shown(&to), records = proof.head.seq.0, head = proof.head.hash.to_string()];
        let done = lang.say_with("export-done", &variables);
        let done = if is_torn { done + "\n" + &lang.say_with("export-done-whole", &variables) } else { done };
        Ok(Outcome::done(done).noting(note))
    }

    /// Checks for a last record that is cut short. No one is writing a file, so that record is lost, and a bundle omits
    /// it only on request.
    fn is_torn(&self, recording: &Recording, name: &str, lang: Lang) -> Result<bool, Outcome> {
        let is_torn = recording.damage.is_some_and(|damage| damage.flaw == Flaw::CutShort)
            && self.what.as_deref().is_some_and(is_file);
        if !is_torn || self.whole_records {
            return Ok(is_torn);
        }
        let variables = vars![name = name.to_owned(), records = recording.records];
        Err(Outcome::refused(lang.say_with("export-torn", &variables)))
    }
}

/// `is_torn` if the last record is cut short, and left out.
fn texts(recording: &Recording, is_torn: bool, lang: Lang) -> Texts {
    let incident = &recording.incident;
    let variables = vars![
        incident = incident.id.to_string(),
        records = recording.records.to_string(),
        head = recording.head.hash.to_string()
    ];
    let mut how = lang.say_with("export-how", &variables) + "\n";
    if is_torn {
        how = how + "\n" + &lang.say_with("export-how-whole", &variables) + "\n";
    }
    // Without a day of its own, so the bundle of a log is always the same.
    let report = Report::of(recording, &Options { lang, ..Options::default() });
    Texts { plan: runbook::print(&incident.plan), report_html: report.html(), report_md: report.markdown(), how }
}

fn failed(error: &NotExported, name: &str, to: &Path, lang: Lang) -> Outcome {
    let named = ("name", name.to_owned().into());
    match error {
        NotExported::Damaged(damage) => Outcome::refused(file::damaged("export-damaged", ("name", name), damage, lang)),
        NotExported::Changed => Outcome::unavailable(lang.say_with("export-changed", &[named])),
        NotExported::Bad(_) => Outcome::unavailable(file::about(to, "export-bad", lang)),
        NotExported::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Outcome::refused(lang.say_with("export-too-long", &[named]))
        }
        NotExported::Io(error) => file::unreadable(to, error, lang),
    }
}
