//! What happened when, for reports and replays.

pub mod fold;
pub mod nouns;
pub mod state;
pub mod undo;
