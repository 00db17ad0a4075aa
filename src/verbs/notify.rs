//! `notify`: where updates go, set up and tried before the crisis.

use clap::{Args, Subcommand};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use std::fs::{self, DirBuilder, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::runbook::known_audiences;
use super::{Caller, Fresh, Here, Mode, Outcome, Over, Place, file, pick, table, typed};
use crate::diagnostic::render_all;
use crate::incident::{AudienceId, DeliveryState, Line, Prose, Right, TargetFact, TargetName};
use crate::lang::Lang;
use crate::notify::settings::{self, News, Settings, Source, Uncut};
use crate::notify::{Address, Checked, Dispatcher, Kind, Options, Verdict, open};
use crate::room::Rooms;

/// The folder of the secrets, beside the settings.
const SECRETS: &str = "secrets";
/// What stands for an address that comes by the standard input.
const STDIN: &str = "-";

#[derive(Clone, Debug, Subcommand)]
pub enum Notify {
    Add(Add),
    Remove {
        #[arg(value_name = "NAME")]
        target: TargetName,
    },
    List {
        #[arg(long)]
        json: bool,
    },
    /// Sends a real message.
    Test {
        #[arg(value_name = "NAME")]
        target: Option<TargetName>,
    },
    /// Says what would be sent, and sends nothing.
    Check {
        #[arg(value_name = "NAME")]
        target: Option<TargetName>,
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

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
    #[arg(long, value_name = "KIND", value_parser = typed::target_kind())]
    kind: Option<Kind>,
    #[arg(long, value_name = "WHAT", value_parser = typed::news(), value_delimiter = ',')]
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

/// Where an address comes from.
enum Given {
    /// It was typed, and goes into a file of its own.
    Here(SecretString),
    /// It is in a file already, and can be read.
    InFile(Source, SecretString),
    /// The host alone can read it.
    AtHost(Source),
}

impl Notify {
    pub const fn place(&self) -> Place {
        match self {
            // They write the files of whoever runs them.
            Self::Add(_) | Self::Remove { .. } => Place::Client,
            Self::List { .. } | Self::Test { .. } | Self::Check { .. } => Place::Host,
        }
    }

    pub fn run_here(&self, here: &Here) -> Outcome {
        let done = match self {
            Self::Add(add) => add.run(here),
            Self::Remove { target } => remove(target, here),
            Self::List { .. } | Self::Test { .. } | Self::Check { .. } => {
                Ok(Outcome::misuse(here.lang.say("cli-misuse")))
            }
        };
        done.unwrap_or_else(|failed| failed)
    }

    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let lang = caller.lang;
        let Some(dispatcher) = &caller.dispatcher else { return Outcome::refused(lang.say("desk-none")) };
        let mut outcome = match self {
            Self::List { json } => list(dispatcher, rooms, *json, lang),
            Self::Test { target } => test(dispatcher, target.as_ref(), caller).await,
            Self::Check { target, text, json } => {
                let text = text.as_deref().map(Prose::new);
                check(dispatcher, target.as_ref(), text.as_ref(), *json, lang)
            }
            Self::Add(_) | Self::Remove { .. } => Outcome::misuse(lang.say("cli-misuse")),
        };
        if let Some(trouble) = dispatcher.trouble() {
            outcome.stderr = format!("{trouble}\n{}", outcome.stderr);
        }
        outcome
    }
}

/// The settings of whoever runs the command.
struct Own {
    path: PathBuf,
    text: String,
    settings: Settings,
}

impl Own {
    fn read(here: &Here) -> Result<Self, Outcome> {
        // What is written goes where the file really is.
        let path = here.config_dir.join("notify.toml");
        let path = path.canonicalize().unwrap_or(path);
        let bytes = match file::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(file::unreadable(&path, &error, here.lang)),
        };
        let settings = Settings::read_bytes(&bytes, &path.display().to_string())
            .map_err(|problems| Outcome::refused(render_all(&problems, here.lang)))?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Self { path, text, settings })
    }

    fn names(&self) -> String {
        let names: Vec<_> = self.settings.targets.iter().map(|place| place.name.as_str()).collect();
        names.join(", ")
    }
}

impl Add {
    fn run(&self, here: &Here) -> Result<Outcome, Outcome> {
        let lang = here.lang;
        let given = self.given(here)?;
        let target = match &given {
            Given::Here(url) | Given::InFile(_, url) => Some(self.open(url, lang)?),
            Given::AtHost(_) => None,
        };

        let own = Own::read(here)?;
        let name = match &self.name {
            Some(name) if own.settings.place(name).is_some() => {
                return Err(Outcome::refused(
                    lang.say_with("desk-name-taken", &[("name", name.as_str().into())]),
                ));
            }
            Some(name) => name.clone(),
            None => {
                let kind = self.kind.or_else(|| target.as_ref().map(|target| target.kind()));
                free_name(kind.map_or("target", Kind::id), &own.settings)
            }
        };
        let secret = Path::new(SECRETS).join(name.as_str());
        let url = match &given {
            Given::Here(_) => Source::File(secret.clone()),
            Given::InFile(source, _) | Given::AtHost(source) => source.clone(),
        };
        let place = settings::Place {
            name: name.clone(),
            kind: self.kind,
            url,
            secret: source(here, [&self.secret_env, &self.secret_credential], self.secret_file.as_deref()),
            audiences: self.audience.clone(),
            push: self.push.clone(),
            allow_local: self.allow_local,
        };
        let text = settings::with(&own.text, &place);
        // A credential's name may be none: nothing is written that the host would not follow.
        Settings::read(&text, &own.path.display().to_string())
            .map_err(|problems| Outcome::refused(render_all(&problems, lang)))?;
        let written = |path: &Path, result: io::Result<()>| {
            result.map_err(|error| file::unreadable(path, &error, lang))
        };
        if let Given::Here(url) = &given {
            // The secret first: the host reads it as soon as the settings name it.
            let secrets = here.config_dir.join(SECRETS);
            written(&secrets, make_private(&secrets))?;
            let file = here.config_dir.join(&secret);
            written(&file, write_private(&file, url.expose_secret()))?;
        }
        written(&own.path, write_private(&own.path, &text))?;
        let audiences: Vec<_> = self.audience.iter().map(AsRef::as_ref).collect();
        let mut variables = vec![("name", name.as_str().into()), ("audiences", audiences.join(", ").into())];
        let key = match (&target, &place.url) {
            (Some(target), _) => {
                variables.push(("kind", target.kind().name().into()));
                variables.push(("host", Line::new(target.host()).as_str().to_owned().into()));
                "desk-added"
            }
            (None, Source::Env(variable)) => {
                variables.push(("from", variable.as_str().into()));
                "desk-added-env"
            }
            (None, Source::Credential(credential)) => {
                variables.push(("from", credential.as_str().into()));
                "desk-added-credential"
            }
            (None, Source::File(_)) => unreachable!("an address in a file was read"),
        };
        let mut outcome = Outcome::done(lang.say_with(key, &variables));
        outcome.stderr = self.strangers(&own.settings, here);
        Ok(outcome)
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

    fn open(&self, url: &SecretString, lang: Lang) -> Result<Box<dyn crate::notify::Target>, Outcome> {
        let bad = |bad: crate::notify::BadAddress| Outcome::refused(bad.reason(lang));
        let address = Address::read(url.expose_secret()).map_err(bad)?;
        let options = Options { kind: self.kind, allow_local: self.allow_local, secret: None };
        open(&address, &options).map_err(bad)
    }

    /// The audiences that nothing here knows: nobody would be told, and only a crisis would show it.
    fn strangers(&self, settings: &Settings, here: &Here) -> String {
        let lang = here.lang;
        let mut known = known_audiences(here);
        known.extend(settings.audiences.iter().map(|audience| audience.id.clone()));
        let all = known.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
        let strangers = self.audience.iter().filter(|id| !known.contains(id));
        let told = strangers.map(|id| {
            let variables = [("audience", id.as_str().into()), ("known", all.as_str().into())];
            let told = lang.say_with("desk-audience-unknown", &variables);
            let near = pick::nearest(id.as_str(), known.iter().map(AsRef::as_ref));
            if near.is_empty() {
                return told;
            }
            let meant = near.join(", ");
            lang.say_with("cli-did-you-mean", &[("told", told.into()), ("meant", meant.into())])
        });
        told.map(|told| told + "\n").collect()
    }
}

/// Where the host finds a secret that is not typed here.
fn source(here: &Here, [env, credential]: [&Option<String>; 2], file: Option<&Path>) -> Option<Source> {
    let env = env.clone().map(Source::Env);
    let credential = || credential.clone().map(Source::Credential);
    env.or_else(credential).or_else(|| file.map(|path| Source::File(stored(here, path))))
}

/// How the settings write a path that was typed here: whole, or as it is below their own folder.
fn stored(here: &Here, path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.strip_prefix(&here.config_dir).map(Path::to_owned).unwrap_or(whole)
}

/// A name after the kind, with a number where that is taken.
fn free_name(kind: &str, settings: &Settings) -> TargetName {
    let numbered = (2..).map(|number| format!("{kind}-{number}"));
    std::iter::once(kind.to_owned())
        .chain(numbered)
        .filter_map(|name| name.parse().ok())
        .find(|name| settings.place(name).is_none())
        .expect("the names do not end before the targets do")
}

fn remove(name: &TargetName, here: &Here) -> Result<Outcome, Outcome> {
    let lang = here.lang;
    let own = Own::read(here)?;
    let variables = [("name", name.as_str().into()), ("known", own.names().into())];
    let text = settings::without(&own.text, name).map_err(|uncut| {
        Outcome::refused(match uncut {
            Uncut::Unknown => lang.say_with("desk-unknown", &variables),
            Uncut::Entangled => lang.say_with("desk-entangled", &variables),
        })
    })?;
    write_private(&own.path, &text).map_err(|error| file::unreadable(&own.path, &error, lang))?;
    // A secret that we wrote, and that no other target has, is of no use any more.
    if let Some(Source::File(path)) = own.settings.place(name).map(|place| &place.url)
        && path.parent() == Some(Path::new(SECRETS))
        && own.settings.targets.iter().filter(|place| place.url == Source::File(path.clone())).count() == 1
    {
        fs::remove_file(here.config_dir.join(path)).ok();
    }
    Ok(Outcome::done(lang.say_with("desk-removed", &[("name", name.as_str().into())])))
}

/// A folder that nobody else looks into.
fn make_private(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, Permissions::from_mode(0o700))
}

/// Replaces a file by one that nobody else reads.
fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut fresh = Fresh::beside(path, Mode::Private)?;
    fresh.file().write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        fresh.file().write_all(b"\n")?;
    }
    fresh.keep(Over::Any)
}

/// How a target does in the incidents that are open.
#[derive(Default)]
struct Standing {
    to_fix: Option<Line>,
    waiting: usize,
    /// Why the oldest that waits has not arrived so far.
    delayed: Option<Line>,
    /// What did not arrive and is not tried again by itself.
    failed: usize,
    /// Whether an open incident tells one of its audiences; none while no incident is open.
    told: Option<bool>,
}

impl Standing {
    fn of(fact: &TargetFact, rooms: &Rooms) -> Self {
        let target = &fact.name;
        let mut standing = Self::default();
        for room in rooms.live().borrow().iter() {
            let incident = &room.snapshot().incident;
            standing.waiting += incident.waiting(target);
            let pending = incident.pending_delivery(target);
            standing.delayed = standing.delayed.or_else(|| pending.and_then(|pending| pending.delayed));
            let of_updates = incident.updates.iter().flat_map(|update| &update.deliveries);
            let of_pushes = incident.pushes.iter().map(|push| &push.delivery);
            let failed = of_updates.chain(of_pushes).filter(|delivery| {
                delivery.target == *target && matches!(delivery.state, DeliveryState::Failed { .. })
            });
            standing.failed += failed.count();
            let fault = incident.to_fix().find(|(name, _)| *name == target);
            standing.to_fix = standing.to_fix.or_else(|| fault.map(|(_, fault)| fault.reason.clone()));
            if !incident.is_closed() {
                let is_told = fact.audiences.iter().any(|id| incident.audience(id).is_some());
                standing.told = Some(standing.told.unwrap_or_default() || is_told);
            }
        }
        standing
    }

    fn say(&self, fact: &TargetFact, lang: Lang) -> String {
        let state = match (fact.trouble.as_ref().or(self.to_fix.as_ref()), self.waiting, &self.delayed) {
            (Some(reason), ..) => lang.say_with("desk-to-fix", &[("reason", reason.as_str().into())]),
            (None, 0, _) if self.failed > 0 => {
                lang.say_with("desk-failed-before", &[("count", self.failed.into())])
            }
            (None, 0, _) => lang.say("desk-ready"),
            (None, count, None) => lang.say_with("desk-waiting", &[("count", count.into())]),
            (None, count, Some(reason)) => {
                lang.say_with("desk-delayed", &[("count", count.into()), ("reason", reason.as_str().into())])
            }
        };
        if self.told == Some(false) {
            return lang.say_with("desk-tells-nobody", &[("state", state.into())]);
        }
        state
    }
}

fn list(dispatcher: &Dispatcher, rooms: &Rooms, json: bool, lang: Lang) -> Outcome {
    let facts = dispatcher.facts();
    let joined = |lines: &[Line]| lines.iter().map(Line::as_str).collect::<Vec<_>>().join(", ");
    if json {
        let value = |fact: &TargetFact| {
            let standing = Standing::of(fact, rooms);
            json!({
                "name": fact.name,
                "kind": fact.kind,
                "host": fact.host,
                "audiences": fact.audiences,
                "push": fact.push,
                "trouble": fact.trouble,
                "to_fix": standing.to_fix,
                "waiting": standing.waiting,
                "delayed": standing.delayed,
                "failed": standing.failed,
                "told": standing.told,
            })
        };
        return Outcome::json(&facts.iter().map(value).collect());
    }
    if facts.is_empty() {
        return Outcome::done(lang.say("desk-empty"));
    }
    let row = |fact: &TargetFact| {
        let audiences: Vec<_> = fact.audiences.iter().map(AsRef::as_ref).collect();
        vec![
            fact.name.to_string(),
            fact.kind.to_string(),
            fact.host.to_string(),
            audiences.join(", "),
            joined(&fact.push),
            Standing::of(fact, rooms).say(fact, lang),
        ]
    };
    let columns = ["name", "kind", "host", "audiences", "pushes", "state"];
    Outcome::done(table::render(&table::headings(lang, &columns), &facts.iter().map(row).collect::<Vec<_>>()))
}

/// Says that there is no such target.
fn unknown(dispatcher: &Dispatcher, name: Option<&TargetName>, lang: Lang) -> Outcome {
    let facts = dispatcher.facts();
    let known: Vec<_> = facts.iter().map(|fact| fact.name.as_str()).collect();
    match name {
        Some(name) if !known.is_empty() => {
            Outcome::refused(lang.say_with(
                "desk-unknown",
                &[("name", name.as_str().into()), ("known", known.join(", ").into())],
            ))
        }
        _ => Outcome::refused(lang.say("desk-empty")),
    }
}

async fn test(dispatcher: &Dispatcher, name: Option<&TargetName>, caller: &Caller) -> Outcome {
    let lang = caller.lang;
    if caller.who.rights.right < Right::Deputy {
        return Outcome::refused(lang.say("desk-test-not-yours"));
    }
    let verdicts = dispatcher.test(name).await;
    if verdicts.is_empty() {
        return unknown(dispatcher, name, lang);
    }
    let mut outcome = Outcome::default();
    for (name, verdict) in verdicts {
        let (key, reason) = match verdict {
            Verdict::Delivered => ("desk-test-delivered", String::new()),
            Verdict::Later { reason, .. } => ("desk-test-later", reason),
            Verdict::Refused { reason } => ("desk-test-refused", reason),
        };
        let mut variables = vec![("name", name.as_str().into())];
        if reason.is_empty() {
            outcome.stdout.push_str(&lang.say_with(key, &variables));
            outcome.stdout.push('\n');
        } else {
            variables.push(("reason", reason.into()));
            outcome.stderr.push_str(&lang.say_with(key, &variables));
            outcome.stderr.push('\n');
            outcome.code = Outcome::REFUSED;
        }
    }
    outcome
}

fn check(
    dispatcher: &Dispatcher,
    name: Option<&TargetName>,
    text: Option<&Prose>,
    json: bool,
    lang: Lang,
) -> Outcome {
    let checked = dispatcher.check(name, text);
    if checked.is_empty() && !json {
        return unknown(dispatcher, name, lang);
    }
    if json {
        return Outcome::json(&checked.iter().map(value).collect());
    }
    let told = |checked: &Checked| {
        let heading = lang.say_with(
            "desk-check-heading",
            &[
                ("name", checked.name.as_str().into()),
                ("kind", checked.kind.map_or("", crate::notify::Kind::name).into()),
                ("host", checked.host.as_str().into()),
            ],
        );
        let parts = match &checked.parts {
            Ok(parts) => parts.iter().map(|part| indented(&part.text)).collect::<Vec<_>>().join("\n  ----\n"),
            Err(why) => indented(&lang.say_with("desk-to-fix", &[("reason", why.as_str().into())])),
        };
        format!("{heading}\n{parts}")
    };
    Outcome::done(checked.iter().map(told).collect::<Vec<_>>().join("\n\n"))
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn value(checked: &Checked) -> Value {
    let (parts, trouble) = match &checked.parts {
        Ok(parts) => (parts.as_slice(), None),
        Err(why) => (&[][..], Some(why)),
    };
    let body = |body: &str| serde_json::from_str(body).unwrap_or_else(|_| Value::from(body));
    json!({
        "name": checked.name,
        "kind": checked.kind.map(crate::notify::Kind::id),
        "host": checked.host,
        "trouble": trouble,
        "parts": parts.iter().map(|part| json!({ "text": part.text, "body": body(&part.body) })).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runbook;

    /// Adds a target as it is typed, beside settings of one's own; gives what came of it and the new settings.
    fn added(args: &str, lang: Lang, folder: &Path) -> (Outcome, String) {
        let here = Here {
            lang,
            config_dir: folder.to_owned(),
            config_file: folder.join("config.toml"),
            state_dir: folder.join("state"),
            socket: folder.join("host.sock"),
            colours: crate::terminal::Depth::None,
            zone: chrono_tz::UTC,
        };
        let own = "format = 1\n\n[[audience]]\nid = \"board\"\nname = \"Board\"\n";
        fs::write(folder.join("notify.toml"), own).unwrap();
        let plan = runbook::builtin()[0].source.replace("id = \"clients\"", "id = \"suppliers\"");
        fs::create_dir_all(folder.join("runbooks")).unwrap();
        fs::write(folder.join("runbooks/ours.toml"), plan).unwrap();
        let args: Vec<String> = format!("notify add {args}").split(' ').map(str::to_owned).collect();
        let outcome = match crate::verbs::parse(&args, lang) {
            Ok(cli) => crate::verbs::run_here(&cli, &here),
            Err(misuse) => misuse,
        };
        let text = fs::read_to_string(folder.join("notify.toml")).unwrap();
        (outcome, text.strip_prefix(own).unwrap_or(&text).trim_start().to_owned())
    }

    /// What adding a target for these audiences warns of.
    fn warned(audiences: &[&str], lang: Lang) -> String {
        let folder = tempfile::tempdir().unwrap();
        let args = audiences
            .iter()
            .fold("https://example.org/hook".to_owned(), |args, id| args + " --audience " + id);
        let (outcome, _) = added(&args, lang, folder.path());
        assert_eq!(outcome.code, 0, "{}", outcome.stderr);
        outcome.stderr
    }

    #[test]
    fn the_command_line_says_all_that_the_file_can() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("address"), "https://example.org/hook\n").unwrap();
        let file = folder.path().join("address").display().to_string();
        for (args, told, written) in [
            (
                "--env CHAT_URL --kind mattermost --audience team --push decision,closed --allow-local",
                "reads its address from its environment variable CHAT_URL",
                "[[target]]\nname = \"mattermost\"\nkind = \"mattermost\"\nurl = { env = \"CHAT_URL\" }\n\
                 audiences = [\"team\"]\npush = [\"decision\", \"closed\"]\nallow_local = true\n",
            ),
            (
                "--credential chat --name ops --audience team",
                "reads its address from the system credential chat",
                "[[target]]\nname = \"ops\"\nurl = { credential = \"chat\" }\naudiences = [\"team\"]\n",
            ),
            (
                &format!("--file {file} --kind generic --secret-env HOOK_KEY --audience team"),
                "Added generic: JSON at example.org, for team.",
                "[[target]]\nname = \"generic\"\nkind = \"generic\"\nurl = { file = \"address\" }\n\
                 secret = { env = \"HOOK_KEY\" }\naudiences = [\"team\"]\n",
            ),
        ] {
            let (outcome, text) = added(args, Lang::En, folder.path());
            assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{args}");
            assert!(outcome.stdout.contains(told), "{}", outcome.stdout);
            assert_eq!(text, written);
            assert!(!folder.path().join(SECRETS).exists(), "no address was typed");
        }
        let (outcome, text) =
            added("https://hooks.slack.com/x --kind generic --audience team", Lang::Fr, folder.path());
        assert!(outcome.stdout.contains("generic est ajouté"), "{}", outcome.stdout);
        assert!(text.contains("kind = \"generic\"\nurl = { file = \"secrets/generic\" }"), "{text}");
        for (args, code) in [
            ("--audience team", Outcome::MISUSE),
            ("https://example.org --env X --audience team", Outcome::MISUSE),
            ("--env X --credential y --audience team", Outcome::MISUSE),
            ("--env X --kind slck --audience team", Outcome::MISUSE),
            ("--file /nowhere/at/all --audience team", Outcome::UNAVAILABLE),
            ("--credential ../y --audience team", Outcome::REFUSED),
        ] {
            let (outcome, text) = added(args, Lang::En, folder.path());
            assert_eq!((outcome.code, text.as_str()), (code, ""), "{args}: {}", outcome.stderr);
        }
    }

    #[test]
    fn an_audience_that_nothing_knows_is_added_with_a_warning() {
        assert_eq!(warned(&["team", "equipe", "board", "suppliers", "clients"], Lang::En), "");
        assert_eq!(
            warned(&["team", "clinets"], Lang::En),
            "No plan here and no audience in notify.toml has the ID “clinets”: this channel stays silent until an \
             incident has that audience. Known: board, clients, direction, equipe, management, suppliers, team. \
             Did you mean clients?\n"
        );
        assert!(warned(&["xyz"], Lang::Fr).contains("'identifiant «\u{a0}xyz\u{a0}»"));
    }
}
