//! Starts a host in the background, as tmux does, and waits until it can be reached.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use super::Client;
use crate::incident::Line;
use crate::lang::vars;
use crate::verbs::Outcome;

/// What a host writes to its standard output once clients can connect; anything else is why they cannot.
pub const READY: &str = "ready\n";

/// A log that has grown beyond this begins again.
const LOG_MAX: u64 = 1 << 20;

/// Starts a host, where no other client has meanwhile, and connects to it.
pub fn start(client: &Client) -> Result<UnixStream, Outcome> {
    let failed = |why: &str| {
        let why = Line::new(why);
        let log = Line::new(&client.log.to_string_lossy());
        let variables = vars![why = why.as_str(), log = log.as_str()];
        Outcome::unavailable(client.lang.say_with("client-no-host", &variables))
    };
    let silent = client.lang.say("client-no-host-silent");
    let io = |error: std::io::Error| failed(&error.to_string());
    let lock = File::options().create(true).append(true).open(&client.start_lock).map_err(io)?;
    lock.lock().map_err(io)?;
    if let Some(stream) = client.running() {
        return Ok(stream);
    }
    if fs::metadata(&client.log).is_ok_and(|log| log.len() > LOG_MAX) {
        fs::rename(&client.log, client.log.with_extension("log.old")).map_err(io)?;
    }
    let log = File::options().create(true).append(true).open(&client.log).map_err(io)?;
    let mut host = Command::new(&client.program)
        .arg0("warroom")
        .args(["host", "run"])
        .args(client.demo.iter().flat_map(|folder| [OsStr::new("--demo"), folder.as_os_str()]))
        .envs(client.environment.iter().map(|(name, value)| (name, value)))
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .map_err(io)?;
    let mut said = String::new();
    if let Some(mut stdout) = host.stdout.take() {
        // The host closes it when it is ready, or when it ends.
        stdout.read_to_string(&mut said).map_err(io)?;
    }
    if said != READY {
        host.wait().ok();
        return Err(failed(if said.trim().is_empty() { &silent } else { &said }));
    }
    // No one waits for the host, so that it outlives this process; a dead one is reaped with it.
    client.running().ok_or_else(|| failed(&silent))
}
