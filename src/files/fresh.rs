//! A file that is written in whole or not at all: beside its place, then moved there.

use std::fs::{File, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The permissions of the file.
pub enum Mode {
    /// This account alone.
    Private,
    /// As any new file of this account.
    Usual,
    /// As the file that it replaces.
    As(Permissions),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing: keeping the file fails with `AlreadyExists` if there is one.
    Nothing,
    Any,
}

impl Over {
    pub const fn forced(force: bool) -> Self {
        if force { Self::Any } else { Self::Nothing }
    }
}

pub struct Fresh {
    file: NamedTempFile,
    folder: PathBuf,
    path: PathBuf,
}

impl Fresh {
    /// Errors if the folder is missing or not writable.
    pub fn beside(path: &Path, mode: Mode) -> io::Result<Self> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".warroom-");
        let file = match mode {
            Mode::Private => builder.tempfile_in(&folder)?,
            Mode::Usual => builder.permissions(Permissions::from_mode(0o666)).tempfile_in(&folder)?,
            Mode::As(permissions) => {
                let file = builder.tempfile_in(&folder)?;
                file.as_file().set_permissions(permissions)?;
                file
            }
        };
        Ok(Self { file, folder, path: path.to_owned() })
    }

    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Moves it to its place, once its bytes are on disk.
    pub fn keep(self, over: Over) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        let kept = match over {
            Over::Nothing => self.file.persist_noclobber(&self.path),
            Over::Any => self.file.persist(&self.path),
        };
        kept.map_err(|failed| failed.error)?;
        File::open(&self.folder)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io::Write;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_whole_once_it_is_kept_and_removed_otherwise() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let written = |text: &str| {
            let mut fresh = Fresh::beside(&path, Mode::Private).unwrap();
            fresh.file().write_all(text.as_bytes()).unwrap();
            fresh
        };
        drop(written("lost"));
        assert!(names(folder.path()).is_empty());
        written("one").keep(Over::Nothing).unwrap();
        let refused = written("two").keep(Over::Nothing).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((fs::read_to_string(&path).unwrap(), names(folder.path()).len()), ("one".to_owned(), 1));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        written("two").keep(Over::Any).unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap(), names(folder.path()).len()), ("two".to_owned(), 1));
        assert!(Fresh::beside(&folder.path().join("none/a"), Mode::Usual).is_err());
    }
}
