//! All rooms of this machine for one account, and the doors to them.
//!
//! A host begins when a client finds none, and ends when it is told to; clients come and go without harm.

mod door;

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{OnceCell, watch};

use crate::clock::Clock;
use crate::incident::{Line, PersonName, Signature, Who};
use crate::room::Rooms;
use crate::verbs::HostFacts;

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
}

/// Why a host cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error("{path}: {source}")]
    Lock { path: PathBuf, source: io::Error },
    #[error("{path}: a host runs there already")]
    Runs { path: PathBuf },
    #[error("{path}: {source}")]
    Socket { path: PathBuf, source: io::Error },
    #[error("{path}: too long for a socket: set XDG_RUNTIME_DIR to a shorter folder")]
    TooLong { path: PathBuf },
    #[error("signals: {0}")]
    Signals(io::Error),
}

/// What every door needs.
struct Shared {
    rooms: Rooms,
    facts: HostFacts,
    /// Tells everyone that the host ends.
    ending: watch::Sender<bool>,
    /// The account that the host runs as, and serves.
    account: u32,
    person: OnceCell<PersonName>,
}

/// Runs a host until it is told to end; `ready` is called once clients can connect.
pub async fn run(paths: Paths, clock: Clock, ready: impl FnOnce()) -> Result<(), HostError> {
    let _lock = lock(&paths)?;
    let mut signals = Signals::listen().map_err(HostError::Signals)?;
    let listener = door::local::listen(&paths.socket)?;
    let shared = Arc::new(Shared {
        rooms: Rooms::new(paths.incidents, clock),
        facts: HostFacts {
            pid: std::process::id(),
            socket: paths.socket.clone(),
            version: env!("CARGO_PKG_VERSION"),
        },
        ending: watch::Sender::new(false),
        account: rustix::process::geteuid().as_raw(),
        person: OnceCell::new(),
    });
    ready();
    tracing::info!(pid = shared.facts.pid, socket = %paths.socket.display(), "the host runs");

    let door = tokio::spawn(door::local::serve(listener, Arc::clone(&shared)));
    let mut ending = shared.ending.subscribe();
    tokio::select! {
        () = signals.any() => {}
        _ = ending.wait_for(|ending| *ending) => {}
    }
    // Whoever comes now starts a new host, which waits for the lock.
    std::fs::remove_file(&paths.socket).ok();
    shared.ending.send_replace(true);
    if tokio::time::timeout(GRACE, door).await.is_err() {
        tracing::warn!("a client did not hear that the host ends");
    }
    shared.rooms.shutdown().await;
    tracing::info!("the host has ended");
    Ok(())
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

impl Shared {
    /// The account that the host runs as.
    async fn owner(&self, via: &str) -> Who {
        Who::owner(Signature { person: self.person().await, via: Line::new(via) })
    }

    /// The person behind the account.
    async fn person(&self) -> PersonName {
        let account = self.account;
        let find = async || {
            // The name may have to be asked of another machine.
            let name = tokio::task::spawn_blocking(move || {
                uzers::get_user_by_uid(account).map(|user| user.name().to_string_lossy().into_owned())
            });
            let name = name.await.ok().flatten();
            PersonName::new(&name.unwrap_or_else(|| format!("uid{account}")))
        };
        self.person.get_or_init(find).await.clone()
    }
}
