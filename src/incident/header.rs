//! The incident as a whole: title, severity, situation, holds, closing.

pub mod command;
pub mod event;
pub mod fold;
pub mod state;
