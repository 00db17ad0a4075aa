//! The thin local side: it finds or starts the host, sends it commands with the files that they name, and lends it the
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
use crate::lang::Lang;
use crate::verbs::Outcome;
use crate::wire::NamedFile;
use crate::wire::{Ask, Exec, FRAME_MAX, Frames, Message, Tell, Unwilling, VERSION};

pub use host_start::READY;
pub use tty::restore_after_panic;

/// A longer file fits into no frame, with its path.
const FILE_MAX: usize = FRAME_MAX - 64 * 1024 - 16;

/// The way to the host of this account.
#[derive(Clone, Debug)]
pub struct Client {
    pub socket: PathBuf,
    pub whose: Whose,
    /// Held while a host is started, so that two clients at once start one.
    pub start_lock: PathBuf,
    /// Held by the host as long as it lives.
    pub host_lock: PathBuf,
    /// Where a host in the background writes.
    pub log: PathBuf,
    /// What is run to become a host.
    pub program: PathBuf,
    /// What the host's environment has that this one's has not.
    pub environment: Vec<(&'static str, PathBuf)>,
    /// The folder of the demo that the host is for, where it is for one.
    pub demo: Option<PathBuf>,
    pub lang: Lang,
}

/// Whose the host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This account's: it is started where none runs.
    Own,
    /// Somebody's who shares it: it is there or not.
    Shared,
}

impl Client {
    /// The host that runs, or one that is started now.
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
        let variables = [("path", path.as_str().into()), ("why", why.as_str().into())];
        Outcome::unavailable(self.lang.say_with(key, &variables))
    }

    /// The host that runs, if one does.
    pub fn running(&self) -> Option<UnixStream> {
        UnixStream::connect(&self.socket).ok()
    }

    /// Has a command done, and hands its output to `sink`; the answer is its exit code.
    pub fn exec(
        &self,
        stream: &UnixStream,
        exec: Exec,
        files: Vec<NamedFile>,
        sink: &mut impl Sink,
    ) -> Result<u8, Outcome> {
        let mut frames = Vec::new();
        Ask::Hello { version: VERSION }.frame(&mut frames);
        for file in files {
            let path = Line::new(&file.path.to_string_lossy());
            if file.content.len() > FILE_MAX {
                let variables = [("path", path.as_str().into()), ("max", (FILE_MAX / 1000).into())];
                return Err(Outcome::refused(self.lang.say_with("client-file-too-large", &variables)));
            }
            Ask::File(file).frame(&mut frames);
        }
        Ask::Exec(exec).frame(&mut frames);
        // A host that does not go on closes its end; what it said before that is still to be read.
        (&mut &*stream).write_all(&frames).ok();
        self.answer(stream, sink)
    }

    /// Asks the host at the other end to end by a signal, which one of every version understands.
    pub fn terminate(&self, stream: &UnixStream) -> Result<Outcome, Outcome> {
        let failed = |error: rustix::io::Errno| {
            let why = Line::new(&error.to_string());
            Outcome::unavailable(self.lang.say_with("client-no-signal", &[("why", why.as_str().into())]))
        };
        let host = rustix::net::sockopt::socket_peercred(stream).map_err(failed)?.pid;
        rustix::process::kill_process(host, rustix::process::Signal::TERM).map_err(failed)?;
        Ok(Outcome::done(self.lang.say("client-terminated")))
    }

    /// Waits until the host has ended and left its files alone, but no longer than `patience`.
    pub fn wait_for_end(&self, patience: Duration) {
        let Ok(lock) = File::open(&self.host_lock) else { return };
        let (ended, heard) = mpsc::channel();
        std::thread::spawn(move || {
            lock.lock().ok();
            ended.send(()).ok();
        });
        heard.recv_timeout(patience).ok();
    }

    fn answer(&self, mut stream: &UnixStream, sink: &mut impl Sink) -> Result<u8, Outcome> {
        let mut frames = Frames::default();
        let mut piece = vec![0; 64 * 1024];
        loop {
            loop {
                let garbled = |_| Outcome::unavailable(self.lang.say("client-garbled"));
                match frames.pop().map_err(garbled)? {
                    Some(Tell::Stdout(bytes)) => sink.stdout(&bytes),
                    Some(Tell::Stderr(bytes)) => sink.stderr(&bytes),
                    Some(Tell::Exit(code)) => return Ok(code),
                    Some(Tell::Unwilling(unwilling)) => return Err(self.unwilling(&unwilling)),
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

    /// The sentence for a host that will not go on.
    fn unwilling(&self, unwilling: &Unwilling) -> Outcome {
        Outcome::unavailable(match unwilling {
            Unwilling::Version { version } => self.lang.say_with(
                "client-other-version",
                &[("theirs", version.to_string().into()), ("ours", VERSION.to_string().into())],
            ),
            Unwilling::Garbled => self.lang.say("client-garbled"),
            Unwilling::Full => self.lang.say("client-host-full"),
            Unwilling::Stranger { account } => {
                self.lang.say_with("client-stranger", &[("account", account.as_str().into())])
            }
        })
    }
}

/// Where the output of a command goes.
pub trait Sink {
    fn stdout(&mut self, bytes: &[u8]);
    fn stderr(&mut self, bytes: &[u8]);
}

/// To this process's own outputs; one that nobody reads any more is no reason to fail.
pub struct Printed;

impl Sink for Printed {
    fn stdout(&mut self, bytes: &[u8]) {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush()).ok();
    }

    fn stderr(&mut self, bytes: &[u8]) {
        io::stderr().write_all(bytes).ok();
    }
}

impl Sink for Outcome {
    fn stdout(&mut self, bytes: &[u8]) {
        self.stdout.push_str(&String::from_utf8_lossy(bytes));
    }

    fn stderr(&mut self, bytes: &[u8]) {
        self.stderr.push_str(&String::from_utf8_lossy(bytes));
    }
}
