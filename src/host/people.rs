//! Who is who to this host: the people file as it is now, and whose account or key somebody has.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::{OnceCell, watch};

use crate::incident::{Line, PersonName};
use crate::lang::Lang;
use crate::people::{Access, Known, People, Proof, Trouble, What};

/// What is longer is too long for a people file.
const FILE_MAX: u64 = 4 << 20;

/// Everybody whom the host lets in; all clones know the same.
#[derive(Clone, Debug)]
pub struct Registry(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    known: watch::Sender<Arc<Known>>,
    file: Option<PathBuf>,
    /// The account that the host runs as, and its name, which may have to be asked of another machine.
    owner: u32,
    owner_name: OnceCell<PersonName>,
}

impl Registry {
    /// Reads the people file, where there is one; one that cannot be followed counts as one without anybody.
    pub fn new(file: Option<PathBuf>) -> Self {
        let owner = rustix::process::geteuid().as_raw();
        let registry = Self(Arc::new(Inner {
            known: watch::Sender::new(Arc::default()),
            file,
            owner,
            owner_name: OnceCell::new(),
        }));
        registry.look();
        registry
    }

    /// Somebody of this account of the machine; where it is nobody's, its name is the answer.
    pub async fn account(&self, account: u32, via: &str) -> Result<Access, PersonName> {
        let (name, proof) = if account == self.0.owner {
            let name = self.0.owner_name.get_or_init(|| name_of(account)).await.clone();
            (name.clone(), Proof::Owner { account: name })
        } else {
            let name = name_of(account).await;
            (name.clone(), Proof::Account { account: name })
        };
        self.admit(proof, via).ok_or(name)
    }

    /// Somebody who holds the private half of a key, by its blob as SSH sends it; none where it is nobody's.
    pub fn key(&self, blob: &[u8], via: &str) -> Option<Access> {
        self.admit(Proof::Key { blob: blob.into() }, via)
    }

    /// What is known now.
    pub fn known(&self) -> Arc<Known> {
        Arc::clone(&self.0.known.borrow())
    }

    fn admit(&self, proof: Proof, via: &str) -> Option<Access> {
        let access = Access::new(self.0.known.subscribe(), proof, via);
        access.who().is_some().then_some(access)
    }

    /// Reads the file anew. Whoever was known stays known where it cannot be followed.
    fn look(&self) {
        let Some(file) = &self.0.file else { return };
        let before = self.known();
        let now = match (read(file), &before.people) {
            (Ok(Some(people)), _) => Known { people: Some(Arc::new(people)), trouble: None },
            (Ok(None), None) => Known::default(),
            // A file that is being replaced is gone for a moment; to let nobody in, it is emptied.
            (Ok(None), Some(people)) => holding(people, file, What::Gone),
            // Without any good one, nobody enters on account of a file that says something.
            (Err(what), people) => holding(&people.clone().unwrap_or_default(), file, what),
        };
        if let Some(trouble) =
            now.trouble.as_ref().filter(|trouble| before.trouble.as_ref() != Some(*trouble))
        {
            tracing::error!("{}", trouble.say(Lang::En));
        }
        if now.people != before.people {
            tracing::info!(
                people = now.people.as_ref().map(|people| people.len()),
                "who may come in has changed"
            );
        }
        if now.people != before.people || now.trouble != before.trouble {
            self.0.known.send_replace(Arc::new(now));
        }
    }
}

fn holding(people: &Arc<People>, file: &Path, what: What) -> Known {
    let file = Line::new(&file.to_string_lossy());
    Known { people: Some(Arc::clone(people)), trouble: Some(Trouble { file, what }) }
}

/// The people of a file, none where there is no file, or what is wrong with it.
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
    let name = file.to_string_lossy();
    People::read_bytes(&bytes, &name)
        .map(Some)
        .map_err(|mut problems| What::Wrong(Arc::new(problems.swap_remove(0))))
}

/// The name of an account; its number where it has none.
async fn name_of(account: u32) -> PersonName {
    let name = tokio::task::spawn_blocking(move || {
        uzers::get_user_by_uid(account).map(|user| user.name().to_string_lossy().into_owned())
    });
    let name = name.await.ok().flatten();
    PersonName::new(&name.unwrap_or_else(|| format!("uid{account}")))
}
