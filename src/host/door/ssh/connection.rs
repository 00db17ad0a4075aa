//! One connection, from its first byte to its last.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use russh::Disconnect;
use russh::server::{self, RunningSession};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::{oneshot, watch};

use super::door::{Door, LAST_WORD};
use super::handler::SshHandler;
use super::limits::Seat;
use super::line::Line;
use crate::lang::Lang;
use crate::people::Access;

/// Serves a connection until it is closed.
pub async fn converse(stream: TcpStream, peer: SocketAddr, door: Arc<Door>) {
    let line = Line::new(stream);
    let Some(seat) = door.limits.admit(&line) else {
        // Too many clients wait for the message already: this one is cut without it.
        let Ok(_permit) = door.refusals.try_acquire() else { return };
        return refuse(line, door.settings.lang).await;
    };
    let (known, is_known) = oneshot::channel();
    let running = watch::Sender::new(0);
    let handler = SshHandler::new(Arc::clone(&door), peer, known, running.clone());
    let mut ending = door.reception.ending();
    let grace = door.settings.limits.login_grace.get();
    let login = tokio::time::timeout(grace, login(&door, line.clone(), handler, is_known));
    let login = tokio::select! {
        login = login => login.ok().flatten(),
        _ = ending.wait_for(|ending| *ending) => None,
    };
    if let Some((connection, access)) = login {
        attend(connection, access, &seat, peer, &door, running).await;
    }
    line.cut();
}

async fn login(
    door: &Door,
    line: Line,
    handler: SshHandler,
    is_known: oneshot::Receiver<Access>,
) -> Option<(RunningSession<SshHandler>, Access)> {
    let connection = server::run_stream(Arc::clone(&door.russh), line, handler).await.ok()?;
    // The sender is dropped with the connection.
    Some((connection, is_known.await.ok()?))
}

/// Serves a connection whose person is known, until one of them has to go.
async fn attend(
    mut connection: RunningSession<SshHandler>,
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
    tracing::info!(%peer, %person, "connected");
    let mut ending = door.reception.ending();
    let last_word = tokio::select! {
        ended = &mut connection => {
            let why = ended.err().map(|error| error.to_string()).unwrap_or_default();
            return tracing::info!(%peer, %person, why, "disconnected");
        }
        _ = ending.wait_for(|ending| *ending) => lang.say("ssh-host-stopped"),
        () = access.withdrawn() => lang.say("host-withdrawn"),
    };
    // The screens show the last words and the client then closes by itself; a connection that is cut earlier has not
    // shown them.
    let mut sessions = running.subscribe();
    let leaving = async {
        sessions.wait_for(|running| *running == 0).await.ok();
        (&mut connection).await.ok();
    };
    if tokio::time::timeout(LAST_WORD * 3 / 2, leaving).await.is_ok() {
        return tracing::info!(%peer, %person, "disconnected by the host");
    }
    let handle = connection.handle();
    let disconnect = handle.disconnect(Disconnect::ByApplication, last_word, lang.code().to_owned());
    tokio::time::timeout(LAST_WORD, disconnect).await.ok();
    tokio::time::timeout(LAST_WORD / 4, &mut connection).await.ok();
    tracing::info!(%peer, %person, "disconnected by the host");
}

/// Sends a client the message that the door is full; it is shown before any key is exchanged.
async fn refuse(mut line: Line, lang: Lang) {
    let send = async {
        line.write_all(&too_many(&lang.say("ssh-full"), lang)).await?;
        line.shutdown().await?;
        // The client's bytes have to be read, or the message is lost with them.
        tokio::io::copy(&mut line, &mut tokio::io::sink()).await
    };
    let _: Result<io::Result<u64>, _> = tokio::time::timeout(LAST_WORD, send).await;
    line.cut();
}

/// The identification, and a packet that reports too many connections.
fn too_many(sentence: &str, lang: Lang) -> Vec<u8> {
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
        for count in 0..20 {
            let bytes = too_many(&"x".repeat(count), Lang::En);
            let packet = bytes.strip_prefix(b"SSH-2.0-warroom\r\n").unwrap();
            let length = u32::from_be_bytes(packet[..4].try_into().unwrap()) as usize;
            assert_eq!((length + 4, (length + 4) % 8), (packet.len(), 0));
            let padding = usize::from(packet[4]);
            assert!((4..12).contains(&padding), "{padding}");
            assert_eq!(packet[5..10], [1, 0, 0, 0, 12]);
        }
    }
}
