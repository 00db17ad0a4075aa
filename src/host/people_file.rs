//! The people file, followed while the host runs: who an account or a key is, and why a file was rejected.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::files::{FileWatcher, Scope};
use crate::incident::{Line, PersonName};
use crate::lang::Lang;
use crate::people::{Access, Known, People, Proof, Trouble, What};

/// The longest people file, in bytes.
const FILE_MAX: u64 = 4 << 20;
/// How often to look at the file if the system reports no changes.
const EVERY: Duration = Duration::from_secs(5);

/// The people who may connect; clones share them.
#[derive(Clone, Debug)]
pub struct Registry(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    known: watch::Sender<Arc<Known>>,
    file: Option<PathBuf>,
    /// The account that the host runs as, and its name, which may come from a directory server.
    owner: u32,
    owner_name: PersonName,
}

impl Registry {
    /// Reads the people file; one that is rejected counts as naming no one.
    pub async fn new(file: Option<PathBuf>) -> Self {
        let owner = rustix::process::geteuid().as_raw();
        let registry = Self(Arc::new(Inner {
            known: watch::Sender::new(Arc::default()),
            file,
            owner,
            owner_name: name_of(owner).await,
        }));
        registry.look();
        registry
    }

    /// The person of an account of this machine; the error is the name of an account that belongs to no one.
    pub async fn account(&self, account: u32, via: &str) -> Result<Access, PersonName> {
        let (name, proof) = if account == self.0.owner {
            let name = self.0.owner_name.clone();
            (name.clone(), Proof::Owner { account: name })
        } else {
            let name = name_of(account).await;
            (name.clone(), Proof::Account { account: name })
        };
        self.admit(proof, via).ok_or(name)
    }

    /// The owner of a key, by its blob as SSH sends it; `None` if it belongs to no one.
    pub fn key(&self, blob: &[u8], via: &str) -> Option<Access> {
        self.admit(Proof::Key { blob: blob.into() }, via)
    }

    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.0.known.borrow())
    }

    pub fn changes(&self) -> watch::Receiver<Arc<Known>> {
        self.0.known.subscribe()
    }

    /// Reads the file again whenever it changes, as long as the host runs.
    pub async fn follow(self) {
        let Some(file) = self.0.file.clone() else { return };
        let watcher = FileWatcher::new(file, Scope::File, EVERY);
        let look = || {
            let registry = self.clone();
            async { tokio::task::spawn_blocking(move || registry.look()).await.unwrap_or_default() }
        };
        watcher.each(look).await;
    }

    fn admit(&self, proof: Proof, via: &str) -> Option<Access> {
        let access = Access::new(self.0.known.subscribe(), proof, via);
        access.who().is_some().then_some(access)
    }

    /// Reads the file again. The previous people stay in effect if it is rejected.
    fn look(&self) {
        let Some(file) = &self.0.file else { return };
        let before = self.known();
        let now = match (read(file), &before.people) {
            (Ok(Some(people)), previous) if self.takes_owners_name(&people) => {
                holding(&previous.clone().unwrap_or_default(), file, What::OwnersName)
            }
            (Ok(Some(people)), _) => Known { people: Some(Arc::new(people)), trouble: None },
            (Ok(None), None) => Known::default(),
            // A file that is being replaced is missing for a moment, and one that is being written is empty.
            (Ok(None), Some(people)) => holding(people, file, What::Gone),
            // A file that was never valid admits no one.
            (Err(what), people) => holding(&people.clone().unwrap_or_default(), file, what),
        };
        if let Some(trouble) = now.trouble.as_ref().filter(|trouble| before.trouble.as_ref() != Some(*trouble)) {
            tracing::error!("{}", trouble.say(Lang::En));
        }
        if now.people != before.people {
            tracing::info!(people = now.people.as_ref().map(|people| people.len()), "people file read");
        }
        if now.people != before.people || now.trouble != before.trouble {
            self.0.known.send_replace(Arc::new(now));
        }
    }
}

impl Registry {
    /// Whether another person has the name of the host's own account, so that their acts could be confused.
    fn takes_owners_name(&self, people: &People) -> bool {
        let own = &self.0.owner_name;
        people.named(own).is_some_and(|person| person.unix.iter().all(|account| account != own.as_str()))
    }
}

fn holding(people: &Arc<People>, file: &Path, what: What) -> Known {
    let file = Line::new(&file.to_string_lossy());
    Known { people: Some(Arc::clone(people)), trouble: Some(Trouble { file, what }) }
}

/// The people of a file, `None` if it is missing, or what is wrong with it.
fn read(file: &Path) -> Result<Option<People>, What> {
    let unreadable = |error: io::Error| What::Unreadable(Line::new(&error.to_string()));
    let mut opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    let about = opened.metadata().map_err(unreadable)?;
    if about.mode() & 0o002 != 0 {
        return Err(What::Open);
    }
    let mut bytes = Vec::new();
    opened.by_ref().take(FILE_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.trim_ascii().is_empty() {
        return Err(What::Empty);
    }
    let name = file.to_string_lossy();
    People::read_bytes(&bytes, &name).map(Some).map_err(|mut problems| What::Wrong(Arc::new(problems.swap_remove(0))))
}

/// The name of an account, or its number if it has none.
async fn name_of(account: u32) -> PersonName {
    let name = tokio::task::spawn_blocking(move || {
        uzers::get_user_by_uid(account).map(|user| user.name().to_string_lossy().into_owned())
    });
    let name = name.await.ok().flatten();
    PersonName::new(&name.unwrap_or_else(|| format!("uid{account}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::Right;
    use std::os::unix::fs::PermissionsExt;

    struct Stage {
        folder: tempfile::TempDir,
        registry: Registry,
        me: Access,
        _following: tokio::task::JoinHandle<()>,
    }

    impl Stage {
        /// A file that names the account of the test as a member, and is followed.
        async fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("people.toml");
            std::fs::write(&file, person("member").await).unwrap();
            let registry = Registry::new(Some(file)).await;
            let me = registry.account(rustix::process::geteuid().as_raw(), "local").await.unwrap();
            let following = tokio::spawn(registry.clone().follow());
            Self { folder, registry, me, _following: following }
        }

        fn file(&self) -> PathBuf {
            self.folder.path().join("people.toml")
        }

        fn right(&self) -> Right {
            self.me.who().unwrap().rights.right
        }

        async fn becomes(&mut self, right: Right) {
            while self.right() != right {
                self.me.changed().await;
            }
        }

        /// Waits until what is known is as a test says.
        async fn knows(&mut self, expected: impl Fn(&Known) -> bool) {
            while !expected(&self.registry.known()) {
                self.me.changed().await;
            }
        }
    }

    async fn person(right: &str) -> String {
        let account = name_of(rustix::process::geteuid().as_raw()).await;
        format!("[[person]]\nname = 'ana'\nright = '{right}'\nunix = ['{account}']\n")
    }

    #[tokio::test]
    async fn what_is_saved_holds_at_once_however_it_is_saved() {
        let mut stage = Stage::new().await;
        assert_eq!(stage.right(), Right::Member);
        std::fs::write(stage.file(), person("observer").await).unwrap();
        stage.becomes(Right::Observer).await;
        let beside = stage.folder.path().join("people.toml.new");
        std::fs::write(&beside, person("deputy").await).unwrap();
        std::fs::rename(beside, stage.file()).unwrap();
        stage.becomes(Right::Deputy).await;
        std::fs::write(stage.file(), "format = 1").unwrap();
        // The host's own account, where no person has it, is what it is without a file.
        stage.becomes(Right::Owner).await;
    }

    #[tokio::test]
    async fn a_rejected_file_leaves_everybody_who_they_were() {
        let mut stage = Stage::new().await;
        std::fs::write(stage.file(), "[[person]]\nname = 'ana'\nright = 'king'\n").unwrap();
        stage.knows(|known| known.trouble.is_some()).await;
        assert_eq!(stage.right(), Right::Member);
        let shown = stage.registry.known().trouble.as_ref().unwrap().say(Lang::En);
        assert!(
            shown.contains("people.toml") && shown.contains("line 3, “king” is not a valid access right"),
            "{shown}"
        );

        std::fs::remove_file(stage.file()).unwrap();
        let is = |known: &Known, expected: fn(&What) -> bool| {
            known.trouble.as_ref().is_some_and(|trouble| expected(&trouble.what))
        };
        stage.knows(|known| is(known, |what| matches!(what, What::Gone))).await;
        assert_eq!(stage.right(), Right::Member);

        std::fs::write(stage.file(), person("observer").await).unwrap();
        stage.knows(|known| known.trouble.is_none()).await;
        assert_eq!(stage.right(), Right::Observer);

        std::fs::set_permissions(stage.file(), std::fs::Permissions::from_mode(0o666)).unwrap();
        stage.knows(|known| is(known, |what| matches!(what, What::Open))).await;
        assert_eq!(stage.right(), Right::Observer);
    }

    #[tokio::test]
    async fn a_file_that_comes_later_is_found_with_the_folders_it_is_in() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("config/warroom");
        let registry = Registry::new(Some(inside.join("people.toml"))).await;
        let mut me = registry.account(rustix::process::geteuid().as_raw(), "local").await.unwrap();
        assert_eq!(me.who().unwrap().rights.right, Right::Owner);
        let following = tokio::spawn(registry.clone().follow());
        std::fs::create_dir_all(&inside).unwrap();
        std::fs::write(inside.join("people.toml"), person("deputy").await).unwrap();
        while me.who().unwrap().rights.right != Right::Deputy {
            me.changed().await;
        }
        following.abort();
    }

    #[tokio::test]
    async fn nobody_goes_by_the_name_of_the_hosts_account_but_who_has_it() {
        let mut stage = Stage::new().await;
        let own = name_of(rustix::process::geteuid().as_raw()).await;
        let other = format!("[[person]]\nname = '{own}'\nright = 'observer'\n");
        std::fs::write(stage.file(), &other).unwrap();
        stage.knows(|known| known.trouble.as_ref().is_some_and(|it| matches!(it.what, What::OwnersName))).await;
        assert_eq!(stage.right(), Right::Member);
        std::fs::write(stage.file(), format!("{other}unix = ['{own}']\n")).unwrap();
        stage.becomes(Right::Observer).await;
    }

    #[tokio::test]
    async fn a_file_that_was_never_good_lets_nobody_in_but_the_hosts_account() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("people.toml");
        std::fs::write(&file, "[[person]]").unwrap();
        let registry = Registry::new(Some(file)).await;
        let own = rustix::process::geteuid().as_raw();
        let access = registry.account(own, "local").await.unwrap();
        assert_eq!(access.who().unwrap().rights.right, Right::Owner);
        assert!(registry.account(own + 1, "local").await.is_err());
        assert!(registry.key(b"key", "ssh").is_none());
        assert!(registry.known().trouble.is_some());
    }
}
