//! Calls for help.

pub mod command;
pub mod event;
pub mod fold;
pub mod state;
