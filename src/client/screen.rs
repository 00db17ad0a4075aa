//! Lends the terminal to a screen in the host, until the person leaves. A host that dies is started again, and the
//! screen continues in the room it was in.

use std::io;
use std::os::unix::net::UnixStream as Stream;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::Instant;

use super::link::{Heard, Link};
use super::tty::Tty;
use super::{Client, Whose};
use crate::incident::{IncidentId, Line};
use crate::lang::vars;
use crate::terminal::control;
use crate::verbs::Outcome;
use crate::wire::{Ask, End, REPORT_EVERY, Reply, Show};

/// How many losses of a host within how long keep it from being started again.
const LOSSES_MAX: usize = 3;
const LOSSES_WITHIN: Duration = Duration::from_secs(20);
/// How long a screen waits for a shared host to come back, and how often it looks.
const RETURN: Duration = Duration::from_mins(2);
const RETRY: Duration = Duration::from_millis(500);
/// How long the terminal has to take the last frame.
const LAST_FRAME: Duration = Duration::from_millis(500);

/// Shows a screen until it is over, and returns what to print then.
pub fn run(client: &Client, show: Show) -> Outcome {
    on_terminal(client, async |tty, signals| stay(client, show, tty, signals).await)
}

/// Shows a screen that this process serves at the other end of `stream`, until it is over.
pub fn run_on(client: &Client, stream: Stream, mut show: Show) -> Outcome {
    on_terminal(client, async |tty, signals| {
        show.size = Tty::size();
        let over = attend(client, stream, &show, tty, signals, &mut None).await;
        over.outcome().unwrap_or_else(|| Outcome::unavailable(client.lang.say("host-screen-failed")))
    })
}

fn on_terminal(client: &Client, show: impl AsyncFnOnce(&mut Tty, &mut Signals) -> Outcome) -> Outcome {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return no_terminal(client, &error),
    };
    runtime.block_on(async {
        let (mut tty, mut signals) = match Tty::open().and_then(|tty| Ok((tty, Signals::listen()?))) {
            Ok(both) => both,
            Err(error) => return no_terminal(client, &error),
        };
        let outcome = show(&mut tty, &mut signals).await;
        tty.restore();
        outcome
    })
}

fn no_terminal(client: &Client, error: &io::Error) -> Outcome {
    let why = Line::new(&error.to_string());
    Outcome::misuse(client.lang.say_with("client-no-terminal-because", &vars![why = why.as_str()]))
}

enum Over {
    End(End),
    Refused(Outcome),
    /// The host is gone without a message.
    Lost,
    /// A signal ends this process; its number.
    Signal(i32),
    Hangup,
}

impl Over {
    /// Returns what to print; `None` if the host must be connected to again.
    fn outcome(self) -> Option<Outcome> {
        Some(match self {
            Self::End(End { code, text }) if text.is_empty() => Outcome { code, ..Outcome::default() },
            Self::End(End { code: 0, text }) => Outcome::done(text),
            Self::End(End { code, text }) => Outcome { code, ..Outcome::unavailable(text) },
            Self::Refused(outcome) => outcome,
            Self::Signal(number) => Outcome { code: exit_code(number), ..Outcome::default() },
            Self::Hangup => Outcome { code: exit_code(1), ..Outcome::default() },
            Self::Lost => return None,
        })
    }
}

async fn stay(client: &Client, mut show: Show, tty: &mut Tty, signals: &mut Signals) -> Outcome {
    let mut losses: Vec<Instant> = Vec::new();
    loop {
        let stream = match client.connect() {
            Ok(stream) => stream,
            // A shared host is started again by its owner.
            Err(outcome) => match losses.last() {
                Some(loss) if client.whose == Whose::Shared && loss.elapsed() < RETURN => {
                    tokio::select! {
                        () = tokio::time::sleep(RETRY) => continue,
                        number = signals.end() => {
                            return Outcome { code: exit_code(number), ..Outcome::default() };
                        }
                    }
                }
                _ => return outcome,
            },
        };
        show.size = Tty::size();
        let mut place = None;
        if let Some(outcome) = attend(client, stream, &show, tty, signals, &mut place).await.outcome() {
            return outcome;
        }
        tty.restore();
        losses.retain(|loss| loss.elapsed() < LOSSES_WITHIN);
        losses.push(Instant::now());
        if losses.len() > LOSSES_MAX {
            let log = client.log.to_string_lossy().into_owned();
            return Outcome::unavailable(client.lang.say_with("client-lost-again", &vars![log]));
        }
        let key = match client.whose {
            Whose::Own => "client-starts-again",
            Whose::Shared => "client-shared-lost",
        };
        eprintln!("{}", client.lang.say(key));
        if let Some(place) = place {
            show.args = place;
        }
        show.resumed = true;
    }
}

fn exit_code(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(u8::MAX)
}

/// Bytes for the terminal: the last frames, and how much of them it has taken.
#[derive(Default)]
struct Frames {
    bytes: Vec<u8>,
    written: usize,
    /// How much it has taken that the host does not know of.
    unacknowledged: usize,
}

impl Frames {
    fn push(&mut self, bytes: Vec<u8>) {
        self.bytes.drain(..self.written);
        self.written = 0;
        self.bytes.extend(bytes);
    }

    fn waiting(&self) -> &[u8] {
        &self.bytes[self.written..]
    }

    /// Whether the terminal is restored by what comes last.
    fn restore(&self) -> bool {
        self.bytes.ends_with(&control::RESTORE)
    }

    /// Notes bytes that the terminal has taken; returns how many to acknowledge, if any.
    fn took(&mut self, bytes: usize) -> Option<u32> {
        self.written += bytes;
        self.unacknowledged += bytes;
        let is_due = self.waiting().is_empty() && self.unacknowledged >= REPORT_EVERY;
        is_due.then(|| u32::try_from(std::mem::take(&mut self.unacknowledged)).unwrap_or(u32::MAX))
    }

    async fn write_rest(&mut self, tty: &mut Tty) {
        while !self.waiting().is_empty() {
            match tty.write(self.waiting()).await {
                Ok(bytes) => self.written += bytes,
                Err(_) => return,
            }
        }
        tty.ours &= !self.restore();
    }
}

async fn attend(
    client: &Client,
    stream: Stream,
    show: &Show,
    tty: &mut Tty,
    signals: &mut Signals,
    place: &mut Option<Vec<String>>,
) -> Over {
    let Ok(mut link) = Link::new(stream) else { return Over::Lost };
    if let Err(error) = Tty::make_raw() {
        return Over::Refused(no_terminal(client, &error));
    }
    link.ask(&Ask::Screen(Box::new(show.clone())));
    let mut frames = Frames::default();
    let mut typed = Vec::new();
    loop {
        let waits = !frames.waiting().is_empty();
        let over = tokio::select! {
            heard = link.hear() => take(heard, client, &mut frames, tty, place).await,
            written = tty.write(frames.waiting()), if waits => match written {
                Ok(bytes) => {
                    if let Some(taken) = frames.took(bytes) {
                        link.ask(&Ask::Taken(taken));
                    }
                    if frames.waiting().is_empty() {
                        tty.ours = !frames.restore();
                    }
                    None
                }
                Err(_) => Some(Over::Hangup),
            },
            read = tty.read(&mut typed), if link.takes_more() => match read {
                Ok(0) | Err(_) => Some(Over::Hangup),
                Ok(_) => {
                    link.ask(&Ask::Typed(std::mem::take(&mut typed)));
                    None
                }
            },
            caught = signals.next() => match caught {
                Caught::Resized => {
                    link.ask(&Ask::Resized(Tty::size()));
                    None
                }
                Caught::End(number) => Some(Over::Signal(number)),
                Caught::Stop => stop(tty, &mut link),
            },
        };
        if let Some(over) = over {
            return over;
        }
    }
}

/// Takes a message of the host; returns why the connection is over, if it is.
async fn take(
    heard: Heard,
    client: &Client,
    frames: &mut Frames,
    tty: &mut Tty,
    place: &mut Option<Vec<String>>,
) -> Option<Over> {
    match heard {
        Heard::Reply(Reply::Frame(bytes)) => {
            tty.ours = true;
            frames.push(bytes);
        }
        Heard::Reply(Reply::Place(id)) => *place = Some(way_to(id)),
        Heard::Reply(Reply::End(end)) => {
            tokio::time::timeout(LAST_FRAME, frames.write_rest(tty)).await.ok();
            return Some(Over::End(end));
        }
        Heard::Reply(Reply::Rejected(why)) => return Some(Over::Refused(client.rejected(&why))),
        Heard::Reply(_) => {}
        Heard::Malformed => {
            return Some(Over::Refused(Outcome::unavailable(client.lang.say("client-garbled"))));
        }
        // A host that has restored the terminal is done, even if its last message is missing.
        Heard::Lost if frames.restore() => return Some(Over::End(End { code: 0, text: String::new() })),
        Heard::Lost => return Some(Over::Lost),
    }
    None
}

/// Stops this process as the terminal asks, and shows the screen again once it continues.
fn stop(tty: &mut Tty, link: &mut Link) -> Option<Over> {
    tty.restore();
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP).ok();
    if Tty::make_raw().is_err() {
        return Some(Over::Hangup);
    }
    tty.ours = true;
    link.ask(&Ask::Resized(Tty::size()));
    link.ask(&Ask::Redraw);
    None
}

/// Returns the command line that leads to a room, or to the start screen.
fn way_to(room: Option<IncidentId>) -> Vec<String> {
    room.map_or_else(Vec::new, |id| vec!["attach".to_owned(), id.as_str().to_owned()])
}

enum Caught {
    Resized,
    Stop,
    End(i32),
}

struct Signals {
    resized: Signal,
    stop: Signal,
    ends: [(i32, Signal); 4],
}

impl Signals {
    fn listen() -> io::Result<Self> {
        let end = |kind: SignalKind| io::Result::Ok((kind.as_raw_value(), signal(kind)?));
        Ok(Self {
            resized: signal(SignalKind::window_change())?,
            stop: signal(SignalKind::from_raw(rustix::process::Signal::TSTP.as_raw()))?,
            ends: [
                end(SignalKind::terminate())?,
                end(SignalKind::hangup())?,
                end(SignalKind::interrupt())?,
                end(SignalKind::quit())?,
            ],
        })
    }

    async fn end(&mut self) -> i32 {
        loop {
            if let Caught::End(number) = self.next().await {
                return number;
            }
        }
    }

    async fn next(&mut self) -> Caught {
        let [terminate, hangup, interrupt, quit] = &mut self.ends;
        tokio::select! {
            _ = self.resized.recv() => Caught::Resized,
            _ = self.stop.recv() => Caught::Stop,
            _ = terminate.1.recv() => Caught::End(terminate.0),
            _ = hangup.1.recv() => Caught::End(hangup.0),
            _ = interrupt.1.recv() => Caught::End(interrupt.0),
            _ = quit.1.recv() => Caught::End(quit.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_terminal_took_is_acknowledged_in_few_messages() {
        let mut frames = Frames::default();
        frames.push(vec![b'x'; REPORT_EVERY]);
        assert_eq!(frames.took(REPORT_EVERY - 1), None, "some of it still waits");
        assert_eq!(frames.waiting(), b"x");
        assert_eq!(frames.took(1), Some(u32::try_from(REPORT_EVERY).unwrap()));
        frames.push(b"abc".to_vec());
        assert_eq!(frames.took(3), None, "a few bytes are not worth a message");
        frames.push(b"defg".to_vec());
        assert_eq!(frames.took(1), None);
        frames.push(b"h".to_vec());
        assert_eq!(frames.waiting(), b"efgh");
    }

    #[test]
    fn the_last_bytes_say_whether_the_terminal_is_restored() {
        let mut frames = Frames::default();
        assert!(!frames.restore());
        frames.push(control::RESTORE.clone());
        assert!(frames.restore());
        frames.took(control::RESTORE.len());
        assert!(frames.restore());
        frames.push(b"x".to_vec());
        assert!(!frames.restore());
    }

    #[test]
    fn a_signal_has_the_exit_code_that_shells_give_it() {
        for (over, code) in [
            (Over::Signal(15), Some(143)),
            (Over::Hangup, Some(129)),
            (Over::End(End { code: 0, text: String::new() }), Some(0)),
            (Over::End(End { code: 1, text: "withdrawn".to_owned() }), Some(1)),
            (Over::Lost, None),
        ] {
            assert_eq!(over.outcome().map(|outcome| outcome.code), code);
        }
    }

    #[test]
    fn a_place_is_a_command_line() {
        assert_eq!(way_to(None), [""; 0]);
        assert_eq!(way_to(Some("20261122-x-k3f9".parse().unwrap())), ["attach", "20261122-x-k3f9"]);
    }
}
