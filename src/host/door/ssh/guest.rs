//! One connection, from the key that is offered to the channels that are opened.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Weak};

use russh::keys::HashAlg;
use russh::server::{Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Session, VerifiedPublicKey};
use russh::{Channel, ChannelId, ChannelOpenFailure, ChannelWriteHalf, Pty};
use tokio::sync::{mpsc, oneshot, watch};

use super::exec::Way;
use super::screen::{self, Colours, INPUT_WAITING, Opening, Terminal};
use super::words::words;
use super::{Door, algorithms, exec};
use crate::people::Access;
use crate::session::FromDoor;
use crate::verbs::Outcome;

/// How many channels a connection may have open.
const CHANNELS_MAX: usize = 4;
/// A longer command line is nobody's.
const COMMAND_MAX: usize = 64 * 1024;
/// A longer wish for colours is none.
const COLOUR_MAX: usize = 32;

/// Whoever is at the other end of a connection.
pub struct Guest {
    door: Arc<Door>,
    peer: SocketAddr,
    access: Option<Access>,
    /// Who is told that the person is known.
    known: Option<oneshot::Sender<Access>>,
    channels: HashMap<ChannelId, State>,
    /// How many sessions run; whoever ends the connection waits for them.
    running: watch::Sender<usize>,
}

/// What a channel is used for.
enum State {
    Fresh(Fresh),
    /// Its input goes there.
    Screen(mpsc::Sender<FromDoor>, Weak<Running>),
    Command(Weak<Running>),
}

impl State {
    /// Whether there is still something to it. What the host has closed is not told of again.
    fn is_open(&self) -> bool {
        match self {
            Self::Fresh(_) => true,
            Self::Screen(_, running) | Self::Command(running) => running.strong_count() > 0,
        }
    }
}

/// A channel of which nothing has been asked yet.
struct Fresh {
    channel: ChannelWriteHalf<Msg>,
    terminal: Option<Terminal>,
    colours: Colours,
}

/// What is asked of a channel.
enum Request {
    Shell,
    Command(Vec<u8>),
}

impl Guest {
    pub fn new(
        door: Arc<Door>,
        peer: SocketAddr,
        known: oneshot::Sender<Access>,
        running: watch::Sender<usize>,
    ) -> Self {
        Self { door, peer, access: None, known: Some(known), channels: HashMap::new(), running }
    }

    fn fresh(&mut self, id: ChannelId) -> Option<&mut Fresh> {
        match self.channels.get_mut(&id) {
            Some(State::Fresh(fresh)) => Some(fresh),
            _ => None,
        }
    }

    /// Begins what is asked for, once for each channel.
    fn begin(&mut self, id: ChannelId, request: Request, session: &mut Session) -> Result<(), russh::Error> {
        let (Some(State::Fresh(_)), Some(access)) = (self.channels.get(&id), self.access.clone()) else {
            return session.channel_failure(id);
        };
        let running = Running::new(&self.running);
        let command = State::Command(Arc::downgrade(&running));
        let Some(State::Fresh(fresh)) = self.channels.insert(id, command) else {
            return session.channel_failure(id);
        };
        session.channel_success(id)?;
        let Fresh { channel, terminal, colours } = fresh;
        let is_terminal = terminal.is_some();
        let work = match self.work(request, terminal.is_some()) {
            Ok(work) => work,
            Err(outcome) => {
                tokio::spawn(async move {
                    finish(&channel, outcome, is_terminal).await;
                    drop(running);
                });
                return Ok(());
            }
        };
        let ticket = access.who().and_then(|who| self.door.crowd.ticket(&who.by.person));
        let Some(ticket) = ticket else {
            let most = self.door.settings.limits.sessions_per_person;
            let told = self.door.settings.lang.say_with("ssh-too-many-sessions", &[("most", most.into())]);
            tokio::spawn(async move {
                finish(&channel, Outcome::refused(told), is_terminal).await;
                drop(running);
            });
            return Ok(());
        };
        let door = Arc::clone(&self.door);
        let handle = session.handle();
        match (work, terminal) {
            (Way::Screen(cli), Some(terminal)) => {
                let (input, from_guest) = mpsc::channel(INPUT_WAITING);
                self.channels.insert(id, State::Screen(input, Arc::downgrade(&running)));
                let opening = Opening { cli: *cli, terminal, colours, input: from_guest, access };
                tokio::spawn(async move {
                    screen::show(&door, opening, Arc::new(channel), handle).await;
                    drop((ticket, running));
                });
            }
            (Way::Host(cli) | Way::Screen(cli), _) => {
                tokio::spawn(async move {
                    let failed = Outcome::unavailable(door.settings.lang.say("ssh-command-failed"));
                    // A panic is its own, and whoever waits for an answer hears of it.
                    let run = tokio::spawn(async move { exec::run(&door, &cli, &access).await });
                    finish(&channel, run.await.unwrap_or(failed), is_terminal).await;
                    drop((ticket, running));
                });
            }
        }
        Ok(())
    }

    /// What is to be done, where it is something that is done here.
    fn work(&self, request: Request, has_terminal: bool) -> Result<Way, Outcome> {
        let lang = self.door.settings.lang;
        let args = match request {
            Request::Shell => Vec::new(),
            Request::Command(line) if line.len() > COMMAND_MAX => {
                return Err(Outcome::misuse(lang.say("ssh-long-command")));
            }
            Request::Command(line) => words(&String::from_utf8_lossy(&line)),
        };
        match exec::way(&self.door, &args)? {
            Way::Screen(cli) if !has_terminal => {
                Err(Outcome::misuse(cli.lang.unwrap_or(lang).say("ssh-no-terminal")))
            }
            way => Ok(way),
        }
    }
}

/// A session that runs, until this is dropped.
struct Running(watch::Sender<usize>);

impl Running {
    fn new(running: &watch::Sender<usize>) -> Arc<Self> {
        running.send_modify(|running| *running += 1);
        Arc::new(Self(running.clone()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.send_modify(|running| *running -= 1);
    }
}

/// Says what came of a command. A terminal at the other end is raw: a line break alone leads down and not back.
async fn finish(channel: &ChannelWriteHalf<Msg>, outcome: Outcome, is_terminal: bool) {
    let Outcome { stdout, stderr, code } = outcome;
    let broken = |text: String| if is_terminal { text.replace('\n', "\r\n") } else { text };
    exec::end(channel, &broken(stdout), &broken(stderr), code).await;
}

impl Handler for Guest {
    type Error = russh::Error;

    async fn auth_publickey_offered(
        &mut self,
        _user: &str,
        offer: PublicKeyOffer<'_>,
    ) -> Result<Auth, Self::Error> {
        let blob = offer.public_key.to_bytes()?;
        if algorithms::trusts(offer.algorithm) && self.door.key(&blob).is_some() {
            return Ok(Auth::Accept);
        }
        let key = offer.public_key.fingerprint(HashAlg::Sha256);
        tracing::warn!(peer = %self.peer, %key, "a key that is nobody's is refused");
        Ok(Auth::reject())
    }

    async fn auth_publickey(&mut self, _user: &str, key: VerifiedPublicKey<'_>) -> Result<Auth, Self::Error> {
        let blob = key.public_key.to_bytes()?;
        let Some(access) = self.door.key(&blob).filter(|_| algorithms::trusts(key.algorithm)) else {
            return Ok(Auth::reject());
        };
        if let Some(known) = self.known.take() {
            known.send(access.clone()).ok();
        }
        self.access = Some(access);
        Ok(Auth::Accept)
    }

    async fn channel_open_session(
        &mut self,
        channel: Channel<Msg>,
        reply: ChannelOpenHandle,
        _session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.channels.retain(|_, state| state.is_open());
        if self.channels.len() >= CHANNELS_MAX {
            reply.reject(ChannelOpenFailure::ResourceShortage).await;
            return Ok(());
        }
        // What comes is handed on by `data`, which never leaves it waiting here.
        let (_, channel) = channel.split();
        let fresh = Fresh { channel, terminal: None, colours: Colours::default() };
        self.channels.insert(fresh.channel.id(), State::Fresh(fresh));
        reply.accept().await;
        Ok(())
    }

    async fn pty_request(
        &mut self,
        id: ChannelId,
        term: &str,
        width: u32,
        height: u32,
        _pixel_width: u32,
        _pixel_height: u32,
        _modes: &[(Pty, u32)],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let Some(fresh) = self.fresh(id) else { return session.channel_failure(id) };
        fresh.terminal = Some(Terminal::new(term, width, height));
        session.channel_success(id)
    }

    async fn env_request(
        &mut self,
        id: ChannelId,
        name: &str,
        value: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        let Some(fresh) = self.fresh(id).filter(|_| value.len() <= COLOUR_MAX) else {
            return session.channel_failure(id);
        };
        match name {
            "COLORTERM" => value.clone_into(&mut fresh.colours.colorterm),
            "NO_COLOR" => value.clone_into(&mut fresh.colours.no_color),
            "COLORFGBG" => value.clone_into(&mut fresh.colours.colorfgbg),
            _ => return session.channel_failure(id),
        }
        session.channel_success(id)
    }

    async fn shell_request(&mut self, id: ChannelId, session: &mut Session) -> Result<(), Self::Error> {
        self.begin(id, Request::Shell, session)
    }

    async fn exec_request(
        &mut self,
        id: ChannelId,
        line: &[u8],
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        self.begin(id, Request::Command(line.to_vec()), session)
    }

    async fn subsystem_request(
        &mut self,
        id: ChannelId,
        _name: &str,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn x11_request(
        &mut self,
        id: ChannelId,
        _single: bool,
        _protocol: &str,
        _cookie: &str,
        _screen: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        session.channel_failure(id)
    }

    async fn window_change_request(
        &mut self,
        id: ChannelId,
        width: u32,
        height: u32,
        _pixel_width: u32,
        _pixel_height: u32,
        session: &mut Session,
    ) -> Result<(), Self::Error> {
        match self.channels.get_mut(&id) {
            Some(State::Screen(input, _)) => {
                // Whoever has left is not told.
                input.send(FromDoor::Resized(screen::size(width, height))).await.ok();
            }
            Some(State::Fresh(Fresh { terminal: Some(terminal), .. })) => {
                terminal.size = screen::size(width, height);
            }
            _ => {}
        }
        session.channel_success(id)
    }

    async fn data(&mut self, id: ChannelId, bytes: &[u8], _: &mut Session) -> Result<(), Self::Error> {
        if let Some(State::Screen(input, _)) = self.channels.get(&id) {
            input.send(FromDoor::Bytes(bytes.to_vec())).await.ok();
        }
        Ok(())
    }

    async fn channel_close(&mut self, id: ChannelId, _: &mut Session) -> Result<(), Self::Error> {
        // A screen whose input ends is over.
        self.channels.remove(&id);
        Ok(())
    }
}
