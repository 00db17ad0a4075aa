//! The folders of a person's files.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::files::toml_files;
use crate::host::Paths;
use crate::incident::Line;
use crate::lang::{Lang, vars};
use crate::verbs::Outcome;

const NAME: &str = "warroom";
/// Longer files are no themes or plans.
const FILE_MAX: u64 = 256 * 1024;
/// How many bytes of themes, and of plans, are sent along to a screen.
const FILES_MAX: usize = 256 * 1024;

#[derive(Clone, Debug)]
pub struct Folders {
    pub config: PathBuf,
    pub state: PathBuf,
    /// For the socket: readable by this account only, and emptied when the machine restarts.
    pub runtime: PathBuf,
}

impl Folders {
    /// Returns the account's folders: those of the XDG base directories. Without a runtime directory, the socket is in the
    /// state folder.
    pub fn of_account(lang: Lang) -> Result<Self, Outcome> {
        let project = ProjectDirs::from("", "", NAME).filter(|project| project.config_dir().is_absolute());
        let project = project.ok_or_else(|| Outcome::unavailable(lang.say("host-no-home")))?;
        let state = project.state_dir().unwrap_or_else(|| project.data_local_dir()).to_owned();
        let runtime = project.runtime_dir().map_or_else(|| state.join("run"), Path::to_owned);
        Ok(Self { config: project.config_dir().to_owned(), state, runtime })
    }

    pub fn below(folder: &Path) -> Self {
        Self {
            config: folder.join("config").join(NAME),
            state: folder.join("state").join(NAME),
            runtime: folder.join(NAME),
        }
    }

    /// Returns the variables by which another process finds these folders.
    pub fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        [("XDG_CONFIG_HOME", &self.config), ("XDG_STATE_HOME", &self.state), ("XDG_RUNTIME_DIR", &self.runtime)]
            .into_iter()
            .filter_map(|(name, folder)| Some((name, folder.parent()?.to_owned())))
            .collect()
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

    /// Makes the folders that a host needs, readable by this account only.
    pub fn make(&self, lang: Lang) -> Result<(), Outcome> {
        for folder in [&self.state, &self.runtime] {
            let failed = |why: &str| {
                let path = folder.to_string_lossy();
                let variables = vars![path = Line::new(&path).as_str().to_owned(), why = why.to_owned()];
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

    /// Returns the person's own themes; none if all that are wanted are built in.
    pub fn themes(&self, wanted: &[&str]) -> Vec<(String, String)> {
        let is_plain_builtin = |wanted: &&str| {
            crate::theme::BUILTIN.iter().any(|(name, _)| name == wanted)
                && !self.config.join("themes").join(format!("{wanted}.toml")).exists()
        };
        if wanted.iter().all(is_plain_builtin) { Vec::new() } else { self.all_themes() }
    }

    pub fn all_themes(&self) -> Vec<(String, String)> {
        sources(&self.config.join("themes"))
    }

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

/// Returns the stems and contents of the TOML files of a folder, as many as may be sent along.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut room = FILES_MAX;
    let source = |file: PathBuf| {
        let source = read(&file).ok()?;
        room = room.checked_sub(source.len())?;
        Some((file.file_stem()?.to_str()?.to_owned(), source))
    };
    toml_files(folder).into_iter().filter_map(source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_process_finds_the_folders_by_their_variables() {
        let folders = Folders::below(Path::new("/tmp/demo"));
        let variables = folders.variables();
        let of = |name: &str| variables.iter().find(|(it, _)| *it == name).unwrap().1.join(NAME);
        assert_eq!(of("XDG_CONFIG_HOME"), folders.config);
        assert_eq!(of("XDG_STATE_HOME"), folders.state);
        assert_eq!(of("XDG_RUNTIME_DIR"), folders.runtime);
    }

    #[test]
    fn the_folders_of_a_host_are_readable_by_its_account_only() {
        let temporary = tempfile::tempdir().unwrap();
        let folders = Folders::below(temporary.path());
        fs::create_dir_all(&folders.state).unwrap();
        fs::set_permissions(&folders.state, fs::Permissions::from_mode(0o755)).unwrap();
        folders.make(Lang::En).unwrap();
        for folder in [&folders.state, &folders.runtime] {
            assert_eq!(fs::metadata(folder).unwrap().mode() & 0o777, 0o700);
        }
        fs::remove_dir(&folders.runtime).unwrap();
        fs::write(&folders.runtime, "").unwrap();
        let refused = folders.make(Lang::En).unwrap_err();
        assert!(refused.stderr.contains(&*folders.runtime.to_string_lossy()), "{}", refused.stderr);
    }

    #[test]
    fn sources_are_the_short_toml_files_by_their_stems() {
        let temporary = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(temporary.path().join(name), text).unwrap();
        write("b.toml", "2");
        write("a.toml", "1");
        write("notes.txt", "3");
        write("c.toml", &" ".repeat(usize::try_from(FILE_MAX).unwrap() + 1));
        let found = sources(temporary.path());
        assert_eq!(found, [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())]);
        assert!(sources(&temporary.path().join("missing")).is_empty());
    }

    #[test]
    fn a_built_in_theme_sends_no_file_unless_one_has_its_name() {
        let temporary = tempfile::tempdir().unwrap();
        let folders = Folders::below(temporary.path());
        let themes = folders.config.join("themes");
        fs::create_dir_all(&themes).unwrap();
        fs::write(themes.join("mine.toml"), "x").unwrap();
        assert!(folders.themes(&["dark", "light"]).is_empty());
        assert_eq!(folders.themes(&["dark", "mine"]).len(), 1);
        fs::write(themes.join("dark.toml"), "x").unwrap();
        assert_eq!(folders.themes(&["dark"]).len(), 2);
    }
}
