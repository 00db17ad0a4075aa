//! The nouns by themselves: what is stored, what is decided, what is folded, what is undone.

mod bounds;
mod clock_changes;
mod compared;
mod crisis;
mod fold;
mod json;
mod reading;
mod refused;
mod rights;
mod undone;
