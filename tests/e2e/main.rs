//! The built program in pseudo-terminals, from the first key to the last.

#![expect(clippy::unwrap_used, reason = "what a test cannot do ends it")]

mod copies;
mod damaged;
mod faults;
mod life;
mod notify;
mod people;
mod receiver;
mod replay;
mod servers;
mod socket;
mod ssh;
mod stage;
