//! Messages in French and English, and dates and durations as people write them.
//!
//! Every text that a person reads is a message of the Fluent files beside this one; both languages have the same
//! messages with the same variables, which a test checks.

mod attention;
mod began;
mod briefing;
mod entry;
mod left;
mod messages;
mod moment;
mod name;
mod refusal;
mod span;

pub use began::began;
pub use entry::{EntryText, entry_words};
pub use messages::Lang;
pub(crate) use messages::vars;
