//! The settings of one's own account: `notify.toml`, and the secrets in the folder beside it.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};

use super::edit::{Uncut, with, without};
use super::error::SettingsDiagnostic;
use super::{FILE_MAX, Place, Settings, Source};
use crate::files::{Fresh, Mode, Over};
use crate::incident::TargetName;

/// The folder of the secrets, beside the settings.
pub const SECRETS: &str = "secrets";

/// The settings as they are in the file, to be changed there.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    path: PathBuf,
    text: String,
    settings: Settings,
}

/// Why the settings cannot be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: io::Error },
    /// What is wrong with the file, or would be.
    #[error("the settings are not valid")]
    Invalid(Vec<SettingsDiagnostic>),
}

/// Why a target cannot be removed.
#[derive(Debug, thiserror::Error)]
pub enum NotRemoved {
    #[error("no such target")]
    Unknown,
    /// It is written in a way that cannot be cut out.
    #[error("the target cannot be cut out")]
    Entangled,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Reads the settings of a configuration folder; without a file there are none yet.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join("notify.toml");
        // A link is followed, so that the file it leads to is the one that changes.
        let path = path.canonicalize().unwrap_or(path);
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes));
        if let Err(source) = read
            && source.kind() != io::ErrorKind::NotFound
        {
            return Err(StoreError::Io { path, source });
        }
        let settings =
            Settings::read_bytes(&bytes, &path.display().to_string()).map_err(StoreError::Invalid)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Self { folder: folder.to_owned(), path, text, settings })
    }

    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns a free name: the kind, with a number if it is taken.
    pub fn free_name(&self, kind: &str) -> TargetName {
        let numbered = (2..).map(|number| format!("{kind}-{number}"));
        std::iter::once(kind.to_owned())
            .chain(numbered)
            .filter_map(|name| name.parse().ok())
            .find(|name| self.settings.place(name).is_none())
            .expect("there are more names than targets")
    }

    /// Where the address of a target goes that is typed.
    pub fn secret_of(name: &TargetName) -> Source {
        Source::File(Path::new(SECRETS).join(name.as_str()))
    }

    /// Adds a target; a `typed` address is written to the file that the target names.
    pub fn add(&self, place: &Place, typed: Option<&SecretString>) -> Result<(), StoreError> {
        let text = with(&self.text, place);
        // Nothing is written that the host would reject.
        Settings::read(&text, &self.path.display().to_string()).map_err(StoreError::Invalid)?;
        if let (Some(address), Source::File(file)) = (typed, &place.url) {
            // The secret first: the host reads it as soon as the settings name it.
            let secrets = self.folder.join(SECRETS);
            make_private(&secrets).map_err(|source| StoreError::Io { path: secrets, source })?;
            write_private(&self.folder.join(file), address.expose_secret())?;
        }
        write_private(&self.path, &text)
    }

    /// Removes a target, and its secret if [`Store::add`] wrote one and no other target uses it.
    pub fn remove(&self, name: &TargetName) -> Result<(), NotRemoved> {
        let text = without(&self.text, name).map_err(|uncut| match uncut {
            Uncut::Unknown => NotRemoved::Unknown,
            Uncut::Entangled => NotRemoved::Entangled,
        })?;
        write_private(&self.path, &text)?;
        if let Some(Source::File(path)) = self.settings.place(name).map(|place| &place.url)
            && path.parent() == Some(Path::new(SECRETS))
            && self.settings.targets.iter().filter(|place| place.url == Source::File(path.clone())).count()
                == 1
        {
            fs::remove_file(self.folder.join(path)).ok();
        }
        Ok(())
    }
}

/// Makes a folder that only this account can read.
fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, Permissions::from_mode(0o700))
}

/// Replaces a file by one that only this account can read.
fn write_private(path: &Path, text: &str) -> Result<(), StoreError> {
    let write = || {
        let mut fresh = Fresh::beside(path, Mode::Private)?;
        fresh.file().write_all(text.as_bytes())?;
        if !text.ends_with('\n') {
            fresh.file().write_all(b"\n")?;
        }
        fresh.keep(Over::Any)
    };
    write().map_err(|source| StoreError::Io { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "format = 1\n\n[[audience]]\nid = \"board\"\nname = \"Board\"\n";

    fn place(name: &str, url: Source) -> Place {
        Place {
            name: name.parse().unwrap(),
            kind: None,
            url,
            secret: None,
            audiences: vec!["board".parse().unwrap()],
            push: Vec::new(),
            allow_local: false,
        }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_typed_address_is_in_a_private_file_as_long_as_its_target_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify.toml");
        fs::write(&path, OWN).unwrap();
        let name = "chat".parse().unwrap();
        let chat = place("chat", Store::secret_of(&name));
        let store = || Store::open(folder.path()).unwrap();
        store().add(&chat, Some(&"https://example.org/hook".to_owned().into())).unwrap();
        let secret = folder.path().join("secrets/chat");
        assert_eq!(fs::read_to_string(&secret).unwrap(), "https://example.org/hook\n");
        assert_eq!((mode(&secret), mode(secret.parent().unwrap()), mode(&path)), (0o600, 0o700, 0o600));
        let added = store();
        assert_eq!(added.settings().place(&name).unwrap().url, chat.url);
        assert!(added.text.starts_with(OWN) && !added.text.contains("example.org"));
        assert_eq!(added.free_name("chat").as_str(), "chat-2");
        assert_eq!(added.free_name("mail").as_str(), "mail");

        store().add(&place("twin", chat.url.clone()), None).unwrap();
        store().remove(&"twin".parse().unwrap()).unwrap();
        assert!(secret.exists(), "the first target still uses it");
        store().remove(&name).unwrap();
        assert!(!secret.exists());
        assert_eq!(store().settings().targets.len(), 0);
        assert!(matches!(store().remove(&name), Err(NotRemoved::Unknown)));
    }

    #[test]
    fn what_the_host_would_reject_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notify.toml"), OWN).unwrap();
        let bad = place("chat", Source::Credential("../x".to_owned()));
        let store = Store::open(folder.path()).unwrap();
        assert!(matches!(store.add(&bad, None), Err(StoreError::Invalid(_))));
        assert_eq!(fs::read_to_string(folder.path().join("notify.toml")).unwrap(), OWN);
        fs::write(folder.path().join("notify.toml"), "format = ").unwrap();
        assert!(matches!(Store::open(folder.path()), Err(StoreError::Invalid(_))));
    }

    #[test]
    fn a_link_stays_one_and_the_file_behind_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real.toml");
        fs::write(&real, OWN).unwrap();
        std::os::unix::fs::symlink(&real, folder.path().join("notify.toml")).unwrap();
        let store = Store::open(folder.path()).unwrap();
        store.add(&place("chat", Source::Env("CHAT_URL".to_owned())), None).unwrap();
        assert!(fs::read_to_string(&real).unwrap().contains("CHAT_URL"));
        assert!(folder.path().join("notify.toml").is_symlink());
    }
}
