//! The door for remote users: SSH, where a key proves who they are.
//!
//! ```text
//!   connection ── Line ── russh ── SshHandler ─┬─ a command ──▶ Reception::exec
//!                                              └─ a terminal ─▶ Reception::screen
//! ```
//!
//! It serves screens and warroom's own commands only: no shell, files, forwarding or environment. The user name that a
//! client sends is ignored.

mod algorithms;
mod connection;
mod door;
mod handler;
mod host_key;
mod limits;
mod line;
mod output;
mod screen;
mod words;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::HashAlg;
use russh::server;
use russh::{MethodKind, MethodSet, SshId};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::super::error::HostError;
use super::super::reception::Reception;
use super::super::settings::SshDoor;
use connection::converse;
use door::Door;
use limits::ConnectionLimits;

/// The minimum duration of a refusal, whatever its cause.
const REFUSAL: Duration = Duration::from_millis(300);
const REFUSALS_MAX: usize = 32;
/// How many bytes of input a client may send ahead.
const WINDOW: u32 = 64 * 1024;
const PACKET_MAX: u32 = 16 * 1024;

/// A door that is bound, before anyone connects.
pub struct Opened {
    listener: TcpListener,
    russh: Arc<server::Config>,
    settings: SshDoor,
    pub sign: Sign,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    pub address: SocketAddr,
    /// The fingerprint of the host's key.
    pub fingerprint: String,
}

/// Binds the port and reads the host's key.
pub async fn open(settings: SshDoor) -> Result<Opened, HostError> {
    let key = host_key::open(&settings.host_key)?;
    let failed = |source| HostError::Ssh { listen: settings.listen, source };
    let listener = TcpListener::bind(settings.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    let limits = &settings.limits;
    let russh = server::Config {
        server_id: SshId::Standard("SSH-2.0-warroom".into()),
        methods: MethodSet::from(&[MethodKind::PublicKey][..]),
        auth_rejection_time: REFUSAL,
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![key],
        window_size: WINDOW,
        maximum_packet_size: PACKET_MAX,
        channel_buffer_size: 1,
        preferred: algorithms::preferred(),
        // Clients first try without a key, which counts.
        max_auth_attempts: limits.tries as usize + 1,
        inactivity_timeout: None,
        keepalive_interval: Some(limits.keepalive.get()),
        keepalive_max: 3,
        nodelay: true,
        ..server::Config::default()
    };
    let sign = Sign { address, fingerprint };
    Ok(Opened { listener, russh: Arc::new(russh), settings, sign })
}

/// Accepts connections until the host ends, and returns when all of them have closed.
pub(in crate::host) async fn serve(opened: Opened, reception: Arc<Reception>) {
    let Opened { listener, russh, settings, .. } = opened;
    let limits =
        ConnectionLimits::new(settings.limits.connections as usize, settings.limits.sessions_per_person as usize);
    let door = Arc::new(Door { reception, settings, russh, limits, refusals: Semaphore::new(REFUSALS_MAX) });
    let mut ending = door.reception.ending();
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.wait_for(|ending| *ending) => break,
            Some(ended) = connections.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "task of a connection failed");
                }
                continue;
            }
        };
        match accepted {
            Ok((stream, peer)) => {
                connections.spawn(converse(stream, peer, Arc::clone(&door)));
            }
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                // Usually no descriptor is left; the other connections go on meanwhile.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}
