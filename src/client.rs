//! The local side: it finds or starts the host, sends it commands with the files that they name, and lends it the
//! terminal.

mod host_start;
mod link;
pub mod screen;
mod tty;

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use crate::incident::Line;
use crate::lang::{Lang, vars};
use crate::verbs::Outcome;
use crate::wire::{Ask, Exec, FRAME_MAX, Frames, Message, NamedFile, Rejected, Reply, VERSION};

pub use host_start::READY;
pub use tty::restore_after_panic;

/// Longer files do not fit into a frame with their path.
const FILE_MAX: usize = FRAME_MAX - 64 * 1024 - 16;

/// The way to the host of this account.
#[derive(Clone, Debug)]
pub struct Client {
    pub socket: PathBuf,
    pub whose: Whose,
    /// Held while a host is started, so that two clients at the same time start one.
    pub start_lock: PathBuf,
    /// Held by the host as long as it lives.
    pub host_lock: PathBuf,
    pub log: PathBuf,
    pub program: PathBuf,
    /// Variables of the host's environment that differ from this process's.
    pub environment: Vec<(&'static str, PathBuf)>,
    /// The folder of the demo, if the host is for one.
    pub demo: Option<PathBuf>,
    pub lang: Lang,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This account's: it is started if none runs.
    Own,
    /// Shared by someone: this client never starts it.
    Shared,
}

impl Client {
    /// Connects to the running host, or to one that is started now.
    pub fn connect(&self) -> Result<UnixStream, Outcome> {
        match (UnixStream::connect(&self.socket), self.whose) {
            (Ok(stream), _) => Ok(stream),
            (Err(_), Whose::Own) => host_start::start(self),
            (Err(error), Whose::Shared) => Err(self.not_reached(&error)),
        }
    }

    fn not_reached(&self, error: &io::Error) -> Outcome {
        let (path, why) = (Line::new(&self.socket.to_string_lossy()), Line::new(&error.to_string()));
        let key = match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => "client-shared-none",
            io::ErrorKind::PermissionDenied => "client-shared-forbidden",
            _ => "client-shared-failed",
        };
        Outcome::unavailable(self.lang.say_with(key, &vars![path = path.as_str(), why = why.as_str()]))
    }

    pub fn running(&self) -> Option<UnixStream> {
        UnixStream::connect(&self.socket).ok()
    }

    /// Runs a command in the host and returns its exit code. A closed output is no error.
    pub fn exec(
        &self,
        stream: &UnixStream,
        exec: Exec,
        files: Vec<NamedFile>,
        stdout: &mut dyn Write,
        stderr: &mut dyn Write,
    ) -> Result<u8, Outcome> {
        let mut frames = Vec::new();
        Ask::Hello { version: VERSION }.frame(&mut frames);
        for file in files {
            let path = Line::new(&file.path.to_string_lossy());
            if file.content.len() > FILE_MAX {
                let variables = vars![path = path.as_str(), max = FILE_MAX / 1024];
                return Err(Outcome::refused(self.lang.say_with("client-file-too-large", &variables)));
            }
            Ask::File(file).frame(&mut frames);
        }
        Ask::Exec(exec).frame(&mut frames);
        // A host that rejects it closes its end; its reason can still be read.
        (&mut &*stream).write_all(&frames).ok();
        self.answer(stream, stdout, stderr)
    }

    /// Stops the host at the other end by a signal, which every version understands.
    pub fn terminate(&self, stream: &UnixStream) -> Result<Outcome, Outcome> {
        let failed = |error: rustix::io::Errno| {
            let why = Line::new(&error.to_string());
            Outcome::unavailable(self.lang.say_with("client-no-signal", &vars![why = why.as_str()]))
        };
        let host = rustix::net::sockopt::socket_peercred(stream).map_err(failed)?.pid;
        rustix::process::kill_process(host, rustix::process::Signal::TERM).map_err(failed)?;
        Ok(Outcome::done(self.lang.say("client-terminated")))
    }

    /// Waits until the host has ended and closed its files, for `patience` at most.
    pub fn wait_for_end(&self, patience: Duration) {
        let Ok(lock) = File::open(&self.host_lock) else { return };
        let (ended, ends) = mpsc::channel();
        std::thread::spawn(move || {
            lock.lock().ok();
            ended.send(()).ok();
        });
        ends.recv_timeout(patience).ok();
    }

    fn answer(&self, mut stream: &UnixStream, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Result<u8, Outcome> {
        let mut frames = Frames::default();
        let mut piece = vec![0; 64 * 1024];
        loop {
            loop {
                let garbled = |_| Outcome::unavailable(self.lang.say("client-garbled"));
                match frames.pop().map_err(garbled)? {
                    Some(Reply::Stdout(bytes)) => {
                        stdout.write_all(&bytes).and_then(|()| stdout.flush()).ok();
                    }
                    Some(Reply::Stderr(bytes)) => drop(stderr.write_all(&bytes)),
                    Some(Reply::Exit(code)) => return Ok(code),
                    Some(Reply::Rejected(rejected)) => return Err(self.rejected(&rejected)),
                    Some(_) => {}
                    None => break,
                }
            }
            match stream.read(&mut piece) {
                Ok(0) | Err(_) => return Err(Outcome::unavailable(self.lang.say("client-lost"))),
                Ok(n) => frames.buffer().extend_from_slice(&piece[..n]),
            }
        }
    }

    fn rejected(&self, rejected: &Rejected) -> Outcome {
        Outcome::unavailable(match rejected {
            Rejected::Version { version } => self
                .lang
                .say_with("client-other-version", &vars![theirs = version.to_string(), ours = VERSION.to_string()]),
            Rejected::Malformed => self.lang.say("client-garbled"),
            Rejected::Full => self.lang.say("client-host-full"),
            Rejected::Stranger { account } => self.lang.say_with("client-stranger", &vars![account = account.as_str()]),
        })
    }
}

#[cfg(test)]
mod tests;
