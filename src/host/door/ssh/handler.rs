//! One connection, from the key that is offered to the channels that are opened.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Weak};

use russh::keys::HashAlg;
use russh::server::{Auth, ChannelOpenHandle, Handler, Msg, PublicKeyOffer, Session, VerifiedPublicKey};
use russh::{Channel, ChannelId, ChannelOpenFailure, ChannelWriteHalf, Pty};
use tokio::sync::{mpsc, oneshot, watch};

use super::super::super::reception::{self, Counted, INPUT_WAITING, Reach};
use super::algorithms;
use super::door::{self, Door};
use super::limits::Ticket;
use super::screen::{self, Colours, Opening, Terminal};
use super::words::words;
use crate::lang::vars;
use crate::people::Access;
use crate::session::FromDoor;
use crate::verbs::{Cli, Outcome, Place};
use crate::wire::Origin;

const CHANNELS_MAX: usize = 4;
const COMMAND_MAX: usize = 64 * 1024;
/// The longest value of a colour variable.
const COLOUR_MAX: usize = 32;

pub struct SshHandler {
    door: Arc<Door>,
    peer: SocketAddr,
    access: Option<Access>,
    /// Gets the person once they are known.
    known: Option<oneshot::Sender<Access>>,
    channels: HashMap<ChannelId, State>,
    /// The number of running sessions; the end of the connection waits for them.
    running: watch::Sender<usize>,
}

/// What a channel is used for.
enum State {
    Fresh(Fresh),
    /// Its input goes there.
    Screen(mpsc::Sender<FromDoor>, Weak<Counted>),
    Command(Weak<Counted>),
}

impl State {
    /// Whether it is still in use. A channel that the host has closed is not reported again.
    fn is_open(&self) -> bool {
        match self {
            Self::Fresh(_) => true,
            Self::Screen(_, running) | Self::Command(running) => running.strong_count() > 0,
        }
    }
}

/// A channel without a request so far.
struct Fresh {
    channel: ChannelWriteHalf<Msg>,
    terminal: Option<Terminal>,
    colours: Colours,
}

/// What a channel is asked for.
enum Request {
    Shell,
    Command(Vec<u8>),
}

impl SshHandler {
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

    /// Starts what is asked for, once per channel.
    fn begin(&mut self, id: ChannelId, request: Request, session: &mut Session) -> Result<(), russh::Error> {
        let (Some(State::Fresh(_)), Some(access)) = (self.channels.get(&id), self.access.clone()) else {
            return session.channel_failure(id);
        };
        let running = Arc::new(Counted::new(&self.running));
        let command = State::Command(Arc::downgrade(&running));
        let Some(State::Fresh(fresh)) = self.channels.insert(id, command) else {
            return session.channel_failure(id);
        };
        session.channel_success(id)?;
        let Fresh { channel, terminal, colours } = fresh;
        let is_terminal = terminal.is_some();
        let admitted = self.command(request, is_terminal).and_then(|cli| Ok((cli, self.ticket(&access)?)));
        let (cli, ticket) = match admitted {
            Ok(admitted) => admitted,
            Err(outcome) => {
                tokio::spawn(async move {
                    finish(&channel, outcome, is_terminal).await;
                    drop(running);
                });
                return Ok(());
            }
        };
        let door = Arc::clone(&self.door);
        let handle = session.handle();
        match (cli.place(), terminal) {
            (Place::Screen(_), Some(terminal)) => {
                let (input, from_guest) = mpsc::channel(INPUT_WAITING);
                self.channels.insert(id, State::Screen(input, Arc::downgrade(&running)));
                let opening = Opening { cli, terminal, colours, input: from_guest, access };
                tokio::spawn(async move {
                    screen::show(&door, opening, Arc::new(channel), handle).await;
                    drop((ticket, running));
                });
            }
            _ => {
                tokio::spawn(async move {
                    let failed = Outcome::unavailable(door.settings.lang.say("ssh-command-failed"));
                    // A panic ends this command alone, and its client gets an answer.
                    let run = tokio::spawn(async move { execute(&door, &cli, &access).await });
                    finish(&channel, run.await.unwrap_or(failed), is_terminal).await;
                    drop((ticket, running));
                });
            }
        }
        Ok(())
    }

    /// One more session of a person, or why they may have no more.
    fn ticket(&self, access: &Access) -> Result<Ticket, Outcome> {
        let ticket = access.who().and_then(|who| self.door.limits.ticket(&who.by.person));
        ticket.ok_or_else(|| {
            let most = self.door.settings.limits.sessions_per_person;
            let full = self.door.settings.lang.say_with("ssh-too-many-sessions", &vars![most]);
            Outcome::refused(full)
        })
    }

    fn command(&self, request: Request, has_terminal: bool) -> Result<Cli, Outcome> {
        let lang = self.door.settings.lang;
        let args = match request {
            Request::Shell => Vec::new(),
            Request::Command(line) if line.len() > COMMAND_MAX => {
                return Err(Outcome::misuse(lang.say("ssh-long-command")));
            }
            Request::Command(line) => words(&String::from_utf8_lossy(&line)),
        };
        let cli = reception::parse(&args, lang, Reach::Remote)?;
        if matches!(cli.place(), Place::Screen(_)) && !has_terminal {
            return Err(Outcome::misuse(cli.options.lang.unwrap_or(lang).say("ssh-no-terminal")));
        }
        Ok(cli)
    }
}

async fn execute(door: &Door, cli: &Cli, access: &Access) -> Outcome {
    let origin = Origin { lang: door.settings.lang, zone: door.settings.zone };
    door.reception.exec(cli, &origin, cli.own_plan(&door.settings.plans), access).await
}

/// Sends the outcome of a command. A terminal is raw: a line feed does not return the cursor.
async fn finish(channel: &ChannelWriteHalf<Msg>, outcome: Outcome, is_terminal: bool) {
    let Outcome { stdout, stderr, code } = outcome;
    let broken = |text: String| if is_terminal { text.replace('\n', "\r\n") } else { text };
    door::end(channel, &broken(stdout), &broken(stderr), code).await;
}

impl Handler for SshHandler {
    type Error = russh::Error;

    async fn auth_publickey_offered(&mut self, _user: &str, offer: PublicKeyOffer<'_>) -> Result<Auth, Self::Error> {
        let blob = offer.public_key.to_bytes()?;
        if algorithms::trusts(offer.algorithm) && self.door.key(&blob).is_some() {
            return Ok(Auth::Accept);
        }
        let key = offer.public_key.fingerprint(HashAlg::Sha256);
        tracing::warn!(peer = %self.peer, %key, "rejected key: not in people.toml");
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
        // Input arrives in `data`, so the reading half is not needed.
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

    async fn exec_request(&mut self, id: ChannelId, line: &[u8], session: &mut Session) -> Result<(), Self::Error> {
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
                // A session that has ended needs no size.
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
        // The end of its input ends a screen.
        self.channels.remove(&id);
        Ok(())
    }
}
