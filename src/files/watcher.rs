//! A watcher of files that people edit: by inotify, or by looking from time to time.

use std::path::PathBuf;
use std::time::Duration;

use super::inotify::Notices;

/// Watches a file, or everything in its folder, for as long as the host runs.
#[derive(Debug)]
pub struct FileWatcher {
    file: PathBuf,
    scope: Scope,
    /// How often to look if the system reports no changes.
    poll: Duration,
    /// `None` if no descriptor is left.
    notices: Option<Notices>,
    is_armed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    File,
    /// Every file beside it, too.
    Folder,
}

impl FileWatcher {
    pub fn new(file: PathBuf, scope: Scope, poll: Duration) -> Self {
        Self { file, scope, poll, notices: Notices::new(), is_armed: false }
    }

    /// Runs `read` now and after each change, without missing one in between.
    pub async fn each<F: Future<Output = ()> + Send>(mut self, mut read: impl FnMut() -> F + Send) {
        loop {
            self.arm();
            read().await;
            self.changed().await;
        }
    }

    /// Starts to watch; call it before reading, so that no change is missed between the two.
    pub fn arm(&mut self) {
        self.is_armed = self.notices.as_ref().is_some_and(|notices| notices.watch(&self.file));
    }

    /// Waits for a change since [`FileWatcher::arm`].
    pub async fn changed(&self) {
        match (&self.notices, self.scope) {
            (Some(notices), Scope::File) if self.is_armed => notices.of(&self.file).await,
            (Some(notices), Scope::Folder) if self.is_armed => notices.any().await,
            _ => tokio::time::sleep(self.poll).await,
        }
    }
}

#[cfg(test)]
mod tests;
