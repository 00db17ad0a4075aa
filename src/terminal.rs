//! A terminal over a stream of bytes: input decoded, frames painted, modes set and restored.
//!
//! ```text
//!   bytes ──Decoder──▶ Decoded (key, mouse, paste, answer)
//!   cells ──Painter──▶ bytes          modes, title, clipboard ──control──▶ bytes
//! ```
//!
//! This module knows neither the screen's content, nor its person, nor the door.

mod colour;
pub mod control;
mod decoder;
mod fd;
mod painter;
mod pen;
pub mod query;
mod size;

pub use colour::Depth;
pub use decoder::{Decoded, Decoder};
pub use fd::{FdReader, FdWriter};
pub use painter::{Painted, Painter};
pub use query::{Background, KnownTerminals, Remembered};
pub use size::Size;
