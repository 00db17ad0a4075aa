//! What every connection needs.

use std::sync::Arc;
use std::time::Duration;

use russh::server;
use tokio::sync::Semaphore;

use super::super::super::reception::Reception;
use super::super::super::settings::SshDoor;
use super::limits::ConnectionLimits;
use crate::people::Access;

/// The door's name in the signature of acts.
const VIA: &str = "ssh";
/// How long a client may take to receive the last words.
pub const LAST_WORD: Duration = Duration::from_secs(1);

/// The door, shared by its connections.
pub struct Door {
    pub reception: Arc<Reception>,
    pub settings: SshDoor,
    pub russh: Arc<server::Config>,
    pub limits: Arc<ConnectionLimits>,
    /// How many clients at once may get the message that the door is full.
    pub refusals: Semaphore,
}

impl Door {
    /// The owner of a key; `None` if it belongs to nobody.
    pub fn key(&self, blob: &[u8]) -> Option<Access> {
        self.reception.key(blob, VIA)
    }
}
