//! The grammar of the command line, and what each verb does; one file a verb, the same for every door.
//!
//! ```text
//!   args ──parse──▶ Cli ──place──▶ Client(task): task.run(Here)    Host(task): task.run(Caller, Rooms)    Screen(view)
//! ```
//!
//! Where a verb is carried out is a matter of its type: a [`HostTask`] has no way to run in the client. A verb returns an
//! [`Outcome`] and never writes by itself: its caller knows where the output goes.

mod action;
mod attach;
mod briefing;
mod bundle;
mod call;
mod cli;
mod client_verb;
mod close;
mod command;
mod completions;
mod config;
mod context;
mod correct;
mod day;
pub mod demo;
mod duty;
mod export;
mod file;
mod finding;
mod help;
mod hold;
mod host;
mod import;
mod json;
mod list;
mod localized;
mod log;
mod misuse;
mod notify;
mod options;
mod outcome;
pub mod people;
mod phase;
mod pick;
mod place;
mod reference;
mod refusal;
mod reopen;
mod replay;
mod report;
mod resolved;
mod resume;
mod retitle;
mod role;
mod room_command;
mod room_verb;
mod runbook;
mod serve;
mod service;
mod severity;
mod situation;
mod source;
mod start;
mod status;
mod table;
mod task;
mod theme;
mod typed;
mod undo;
mod update;
mod verify;
mod zone;

pub use cli::{Cli, parse};
pub use config::read as read_config;
pub use context::{Caller, Here, HostFacts};
pub use host::HostQuery;
pub use options::Options;
pub use outcome::Outcome;
pub use place::{ClientTask, HostTask, Place, View};
pub use replay::{Export, Replay};
pub use serve::Serve;
pub use source::{Source, origin, unreadable};

#[cfg(test)]
mod tests;
