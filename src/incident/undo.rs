//! Undo: everyone's own acts, and what each replaced.

pub mod acts;
pub mod before;
pub mod fold;
pub mod rules;
