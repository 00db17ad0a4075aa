//! One person at one screen, whatever the door: bytes in, frames out.

mod decoder;
mod depth;
mod painter;

pub use depth::Depth;
