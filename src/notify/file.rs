//! The settings file, read again whenever it has changed.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::settings::{FILE_MAX, Settings};
use crate::incident::Line;
use crate::lang::{Lang, vars};

#[derive(Debug)]
pub(super) struct SettingsFile {
    path: PathBuf,
    looked: Mutex<Option<Looked>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    /// It never existed.
    Missing,
    /// It existed at some time.
    There(Option<Stamp>),
}

/// Distinguishes two states of a file: inode, length and time.
type Stamp = (u64, u64, i64, i64);

/// Whether a file that looks unchanged is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The system reports a change.
    Closely,
    /// Only if it looks changed: its settings are about to be used.
    Briefly,
}

impl SettingsFile {
    pub(super) const fn new(path: PathBuf) -> Self {
        Self { path, looked: Mutex::new(None) }
    }

    /// Reads the file if it has changed, and passes on its settings or why it is rejected.
    pub(super) fn look(&self, look: Look, lang: Lang, hand_on: impl FnOnce(Result<Settings, Line>)) {
        // Until the settings are in effect, no one else finds the file unchanged.
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let opened = File::open(&self.path);
        let stamp = opened.as_ref().ok().and_then(|file| file.metadata().ok()).map(|about| stamp(&about));
        let is_missing = matches!(&opened, Err(error) if error.kind() == io::ErrorKind::NotFound);
        let now = match *looked {
            None | Some(Looked::Missing) if is_missing => Looked::Missing,
            _ => Looked::There(stamp),
        };
        if *looked == Some(now) && look == Look::Briefly {
            return;
        }
        let first = looked.replace(now).is_none();
        let settings = opened
            .and_then(read)
            .map_err(|error| Line::new(&error.to_string()).to_string())
            .and_then(|bytes| bytes.ok_or_else(|| lang.say("notify-trouble-open")))
            .and_then(|bytes| parse(&bytes, &self.path.to_string_lossy(), lang));
        let trouble = match settings {
            Ok(settings) => return hand_on(Ok(settings)),
            // A file being replaced is missing for a moment.
            Err(_) if is_missing && now != Looked::Missing => lang.say("notify-trouble-gone"),
            Err(_) if is_missing && first => return hand_on(Ok(Settings::default())),
            Err(_) if is_missing => return,
            Err(why) => why,
        };
        let name = Line::new(&self.path.to_string_lossy());
        hand_on(Err(Line::new(&lang.say_with("notify-trouble", &vars![file = name.as_str(), why = trouble]))));
    }
}

fn stamp(about: &Metadata) -> Stamp {
    (about.ino(), about.len(), about.mtime(), about.mtime_nsec())
}

fn read(mut file: File) -> io::Result<Option<Vec<u8>>> {
    if file.metadata()?.mode() & 0o002 != 0 {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    file.by_ref().take(2 * FILE_MAX as u64).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Parses the settings; the error is the first problem.
fn parse(bytes: &[u8], name: &str, lang: Lang) -> Result<Settings, String> {
    Settings::read_bytes(bytes, name).map_err(|problems| {
        let Some(problem) = problems.first() else { return String::new() };
        match problem.line() {
            Some(line) => lang.say_with("notify-trouble-line", &vars![line, what = problem.what(lang)]),
            None => problem.what(lang),
        }
    })
}
