//! A room: a live incident, its one writer, and the people in it.
//!
//! ```text
//!   ask ──▶ bounded queue ──▶ writer: decide all that wait ─▶ append, one sync ─▶ publish ─▶ answer
//! ```
//!
//! No event is shown, and no one is answered, before its record is on disk. The writer is a thread of its own, so a
//! slow disk delays no session.

mod calls;
mod copy;
mod error;
mod folder;
mod folding;
mod handle;
mod incident_time;
mod presence;
mod rooms;
mod saved;
mod snapshot;
mod store;
mod summary;

mod writer;

pub use calls::OpenCall;
pub use copy::TakenOver;
pub use error::{AskError, FindError};
pub use handle::Room;
pub use presence::Membership;
pub use rooms::{Rooms, Start};
pub use snapshot::{Health, ReadOnly, Seen, Snapshot};
pub use store::{IncidentStore, NotTaken};
pub use summary::Summary;
