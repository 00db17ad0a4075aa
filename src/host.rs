//! All rooms of this machine for one account, and the doors to them.
//!
//! A host begins when a client finds none, or in the foreground where others are to reach it, and ends when it is told to;
//! clients come and go without harm.

mod door;
mod notices;
mod outbox;
mod people;
mod templates;

use std::fs::File;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::clock::Clock;
use crate::config::{Config, Ssh, Timeout};
use crate::incident::{Line, Span};
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::room::{Rooms, Shelf};
use crate::terminal::KnownTerminals;
use crate::verbs::HostFacts;
pub use door::local::serve_replay;
pub use door::ssh::Sign;
pub use outbox::Outbox;
use people::Registry;
use templates::Library;

/// How long clients have to hear that the host ends.
const GRACE: Duration = Duration::from_secs(2);

/// Where a host keeps what.
#[derive(Clone, Debug)]
pub struct Paths {
    /// In a folder that is the account's alone.
    pub socket: PathBuf,
    /// Held by the one host of that socket as long as it lives.
    pub lock: PathBuf,
    pub incidents: PathBuf,
    /// The house's own templates of updates; the folder need not be there.
    pub templates: PathBuf,
}

/// Who may come in, and by which doors besides the socket of the host's own account.
#[derive(Clone, Debug)]
pub struct Doors {
    /// Who may come in. Without a file only the host's own account may.
    pub people: Option<PathBuf>,
    pub shared: Option<SharedSocket>,
    pub ssh: Option<SshDoor>,
    /// Where updates go.
    pub outbox: Outbox,
    /// How long the commander of a room has to be gone before a deputy may take command.
    pub take_after: Timeout,
    /// How long the host stays where nobody is in it; for ever where this is none.
    pub stays: Option<Duration>,
}

/// Why a host has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was told to.
    Told,
    /// The last of its clients is gone.
    Deserted,
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
    /// The private key that the host proves itself with; made where there is none.
    pub host_key: PathBuf,
    pub limits: Ssh,
    /// How the screens of those who come are, where they do not say it.
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub config: Config,
    /// The host's own themes and plans: name and source.
    pub themes: Vec<(String, String)>,
    pub plans: Vec<(String, String)>,
}

/// Why a host cannot begin; as the log has it.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error("{path}: {source}")]
    Lock { path: PathBuf, source: io::Error },
    #[error("{path}: a host runs there already")]
    Runs { path: PathBuf },
    #[error("{path}: {source}")]
    Socket { path: PathBuf, source: io::Error },
    #[error("{path}: too long for a socket")]
    TooLong { path: PathBuf },
    #[error("{path}: there is no group {group}")]
    NoGroup { path: PathBuf, group: String },
    #[error("{listen}: {source}")]
    Ssh { listen: SocketAddr, source: io::Error },
    #[error("{path}: {bad}")]
    HostKey { path: PathBuf, bad: BadHostKey },
    #[error("signals: {0}")]
    Signals(io::Error),
}

/// What is wrong with the key that a host proves itself with.
#[derive(Debug, thiserror::Error)]
pub enum BadHostKey {
    #[error("others may read it")]
    Open,
    #[error("{0}")]
    NoKey(String),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl HostError {
    /// What a person is told, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| Line::new(&path.to_string_lossy()).as_str().to_owned();
        let failed = |what: String, why: String| {
            lang.say_with("host-failed", &[("what", what.into()), ("why", why.into())])
        };
        let of_path = |key: &str, path: &Path| lang.say_with(key, &[("path", shown(path).into())]);
        match self {
            Self::Lock { path, source } | Self::Socket { path, source } => {
                failed(shown(path), lang.why(source))
            }
            Self::Runs { path } => of_path("host-runs-already", path),
            Self::TooLong { path } => of_path("host-socket-too-long", path),
            Self::NoGroup { path, group } => {
                let group = Line::new(group).as_str().to_owned();
                lang.say_with("host-no-group", &[("path", shown(path).into()), ("group", group.into())])
            }
            Self::Ssh { listen, source } => failed(listen.to_string(), lang.why(source)),
            Self::HostKey { path, bad } => failed(
                shown(path),
                match bad {
                    BadHostKey::Open => lang.say("host-key-open"),
                    BadHostKey::NoKey(detail) => {
                        let detail = Line::new(detail).as_str().to_owned();
                        lang.say_with("host-key-no-key", &[("detail", detail.into())])
                    }
                    BadHostKey::Io(error) => lang.why(error),
                },
            ),
            Self::Signals(error) => failed(lang.say("host-signals"), lang.why(error)),
        }
    }
}

/// What every door needs.
struct Shared {
    rooms: Rooms,
    registry: Registry,
    dispatcher: Dispatcher,
    /// What is known of the terminals that were here.
    terminals: KnownTerminals,
    templates: Library,
    facts: HostFacts,
    /// How many clients of this machine are here.
    clients: watch::Sender<usize>,
    /// Tells everyone that the host ends.
    ending: watch::Sender<bool>,
}

/// Runs a host until it is told to end; `ready` is called once clients can connect, with what a client of SSH has to
/// know.
pub async fn run(
    paths: Paths,
    doors: Doors,
    clock: Clock,
    ready: impl FnOnce(Option<Sign>),
) -> Result<Ended, HostError> {
    let _lock = lock(&paths)?;
    allow_many_clients();
    let mut signals = Signals::listen().map_err(HostError::Signals)?;
    let own = door::local::listen(&paths.socket)?;
    let group = doors.shared.as_ref().map(door::local::listen_shared).transpose()?;
    let ssh = match doors.ssh {
        Some(door) => Some(door::ssh::open(door).await?),
        None => None,
    };
    let take_after = Span::from_std(doors.take_after.get()).unwrap_or(Span::MAX);
    // What an import that was killed has left would stay for good where nobody imports again.
    Shelf::new(paths.incidents.clone()).sweep().ok();
    let rooms = Rooms::taking_after(take_after, paths.incidents, clock.clone());
    let outbox = doors.outbox;
    let settings = outbox.settings.clone();
    let registry = Registry::new(doors.people).await;
    let shared = Arc::new(Shared {
        dispatcher: outbox.dispatcher(rooms.clone(), clock),
        rooms,
        templates: Library::new(paths.templates, registry.clone()).await,
        registry,
        terminals: KnownTerminals::default(),
        facts: HostFacts {
            pid: std::process::id(),
            socket: paths.socket.clone(),
            version: env!("CARGO_PKG_VERSION"),
        },
        clients: watch::Sender::new(0),
        ending: watch::Sender::new(false),
    });
    ready(ssh.as_ref().map(|ssh| ssh.sign.clone()));
    tracing::info!(pid = shared.facts.pid, socket = %paths.socket.display(), "the host runs");

    let following = [
        tokio::spawn(shared.registry.clone().follow()),
        tokio::spawn(shared.templates.clone().follow()),
        tokio::spawn(outbox::hide(shared.dispatcher.clone(), shared.templates.clone())),
        tokio::spawn(outbox::follow(shared.dispatcher.clone(), settings)),
    ];
    let mut open = JoinSet::new();
    open.spawn(shared.dispatcher.clone().run(shared.ending.subscribe()));
    open.spawn(door::local::serve(own, Arc::clone(&shared)));
    if let Some(group) = group {
        open.spawn(door::local::serve(group, Arc::clone(&shared)));
    }
    if let Some(ssh) = ssh {
        open.spawn(door::ssh::serve(ssh, Arc::clone(&shared)));
    }
    let mut ending = shared.ending.subscribe();
    let ended = tokio::select! {
        () = signals.any() => Ended::Told,
        _ = ending.wait_for(|ending| *ending) => Ended::Told,
        () = deserted(shared.clients.subscribe(), doors.stays) => Ended::Deserted,
    };
    // Whoever comes now starts a new host, which waits for the lock.
    std::fs::remove_file(&paths.socket).ok();
    if let Some(group) = doors.shared {
        std::fs::remove_file(&group.path).ok();
    }
    shared.ending.send_replace(true);
    let closed = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, closed).await.is_err() {
        tracing::warn!("a client did not hear that the host ends");
    }
    following.iter().for_each(tokio::task::JoinHandle::abort);
    shared.rooms.shutdown().await;
    tracing::info!(?ended, "the host has ended");
    Ok(ended)
}

/// Waits until nobody has been here for so long; for ever where the host stays.
async fn deserted(mut clients: watch::Receiver<usize>, stays: Option<Duration>) {
    let Some(stays) = stays else { return std::future::pending().await };
    loop {
        clients.wait_for(|clients| *clients == 0).await.ok();
        let somebody = clients.wait_for(|clients| *clients > 0);
        if tokio::time::timeout(stays, somebody).await.is_err() {
            return;
        }
    }
}

/// Each client is a descriptor, and the limit that a login sets is often for a thousand.
fn allow_many_clients() {
    let limit = getrlimit(Resource::Nofile);
    if limit.current != limit.maximum {
        setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }).ok();
    }
}

fn lock(paths: &Paths) -> Result<File, HostError> {
    let failed = |source| HostError::Lock { path: paths.lock.clone(), source };
    let lock = File::options().create(true).append(true).open(&paths.lock).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => return Ok(lock),
        Err(std::fs::TryLockError::WouldBlock) => {}
        Err(std::fs::TryLockError::Error(error)) => return Err(failed(error)),
    }
    if std::os::unix::net::UnixStream::connect(&paths.socket).is_ok() {
        return Err(HostError::Runs { path: paths.socket.clone() });
    }
    // The former host is about to end.
    lock.lock().map_err(failed)?;
    Ok(lock)
}

/// The signals that end a host. It has no terminal, so that a hang-up is nothing to it.
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
    _hangup: tokio::signal::unix::Signal,
}

impl Signals {
    fn listen() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            _hangup: signal(SignalKind::hangup())?,
        })
    }

    async fn any(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
