//! The settings of a host: where it keeps its files, and which doors it opens.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use super::templates::TemplateWatcher;
use crate::clock::Clock;
use crate::config::{Config, Ssh, Timeout};
use crate::files::{FileWatcher, Scope};
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::{Dispatcher, Look, NetworkEnvironment, Secrets};
use crate::room::Rooms;

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
    pub take_after: Timeout,
    /// How long the host stays with no client; `None` for ever.
    pub stays: Option<Duration>,
}

#[derive(Clone, Debug)]
pub struct SharedSocket {
    pub path: PathBuf,
    pub group: String,
}

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

/// How often to look at the settings of updates if the system reports no changes.
const LOOK_EVERY: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub struct Outbox {
    pub settings: PathBuf,
    pub secrets: Secrets,
    pub environment: NetworkEnvironment,
    /// The language of reasons, and of audiences without one.
    pub lang: Lang,
}

impl Outbox {
    pub(super) fn dispatcher(self, rooms: Rooms, clock: Clock) -> Dispatcher {
        Dispatcher::new(rooms, self.secrets, self.settings, self.environment, clock, self.lang)
    }
}

/// Keeps the dispatcher's list of masked names up to date.
pub(super) async fn hide(dispatcher: Dispatcher, templates: TemplateWatcher) {
    let mut known = templates.changes();
    loop {
        let people: Vec<_> = known.borrow_and_update().hidden_people().map(Line::new).collect();
        dispatcher.hide(people);
        if known.changed().await.is_err() {
            return;
        }
    }
}

/// Has the settings read again whenever their file changes, as long as the host runs.
pub(super) async fn follow(dispatcher: Dispatcher, file: PathBuf) {
    FileWatcher::new(file, Scope::File, LOOK_EVERY).each(|| dispatcher.look(Look::Closely)).await;
}
