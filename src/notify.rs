//! Delivery of updates to chat and mail.
//!
//! A [`Message`] is split into [`Part`]s that a [`Target`] holds. The target prints each in its own syntax, in which no text
//! of a message can mention anyone or become a link, sends it through the [`Web`] and returns a [`Verdict`].

mod address;
mod compose;
mod dispatcher;
mod file;
mod kind;
mod local;
mod message;
mod news;
mod rich;
mod secret;
pub mod settings;
mod split;
mod target;
#[cfg(test)]
mod tests;
mod web;

pub use address::{Address, BadAddress};
pub use dispatcher::{Checked, Dispatcher, NetworkEnvironment};
pub use file::Look;
pub use kind::Kind;
pub use message::{Message, Part, Topic};
pub use news::News;
pub use rich::{Rich, Row};
pub use secret::Secrets;
pub use split::split;
pub use target::{Options, Target, open};
pub use web::{Verdict, Web};
