//! Command and roles, and how they change hands.

pub mod command;
pub mod event;
pub mod fold;
pub mod holders;
pub mod state;
