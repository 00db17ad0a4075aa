//! Files: when one has changed, and how one is written in whole or not at all.

mod fresh;
mod inotify;
mod watcher;

pub use fresh::{Fresh, Mode, Over};
pub use inotify::Growth;
pub use watcher::{FileWatcher, Scope};
