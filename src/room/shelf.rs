//! The incidents of a directory, for whoever holds none of their rooms.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

use super::FindError;
use super::copy::{Copy, TakenOver};
use super::folder::{self, Folder};
use super::rooms::only_open;
use super::summary::Summary;
use crate::incident::{IncidentId, Line};
use crate::journal::Head;

/// A directory of incidents, read from its files alone: it works with no host, and beside one.
#[derive(Clone, Debug)]
pub struct Shelf(PathBuf);

/// Why a copy cannot be taken over.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("it is no copy")]
    NoCopy,
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Shelf {
    /// The directory need not be there.
    pub fn new(incidents: PathBuf) -> Self {
        Self(incidents)
    }

    /// The incident whose id begins with `name`, and where its journal is.
    pub fn find(&self, name: &str) -> Result<(IncidentId, PathBuf), FindError> {
        match Folder::named(&self.0, name) {
            Ok(id) => {
                let journal = Folder::of(&self.0, &id).journal();
                Ok((id, journal))
            }
            Err(none) if none.is_empty() => Err(FindError::NotFound { id: Line::new(name) }),
            Err(named) => {
                let summary = |id: &IncidentId| Summary::read(&Folder::of(&self.0, id), id);
                Err(FindError::Ambiguous(named.iter().filter_map(summary).collect()))
            }
        }
    }

    /// The only incident that is open.
    pub fn only_open(&self) -> Result<IncidentId, FindError> {
        let all = Folder::all(&self.0).into_iter();
        only_open(all.filter_map(|id| Summary::read(&Folder::of(&self.0, &id), &id)).collect())
    }

    /// The journal of an incident, where it is there.
    pub fn journal(&self, id: &IncidentId) -> Option<PathBuf> {
        let journal = Folder::of(&self.0, id).journal();
        journal.exists().then_some(journal)
    }

    /// Whether an incident is the log of another machine.
    pub fn is_copy(&self, id: &IncidentId) -> bool {
        Copy::read(&Folder::of(&self.0, id)).is_some_and(|copy| copy.taken_over.is_none())
    }

    /// Puts the log of another machine here, as a copy: all of it or nothing, and never over what is there.
    ///
    /// `fill` writes the journal, and says what its last record is; where it fails, nothing is left behind.
    pub fn receive<E: From<io::Error>>(
        &self,
        id: &IncidentId,
        taken_over: Option<TakenOver>,
        fill: impl FnOnce(&mut dyn Write) -> Result<Head, E>,
    ) -> Result<(), E> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.0)?;
        // No id has a dot: nobody takes what is not whole for an incident.
        let fresh = tempfile::Builder::new().prefix(".import-").tempdir_in(&self.0)?;
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
        // A folder that is there and not empty is never replaced.
        std::fs::rename(fresh.path(), place.path())?;
        drop(fresh.keep());
        Ok(folder::sync(&self.0)?)
    }

    /// Has the room of a copy go on with its log, once it is next looked at.
    pub fn take_over(&self, id: &IncidentId, taken_over: TakenOver) -> Result<(), NotTaken> {
        let folder = Folder::of(&self.0, id);
        let Some(copy) = Copy::read(&folder) else { return Err(NotTaken::NoCopy) };
        Ok(copy.taken_over_by(taken_over).write(&folder.copy())?)
    }
}
