//! What goes out of this host: the settings as their file has them now.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::notices::Notices;
use crate::clock::Clock;
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::settings::{FILE_MAX, Settings};
use crate::notify::{Desk, Secrets, Surroundings};
use crate::room::Rooms;

/// How often the file is looked at where the system does not tell of its changes.
const EVERY: Duration = Duration::from_secs(5);

/// Where the settings of updates are, and what the host knows besides.
#[derive(Clone, Debug)]
pub struct Outbox {
    pub settings: PathBuf,
    pub secrets: Secrets,
    pub surroundings: Surroundings,
    /// Of reasons, and of what has no language of its own.
    pub lang: Lang,
}

impl Outbox {
    pub(super) fn desk(&self, rooms: Rooms, clock: Clock) -> Desk {
        Desk::new(rooms, self.secrets.clone(), self.surroundings.clone(), clock, self.lang)
    }
}

/// Reads the file anew whenever it changes, for as long as the host runs.
pub(super) async fn follow(desk: Desk, file: PathBuf) {
    let notices = Notices::new();
    let mut former = Former::Unread;
    loop {
        // Watched first and read then, no change is missed between the two.
        let watched = notices.as_ref().is_some_and(|notices| notices.watch(&file));
        let (its, path) = (desk.clone(), file.clone());
        let looked = tokio::task::spawn_blocking(move || look(&its, &path, former)).await;
        former = looked.unwrap_or(former);
        match &notices {
            Some(notices) if watched => notices.of(&file).await,
            _ => tokio::time::sleep(EVERY).await,
        }
    }
}

/// What the file was when it was last read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Former {
    Unread,
    Missing,
    There,
}

/// Reads the file. The targets stay as they were where it cannot be followed.
fn look(desk: &Desk, file: &Path, former: Former) -> Former {
    let lang = desk.lang();
    let (trouble, now) = match read(file, lang) {
        Ok(Some(settings)) => {
            desk.follow(settings);
            return Former::There;
        }
        // A file that is being replaced is gone for a moment.
        Ok(None) if former == Former::There => (lang.say("desk-trouble-gone"), Former::There),
        Ok(None) => {
            if former == Former::Unread {
                desk.follow(Settings::default());
            }
            return Former::Missing;
        }
        Err(why) => (why, former),
    };
    let name = Line::new(&file.to_string_lossy());
    let variables = [("file", name.as_str().into()), ("why", trouble.into())];
    let trouble = Line::new(&lang.say_with("desk-trouble", &variables));
    if desk.trouble().as_ref() != Some(&trouble) {
        tracing::error!("{trouble}");
        desk.hold(trouble);
    }
    now
}

/// The settings of a file, none where there is no file, or what is wrong with it.
fn read(file: &Path, lang: Lang) -> Result<Option<Settings>, String> {
    let unreadable = |error: io::Error| Line::new(&error.to_string()).to_string();
    let mut opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    if opened.metadata().map_err(unreadable)?.mode() & 0o002 != 0 {
        return Err(lang.say("desk-trouble-open"));
    }
    let mut bytes = Vec::new();
    opened.by_ref().take(2 * FILE_MAX as u64).read_to_end(&mut bytes).map_err(unreadable)?;
    Settings::read_bytes(&bytes, &file.to_string_lossy()).map(Some).map_err(|problems| {
        let Some(problem) = problems.first() else { return String::new() };
        match problem.line() {
            Some(line) => lang
                .say_with("desk-trouble-line", &[("line", line.into()), ("what", problem.what(lang).into())]),
            None => problem.what(lang),
        }
    })
}
