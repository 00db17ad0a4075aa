//! What the nouns are made of: text, ids, times, signatures.

pub mod calendar;
pub mod ids;
pub mod signature;
pub mod text;
pub mod time;
pub mod wall_clock;
