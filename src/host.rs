//! All rooms of this machine for one account, and the doors to them.
//!
//! A client that finds no host starts one; in the foreground a host also serves others. It ends on request; clients come
//! and go without harm.

mod door;
mod error;
mod people_file;
mod reception;
mod settings;
mod templates;

use std::fs::File;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::clock::Clock;
use crate::incident::Span;
use crate::room::{IncidentStore, Rooms};
use crate::terminal::KnownTerminals;
use crate::verbs::HostFacts;
pub use door::local::serve_replay;
pub use door::ssh::Sign;
pub use error::{BadHostKey, HostError};
pub use settings::{Doors, Outbox, Paths, SharedSocket, SshDoor};

use people_file::Registry;
use reception::Reception;
use templates::TemplateWatcher;

/// How long clients have to receive the last words.
const GRACE: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Asked,
    /// The last of its clients has left.
    Deserted,
}

/// Runs a host until it is asked to end; `ready` is called once clients can connect, with what an SSH client needs to
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
    // Removes what a killed import left.
    IncidentStore::new(paths.incidents.clone()).sweep().ok();
    let rooms = Rooms::taking_after(take_after, paths.incidents, clock.clone());
    let outbox = doors.outbox;
    let updates = outbox.settings.clone();
    let registry = Registry::new(doors.people).await;
    let reception = Arc::new(Reception {
        dispatcher: outbox.dispatcher(rooms.clone(), clock),
        rooms,
        templates: TemplateWatcher::new(paths.templates, registry.clone()).await,
        registry,
        terminals: KnownTerminals::default(),
        facts: HostFacts { pid: std::process::id(), socket: paths.socket.clone(), version: env!("CARGO_PKG_VERSION") },
        clients: watch::Sender::new(0),
        ending: watch::Sender::new(false),
    });
    ready(ssh.as_ref().map(|ssh| ssh.sign.clone()));
    tracing::info!(pid = reception.facts.pid, socket = %paths.socket.display(), "host started");

    let following = [
        tokio::spawn(reception.registry.clone().follow()),
        tokio::spawn(reception.templates.clone().follow()),
        tokio::spawn(settings::hide(reception.dispatcher.clone(), reception.templates.clone())),
        tokio::spawn(settings::follow(reception.dispatcher.clone(), updates)),
    ];
    let mut open = JoinSet::new();
    open.spawn(reception.dispatcher.clone().run(reception.ending.subscribe()));
    open.spawn(door::local::serve(own, Arc::clone(&reception)));
    if let Some(group) = group {
        open.spawn(door::local::serve(group, Arc::clone(&reception)));
    }
    if let Some(ssh) = ssh {
        open.spawn(door::ssh::serve(ssh, Arc::clone(&reception)));
    }
    let mut ending = reception.ending.subscribe();
    let ended = tokio::select! {
        () = signals.any() => Ended::Asked,
        _ = ending.wait_for(|ending| *ending) => Ended::Asked,
        () = deserted(reception.clients.subscribe(), doors.stays) => Ended::Deserted,
    };
    // A client that connects now starts a new host, which waits for the lock.
    std::fs::remove_file(&paths.socket).ok();
    if let Some(group) = doors.shared {
        std::fs::remove_file(&group.path).ok();
    }
    reception.ending.send_replace(true);
    let closed = async { while open.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, closed).await.is_err() {
        tracing::warn!("a client did not receive the last words");
    }
    following.iter().for_each(tokio::task::JoinHandle::abort);
    reception.rooms.shutdown().await;
    tracing::info!(?ended, "host stopped");
    Ok(ended)
}

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

/// Raises the limit of descriptors: each client is one, and a login often allows a thousand.
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
    // The previous host is about to end.
    lock.lock().map_err(failed)?;
    Ok(lock)
}

/// The signals that end a host. It has no terminal, so a hang-up means nothing to it.
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
