//! Runs the host in this process.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::environment::Environment;
use super::folders::Folders;
use super::{Person, demo};
use crate::client::READY;
use crate::clock::Clock;
use crate::config::Config;
use crate::host::{self, Doors, Ended, Outbox, SharedSocket, Sign, SshDoor};
use crate::incident::Line;
use crate::lang::{Lang, vars};
use crate::verbs::{self, Outcome, Serve};

/// How long a previous host may take to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long the host of a demo waits for its client.
const DEMO_STAYS: Duration = Duration::from_secs(3);

/// Runs the host that a client has started, until it is stopped. The host of a demo also ends with its client, and removes
/// the demo's folder.
pub fn in_background(
    demo_folder: Option<&Path>,
    folders: &Folders,
    config: &Config,
    environment: &Environment,
    lang: Lang,
) -> Result<Outcome, Outcome> {
    folders.make(lang)?;
    // Leaves the terminal that it was started from; it may have left already.
    rustix::process::setsid().ok();
    let take_after = config.people.take_after;
    let outbox = outbox(folders, environment, lang);
    let demo = demo_folder.filter(|folder| demo::is_all_in(folder, folders));
    let stays = demo.map(|_| DEMO_STAYS);
    let people = Some(folders.people_file());
    let doors = Doors { people, shared: None, ssh: None, outbox, take_after, stays };
    let result = run(folders, doors, lang, |_| {
        let mut out = std::io::stdout();
        out.write_all(READY.as_bytes()).and_then(|()| out.flush()).ok();
        if let Ok(null) = std::fs::File::options().write(true).open("/dev/null") {
            rustix::stdio::dup2_stdout(null).ok();
        }
    });
    if let (Some(folder), Ok(Ended::Deserted)) = (demo, &result) {
        std::fs::remove_dir_all(folder).ok();
    }
    // The client that waits for the host reads it.
    result
        .map(|_| Outcome::default())
        .map_err(|failed| Outcome { stdout: failed.stderr.trim_end().to_owned(), ..failed })
}

/// Runs the host with the doors of the command line and the configuration, until it is stopped.
pub fn in_foreground(serve: &Serve, person: &Person<'_>) -> Result<Outcome, Outcome> {
    let (lang, folders) = (person.lang, person.folders);
    folders.make(lang)?;
    let doors = doors(serve, person)?;
    let mut greeting = greeting(&doors, folders, lang);
    let ended = run(folders, doors, lang, move |sign| {
        if let Some(Sign { address, fingerprint }) = sign {
            let variables = vars![address = address.to_string(), fingerprint = fingerprint.as_str()];
            greeting = format!("{greeting}{}\n", lang.say_with("host-serves-ssh", &variables));
        }
        let mut out = std::io::stdout();
        out.write_all(greeting.as_bytes()).and_then(|()| out.flush()).ok();
    });
    ended.map(|_| Outcome::default())
}

/// Returns the settings of updates: files of the account and the environment of the host.
fn outbox(folders: &Folders, environment: &Environment, lang: Lang) -> Outbox {
    Outbox {
        settings: folders.notify_file(),
        secrets: environment.secrets(folders.config.clone()),
        environment: environment.network(),
        lang,
    }
}

fn doors(serve: &Serve, person: &Person<'_>) -> Result<Doors, Outcome> {
    let folders = person.folders;
    let people = serve.people.as_ref().map_or_else(|| folders.people_file(), |named| absolute(named));
    if serve.people.is_some() || people.exists() {
        verbs::people::check(&people, person.lang)?;
    }
    let limits = &person.config.ssh;
    let listen = serve.ssh.or(limits.listen);
    Ok(Doors {
        people: Some(people),
        shared: serve
            .socket
            .as_deref()
            .zip(serve.group.clone())
            .map(|(path, group)| SharedSocket { path: absolute(path), group }),
        ssh: listen.map(|listen| SshDoor {
            listen,
            host_key: folders.state.join("ssh_host_ed25519_key"),
            limits: limits.clone(),
            lang: person.lang,
            zone: person.zone,
            config: person.config.clone(),
            themes: folders.all_themes(),
            plans: folders.plans(),
        }),
        outbox: outbox(folders, person.environment, person.lang),
        take_after: person.config.people.take_after,
        stays: None,
    })
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn greeting(doors: &Doors, folders: &Folders, lang: Lang) -> String {
    let shown = |path: &Path| Line::new(&path.to_string_lossy()).as_str().to_owned();
    let pid = std::process::id().to_string();
    let mut lines = vec![lang.say_with("host-serves", &vars![pid, socket = shown(&folders.socket())])];
    if let Some(shared) = &doors.shared {
        let variables = vars![group = shared.group.as_str(), path = shown(&shared.path)];
        lines.push(lang.say_with("host-serves-group", &variables));
    }
    if let Some(people) = doors.people.as_ref().filter(|people| !people.exists()) {
        lines.push(lang.say_with("host-serves-alone", &vars![path = shown(people)]));
    }
    lines.join("\n") + "\n"
}

fn run(folders: &Folders, doors: Doors, lang: Lang, say_ready: impl FnOnce(Option<Sign>)) -> Result<Ended, Outcome> {
    log_to_stderr();
    let failed = |why: String, greeting: String| {
        tracing::error!(why, "the host cannot run");
        Outcome::unavailable(greeting)
    };
    let workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let runtime = runtime.map_err(|error| failed(error.to_string(), lang.why(&error)))?;
    let (ready, waiting) = mpsc::channel::<()>();
    std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            tracing::error!("the previous host does not end");
            std::process::exit(Outcome::UNAVAILABLE.into());
        }
    });
    let is_ready = move |greeting| {
        ready.send(()).ok();
        say_ready(greeting);
    };
    let result = runtime.block_on(host::run(folders.for_host(), doors, Clock::machine(), is_ready));
    runtime.shutdown_timeout(Duration::from_millis(100));
    result.map_err(|error| failed(error.to_string(), error.say(lang)))
}

/// Logs to standard error, which is a file if a client has started the host.
fn log_to_stderr() {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_max_level(tracing::Level::INFO).init();
}
