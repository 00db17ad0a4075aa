//! The doors. A door establishes who a person is, and asks for a command or a screen.

pub mod local;
pub mod ssh;
