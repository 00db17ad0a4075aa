//! A recording that is played back: its bar, its keys, and the moments that people type.

pub mod bar;
pub mod compared;
pub mod control;
mod forms;
pub mod mark;
mod playback;
pub mod roles;
mod track;
pub mod when;

pub use playback::{
    Activity, Cut, CutBy, Follow, Motion, Play, Playback, SPEEDS, Shown, Silence, faster, slower,
};
pub use roles::roles_in;
