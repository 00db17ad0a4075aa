//! Lends the terminal to a screen in the host, until the person leaves. A host that dies is started again, and the
//! screen goes on in the room it was in.

use std::io;
use std::os::unix::net::UnixStream as Stream;
use std::time::Duration;

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::Instant;

use super::link::{Heard, Link};
use super::tty::Tty;
use super::{Client, Whose};
use crate::incident::{IncidentId, Line};
use crate::terminal::control;
use crate::verbs::Outcome;
use crate::wire::{Ask, End, Show, TELL_EVERY, Tell};

/// A host that is lost so often within so long is not started again.
const LOSSES_MAX: usize = 3;
const LOSSES_WITHIN: Duration = Duration::from_secs(20);
/// How long a screen waits for a shared host to come back, and how often it looks.
const RETURN: Duration = Duration::from_mins(2);
const RETRY: Duration = Duration::from_millis(500);
/// How long the terminal has to take the last of what there is to show.
const LAST_FRAME: Duration = Duration::from_millis(500);

/// Shows a screen until it is over; the outcome is what to print then.
pub fn run(client: &Client, show: Show) -> Outcome {
    on_terminal(client, async |tty, signals| stay(client, show, tty, signals).await)
}

/// Shows a screen that this very process serves at the other end of `stream`, until it is over.
pub fn run_on(client: &Client, stream: Stream, mut show: Show) -> Outcome {
    on_terminal(client, async |tty, signals| {
        show.size = tty.size();
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
        tty.give_back();
        outcome
    })
}

fn no_terminal(client: &Client, error: &io::Error) -> Outcome {
    let why = Line::new(&error.to_string());
    Outcome::misuse(client.lang.say_with("client-no-terminal-because", &[("why", why.as_str().into())]))
}

/// Why a connection to a host is over.
enum Over {
    End(End),
    Refused(Outcome),
    /// The host is gone without a word.
    Lost,
    /// A signal ends this process; its number.
    Signal(i32),
    /// The terminal is gone.
    Hangup,
}

impl Over {
    /// What to print then; none where the host is to be looked for again.
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
            // A shared host is started again by whoever shares it.
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
        show.size = tty.size();
        let mut place = None;
        if let Some(outcome) = attend(client, stream, &show, tty, signals, &mut place).await.outcome() {
            return outcome;
        }
        tty.give_back();
        losses.retain(|loss| loss.elapsed() < LOSSES_WITHIN);
        losses.push(Instant::now());
        if losses.len() > LOSSES_MAX {
            return Outcome::unavailable(client.lang.say("client-lost-again"));
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

/// Carries bytes between the terminal and one host.
async fn attend(
    client: &Client,
    stream: Stream,
    show: &Show,
    tty: &mut Tty,
    signals: &mut Signals,
    place: &mut Option<Vec<String>>,
) -> Over {
    let Ok(mut link) = Link::new(stream) else { return Over::Lost };
    if let Err(error) = tty.make_raw() {
        return Over::Refused(no_terminal(client, &error));
    }
    link.ask(&Ask::Screen(Box::new(show.clone())));
    // The last frames, and how much of them the terminal has taken.
    let mut frame = Vec::new();
    let mut written = 0;
    // How much it has taken that the host does not know of.
    let mut untold = 0;
    let mut typed = Vec::new();
    loop {
        let showing = written < frame.len();
        tokio::select! {
            heard = link.hear() => match heard {
                Heard::Tell(Tell::Frame(bytes)) => {
                    tty.ours = true;
                    frame.drain(..written);
                    written = 0;
                    frame.extend(bytes);
                }
                Heard::Tell(Tell::Place(id)) => *place = Some(way_to(id)),
                Heard::Tell(Tell::End(end)) => {
                    let rest = async {
                        while written < frame.len() {
                            match tty.write(&frame[written..]).await {
                                Ok(n) => written += n,
                                Err(_) => return,
                            }
                        }
                        tty.ours &= !frame.ends_with(control::RESTORE);
                    };
                    tokio::time::timeout(LAST_FRAME, rest).await.ok();
                    return Over::End(end);
                }
                Heard::Tell(Tell::Unwilling(unwilling)) => return Over::Refused(client.unwilling(&unwilling)),
                Heard::Tell(_) => {}
                Heard::Garbled => return Over::Refused(Outcome::unavailable(client.lang.say("client-garbled"))),
                // A host that has given the terminal back has said its farewell, even where its last word is missing.
                Heard::Lost if frame.ends_with(control::RESTORE) => {
                    return Over::End(End { code: 0, text: String::new() });
                }
                Heard::Lost => return Over::Lost,
            },
            sent = tty.write(&frame[written..]), if showing => match sent {
                Ok(n) => {
                    written += n;
                    untold += n;
                    if written == frame.len() {
                        tty.ours = !frame.ends_with(control::RESTORE);
                        if untold >= TELL_EVERY {
                            link.ask(&Ask::Taken(u32::try_from(untold).unwrap_or(u32::MAX)));
                            untold = 0;
                        }
                    }
                }
                Err(_) => return Over::Hangup,
            },
            read = tty.read(&mut typed), if link.takes_more() => match read {
                Ok(0) | Err(_) => return Over::Hangup,
                Ok(_) => link.ask(&Ask::Typed(std::mem::take(&mut typed))),
            },
            caught = signals.next() => match caught {
                Caught::Resized => link.ask(&Ask::Resized(tty.size())),
                Caught::End(number) => return Over::Signal(number),
                Caught::Stop => {
                    tty.give_back();
                    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP).ok();
                    // It goes on here when somebody has it continue.
                    if tty.make_raw().is_err() {
                        return Over::Hangup;
                    }
                    tty.ours = true;
                    link.ask(&Ask::Resized(tty.size()));
                    link.ask(&Ask::Redraw);
                }
            },
        }
    }
}

/// The command line that leads to a room, or to the start screen.
fn way_to(room: Option<IncidentId>) -> Vec<String> {
    room.map_or_else(Vec::new, |id| vec!["attach".to_owned(), id.as_str().to_owned()])
}

/// What a signal means to a screen.
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

    /// Waits for one that ends this process; its number.
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
