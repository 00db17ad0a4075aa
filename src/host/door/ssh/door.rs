//! What every connection needs.

use std::sync::Arc;
use std::time::Duration;

use russh::ChannelWriteHalf;
use russh::server::{self, Msg};
use tokio::sync::Semaphore;

use super::super::super::reception::Reception;
use super::super::super::settings::SshDoor;
use super::limits::ConnectionLimits;
use crate::people::Access;

/// The door's name in the signature of acts.
const VIA: &str = "ssh";
/// How long a client may take to receive the last words.
pub const LAST_WORD: Duration = Duration::from_secs(1);

/// The largest piece of output.
const PIECE: usize = 64 * 1024;
/// Standard error, among the kinds of data of a channel.
const STDERR: u32 = 1;

pub struct Door {
    pub reception: Arc<Reception>,
    pub settings: SshDoor,
    pub russh: Arc<server::Config>,
    pub limits: Arc<ConnectionLimits>,
    /// The number of clients that may get the message that the door is full.
    pub refusals: Semaphore,
}

impl Door {
    pub fn key(&self, blob: &[u8]) -> Option<Access> {
        self.reception.registry.key(blob, VIA)
    }
}

/// Sends all output and closes the channel. A client that does not read it delays no one else.
pub async fn end(channel: &ChannelWriteHalf<Msg>, stdout: &str, stderr: &str, code: u8) {
    let send = async {
        for piece in stdout.as_bytes().chunks(PIECE) {
            channel.data_bytes(piece.to_vec()).await?;
        }
        for piece in stderr.as_bytes().chunks(PIECE) {
            channel.extended_data_bytes(STDERR, piece.to_vec()).await?;
        }
        channel.exit_status(code.into()).await?;
        channel.eof().await?;
        channel.close().await
    };
    // If it fails, the client is gone.
    let _: Result<(), russh::Error> = send.await;
}
