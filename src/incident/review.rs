//! The review: findings and follow-up actions.

pub mod command;
pub mod event;
pub mod fold;
pub mod found;
pub mod state;
