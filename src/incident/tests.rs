//! The nouns by themselves: what is stored, what is decided, what is folded, what is undone.

mod crisis;
mod fold;
mod json;
mod refused;
mod rights;
mod undone;
