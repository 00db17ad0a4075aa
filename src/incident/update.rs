//! Audiences, updates, and their delivery.

pub mod audience;
pub mod command;
pub mod due;
pub mod event;
pub mod fold;
pub mod outbox;
pub mod queue;
pub mod state;
