//! Writing a revised plan: whole or not at all, and over no other file than the plan itself.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use crate::files::{Fresh, Mode, Over};
use crate::lang::Lang;
use crate::verbs::{Outcome, file};

pub(super) fn write(target: &Path, plan: Option<&Path>, before: &str, after: &str, lang: Lang) -> Result<(), Outcome> {
    let refused = |key: &str| Outcome::refused(file::about(target, key, lang));
    let failed = |error: io::Error| file::unwritten(target, &error, "revise-exists", lang);
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(target, after).map_err(failed),
        Err(error) => Err(failed(error)),
        Ok(_) => match plan.filter(|plan| is_one_file(plan, target)) {
            None => Err(refused("revise-exists")),
            Some(plan) if replace(plan, before, after).map_err(failed)? => Ok(()),
            Some(_) => Err(refused("revise-changed-meanwhile")),
        },
    }
}

/// Whether both names lead to one file, by links or otherwise.
fn is_one_file(a: &Path, b: &Path) -> bool {
    let file = |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file);
    match (file(a), file(b)) {
        (Some(a), Some(b)) => (a.dev(), a.ino()) == (b.dev(), b.ino()),
        _ => false,
    }
}

/// A file that was not there, and was not made by someone else meanwhile.
fn create(target: &Path, text: &str) -> io::Result<()> {
    let mut fresh = Fresh::beside(target, Mode::Usual)?;
    fresh.file().write_all(text.as_bytes())?;
    fresh.keep(Over::Nothing)
}

/// Returns false if someone has edited the plan since it was read.
fn replace(plan: &Path, before: &str, after: &str) -> io::Result<bool> {
    // A link stays; its target is replaced.
    let plan = fs::canonicalize(plan)?;
    let mut fresh = Fresh::beside(&plan, Mode::As(fs::metadata(&plan)?.permissions()))?;
    fresh.file().write_all(after.as_bytes())?;
    if fs::read(&plan)? != before.as_bytes() {
        return Ok(false);
    }
    fresh.keep(Over::Any)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::PathBuf;

    struct Desk {
        folder: tempfile::TempDir,
        plan: PathBuf,
    }

    impl Desk {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let plan = folder.path().join("plan.toml");
            fs::write(&plan, "old").unwrap();
            Self { folder, plan }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn write(&self, target: &Path, before: &str) -> Result<(), Outcome> {
            write(target, Some(&self.plan), before, "new", Lang::En)
        }

        fn files(&self) -> Vec<(String, String)> {
            let entries = fs::read_dir(self.folder.path()).unwrap().map(Result::unwrap);
            let mut files: Vec<_> = entries
                .map(|entry| {
                    let text = fs::read_to_string(entry.path()).unwrap_or_default();
                    (entry.file_name().into_string().unwrap(), text)
                })
                .collect();
            files.sort();
            files
        }
    }

    fn is(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_new_file_is_written_and_the_plan_is_replaced_only_where_it_is_named() {
        let desk = Desk::new();
        desk.write(&desk.path("revised.toml"), "old").unwrap();
        assert_eq!(desk.files(), is(&[("plan.toml", "old"), ("revised.toml", "new")]));
        fs::set_permissions(&desk.plan, Permissions::from_mode(0o640)).unwrap();
        desk.write(&desk.plan, "old").unwrap();
        assert_eq!(desk.files(), is(&[("plan.toml", "new"), ("revised.toml", "new")]));
        assert_eq!(fs::metadata(&desk.plan).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn no_other_file_is_written_over_whatever_it_is() {
        let desk = Desk::new();
        fs::write(desk.path("other.toml"), "other").unwrap();
        fs::create_dir(desk.path("folder")).unwrap();
        symlink("nowhere", desk.path("dangling")).unwrap();
        symlink("other.toml", desk.path("link-to-other")).unwrap();
        let before = desk.files();
        for name in ["other.toml", "folder", "dangling", "link-to-other"] {
            let refused = desk.write(&desk.path(name), "old").unwrap_err();
            assert_eq!(refused.code, Outcome::REFUSED, "{name}");
            assert!(refused.stderr.contains("already exists"), "{}", refused.stderr);
        }
        assert_eq!(desk.write(&desk.path("none/plan.toml"), "old").unwrap_err().code, Outcome::UNAVAILABLE);
        assert_eq!(write(Path::new("/dev/null"), Some(&desk.plan), "old", "new", Lang::En).unwrap_err().code, 1);
        // A plan without a file of its own, as the bundled ones are.
        assert_eq!(write(&desk.plan, None, "old", "new", Lang::En).unwrap_err().code, Outcome::REFUSED);
        assert_eq!(desk.files(), before);
    }

    #[test]
    fn behind_a_link_the_plan_itself_is_replaced() {
        let desk = Desk::new();
        symlink("plan.toml", desk.path("link.toml")).unwrap();
        desk.write(&desk.path("link.toml"), "old").unwrap();
        assert_eq!(desk.files(), is(&[("link.toml", "new"), ("plan.toml", "new")]));
        assert!(fs::symlink_metadata(desk.path("link.toml")).unwrap().is_symlink());
    }

    #[test]
    fn what_somebody_has_written_meanwhile_stays() {
        let desk = Desk::new();
        fs::write(&desk.plan, "edited").unwrap();
        let refused = desk.write(&desk.plan, "old").unwrap_err();
        assert!(refused.stderr.contains("changed"), "{}", refused.stderr);
        assert_eq!(desk.files(), is(&[("plan.toml", "edited")]));
    }
}
