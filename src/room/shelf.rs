//! The incidents of a directory, for whoever holds none of their rooms.

use std::path::PathBuf;

use super::FindError;
use super::folder::Folder;
use super::summary::Summary;
use crate::incident::{IncidentId, Line};

/// A directory of incidents, read from its files alone: it works with no host, and beside one.
#[derive(Clone, Debug)]
pub struct Shelf(PathBuf);

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
}
