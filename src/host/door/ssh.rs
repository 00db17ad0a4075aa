//! The door for people elsewhere: SSH, where a key says who somebody is.
//!
//! ```text
//!   connection ── Line ── russh ── Guest ─┬─ a command ──▶ verbs::run
//!                                         └─ a terminal ─▶ session::run
//! ```
//!
//! There is a screen and there are warroom's own commands, and nothing else: no shell, no files, no forwarding, no
//! environment. The name that a client gives itself is not even looked at.

mod algorithms;
mod crowd;
mod exec;
mod guest;
mod host_key;
mod line;
mod output;
mod screen;
mod words;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::HashAlg;
use russh::server::{self, RunningSession};
use russh::{Disconnect, MethodKind, MethodSet, SshId};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot, watch};
use tokio::task::JoinSet;

use super::super::{HostError, Shared, SshDoor};
use crate::lang::Lang;
use crate::people::Access;
use crowd::{Crowd, Seat};
use guest::Guest;
use line::Line;

/// What a person's acts at this door are signed with.
const VIA: &str = "ssh";
/// How long a client may take to hear a last word.
const LAST_WORD: Duration = Duration::from_secs(1);
/// How long a refusal takes at least, whatever it was for.
const REFUSAL: Duration = Duration::from_millis(300);
/// How many may be told at once that there is no room.
const REFUSALS_MAX: usize = 32;
/// How many bytes of input a client may send ahead.
const WINDOW: u32 = 64 * 1024;
const PACKET_MAX: u32 = 16 * 1024;

/// A door that is there, before anybody is let in.
pub struct Opened {
    listener: TcpListener,
    russh: Arc<server::Config>,
    settings: SshDoor,
    pub sign: Sign,
}

/// What a client has to know of the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    pub address: SocketAddr,
    /// By which a client knows the host.
    pub fingerprint: String,
}

/// What every connection needs.
struct Door {
    shared: Arc<Shared>,
    settings: SshDoor,
    russh: Arc<server::Config>,
    crowd: Arc<Crowd>,
    /// How many may be told at once that there is no room.
    refusals: Semaphore,
}

/// Binds the port, with the host's key at hand.
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
        // Clients begin by asking without a key, which counts.
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

/// Lets people in until the host ends, and returns when all of them have left.
pub(in crate::host) async fn serve(opened: Opened, shared: Arc<Shared>) {
    let Opened { listener, russh, settings, .. } = opened;
    let crowd =
        Crowd::new(settings.limits.connections as usize, settings.limits.sessions_per_person as usize);
    let door = Arc::new(Door { shared, settings, russh, crowd, refusals: Semaphore::new(REFUSALS_MAX) });
    let mut ending = door.shared.ending.subscribe();
    let mut guests = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.wait_for(|ending| *ending) => break,
            Some(ended) = guests.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "a connection's task failed");
                }
                continue;
            }
        };
        match accepted {
            Ok((stream, peer)) => {
                guests.spawn(converse(stream, peer, Arc::clone(&door)));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be let in");
                // No descriptor is left, mostly; others go on meanwhile.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    while guests.join_next().await.is_some() {}
}

/// One connection, from its first byte to its last.
async fn converse(stream: TcpStream, peer: SocketAddr, door: Arc<Door>) {
    let line = Line::new(stream);
    let Some(seat) = door.crowd.admit(&line) else {
        // Whoever comes when even for a refusal there is no room is cut without one.
        let Ok(_permit) = door.refusals.try_acquire() else { return };
        return refuse(line, door.settings.lang).await;
    };
    let (known, is_known) = oneshot::channel();
    let running = watch::Sender::new(0);
    let guest = Guest::new(Arc::clone(&door), peer, known, running.clone());
    let mut ending = door.shared.ending.subscribe();
    let grace = door.settings.limits.login_grace.get();
    let login = tokio::time::timeout(grace, login(&door, line.clone(), guest, is_known));
    let login = tokio::select! {
        login = login => login.ok().flatten(),
        _ = ending.wait_for(|ending| *ending) => None,
    };
    if let Some((connection, access)) = login {
        attend(connection, access, &seat, peer, &door, running).await;
    }
    line.cut();
}

/// Waits until the person is known; none where they are not to be.
async fn login(
    door: &Door,
    line: Line,
    guest: Guest,
    is_known: oneshot::Receiver<Access>,
) -> Option<(RunningSession<Guest>, Access)> {
    let connection = server::run_stream(Arc::clone(&door.russh), line, guest).await.ok()?;
    // The sender is gone with the connection.
    Some((connection, is_known.await.ok()?))
}

/// Stays with a connection whose person is known, until either is to go.
async fn attend(
    mut connection: RunningSession<Guest>,
    mut access: Access,
    seat: &Seat,
    peer: SocketAddr,
    door: &Door,
    running: watch::Sender<usize>,
) {
    seat.is_known();
    let lang = door.settings.lang;
    let Some(who) = access.who() else { return };
    let person = who.by.person;
    tracing::info!(%peer, %person, "a person is connected");
    let mut ending = door.shared.ending.subscribe();
    let last_word = tokio::select! {
        ended = &mut connection => {
            let why = ended.err().map(|error| error.to_string()).unwrap_or_default();
            return tracing::info!(%peer, %person, why, "a person is disconnected");
        }
        _ = ending.wait_for(|ending| *ending) => lang.say("ssh-host-stopped"),
        () = access.withdrawn() => lang.say("host-withdrawn"),
    };
    // The screens say farewell by themselves, and a client that has heard it goes by itself: whoever is cut off before
    // has not shown it yet.
    let mut sessions = running.subscribe();
    let farewell = async {
        sessions.wait_for(|running| *running == 0).await.ok();
        (&mut connection).await.ok();
    };
    if tokio::time::timeout(LAST_WORD * 3 / 2, farewell).await.is_ok() {
        return tracing::info!(%peer, %person, "a person is sent away");
    }
    let handle = connection.handle();
    let say = handle.disconnect(Disconnect::ByApplication, last_word, lang.code().to_owned());
    tokio::time::timeout(LAST_WORD, say).await.ok();
    tokio::time::timeout(LAST_WORD / 4, &mut connection).await.ok();
    tracing::info!(%peer, %person, "a person is sent away");
}

impl Door {
    /// Whose a key is.
    fn key(&self, blob: &[u8]) -> Option<Access> {
        self.shared.registry.key(blob, VIA)
    }
}

/// Tells a client that there is no room for it: a client shows this sentence, before any key is exchanged.
async fn refuse(mut line: Line, lang: Lang) {
    let tell = async {
        line.write_all(&turned_away(&lang.say("ssh-full"), lang)).await?;
        line.shutdown().await?;
        // What a client says meanwhile has to be read, or the sentence is lost with it.
        tokio::io::copy(&mut line, &mut tokio::io::sink()).await
    };
    let _: Result<io::Result<u64>, _> = tokio::time::timeout(LAST_WORD, tell).await;
    line.cut();
}

/// Who speaks, and a packet that says that there are too many connections.
fn turned_away(sentence: &str, lang: Lang) -> Vec<u8> {
    /// The number of the message.
    const DISCONNECT: u8 = 1;
    const BLOCK: usize = 8;
    let mut payload = vec![DISCONNECT];
    payload.extend_from_slice(&(Disconnect::TooManyConnections as u32).to_be_bytes());
    for text in [sentence, lang.code()] {
        let text = &text.as_bytes()[..text.len().min(usize::from(u16::MAX))];
        payload.extend_from_slice(&u32::try_from(text.len()).unwrap_or_default().to_be_bytes());
        payload.extend_from_slice(text);
    }
    // Four bytes of padding at least, and as many as make whole blocks.
    let padding = 2 * BLOCK - (5 + payload.len()) % BLOCK;
    let padding = if padding >= BLOCK + 4 { padding - BLOCK } else { padding };
    let mut bytes = b"SSH-2.0-warroom\r\n".to_vec();
    bytes.extend_from_slice(&u32::try_from(1 + payload.len() + padding).unwrap_or_default().to_be_bytes());
    bytes.push(u8::try_from(padding).unwrap_or_default());
    bytes.extend_from_slice(&payload);
    bytes.resize(bytes.len() + padding, 0);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_a_whole_packet() {
        for length in 0..20 {
            let bytes = turned_away(&"x".repeat(length), Lang::En);
            let packet = bytes.strip_prefix(b"SSH-2.0-warroom\r\n").unwrap();
            let told = u32::from_be_bytes(packet[..4].try_into().unwrap()) as usize;
            assert_eq!((told + 4, (told + 4) % 8), (packet.len(), 0));
            let padding = usize::from(packet[4]);
            assert!((4..12).contains(&padding), "{padding}");
            assert_eq!(packet[5..10], [1, 0, 0, 0, 12]);
        }
    }
}
