//! The building blocks of nouns: text, ids, times, signatures.

pub mod calendar;
pub mod ids;
pub mod signature;
pub mod text;
pub mod time;
pub mod wall_clock;
