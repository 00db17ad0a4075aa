//! The file of the settings, read anew whenever it has changed.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::Dispatcher;
use super::settings::{FILE_MAX, Settings};
use crate::incident::Line;
use crate::lang::Lang;

/// `notify.toml`, and how it was when it was last read.
#[derive(Debug)]
pub(super) struct SettingsFile {
    path: PathBuf,
    looked: Mutex<Option<Looked>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    /// It was never there.
    Missing,
    /// It was there once.
    There(Option<Stamp>),
}

/// What tells two states of a file apart: its number, length and time.
type Stamp = (u64, u64, i64, i64);

/// Whether a file that looks the same is read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The system says that it has changed.
    Closely,
    /// Somebody is about to rely on it.
    Briefly,
}

impl SettingsFile {
    pub(super) const fn new(path: PathBuf) -> Self {
        Self { path, looked: Mutex::new(None) }
    }

    /// Reads the file where it has changed. The targets stay as they were where it cannot be followed.
    pub(super) fn look(&self, dispatcher: &Dispatcher, look: Look) {
        // One at a time: whoever comes second finds what the first has read.
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
        let lang = dispatcher.lang();
        let trouble = match opened.map_err(Unread::Io).and_then(read) {
            Ok(bytes) => match parse(&bytes, &self.path.to_string_lossy(), lang) {
                Ok(settings) => return dispatcher.follow(settings),
                Err(why) => why,
            },
            Err(Unread::Open) => lang.say("desk-trouble-open"),
            // A file that is being replaced is gone for a moment.
            Err(_) if is_missing && now != Looked::Missing => lang.say("desk-trouble-gone"),
            Err(_) if is_missing && first => return dispatcher.follow(Settings::default()),
            Err(_) if is_missing => return,
            Err(Unread::Io(error)) => Line::new(&error.to_string()).to_string(),
        };
        let name = Line::new(&self.path.to_string_lossy());
        let variables = [("file", name.as_str().into()), ("why", trouble.into())];
        let trouble = Line::new(&lang.say_with("desk-trouble", &variables));
        if dispatcher.trouble().as_ref() != Some(&trouble) {
            tracing::error!("{trouble}");
            dispatcher.hold(trouble);
        }
    }
}

fn stamp(about: &Metadata) -> Stamp {
    (about.ino(), about.len(), about.mtime(), about.mtime_nsec())
}

enum Unread {
    /// Everybody on the machine could write a target into it.
    Open,
    Io(io::Error),
}

fn read(mut file: File) -> Result<Vec<u8>, Unread> {
    if file.metadata().map_err(Unread::Io)?.mode() & 0o002 != 0 {
        return Err(Unread::Open);
    }
    let mut bytes = Vec::new();
    file.by_ref().take(2 * FILE_MAX as u64).read_to_end(&mut bytes).map_err(Unread::Io)?;
    Ok(bytes)
}

/// The settings, or the first thing that is wrong with them.
fn parse(bytes: &[u8], name: &str, lang: Lang) -> Result<Settings, String> {
    Settings::read_bytes(bytes, name).map_err(|problems| {
        let Some(problem) = problems.first() else { return String::new() };
        match problem.line() {
            Some(line) => lang
                .say_with("desk-trouble-line", &[("line", line.into()), ("what", problem.what(lang).into())]),
            None => problem.what(lang),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::incident::Moment;
    use crate::notify::{NetworkEnvironment, Secrets};
    use crate::room::Rooms;
    use std::os::unix::fs::PermissionsExt;
    use std::sync::Arc;

    #[test]
    fn what_is_saved_holds_and_what_cannot_be_followed_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify.toml");
        let (clock, _) = Clock::fixed(Moment::UNIX_EPOCH);
        let secrets =
            Secrets { folder: folder.path().to_owned(), credentials: None, variables: Arc::new(|_| None) };
        let rooms = Rooms::new(folder.path().join("incidents"), clock.clone());
        let dispatcher =
            Dispatcher::new(rooms, secrets, path.clone(), NetworkEnvironment::default(), clock, Lang::En);
        let target = |name: &str| {
            format!(
                "[[target]]\nname = '{name}'\nurl = {{ file = 'secrets/SECRET' }}\naudiences = ['team']\n"
            )
        };
        let names = || dispatcher.facts().iter().map(|fact| fact.name.to_string()).collect::<Vec<_>>();
        let look = || dispatcher.look_now(Look::Briefly);
        look();
        assert!(names().is_empty() && dispatcher.trouble().is_none());

        std::fs::write(&path, target("a")).unwrap();
        look();
        assert_eq!(names(), ["a"]);
        let trouble = dispatcher.facts()[0].trouble.clone().unwrap();
        assert!(trouble.as_str().contains("file not found: secrets/SECRET"), "{trouble}");
        std::fs::create_dir(folder.path().join("secrets")).unwrap();
        std::fs::write(folder.path().join("secrets/SECRET"), "https://example.org/hook").unwrap();
        look();
        assert!(dispatcher.facts()[0].trouble.is_some(), "the file has not changed");
        dispatcher.look_now(Look::Closely);
        assert_eq!(
            (dispatcher.facts()[0].trouble.clone(), dispatcher.facts()[0].host.as_str()),
            (None, "example.org")
        );

        for (wrong, expected) in [
            (target("b") + "colour = 1", "line 5, unknown field “colour”"),
            (
                "[[target]]\nname = 'b'\nurl = 'https://example.org/hidden'\naudiences = []".into(),
                "is a secret",
            ),
        ] {
            std::fs::write(&path, wrong).unwrap();
            look();
            let told = dispatcher.trouble().unwrap().to_string();
            assert!(told.contains(expected) && !told.contains("hidden"), "{told}");
            assert_eq!(names(), ["a"]);
        }
        std::fs::remove_file(&path).unwrap();
        look();
        assert!(dispatcher.trouble().unwrap().as_str().contains("the file is gone"));
        assert_eq!(names(), ["a"]);
        std::fs::write(&path, target("c")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o666)).unwrap();
        look();
        assert!(dispatcher.trouble().unwrap().as_str().contains("can write to it"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        dispatcher.look_now(Look::Closely);
        assert_eq!((names(), dispatcher.trouble()), (vec!["c".to_owned()], None));
    }
}
