//! Where the person's files are.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::surroundings::Surroundings;
use crate::host::Paths;
use crate::incident::Line;
use crate::lang::Lang;
use crate::verbs::Outcome;

const NAME: &str = "warroom";
/// A file that is longer is no configuration, theme or plan of anybody's.
const FILE_MAX: u64 = 256 * 1024;
/// All themes, and all plans, that go along to a screen.
const FILES_MAX: usize = 256 * 1024;

/// The person's folders.
#[derive(Clone, Debug)]
pub struct Folders {
    pub config: PathBuf,
    pub state: PathBuf,
    /// For the socket: the account's alone, and gone when the machine is.
    pub runtime: PathBuf,
}

impl Folders {
    /// As the XDG base directories have it; without a runtime directory, the socket is in the state folder.
    pub fn of(surroundings: &Surroundings, lang: Lang) -> Result<Self, Outcome> {
        let no_home = || Outcome::unavailable(lang.say("host-no-home"));
        let home = |below: &str| surroundings.home.as_ref().map(|home| home.join(below)).ok_or_else(no_home);
        let or_home = |own: &Option<PathBuf>, below| own.clone().map_or_else(|| home(below), Ok);
        let state = or_home(&surroundings.state_home, ".local/state")?.join(NAME);
        let runtime = match &surroundings.runtime_home {
            Some(runtime) => runtime.join(NAME),
            None => state.join("run"),
        };
        Ok(Self { config: or_home(&surroundings.config_home, ".config")?.join(NAME), state, runtime })
    }

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    pub fn people_file(&self) -> PathBuf {
        self.config.join("people.toml")
    }

    pub fn notify_file(&self) -> PathBuf {
        self.config.join("notify.toml")
    }

    pub fn socket(&self) -> PathBuf {
        self.runtime.join("host.sock")
    }

    pub fn for_host(&self) -> Paths {
        Paths {
            socket: self.socket(),
            lock: self.runtime.join("host.lock"),
            incidents: self.state.join("incidents"),
            templates: self.config.join("templates"),
        }
    }

    /// Makes the folders that a host needs, for this account alone.
    pub fn make(&self, lang: Lang) -> Result<(), Outcome> {
        for folder in [&self.state, &self.runtime] {
            let failed = |why: &str| {
                let path = folder.to_string_lossy();
                let variables =
                    [("path", Line::new(&path).as_str().to_owned().into()), ("why", why.to_owned().into())];
                Outcome::unavailable(lang.say_with("host-no-folder", &variables))
            };
            let io = |error: io::Error| failed(Line::new(&lang.why(&error)).as_str());
            DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(io)?;
            let about = fs::symlink_metadata(folder).map_err(io)?;
            if !about.is_dir() {
                return Err(failed(&lang.say("host-folder-not-folder")));
            }
            if about.uid() != rustix::process::geteuid().as_raw() {
                return Err(failed(&lang.say("host-folder-not-ours")));
            }
            if about.mode() & 0o077 != 0 {
                fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(io)?;
            }
        }
        Ok(())
    }

    /// The person's own themes, where one that is wanted may be among them.
    pub fn themes(&self, wanted: &[&str]) -> Vec<(String, String)> {
        let is_plain_builtin = |wanted: &&str| {
            crate::theme::BUILTIN.iter().any(|(name, _)| name == wanted)
                && !self.config.join("themes").join(format!("{wanted}.toml")).exists()
        };
        if wanted.iter().all(is_plain_builtin) { Vec::new() } else { self.all_themes() }
    }

    /// All the person's own themes.
    pub fn all_themes(&self) -> Vec<(String, String)> {
        sources(&self.config.join("themes"))
    }

    /// The person's own plans.
    pub fn plans(&self) -> Vec<(String, String)> {
        sources(&self.config.join("runbooks"))
    }
}

fn read(file: &Path) -> io::Result<String> {
    let about = fs::metadata(file)?;
    if about.len() > FILE_MAX {
        return Err(io::Error::other(format!("> {FILE_MAX} B")));
    }
    fs::read_to_string(file)
}

/// The stems and contents of the TOML files of a folder, as many as can go along.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut room = FILES_MAX;
    let source = |file: PathBuf| {
        let source = read(&file).ok()?;
        room = room.checked_sub(source.len())?;
        Some((file.file_stem()?.to_str()?.to_owned(), source))
    };
    files.into_iter().filter_map(source).collect()
}
