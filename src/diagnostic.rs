//! Errors of files that people write: all of a file at once, each with its place, a caret and what to write instead.
//!
//! ```text
//!   bytes ──read_bytes──▶ TomlReader ──walks a TomlFormat──▶ what the file says, or Vec<Diagnostic<Kind>> ──render──▶ text
//! ```
//!
//! Deserialising would stop at the first error; the author of a file wants all of them, in their own language, with what
//! they probably meant.

mod format;
mod nearest;
mod reader;
mod report;
mod source;
mod table;
mod toml_error;

pub use format::{Expected, Message, TableKind, quoted, value_type};
pub use nearest::nearest;
pub use reader::{TomlFormat, TomlReader, read, read_bytes};
pub use report::{Diagnostic, DiagnosticKind, MAX_DIAGNOSTICS, render_all};
pub use source::Source;
pub use table::{Field, Table, used_before};
pub use toml_error::TomlError;

#[cfg(test)]
mod tests;
