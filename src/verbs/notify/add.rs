//! `notify add` and `notify remove`: they change the files of the user who runs them.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use secrecy::{ExposeSecret, SecretString};

use crate::diagnostic::render_all;
use crate::incident::{AudienceId, Line, TargetName};
use crate::lang::{Lang, vars};
use crate::notify::settings::{self, NotRemoved, Settings, Source, Store, StoreError};
use crate::notify::{Address, BadAddress, Kind, News, Options, Target, open};
use crate::verbs::context::Here;
use crate::verbs::outcome::Outcome;
use crate::verbs::runbook::known_audiences;
use crate::verbs::{file, pick, typed};

/// The placeholder of an address that is read from the standard input.
const STDIN: &str = "-";

#[derive(Clone, Debug, Args)]
pub struct Add {
    /// It is a secret; `-` reads it from the standard input.
    #[arg(value_name = "URL", required_unless_present_any = ["file", "env", "credential"])]
    url: Option<String>,
    /// A file that has the address, instead of the address itself.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["url", "env", "credential"])]
    file: Option<PathBuf>,
    /// A variable of the host's environment.
    #[arg(long, value_name = "VARIABLE", conflicts_with_all = ["url", "credential"])]
    env: Option<String>,
    /// One of the system's credentials.
    #[arg(long, value_name = "CREDENTIAL", conflicts_with = "url")]
    credential: Option<String>,
    #[arg(long, value_name = "ID", required = true)]
    audience: Vec<AudienceId>,
    #[arg(long, value_name = "NAME")]
    name: Option<TargetName>,
    #[arg(long, value_name = "KIND", value_parser = typed::one_of(&Kind::ALL, Kind::id))]
    kind: Option<Kind>,
    #[arg(long, value_name = "WHAT", value_parser = typed::one_of(&News::ALL, News::name), value_delimiter = ',')]
    push: Vec<News>,
    /// What messages of the generic kind are signed with.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["secret_env", "secret_credential"])]
    secret_file: Option<PathBuf>,
    #[arg(long, value_name = "VARIABLE", conflicts_with = "secret_credential")]
    secret_env: Option<String>,
    #[arg(long, value_name = "CREDENTIAL")]
    secret_credential: Option<String>,
    #[arg(long)]
    allow_local: bool,
}

impl Add {
    pub fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let failed = |error: StoreError| failed(&error, lang);
        let given = self.given(here)?;
        let target = match &given {
            Given::Here(url) | Given::InFile(_, url) => Some(self.open(url, lang)?),
            Given::AtHost(_) => None,
        };
        let store = Store::open(&here.config_dir).map_err(failed)?;
        let name = self.free_name(&store, target.as_deref(), lang)?;
        let typed = match &given {
            Given::Here(url) => Some(url),
            Given::InFile(..) | Given::AtHost(_) => None,
        };
        let place = settings::Place {
            url: match &given {
                Given::Here(_) => Store::secret_of(&name),
                Given::InFile(source, _) | Given::AtHost(source) => source.clone(),
            },
            name,
            kind: self.kind,
            secret: source(here, [&self.secret_env, &self.secret_credential], self.secret_file.as_deref()),
            audiences: self.audience.clone(),
            push: self.push.clone(),
            allow_local: self.allow_local,
        };
        store.add(&place, typed).map_err(failed)?;
        let mut outcome = Outcome::done(self.added(&place, target.as_deref(), lang));
        outcome.stderr = self.strangers(store.settings(), here);
        Ok(outcome)
    }

    fn free_name(&self, store: &Store, target: Option<&dyn Target>, lang: Lang) -> Result<TargetName, Outcome> {
        match &self.name {
            Some(name) if store.settings().place(name).is_some() => {
                Err(Outcome::refused(lang.say_with("notify-name-taken", &vars![name = name.as_str()])))
            }
            Some(name) => Ok(name.clone()),
            None => {
                let kind = self.kind.or_else(|| target.map(Target::kind));
                Ok(store.free_name(kind.map_or("target", Kind::id)))
            }
        }
    }

    fn added(&self, place: &settings::Place, target: Option<&dyn Target>, lang: Lang) -> String {
        let audiences: Vec<_> = self.audience.iter().map(AsRef::as_ref).collect();
        let mut variables = vec![("name", place.name.as_str().into()), ("audiences", audiences.join(", ").into())];
        let key = match (target, &place.url) {
            (Some(target), _) => {
                variables.push(("kind", target.kind().name().into()));
                variables.push(("host", Line::new(target.host()).as_str().to_owned().into()));
                "notify-added"
            }
            (None, Source::Credential(credential)) => {
                variables.push(("from", credential.as_str().into()));
                "notify-added-credential"
            }
            (None, Source::Env(variable)) => {
                variables.push(("from", variable.as_str().into()));
                "notify-added-env"
            }
            (None, Source::File(_)) => unreachable!("an address in a file was read"),
        };
        lang.say_with(key, &variables)
    }

    fn given(&self, here: &Here) -> Result<Given, Outcome> {
        let lang = here.lang;
        if let Some(path) = &self.file {
            let bytes = file::read(path).map_err(|error| file::unreadable(path, &error, lang))?;
            let url = String::from_utf8_lossy(&bytes).trim().to_owned();
            return Ok(Given::InFile(Source::File(stored(here, path)), url.into()));
        }
        match (source(here, [&self.env, &self.credential], None), self.url.as_deref()) {
            (Some(source), _) => Ok(Given::AtHost(source)),
            (None, Some(STDIN)) => {
                let mut line = String::new();
                let read = io::stdin().read_line(&mut line);
                read.map_err(|error| file::unreadable(Path::new(STDIN), &error, lang))?;
                Ok(Given::Here(line.trim().to_owned().into()))
            }
            (None, url) => Ok(Given::Here(url.unwrap_or_default().trim().to_owned().into())),
        }
    }

    fn open(&self, url: &SecretString, lang: Lang) -> Result<Box<dyn Target>, Outcome> {
        let bad = |bad: BadAddress| Outcome::refused(bad.reason(lang));
        let address = Address::read(url.expose_secret()).map_err(bad)?;
        let options = Options { kind: self.kind, allow_local: self.allow_local, secret: None };
        open(&address, &options).map_err(bad)
    }

    /// A warning for each unknown audience, which would get no message.
    fn strangers(&self, settings: &Settings, here: &Here) -> String {
        let lang = here.lang;
        let mut known = known_audiences(here);
        known.extend(settings.audiences.iter().map(|audience| audience.id.clone()));
        let all = known.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
        let strangers = self.audience.iter().filter(|id| !known.contains(id));
        let warnings = strangers.map(|id| {
            let variables = vars![audience = id.as_str(), known = all.as_str()];
            let unknown = lang.say_with("notify-audience-unknown", &variables);
            pick::meaning(unknown, &pick::nearest(id.as_str(), known.iter().map(AsRef::as_ref)), lang)
        });
        warnings.map(|warning| warning + "\n").collect()
    }
}

/// Where an address comes from.
enum Given {
    /// Typed: to be stored in a file of its own.
    Here(SecretString),
    /// In a file that can be read here.
    InFile(Source, SecretString),
    /// Only the host can read it.
    AtHost(Source),
}

/// Where the host finds a secret that is not typed here.
fn source(here: &Here, [env, credential]: [&Option<String>; 2], file: Option<&Path>) -> Option<Source> {
    let env = env.clone().map(Source::Env);
    let credential = || credential.clone().map(Source::Credential);
    env.or_else(credential).or_else(|| file.map(|path| Source::File(stored(here, path))))
}

/// A typed path as the settings write it: relative if it is below their folder, else absolute.
fn stored(here: &Here, path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.strip_prefix(&here.config_dir).map(Path::to_owned).unwrap_or(whole)
}

pub fn remove(name: &TargetName, here: &Here) -> Result<Outcome, Outcome> {
    let lang = here.lang;
    let store = Store::open(&here.config_dir).map_err(|error| failed(&error, lang))?;
    store.remove(name).map_err(|error| {
        let known: Vec<_> = store.settings().targets.iter().map(|place| place.name.as_str()).collect();
        let variables = vars![name = name.as_str(), known = known.join(", ")];
        match error {
            NotRemoved::Unknown => Outcome::refused(lang.say_with("notify-unknown", &variables)),
            NotRemoved::Entangled => Outcome::refused(lang.say_with("notify-entangled", &variables)),
            NotRemoved::Store(error) => failed(&error, lang),
        }
    })?;
    Ok(Outcome::done(lang.say_with("notify-removed", &vars![name = name.as_str()])))
}

fn failed(error: &StoreError, lang: Lang) -> Outcome {
    match error {
        StoreError::Io { path, source } => file::unreadable(path, source, lang),
        StoreError::Invalid(problems) => Outcome::refused(render_all(problems, lang)),
    }
}

#[cfg(test)]
mod tests;
