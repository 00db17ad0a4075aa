//! The incidents of a directory, without their rooms.

use std::cmp::Reverse;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;
use tempfile::TempDir;

use super::copy::{Copy, TakenOver};
use super::error::FindError;
use super::folder::{self, Folder};
use super::summary::Summary;
use crate::incident::{IncidentId, Line, Seq};
use crate::journal::Head;

/// The prefix of a folder that an import fills.
const UNFINISHED: &str = ".import-";

/// A directory of incidents, read from its files alone: it works with no host, and beside one.
#[derive(Clone, Debug)]
pub struct IncidentStore(PathBuf);

#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("not a copy")]
    NoCopy,
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl IncidentStore {
    pub fn new(incidents: PathBuf) -> Self {
        Self(incidents)
    }

    /// Returns the incident whose id begins with `name`, and where its journal is.
    pub fn find(&self, name: &str) -> Result<(IncidentId, PathBuf), FindError> {
        match Folder::named(Folder::all(&self.0).map_err(FindError::Unlisted)?, name) {
            Ok(id) => Ok((id.clone(), Folder::of(&self.0, &id).journal())),
            Err(none) if none.is_empty() => Err(FindError::NotFound { id: Line::new(name) }),
            Err(named) => {
                let summary = |id: &IncidentId| Summary::read(&Folder::of(&self.0, id), id);
                Err(FindError::Ambiguous(named.iter().filter_map(summary).collect()))
            }
        }
    }

    pub fn only_open(&self) -> Result<IncidentId, FindError> {
        let all = Folder::all(&self.0).map_err(FindError::Unlisted)?.into_iter();
        only_open(all.filter_map(|id| Summary::read(&Folder::of(&self.0, &id), &id)).collect())
    }

    pub fn journal(&self, id: &IncidentId) -> Option<PathBuf> {
        let journal = Folder::of(&self.0, id).journal();
        journal.exists().then_some(journal)
    }

    pub fn is_copy(&self, id: &IncidentId) -> bool {
        Copy::read(&Folder::of(&self.0, id)).is_some_and(|copy| copy.taken_over.is_none())
    }

    /// Stores the log of another machine as a copy: all of it or nothing, never over an existing one.
    ///
    /// `fill` writes the journal and returns its last record; if it fails, nothing is left behind.
    pub fn receive<E: From<io::Error>>(
        &self,
        id: &IncidentId,
        taken_over: Option<TakenOver>,
        fill: impl FnOnce(&mut dyn Write) -> Result<Head, E>,
    ) -> Result<(), E> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.0)?;
        let (fresh, _held) = self.begin()?;
        let its = Folder::at(fresh.path().to_owned());
        let mut journal = OpenOptions::new().write(true).create_new(true).mode(0o600).open(its.journal())?;
        let head = {
            let mut buffered = io::BufWriter::with_capacity(1 << 20, &mut journal);
            let head = fill(&mut buffered)?;
            buffered.flush()?;
            head
        };
        journal.sync_all()?;
        Copy::new(head, taken_over).write(&its.copy())?;
        let place = Folder::of(&self.0, id);
        // A folder that is not empty is never replaced.
        std::fs::rename(fresh.path(), place.path())?;
        drop(fresh.keep());
        Ok(folder::sync(&self.0)?)
    }

    /// Removes what killed imports left, but not what a running one still fills.
    pub fn sweep(&self) -> io::Result<()> {
        match File::open(&self.0) {
            Ok(incidents) => self.sweep_held(&incidents),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Returns an empty folder to fill, and the lock that shows it is in use.
    fn begin(&self) -> io::Result<(TempDir, File)> {
        let incidents = File::open(&self.0)?;
        self.sweep_held(&incidents)?;
        // No id contains a dot, so an unfinished folder is not taken for an incident.
        let fresh = tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(&self.0)?;
        let held = File::open(fresh.path())?;
        held.lock()?;
        Ok((fresh, held))
    }

    /// Locks the whole store until `incidents` is closed: a new folder has no lock of its own yet.
    fn sweep_held(&self, incidents: &File) -> io::Result<()> {
        incidents.lock()?;
        for entry in std::fs::read_dir(&self.0)?.filter_map(Result::ok) {
            let is_unfinished = entry.file_name().as_encoded_bytes().starts_with(UNFINISHED.as_bytes());
            if !is_unfinished || !entry.file_type().is_ok_and(|it| it.is_dir()) {
                continue;
            }
            // The system releases the lock of a process that dies.
            if File::open(entry.path()).is_ok_and(|folder| folder.try_lock().is_ok()) {
                std::fs::remove_dir_all(entry.path()).ok();
            }
        }
        Ok(())
    }

    /// Has the room of a copy continue its log when it next looks.
    pub fn take_over(&self, id: &IncidentId, taken_over: TakenOver) -> Result<(), NotTaken> {
        let folder = Folder::of(&self.0, id);
        let Some(copy) = Copy::read(&folder) else { return Err(NotTaken::NoCopy) };
        Ok(copy.taken_over_by(taken_over).write(&folder.copy())?)
    }
}

pub(super) fn only_open(list: Vec<Summary>) -> Result<IncidentId, FindError> {
    // A copy is open elsewhere, so it must be named.
    let (mut open, mut closed): (Vec<_>, Vec<_>) =
        list.into_iter().filter(|one| one.seq > Seq::ZERO && !one.copy).partition(|one| !one.is_closed());
    closed.sort_by_key(|one| Reverse(one.closed_at()));
    match open.len() {
        0 => Err(FindError::NoneOpen { closed }),
        1 => Ok(open.remove(0).id),
        _ => Err(FindError::Several(open)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_killed_import_is_removed_and_a_running_one_kept() {
        let folder = tempfile::tempdir().unwrap();
        let store = IncidentStore::new(folder.path().join("incidents"));
        store.sweep().unwrap();
        fs::create_dir(&store.0).unwrap();
        let (living, held) = store.begin().unwrap();
        let dead = store.0.join(".import-dead");
        fs::create_dir(&dead).unwrap();
        fs::write(dead.join("journal.jsonl"), "half of a li").unwrap();
        fs::create_dir(store.0.join("20261122-an-incident-aaaa")).unwrap();
        fs::write(store.0.join(".import-file"), "").unwrap();
        std::os::unix::fs::symlink(folder.path(), store.0.join(".import-link")).unwrap();

        let (other, _other_held) = store.begin().unwrap();
        assert!(!dead.exists() && living.path().exists() && other.path().exists());
        drop(held);
        store.sweep().unwrap();
        assert!(!living.path().exists() && other.path().exists());
        let left = ["20261122-an-incident-aaaa", ".import-file", ".import-link"];
        assert!(left.iter().all(|name| store.0.join(name).symlink_metadata().is_ok()));
    }

    #[test]
    fn an_import_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = IncidentStore::new(folder.path().to_owned());
        let id = "20261122-an-incident-aaaa".parse().unwrap();
        let failed = store.receive(&id, None, |_| Err::<Head, _>(io::Error::other("cut")));
        assert_eq!(failed.unwrap_err().to_string(), "cut");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
