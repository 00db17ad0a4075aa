//! The files of an incident.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::incident::IncidentId;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn of(incidents: &Path, id: &IncidentId) -> Self {
        Self(incidents.join(id.as_str()))
    }

    pub(super) const fn at(path: PathBuf) -> Self {
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.0.join("journal.jsonl")
    }

    pub(super) fn state(&self) -> PathBuf {
        self.0.join("state.json")
    }

    /// Whether the journal is newer than the state, which only an outside change of an intact log causes.
    pub(super) fn is_journal_newer(&self) -> bool {
        let written = |path: PathBuf| std::fs::metadata(path)?.modified();
        matches!((written(self.journal()), written(self.state())), (Ok(journal), Ok(state)) if journal > state)
    }

    /// Marks the log as another machine's; missing if it is ours.
    pub(super) fn copy(&self) -> PathBuf {
        self.0.join("copy.json")
    }

    /// Makes the folder, for its owner alone, and what it is in.
    pub(super) fn make(&self) -> io::Result<()> {
        let incidents = self.0.parent().unwrap_or(&self.0);
        DirBuilder::new().recursive(true).mode(0o700).create(incidents)?;
        DirBuilder::new().mode(0o700).create(&self.0)?;
        sync(incidents)
    }

    /// Finds an incident by its id or a unique prefix; else all that match.
    pub(super) fn named(all: Vec<IncidentId>, name: &str) -> Result<IncidentId, Vec<IncidentId>> {
        let mut named: Vec<_> = all.into_iter().filter(|id| id.as_str().starts_with(name)).collect();
        match named.iter().position(|id| id.as_str() == name) {
            Some(exact) => Ok(named.swap_remove(exact)),
            None if named.len() == 1 => Ok(named.remove(0)),
            None => Err(named),
        }
    }

    /// Every incident of a directory that has a journal, in no order; empty if the directory is missing.
    pub(super) fn all(incidents: &Path) -> io::Result<Vec<IncidentId>> {
        let entries = match std::fs::read_dir(incidents) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        // A crash before the first record leaves an empty folder.
        let opened = |id: &IncidentId| Self::of(incidents, id).journal().metadata().is_ok_and(|it| it.len() > 0);
        Ok(ids.filter(opened).collect())
    }
}

pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let fresh = path.with_extension("json.new");
    let mut file: File = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| std::fs::rename(&fresh, path)) {
        std::fs::remove_file(&fresh).ok();
        return Err(error);
    }
    path.parent().map_or(Ok(()), sync)
}

/// Makes the names of a directory durable.
pub(super) fn sync(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

#[cfg(test)]
mod tests;
