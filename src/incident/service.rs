//! Services, and how they are.

pub mod command;
pub mod event;
pub mod fold;
pub mod health;
pub mod state;
