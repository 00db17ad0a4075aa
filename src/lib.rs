//! warroom, an incident command console for the terminal.
//!
//! The modules, and what each may import, are listed in ARCHITECTURE.md; a test holds them to it.

pub mod app;
pub mod client;
pub mod clock;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod draft;
pub mod evidence;
pub mod files;
pub mod host;
pub mod incident;
pub mod journal;
pub mod lang;
pub mod notify;
pub mod people;
pub mod replay;
pub mod report;
pub mod room;
pub mod runbook;
pub mod session;
pub mod terminal;
pub mod theme;
pub mod ui;
pub mod verbs;
pub mod wire;
