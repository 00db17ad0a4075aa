//! What a person prefers: the defaults, then the file, then the command line.

mod choice;
mod document;
mod doors;
mod error;
mod settings;

pub use choice::Choice;
pub use doors::{People, Ssh, Timeout};
pub use error::{ConfigDiagnostic, ConfigError};
pub use settings::Config;

/// A file with every default.
pub const DEFAULTS: &str = include_str!("config/default.toml");

#[cfg(test)]
mod tests;
