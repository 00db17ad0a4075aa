//! What the program itself reports.

pub mod command;
