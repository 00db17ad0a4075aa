//! The kernel's notices of changed files.

pub use system::{Growth, Notices};

#[cfg(target_os = "linux")]
mod system {
    use std::ffi::OsStr;
    use std::os::fd::OwnedFd;
    use std::os::unix::ffi::OsStrExt;
    use std::path::Path;

    use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init, remove_watch};
    use rustix::io::{Errno, read};

    use crate::terminal::FdReader;

    /// Enough for the notices of many names.
    const BUFFER: usize = 4096;

    /// The events of a saved file. The folder is watched, not the file, because an editor replaces the file; a file that
    /// was only created is incomplete.
    const SAVED: WatchFlags = WatchFlags::CLOSE_WRITE
        .union(WatchFlags::MOVED_TO)
        .union(WatchFlags::MOVED_FROM)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::ATTRIB)
        .union(WatchFlags::DELETE_SELF)
        .union(WatchFlags::MOVE_SELF);

    /// The events of a file that is written, truncated, removed or replaced.
    const GROWN: WatchFlags =
        WatchFlags::MODIFY.union(WatchFlags::ATTRIB).union(WatchFlags::MOVE_SELF).union(WatchFlags::DELETE_SELF);

    /// Changes in folders, waited for by the runtime.
    #[derive(Debug)]
    pub struct Notices(FdReader);

    impl Notices {
        /// `None` if no descriptor is left.
        pub fn new() -> Option<Self> {
            let queue = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
            FdReader::new(queue).ok().map(Self)
        }

        /// Watches the folder of a file, and the one a link leads to. If the folder is missing, watches the nearest existing
        /// one for its creation. Returns whether anything is watched.
        pub fn watch(&self, file: &Path) -> bool {
            if let Ok(real) = file.canonicalize()
                && let Some(folder) = real.parent()
            {
                add_watch(&self.0, folder, SAVED).ok();
            }
            let mut wanted = SAVED;
            for folder in file.ancestors().skip(1) {
                let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                match add_watch(&self.0, folder, wanted) {
                    Err(Errno::NOENT) => wanted = SAVED | WatchFlags::CREATE,
                    watched => return watched.is_ok(),
                }
            }
            false
        }

        /// Waits for a change of the file, or of the folders that lead to it.
        pub async fn of(&self, file: &Path) {
            let real = file.canonicalize().ok();
            // A folder above that appears may hold the file.
            let names: Vec<_> = file.iter().chain(real.as_deref().and_then(Path::file_name)).collect();
            self.wait(|notices| self::names(notices).any(|name| name.is_none_or(|name| names.contains(&name)))).await;
        }

        pub async fn any(&self) {
            self.wait(|_| true).await;
        }

        async fn wait(&self, concerns: impl Fn(&[u8]) -> bool) {
            let mut notices = [0; BUFFER];
            while let Ok(length) = self.0.read(&mut notices).await {
                if concerns(&notices[..length]) {
                    return;
                }
            }
        }
    }

    /// The file each notice names; `None` if it is about the folder itself, or notices were lost.
    fn names(mut notices: &[u8]) -> impl Iterator<Item = Option<&OsStr>> {
        std::iter::from_fn(move || {
            // Three numbers, the length of the name, and the name padded with zeros.
            let (_, rest) = notices.split_at_checked(12)?;
            let (length, rest) = rest.split_first_chunk()?;
            let (name, rest) = rest.split_at_checked(u32::from_ne_bytes(*length) as usize)?;
            notices = rest;
            let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
            Some((!name.is_empty()).then(|| OsStr::from_bytes(name)))
        })
    }

    /// Changes of one file that is being written, waited for by a thread.
    #[derive(Debug)]
    pub struct Growth {
        queue: OwnedFd,
        watch: i32,
    }

    impl Growth {
        /// `None` if no descriptor is left.
        pub fn of(file: &Path) -> Option<Self> {
            let queue = init(CreateFlags::CLOEXEC).ok()?;
            let watch = add_watch(&queue, file, GROWN).ok()?;
            Some(Self { queue, watch })
        }

        /// Blocks until the file may have changed, or [`Growth::end`] is called.
        pub fn wait(&self) {
            let mut notices = [0; BUFFER];
            while read(&self.queue, &mut notices) == Err(Errno::INTR) {}
        }

        /// Wakes the waiting thread: the end of a watch is a notice too.
        pub fn end(&self) {
            remove_watch(&self.queue, self.watch).ok();
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        /// One notice as the kernel writes it.
        fn notice(name: &[u8], padded_to: usize) -> Vec<u8> {
            let mut bytes = vec![0; 12];
            bytes.extend_from_slice(&u32::try_from(padded_to).unwrap().to_ne_bytes());
            bytes.extend_from_slice(name);
            bytes.resize(16 + padded_to, 0);
            bytes
        }

        #[test]
        fn notices_are_split_by_their_lengths() {
            let bytes = [notice(b"people.toml", 16), notice(b"", 0), notice(b"\xff", 16), notice(b"cut", 16)].concat();
            let found = |bytes: &[u8]| -> Vec<Option<Vec<u8>>> {
                names(bytes).map(|name| name.map(|name| name.as_bytes().to_vec())).collect()
            };
            let whole = [Some(b"people.toml".to_vec()), None, Some(vec![0xff]), Some(b"cut".to_vec())];
            assert_eq!(found(&bytes), whole);
            assert_eq!(found(&bytes[..bytes.len() - 1]), whole[..3]);
            assert_eq!(found(&bytes[..7]), []);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    /// No notices here: files are looked at from time to time.
    #[derive(Debug)]
    pub enum Notices {}

    impl Notices {
        pub fn new() -> Option<Self> {
            None
        }

        pub fn watch(&self, _: &Path) -> bool {
            match *self {}
        }

        pub async fn of(&self, _: &Path) {
            match *self {}
        }

        pub async fn any(&self) {
            match *self {}
        }
    }

    /// No notices here: files are looked at from time to time.
    #[derive(Debug)]
    pub enum Growth {}

    impl Growth {
        pub fn of(_: &Path) -> Option<Self> {
            None
        }

        pub fn wait(&self) {
            match *self {}
        }

        pub fn end(&self) {
            match *self {}
        }
    }
}
