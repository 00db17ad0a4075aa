//! The content of `notify.toml`: targets, audiences of every incident, the way to the network.
//!
//! The file holds no secret. A channel's address is one, so a target only says where its address is: in a file, a
//! variable, or the credentials that the system passes to the host.

mod document;
mod store;

use std::path::PathBuf;
use std::time::Duration;

pub use document::{SettingsDiagnostic, SettingsError};
pub use store::{NotRemoved, Store, StoreError};

use super::kind::Kind;
use super::news::News;
use crate::diagnostic;
use crate::incident::{Audience, AudienceId, TargetName};

/// The maximum length, in bytes.
pub const FILE_MAX: usize = 256 * 1024;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// In the order of the file.
    pub targets: Vec<Place>,
    pub audiences: Vec<Audience>,
    pub network: Network,
}

/// A target of updates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub name: TargetName,
    /// Implied by the address if `None`.
    pub kind: Option<Kind>,
    pub url: Source,
    /// The signing key of the generic kind.
    pub secret: Option<Source>,
    pub audiences: Vec<AudienceId>,
    /// What is sent without anyone writing an update.
    pub push: Vec<News>,
    /// Whether it may be in the local network and unencrypted.
    pub allow_local: bool,
}

/// Where a secret is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A file; a relative path is in the folder of `notify.toml`.
    File(PathBuf),
    /// A variable of the host's environment.
    Env(String),
    /// A file of `$CREDENTIALS_DIRECTORY`, as systemd's `LoadCredential` makes one.
    Credential(String),
}

/// The way to the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    pub proxy: Option<String>,
    pub no_proxy: Option<String>,
    /// A file of certificates that are trusted besides the system's.
    pub ca: Option<PathBuf>,
    /// How long news are gathered, so that a burst is one message.
    pub gather: Duration,
}

impl Default for Network {
    fn default() -> Self {
        Self { proxy: None, no_proxy: None, ca: None, gather: Duration::from_secs(10) }
    }
}

impl Settings {
    /// Reads a file; `name` is what errors call it.
    pub fn read(source: &str, name: &str) -> Result<Self, Vec<SettingsDiagnostic>> {
        diagnostic::read(source, name)
    }

    /// Reads a file from its bytes.
    pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Self, Vec<SettingsDiagnostic>> {
        diagnostic::read_bytes(bytes, name)
    }

    pub fn place(&self, name: &TargetName) -> Option<&Place> {
        self.targets.iter().find(|place| place.name == *name)
    }
}
