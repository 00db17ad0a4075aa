//! The system's word that a file has changed.

pub use system::Notices;

#[cfg(target_os = "linux")]
mod system {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::path::Path;

    use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init};
    use rustix::io::Errno;

    use crate::terminal::FdReader;

    /// What happens in a folder when a file is saved. It is the folder that is watched and not the file, because an editor
    /// puts another file in its place; and a file that is only begun is not told of, because it is not whole.
    const CHANGES: WatchFlags = WatchFlags::CLOSE_WRITE
        .union(WatchFlags::MOVED_TO)
        .union(WatchFlags::MOVED_FROM)
        .union(WatchFlags::DELETE)
        .union(WatchFlags::ATTRIB)
        .union(WatchFlags::DELETE_SELF)
        .union(WatchFlags::MOVE_SELF);

    /// A descriptor that reports changes in folders.
    #[derive(Debug)]
    pub struct Notices(FdReader);

    impl Notices {
        /// `None` if no descriptor is left.
        pub fn new() -> Option<Self> {
            let notices = init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
            FdReader::new(notices).ok().map(Self)
        }

        /// Watches the folder of a file, and the one where it really is. Where there is no such folder yet, the nearest
        /// that is there tells when it comes. Whether anything could be watched.
        pub fn watch(&self, file: &Path) -> bool {
            if let Ok(real) = file.canonicalize()
                && let Some(folder) = real.parent()
            {
                add_watch(&self.0, folder, CHANGES).ok();
            }
            let mut wanted = CHANGES;
            for folder in file.ancestors().skip(1) {
                let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
                match add_watch(&self.0, folder, wanted) {
                    Err(Errno::NOENT) => wanted = CHANGES | WatchFlags::CREATE,
                    watched => return watched.is_ok(),
                }
            }
            false
        }

        /// Waits until something has happened to the file, or to the folders that are watched for it.
        pub async fn of(&self, file: &Path) {
            let real = file.canonicalize().ok();
            // Of the folders above, only those that lead to it: a folder that comes may hold it.
            let names: Vec<_> = file.iter().chain(real.as_deref().and_then(Path::file_name)).collect();
            let mut notices = [0; 4096];
            loop {
                let Ok(length) = self.0.read(&mut notices).await else { return };
                if told(&notices[..length]).any(|name| name.is_none_or(|name| names.contains(&name))) {
                    return;
                }
            }
        }
    }

    impl Notices {
        /// Waits until something has happened in any of the folders that are watched.
        pub async fn any(&self) {
            self.0.read(&mut [0; 4096]).await.ok();
        }
    }

    /// The file that each notice is about; none where it is the folder itself, or that notices were lost.
    fn told(mut notices: &[u8]) -> impl Iterator<Item = Option<&OsStr>> {
        std::iter::from_fn(move || {
            // Three numbers, the length of the name, and the name filled up with zeros.
            let (_, rest) = notices.split_at_checked(12)?;
            let (length, rest) = rest.split_first_chunk()?;
            let (name, rest) = rest.split_at_checked(u32::from_ne_bytes(*length) as usize)?;
            notices = rest;
            let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
            Some((!name.is_empty()).then(|| OsStr::from_bytes(name)))
        })
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::Path;

    /// Nothing of the kind is here: the file is looked at from time to time.
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
}
