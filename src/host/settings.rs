//! The settings of a host: where it keeps its files, and which doors it opens.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use super::outbox::Outbox;
use crate::config::{Config, Ssh, Timeout};
use crate::lang::Lang;

/// Where a host keeps its files.
#[derive(Clone, Debug)]
pub struct Paths {
    /// In a private folder of the account.
    pub socket: PathBuf,
    /// Locked by the one host of that socket as long as it runs.
    pub lock: PathBuf,
    pub incidents: PathBuf,
    /// The organisation's own templates of updates; the folder may be missing.
    pub templates: PathBuf,
}

/// Who may connect, and the doors besides the socket of the host's own account.
#[derive(Clone, Debug)]
pub struct Doors {
    /// The people file. If it is missing, only the host's own account may connect.
    pub people: Option<PathBuf>,
    pub shared: Option<SharedSocket>,
    pub ssh: Option<SshDoor>,
    /// The settings of updates.
    pub outbox: Outbox,
    /// How long the commander of a room is away before a deputy may take command.
    pub take_after: Timeout,
    /// How long the host stays with no client; `None` for ever.
    pub stays: Option<Duration>,
}

/// A socket for the accounts of a group.
#[derive(Clone, Debug)]
pub struct SharedSocket {
    pub path: PathBuf,
    pub group: String,
}

/// A port for SSH.
#[derive(Clone, Debug)]
pub struct SshDoor {
    pub listen: SocketAddr,
    /// The host's private key; created if the file is missing.
    pub host_key: PathBuf,
    pub limits: Ssh,
    /// The language, zone and configuration of remote screens.
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub config: Config,
    /// The host's own themes and plans: name and source.
    pub themes: Vec<(String, String)>,
    pub plans: Vec<(String, String)>,
}
