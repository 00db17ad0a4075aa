//! Secrets: read when needed, never kept, never shown.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fluent_bundle::FluentValue;
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

impl Secrets {
    /// Returns the secret without its line break, or a sentence that says why there is none.
    pub fn read(&self, source: &Source, lang: Lang) -> Result<SecretString, String> {
        let missing = |key: &str, name: &str| lang.say_with(key, &[("name", shown(name))]);
        let text = match source {
            Source::File(path) => from_file(&self.folder.join(path), &path.to_string_lossy(), lang)?,
            Source::Env(name) => (self.variables)(name).ok_or_else(|| missing("notify-secret-no-variable", name))?,
            Source::Credential(name) => {
                let folder = self.credentials.as_ref();
                let folder = folder.ok_or_else(|| missing("notify-secret-no-credentials", name))?;
                from_file(&folder.join(name), name, lang)?
            }
        };
        let text = text.trim();
        if text.is_empty() { Err(lang.say("notify-secret-empty")) } else { Ok(text.to_owned().into()) }
    }

    /// Reads a file of certificates, which are not secret; a relative path is in the folder of `notify.toml`.
    pub fn certificates(&self, file: &Path) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let file = File::open(self.folder.join(file)).ok()?;
        file.take(CERTIFICATES_MOST).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}

fn from_file(path: &Path, name: &str, lang: Lang) -> Result<String, String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_string(&mut text));
    match read {
        Ok(_) => Ok(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(lang.say_with("notify-secret-no-file", &[("file", shown(name))]))
        }
        Err(error) => {
            let variables = [("file", shown(name)), ("why", shown(&error.to_string()))];
            Err(lang.say_with("notify-secret-unreadable", &variables))
        }
    }
}

fn shown(text: &str) -> FluentValue<'static> {
    Line::new(text).to_string().into()
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").field("folder", &self.folder).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::vars;
    use secrecy::ExposeSecret;

    #[test]
    fn a_secret_is_read_where_the_settings_say() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "from a file\n").unwrap();
        std::fs::write(folder.path().join("empty"), " \n").unwrap();
        let variables: Variables = Arc::new(|name: &str| (name == "A").then(|| "from a variable".to_owned()));
        let mut secrets = Secrets { folder: folder.path().to_owned(), credentials: None, variables };
        let read = |secrets: &Secrets, source: &Source| {
            secrets.read(source, Lang::En).map(|secret| secret.expose_secret().to_owned())
        };
        let credential = Source::Credential("a".into());
        assert_eq!(read(&secrets, &Source::File("a".into())), Ok("from a file".into()));
        assert_eq!(read(&secrets, &Source::Env("A".into())), Ok("from a variable".into()));
        let missing = Lang::En.say_with("notify-secret-no-credentials", &vars![name = "a"]);
        assert_eq!(read(&secrets, &credential), Err(missing));
        secrets.credentials = Some(folder.path().to_owned());
        assert_eq!(read(&secrets, &credential), Ok("from a file".into()));
        let unreadable = vars![file = ".", why = "Is a directory (os error 21)"];
        for (source, key, variables) in [
            (Source::File("b".into()), "notify-secret-no-file", &vars![file = "b"][..]),
            (Source::Credential("b".into()), "notify-secret-no-file", &vars![file = "b"]),
            (Source::File(".".into()), "notify-secret-unreadable", &unreadable),
            (Source::File("empty".into()), "notify-secret-empty", &[]),
            (Source::Env("B".into()), "notify-secret-no-variable", &vars![name = "B"]),
        ] {
            for lang in Lang::ALL {
                let why = secrets.read(&source, lang).unwrap_err();
                assert_eq!(why, lang.say_with(key, variables), "{source:?}");
            }
        }
        assert!(!format!("{secrets:?}").contains("from"));
    }
}
