//! The ways in. A door knows who a person is, and asks for one of two things: a command, or a screen.

pub mod local;
pub mod ssh;
