//! Files that a command names: read with the user's own rights, and what is wrong with them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::outcome::Outcome;
use crate::evidence::{Bad, ZipError};
use crate::incident::Line;
use crate::journal::Damage;
use crate::lang::{Lang, vars};

/// Longer than any format allows; its reader reports that.
const MAX: u64 = 16 << 20;

pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(MAX).read_to_end(&mut content)?;
    Ok(content)
}

/// Why a file cannot be read or written.
pub fn unreadable(path: &Path, error: &io::Error, lang: Lang) -> Outcome {
    Outcome::unavailable(match error.kind() {
        io::ErrorKind::NotFound => about(path, "file-missing", lang),
        io::ErrorKind::PermissionDenied => about(path, "file-forbidden", lang),
        io::ErrorKind::IsADirectory => about(path, "file-folder", lang),
        _ => lang.say_with("file-error", &vars![file = shown(path), why = error.to_string()]),
    })
}

/// Why a new file cannot be written; `exists` is the message if there is one already.
pub fn unwritten(path: &Path, error: &io::Error, exists: &str, lang: Lang) -> Outcome {
    match error.kind() {
        io::ErrorKind::AlreadyExists => Outcome::refused(about(path, exists, lang)),
        io::ErrorKind::NotFound => Outcome::unavailable(about(path, "plan-no-folder", lang)),
        _ => unreadable(path, error, lang),
    }
}

pub fn about(path: &Path, key: &str, lang: Lang) -> String {
    lang.say_with(key, &vars![file = shown(path)])
}

/// A path as messages show it.
pub fn shown(path: &Path) -> String {
    Line::new(&path.display().to_string()).as_str().to_owned()
}

/// A message about a record that is damaged; `named` says of which log.
pub fn damaged(key: &str, named: (&str, &str), damage: &Damage, lang: Lang) -> String {
    let (record, why) = (damage.record.into(), lang.say(damage.flaw.key()).into());
    lang.say_with(key, &[(named.0, named.1.into()), ("record", record), ("why", why)])
}

/// Why a bundle is rejected.
pub fn bad_bundle(bad: &Bad, path: &Path, lang: Lang) -> Outcome {
    if let Bad::Io(error) = bad {
        return unreadable(path, error, lang);
    }
    Outcome::refused(lang.say_with("bundle-bad", &vars![file = shown(path), why = reason(bad, lang)]))
}

/// The fault of a bundle that made reading fail.
pub fn fault(error: &io::Error) -> Option<Bad> {
    error.get_ref()?.downcast_ref().cloned().map(Bad::Zip)
}

fn reason(bad: &Bad, lang: Lang) -> String {
    let plain = |key: &str| lang.say(key);
    let named = |key: &str, name: &str| {
        // The name comes from the file, uncleaned.
        let name = Line::new(name).as_str().chars().take(80).collect::<String>();
        lang.say_with(key, &vars![name])
    };
    match bad {
        Bad::Zip(ZipError::NotZip) => plain("bundle-not-zip"),
        Bad::Zip(ZipError::CutShort) => plain("bundle-cut-short"),
        Bad::Zip(ZipError::TooMany) => plain("bundle-too-many"),
        Bad::Zip(ZipError::Layout) => plain("bundle-layout"),
        Bad::Zip(ZipError::Encrypted(name)) => named("bundle-encrypted", name),
        Bad::Zip(ZipError::Method(name)) => named("bundle-method", name),
        Bad::Zip(ZipError::Outside(name)) => named("bundle-outside", name),
        Bad::Zip(ZipError::Special(name)) => named("bundle-special", name),
        Bad::Zip(ZipError::Doubled(name)) => named("bundle-doubled", name),
        Bad::Zip(ZipError::Length(name)) => named("bundle-length", name),
        Bad::Zip(ZipError::Checksum(name)) => named("bundle-checksum", name),
        Bad::Format { found } => lang.say_with("bundle-format", &vars![found = found.to_string()]),
        Bad::Unknown(name) => named("bundle-unknown", name),
        Bad::Missing(name) => named("bundle-missing", name),
        Bad::TooLong(name) => named("bundle-too-long", name),
        Bad::Unreadable(name) => named("bundle-unreadable", name),
        Bad::Sum(name) => named("bundle-sum", name),
        Bad::Head(head) => lang.say_with("bundle-head", &vars![record = head.seq.0, head = head.hash.to_string()]),
        Bad::Incident => plain("bundle-incident"),
        Bad::Journal(damage) => {
            let why = lang.say(damage.flaw.key());
            lang.say_with("bundle-journal", &vars![record = damage.record, why])
        }
        Bad::Io(error) => Line::new(&error.to_string()).as_str().to_owned(),
    }
}
