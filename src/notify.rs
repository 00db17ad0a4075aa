//! Delivery of updates to chat and mail.
//!
//! A [`Message`] is split into [`Part`]s that a [`Target`] holds. The target prints each in its own syntax, in which no text
//! of a message can mention anyone or become a link, sends it through the [`Web`] and returns a [`Verdict`].

mod address;
mod backoff;
mod compose;
mod dispatcher;
mod file;
mod kind;
mod local;
mod message;
mod news;
mod retry;
mod rich;
mod secret;
pub mod settings;
mod split;
mod target;
#[cfg(test)]
mod tests;
mod verdict;
mod web;

pub use address::{Address, BadAddress};
pub use dispatcher::{Checked, Dispatcher, NetworkEnvironment, Sheet};
pub use file::Look;
pub use kind::{Kind, Repeat};
pub use local::{is_local, is_local_host};
pub use message::{Message, Part, Topic};
pub use rich::{Rich, Row, RowKind, Span, Style, backslashed, unlinked};
pub use secret::{NoSecret, Secrets, Variables};
pub use split::split;
pub use target::{Bounds, BoxFuture, Hook, Options, Target, Unit, open};
pub use verdict::Verdict;
pub use web::{Answer, Method, Network, Request, Unreached, Web};
