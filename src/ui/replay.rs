//! A recording in playback: its bar, its keys, and typed moments.

pub mod bar;
pub mod compared;
pub mod control;
pub mod mark;
mod playback;
mod track;
pub mod when;

pub use playback::{
    Activity, Cut, CutBy, Follow, Motion, Play, Playback, SPEEDS, Shown, Silence, faster, roles_in, slower,
};
