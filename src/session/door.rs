//! The exchange between a session and its door.

use std::future::Future;
use std::io;

use crate::incident::IncidentId;
use crate::terminal::Size;

/// A message from a door. Dropping its sender means that the person is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromDoor {
    Bytes(Vec<u8>),
    Resized(Size),
    Redraw,
}

/// The way to one terminal.
pub trait Output: Send + 'static {
    /// Sends a frame and returns once the terminal has taken it; `place` is the room that it shows.
    fn show(&mut self, frame: &[u8], place: Option<&IncidentId>) -> impl Future<Output = io::Result<()>> + Send;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    Left,
    Gone,
    Ending,
    /// The person no longer has access to the host.
    Withdrawn,
    /// The screen failed; the room is not affected.
    Crashed,
}
