//! Files: when one has changed, and how one is written in whole or not at all.

mod fresh;
mod inotify;
mod watcher;

pub use fresh::{Fresh, Mode, Over};
pub use inotify::Growth;
pub use watcher::{FileWatcher, Scope};

use std::path::{Path, PathBuf};

/// Returns the TOML files of a folder in the order of their names; none if it cannot be read.
pub fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}
