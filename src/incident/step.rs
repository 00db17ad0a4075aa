//! The timeline: steps, their clocks and the forecast.

pub mod active_clock;
pub mod clocks;
pub mod command;
pub mod event;
pub mod fold;
pub mod forecast;
pub mod state;
