//! One person at one screen, whatever the door: bytes in, frames out.

mod colour;
mod decoder;
mod painter;
