//! Why a command was not carried out, and why no room was found.

use std::path::PathBuf;

use super::snapshot::ReadOnly;
use super::summary::Summary;
use crate::incident::{IncidentId, Line, Refusal};
use crate::journal::OpenError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error("read-only: {0}")]
    ReadOnly(ReadOnly),
    /// The folder of a new incident cannot be created.
    #[error("{folder}: {why}")]
    NoFolder { folder: PathBuf, why: String },
    /// The room is closed: the host ends.
    #[error("the room is closed")]
    Gone,
}

#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// With the closed ones, the latest first.
    #[error("no incident is open")]
    NoneOpen { closed: Vec<Summary> },
    #[error("several incidents are open")]
    Several(Vec<Summary>),
    #[error("no incident is named {id}")]
    NotFound { id: Line },
    #[error("several incidents have a name that begins so")]
    Ambiguous(Vec<Summary>),
    #[error("{id}: {why}")]
    Unreadable { id: IncidentId, why: OpenError },
    /// It is unknown whether there are any.
    #[error("the incidents cannot be listed: {0}")]
    Unlisted(std::io::Error),
}
