//! Secrets: read when needed, never kept, never shown.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use secrecy::SecretString;

use super::settings::Source;
use crate::incident::Line;
use crate::lang::Lang;

/// The longest address, key or password, in bytes.
const MOST: u64 = 16 * 1024;
/// The longest file of certificates, in bytes.
const CERTIFICATES_MOST: u64 = 1 << 20;

/// Looks up an environment variable.
pub type Variables = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// The places where secrets are.
#[derive(Clone)]
pub struct Secrets {
    /// The folder of `notify.toml`.
    pub folder: PathBuf,
    /// The system's credential directory, if the host has one.
    pub credentials: Option<PathBuf>,
    pub variables: Variables,
}

/// Why a secret cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSecret {
    NoFile {
        file: Line,
    },
    Unreadable {
        file: Line,
        why: Line,
    },
    NoVariable {
        name: Line,
    },
    /// The system has handed no credentials to the host.
    NoCredentials {
        name: Line,
    },
    Empty,
}

impl Secrets {
    /// The secret, without the line break behind it.
    pub fn read(&self, source: &Source) -> Result<SecretString, NoSecret> {
        let text = match source {
            Source::File(path) => from_file(&self.folder.join(path), path)?,
            Source::Env(name) => {
                let missing = || NoSecret::NoVariable { name: Line::new(name) };
                (self.variables)(name).ok_or_else(missing)?
            }
            Source::Credential(name) => {
                let missing = || NoSecret::NoCredentials { name: Line::new(name) };
                from_file(&self.credentials.as_ref().ok_or_else(missing)?.join(name), Path::new(name))?
            }
        };
        let text = text.trim();
        if text.is_empty() { Err(NoSecret::Empty) } else { Ok(text.to_owned().into()) }
    }

    /// A file of certificates, which are no secret; one that is not absolute is in the folder of `notify.toml`.
    pub fn certificates(&self, file: &Path) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = File::open(self.folder.join(file)).ok()?;
        file.take(CERTIFICATES_MOST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}

fn from_file(path: &Path, shown: &Path) -> Result<String, NoSecret> {
    let file = Line::new(&shown.to_string_lossy());
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_string(&mut text));
    match read {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(NoSecret::NoFile { file }),
        Err(error) => Err(NoSecret::Unreadable { file, why: Line::new(&error.to_string()) }),
    }
}

impl NoSecret {
    /// The sentence that says so.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoFile { file } => lang.say_with("desk-secret-no-file", &[("file", file.as_str().into())]),
            Self::Unreadable { file, why } => lang.say_with(
                "desk-secret-unreadable",
                &[("file", file.as_str().into()), ("why", why.as_str().into())],
            ),
            Self::NoVariable { name } => {
                lang.say_with("desk-secret-no-variable", &[("name", name.as_str().into())])
            }
            Self::NoCredentials { name } => {
                lang.say_with("desk-secret-no-credentials", &[("name", name.as_str().into())])
            }
            Self::Empty => lang.say("desk-secret-empty"),
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").field("folder", &self.folder).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;

    #[test]
    fn a_secret_is_read_where_the_settings_say() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "from a file\n").unwrap();
        std::fs::write(folder.path().join("empty"), " \n").unwrap();
        let variables: Variables = Arc::new(|name: &str| (name == "A").then(|| "from a variable".to_owned()));
        let mut secrets = Secrets { folder: folder.path().to_owned(), credentials: None, variables };
        let read = |secrets: &Secrets, source: &Source| {
            secrets.read(source).map(|secret| secret.expose_secret().to_owned())
        };
        let credential = Source::Credential("a".into());
        assert_eq!(read(&secrets, &Source::File("a".into())), Ok("from a file".into()));
        assert_eq!(read(&secrets, &Source::Env("A".into())), Ok("from a variable".into()));
        assert_eq!(read(&secrets, &credential), Err(NoSecret::NoCredentials { name: "a".into() }));
        secrets.credentials = Some(folder.path().to_owned());
        assert_eq!(read(&secrets, &credential), Ok("from a file".into()));
        for (source, expected) in [
            (Source::File("b".into()), NoSecret::NoFile { file: "b".into() }),
            (Source::File("empty".into()), NoSecret::Empty),
            (Source::Env("B".into()), NoSecret::NoVariable { name: "B".into() }),
        ] {
            let why = read(&secrets, &source).unwrap_err();
            assert_eq!(why, expected);
            assert!(Lang::ALL.iter().all(|lang| !why.say(*lang).is_empty()));
        }
        assert!(!format!("{secrets:?}").contains("from"));
    }
}
