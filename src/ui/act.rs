//! The functions of actions that belong to no page.

pub mod attend;
pub mod duty;
pub mod incident;
pub mod moving;
pub mod palette;
pub mod steps;
pub mod tasks;
