//! The command line: its grammar and its verbs, the same for every door.
//!
//! ```text
//!   args ──parse──▶ Cli ──place──▶ Client(task): task.run(Here)    Host(task): task.run(Caller, Rooms)    Screen(view)
//! ```
//!
//! The place of a verb is its type: a [`HostTask`] cannot run in the client. A verb returns an [`Outcome`] and never
//! writes by itself: its caller knows where the output goes.

mod attention;
mod call;
mod cli;
mod close;
mod config;
mod context;
pub mod demo;
mod duty;
mod export;
mod file;
mod help;
mod host;
mod import;
mod json;
mod list;
mod log;
mod misuse;
mod notify;
mod outcome;
pub mod people;
mod phase;
mod pick;
mod place;
mod reference;
mod refusal;
mod replay;
mod report;
mod review;
mod room_command;
mod room_verb;
mod runbook;
mod service;
mod source;
mod start;
mod status;
mod table;
mod task;
mod theme;
mod typed;
mod update;
mod verify;

pub use cli::{Cli, parse};
pub use config::read as read_config;
pub use context::{Caller, Here, HostFacts, Options};
pub use host::{HostQuery, Serve};
pub use outcome::Outcome;
pub use place::{ClientTask, HostTask, Place, View};
pub use replay::Replay;
pub use source::{Source, origin, unreadable};

#[cfg(test)]
mod tests;
