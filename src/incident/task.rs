//! Tasks.

pub mod command;
pub mod event;
pub mod fold;
pub mod state;
