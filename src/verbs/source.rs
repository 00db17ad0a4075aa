//! What `ID|FILE` means to a verb that is carried out in the client: where the records of a session are read from.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::asker::not_found;
use super::{Here, Outcome, file};
use crate::incident::Line;
use crate::room::Shelf;

/// The records of one session, from the first byte on.
pub struct Source {
    /// What it is called in a message: the file as it was typed, or the incident's whole id.
    pub name: String,
    /// The file that is read: a journal, or a bundle that holds one.
    pub path: PathBuf,
    /// How long the journal is, where that is known.
    pub bytes: Option<u64>,
    pub reader: Box<dyn Read + Send>,
}

impl Source {
    /// A file that is there, else the incident of this account whose id begins so.
    pub fn open(what: &str, here: &Here) -> Result<Self, Outcome> {
        if is_file(what) {
            return Self::of_file(what, PathBuf::from(what), here);
        }
        let found = Shelf::new(here.state_dir.join("incidents")).find(what);
        let (id, journal) = found.map_err(|error| not_found(&error, here.lang))?;
        Self::of_file(id.as_str(), journal, here)
    }

    fn of_file(name: &str, path: PathBuf, here: &Here) -> Result<Self, Outcome> {
        let opened = File::open(&path).and_then(|file| Ok((file.metadata()?, file)));
        let (about, file) = opened.map_err(|error| file::unreadable(&path, &error, here.lang))?;
        if about.is_dir() {
            let error = std::io::ErrorKind::IsADirectory.into();
            return Err(file::unreadable(&path, &error, here.lang));
        }
        let bytes = about.is_file().then_some(about.len());
        let name = Line::new(name).as_str().to_owned();
        Ok(Self { name, path, bytes, reader: Box::new(file) })
    }
}

/// An id has neither dot nor slash; the name of a journal or of a bundle has one of them, or is there.
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
            lang: Lang::En,
            config_dir: folder.clone(),
            config_file: folder.clone(),
            state_dir: state_dir.to_owned(),
            socket: folder,
            colours: crate::config::Depth::None,
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
