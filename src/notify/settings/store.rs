//! The account's own `notify.toml`, and the secrets in the folder beside it. The rest of the file stays as it was
//! written.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use toml::Value;
use toml::de::{DeTable, DeValue};

use super::document::SettingsDiagnostic;
use super::{FILE_MAX, Place, Settings, Source};
use crate::files::{Fresh, Mode, Over};
use crate::incident::TargetName;

/// The folder of the secrets, beside the settings.
pub const SECRETS: &str = "secrets";

#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    path: PathBuf,
    text: String,
    settings: Settings,
}

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
    /// It is written in a way that only a person can edit.
    #[error("the target cannot be cut out")]
    Entangled,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
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
        let settings = Settings::read_bytes(&bytes, &path.display().to_string()).map_err(StoreError::Invalid)?;
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

    /// The file of a typed address.
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
        let text = without(&self.text, name)?;
        write_private(&self.path, &text)?;
        if let Some(Source::File(path)) = self.settings.place(name).map(|place| &place.url)
            && path.parent() == Some(Path::new(SECRETS))
            && self.settings.targets.iter().filter(|place| place.url == Source::File(path.clone())).count() == 1
        {
            fs::remove_file(self.folder.join(path)).ok();
        }
        Ok(())
    }
}

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

fn with(source: &str, place: &Place) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    let list = |texts: Vec<&str>| Value::from(texts).to_string();
    let source_of = |source: &Source| match source {
        Source::File(path) => format!("{{ file = {} }}", quoted(&path.to_string_lossy())),
        Source::Env(name) => format!("{{ env = {} }}", quoted(name)),
        Source::Credential(name) => format!("{{ credential = {} }}", quoted(name)),
    };
    let audiences = place.audiences.iter().map(AsRef::as_ref).collect();
    let push: Vec<_> = place.push.iter().map(|news| news.name()).collect();
    let lines = [
        Some("[[target]]".to_owned()),
        Some(format!("name = {}", quoted(place.name.as_str()))),
        place.kind.map(|kind| format!("kind = {}", quoted(kind.id()))),
        Some(format!("url = {}", source_of(&place.url))),
        place.secret.as_ref().map(|secret| format!("secret = {}", source_of(secret))),
        Some(format!("audiences = {}", list(audiences))),
        (!push.is_empty()).then(|| format!("push = {}", list(push))),
        place.allow_local.then(|| "allow_local = true".to_owned()),
    ];
    let entry: Vec<String> = lines.into_iter().flatten().collect();
    let gap = match source {
        "" => "",
        source if source.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{source}{gap}{}\n", entry.join("\n"))
}

fn without(source: &str, name: &TargetName) -> Result<String, NotRemoved> {
    let before = Settings::read(source, "").map_err(|_| NotRemoved::Entangled)?;
    let place = before.targets.iter().position(|place| place.name == *name).ok_or(NotRemoved::Unknown)?;
    let start = head(source, place).ok_or(NotRemoved::Entangled)?;
    let rest = &source[start..];
    let is_next = |line: &str| line.starts_with('[') && !line.trim_start_matches('[').starts_with("target.");
    let mut end = start + rest.find('\n').map_or(rest.len(), |length| length + 1);
    // Comments right above the next heading belong to that.
    let mut keep_from = end;
    for line in source[end..].split_inclusive('\n') {
        if is_next(line) {
            break;
        }
        end += line.len();
        let is_aside = line.trim().is_empty() || line.starts_with('#');
        if !is_aside {
            keep_from = end;
        }
    }
    let after = &source[keep_from..];
    let cut = if end == source.len() {
        format!("{}{}", source[..start].trim_end_matches('\n'), if start == 0 { "" } else { "\n" })
            + after.trim_start_matches('\n')
    } else {
        format!("{}{}", &source[..start], after.trim_start_matches('\n'))
    };
    let mut expected = before;
    expected.targets.remove(place);
    let is_clean = Settings::read(&cut, "").is_ok_and(|settings| settings == expected);
    if is_clean { Ok(cut) } else { Err(NotRemoved::Entangled) }
}

/// The start of the heading of the target at a place.
fn head(source: &str, place: usize) -> Option<usize> {
    let document = DeTable::parse(source).ok()?;
    let DeValue::Array(targets) = document.get_ref().get("target")?.get_ref() else { return None };
    let start = targets.get(place)?.span().start;
    source.get(start..)?.starts_with("[[").then_some(start)
}

#[cfg(test)]
mod tests;
