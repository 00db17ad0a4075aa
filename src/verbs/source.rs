//! The argument `ID|FILE` of verbs that run in the client: the source of a recording.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::people::hidden_people;
use super::refusal::{ResolvedIncident, not_found};
use super::{Here, Outcome, file};
use crate::evidence::{Bundle, is_bundle};
use crate::incident::Line;
use crate::lang::Lang;
use crate::replay::{self, Growth, Limit, Recording, Replay, Unreadable};
use crate::room::IncidentStore;
use crate::session::Origin;

/// The records of one recording, from the first byte on.
pub struct Source {
    /// Its name in messages: the file as typed, or the whole id of the incident.
    pub name: String,
    /// The file: a journal, or a bundle that holds one.
    pub path: PathBuf,
    /// The length of the journal, if known.
    pub bytes: Option<u64>,
    pub reader: Box<dyn Read + Send>,
    /// The bundle that holds the journal, if any.
    pub bundle: Option<Bundle>,
    growth: Growth,
}

impl Source {
    /// An existing file, else the account's incident whose id begins so.
    pub fn open(what: &str, here: &Here) -> Result<Self, Outcome> {
        if is_file(what) {
            return Self::of_file(what, PathBuf::from(what), here.lang);
        }
        let found = store(here).find(what);
        let (id, journal) = found.map_err(|error| not_found(&error, here.lang))?;
        let growth = if store(here).is_copy(&id) { Growth::Ends } else { Growth::Grows };
        Ok(Self { growth, ..Self::of_file(id.as_str(), journal, here.lang)? })
    }

    /// As [`Source::open`]; by default the incident that a post-incident verb applies to, with a note that names it.
    pub fn meant(what: Option<&str>, here: &Here) -> Result<(Self, String), Outcome> {
        if let Some(what) = what {
            return Ok((Self::open(what, here)?, String::new()));
        }
        let meant = ResolvedIncident::among(store(here).only_open(), here.lang);
        let ResolvedIncident { id, note } = meant.map_err(|error| not_found(&error, here.lang))?;
        Ok((Self::open(id.as_str(), here)?, note))
    }

    pub fn of_file(name: &str, path: PathBuf, lang: Lang) -> Result<Self, Outcome> {
        let opened = File::open(&path).and_then(|file| Ok((file.metadata()?, file)));
        let (about, file) = opened.map_err(|error| file::unreadable(&path, &error, lang))?;
        if about.is_dir() {
            let error = std::io::ErrorKind::IsADirectory.into();
            return Err(file::unreadable(&path, &error, lang));
        }
        let name = Line::new(name).as_str().to_owned();
        if !is_bundle(&file) {
            let bytes = about.is_file().then_some(about.len());
            let reader = Box::new(file);
            return Ok(Self { name, path, bytes, reader, bundle: None, growth: Growth::Ends });
        }
        let read = Bundle::open(file).and_then(|bundle| Ok((bundle.journal()?, bundle)));
        let (journal, bundle) = read.map_err(|bad| file::bad_bundle(&bad, &path, lang))?;
        let bytes = Some(bundle.journal_len());
        Ok(Self { name, path, bytes, reader: Box::new(journal), bundle: Some(bundle), growth: Growth::Ends })
    }

    /// Starts its replay; an own incident's is followed.
    pub fn replay(self, lang: Lang) -> Result<Replay, Outcome> {
        let Self { name, path, bytes, reader, growth, .. } = self;
        let opened = match growth {
            Growth::Grows => Replay::follow(&path, Limit::default()),
            Growth::Ends => Replay::open(reader, bytes, Limit::default()),
        };
        opened.map_err(|error| unreadable(&error, &name, &path, lang))
    }

    /// Reads all that is intact.
    pub fn recording(self, lang: Lang) -> Result<Recording, Outcome> {
        let Self { name, path, reader, .. } = self;
        replay::read(reader, Limit::default()).map_err(|error| unreadable(&error, &name, &path, lang))
    }
}

/// Why a recording is unreadable.
pub fn unreadable(error: &Unreadable, name: &str, path: &Path, lang: Lang) -> Outcome {
    let named = ("name", name.to_owned().into());
    match error {
        Unreadable::Io(error) => match file::fault(error) {
            Some(fault) => file::bad_bundle(&fault, path, lang),
            None => file::unreadable(path, error, lang),
        },
        Unreadable::Damaged(damage) => Outcome::refused(file::damaged("source-damaged", ("name", name), damage, lang)),
        Unreadable::Busy { .. } => Outcome::refused(error.say(lang)),
        Unreadable::TooLong { bytes } => {
            let most = ("most", (bytes >> 30).into());
            Outcome::refused(lang.say_with("source-too-long", &[named, most]))
        }
        Unreadable::TooMany { records } => {
            Outcome::refused(lang.say_with("source-too-many", &[named, ("most", (*records).into())]))
        }
    }
}

/// How a recording outside any host is read again for its report.
pub fn origin(name: &str, path: &Path, here: &Here) -> Origin {
    let (of, path, lang) = (name.to_owned(), path.to_owned(), here.lang);
    let read = move || Source::of_file(&of, path.clone(), lang).and_then(|source| source.recording(lang));
    let read = Arc::new(move || read().map_err(|outcome| outcome.stderr.trim_end().to_owned()));
    Origin { name: name.to_owned(), read, people: hidden_people(here) }
}

/// The incidents of this account, by their files.
pub fn store(here: &Here) -> IncidentStore {
    IncidentStore::new(here.state_dir.join("incidents"))
}

/// An id has neither dot nor slash; the name of a file has one of them, or the file exists.
pub fn is_file(what: &str) -> bool {
    what.contains(['/', '\\', '.']) || Path::new(what).is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn here(state_dir: &Path) -> Here {
        let folder = PathBuf::from("nowhere");
        Here {
            options: crate::verbs::Options::default(),
            lang: Lang::En,
            config_dir: folder.clone(),
            config_file: folder.clone(),
            state_dir: state_dir.to_owned(),
            socket: folder,
            colours: crate::terminal::Depth::None,
            zone: chrono_tz::UTC,
        }
    }

    fn incident(state_dir: &Path, id: &str) {
        let folder = state_dir.join("incidents").join(id);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("journal.jsonl"), format!("the journal of {id}")).unwrap();
    }

    #[test]
    fn an_incident_is_named_by_any_beginning_that_no_other_has() {
        let state = tempfile::tempdir().unwrap();
        incident(state.path(), "20261122-mail-aaaa");
        incident(state.path(), "20261122-mail-aaaa-b");
        incident(state.path(), "20261123-vpn-bbbb");
        let open = |what: &str| {
            let mut source = Source::open(what, &here(state.path()))?;
            let mut text = String::new();
            source.reader.read_to_string(&mut text).unwrap();
            Ok::<_, Outcome>((source.name, text))
        };
        let (name, text) = open("20261123").unwrap();
        assert_eq!((&*name, &*text), ("20261123-vpn-bbbb", "the journal of 20261123-vpn-bbbb"));
        assert_eq!(open("20261122-mail-aaaa").unwrap().0, "20261122-mail-aaaa");
        assert_eq!(open("20261122").unwrap_err().code, Outcome::REFUSED);
        assert_eq!(open("2025").unwrap_err().code, Outcome::REFUSED);
        let missing = open("no/such.jsonl").unwrap_err();
        assert_eq!(missing.code, Outcome::UNAVAILABLE);
        let folder = open(&state.path().display().to_string()).unwrap_err();
        assert_eq!(folder.code, Outcome::UNAVAILABLE);
    }
}
