//! The log, and what people write in it.

pub mod command;
pub mod entries;
pub mod event;
pub mod fold;
pub mod kind;
