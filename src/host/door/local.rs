//! The door of this machine: a Unix socket, where the kernel says whose the other end is.

use std::io::{self, IoSlice};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rustix::net::Shutdown;
use tokio::io::AsyncWriteExt;
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use super::super::{HostError, Shared, SharedSocket};
use crate::clock::Clock;
use crate::draft::Templates;
use crate::incident::{IncidentId, Right, Signature};
use crate::notify::Dispatcher;
use crate::people::Access;
use crate::room::Rooms;
use crate::session::{self, Entrance, ExitReason, FromDoor, Output, Showing, Visitor};
use crate::terminal::{FdReader, FdWriter, KnownTerminals};
use crate::verbs::{self, Caller, Entry, Outcome};
use crate::wire::{
    self, AHEAD_MAX, Ask, End, Exec, Frames, Message, NamedFile, Show, Tell, Unwilling, VERSION,
};

/// How long a client may take to say what it wants.
const HELLO: Duration = Duration::from_secs(10);
/// How long a client may take to hear a last word.
const LAST_WORD: Duration = Duration::from_secs(1);
/// How many pieces of input wait for a session.
const INPUT_WAITING: usize = 4;
/// How much of an output goes in one frame.
const PIECE: usize = 256 * 1024;
/// The path of a socket has room for no more.
const PATH_MAX: usize = 107;
/// What a person's acts at this door are signed with.
const VIA: &str = "local";

/// Binds the socket; one that a dead host has left is replaced.
pub fn listen(socket: &Path) -> Result<UnixListener, HostError> {
    let failed = |source| HostError::Socket { path: socket.to_owned(), source };
    if socket.as_os_str().len() > PATH_MAX {
        return Err(HostError::TooLong { path: socket.to_owned() });
    }
    match std::os::unix::net::UnixStream::connect(socket) {
        Ok(_) => return Err(HostError::Runs { path: socket.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // Only a socket is what a dead host has left: nobody's file is taken away.
        Err(_) if std::fs::symlink_metadata(socket).is_ok_and(|it| !it.file_type().is_socket()) => {
            return Err(failed(io::ErrorKind::AlreadyExists.into()));
        }
        Err(_) => std::fs::remove_file(socket).map_err(failed)?,
    }
    let listener = UnixListener::bind(socket).map_err(failed)?;
    std::fs::set_permissions(socket, std::fs::Permissions::from_mode(0o600)).map_err(failed)?;
    Ok(listener)
}

/// Binds a socket that the accounts of a group can connect to; who they are is asked of the kernel.
pub fn listen_shared(shared: &SharedSocket) -> Result<UnixListener, HostError> {
    let failed = |source| HostError::Socket { path: shared.path.clone(), source };
    let Some(group) = uzers::get_group_by_name(&shared.group) else {
        return Err(HostError::NoGroup { path: shared.path.clone(), group: shared.group.clone() });
    };
    let listener = listen(&shared.path)?;
    std::os::unix::fs::chown(&shared.path, None, Some(group.gid())).map_err(failed)?;
    std::fs::set_permissions(&shared.path, std::fs::Permissions::from_mode(0o660)).map_err(failed)?;
    Ok(listener)
}

/// Lets clients in until the host ends, and returns when all of them have left.
pub(in crate::host) async fn serve(listener: UnixListener, shared: Arc<Shared>) {
    let mut ending = shared.ending.subscribe();
    let mut clients = JoinSet::new();
    let mut spare = Spare::take();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.wait_for(|ending| *ending) => break,
            Some(ended) = clients.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "a client's task failed");
                }
                continue;
            }
        };
        match accepted {
            Ok((stream, _)) => {
                clients.spawn(converse(stream, Arc::clone(&shared)));
            }
            Err(error) => {
                tracing::warn!(%error, "a client could not be let in");
                spare = spare.refuse(&listener).await;
            }
        }
    }
    drop(listener);
    while clients.join_next().await.is_some() {}
}

/// A descriptor kept back, so that a client can be told when there is no other left.
struct Spare(Option<std::fs::File>);

impl Spare {
    fn take() -> Self {
        Self(std::fs::File::open("/dev/null").ok())
    }

    async fn refuse(mut self, listener: &UnixListener) -> Self {
        drop(self.0.take());
        if let Ok(Ok((mut stream, _))) =
            tokio::time::timeout(Duration::from_millis(10), listener.accept()).await
        {
            let mut frame = Vec::new();
            Tell::Unwilling(Unwilling::Full).frame(&mut frame);
            stream.try_write(&frame).ok();
            stream.shutdown().await.ok();
        } else {
            // Nothing can be done at once; others go on meanwhile.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Self::take()
    }
}

/// One client, from its hello to its end.
async fn converse(stream: UnixStream, shared: Arc<Shared>) {
    let _here = Here::new(&shared.clients);
    let account = match stream.peer_cred() {
        Ok(peer) => peer.uid(),
        Err(error) => return tracing::warn!(%error, "a client without an account"),
    };
    let (mut reader, mut writer) = match ends(stream) {
        Ok(ends) => ends,
        Err(error) => return tracing::warn!(%error, "a client could not be listened to"),
    };
    let access = match shared.registry.account(account, VIA).await {
        Ok(access) => access,
        Err(account) => {
            tracing::warn!(%account, "a client of an account that is nobody's is turned away");
            return writer.last_word(&[Tell::Unwilling(Unwilling::Stranger { account })]).await;
        }
    };
    let request = match tokio::time::timeout(HELLO, request(&mut reader)).await {
        Ok(Ok(request)) => request,
        Ok(Err(Some(unwilling))) => {
            tracing::warn!(?unwilling, "a client is turned away");
            return writer.last_word(&[Tell::Unwilling(unwilling)]).await;
        }
        Ok(Err(None)) => return,
        Err(_) => return tracing::warn!("a client said nothing"),
    };
    match request {
        Request::Exec(exec, files) => {
            let outcome = execute(exec, files, &access, &shared).await;
            writer.outcome(outcome).await;
        }
        Request::Screen(show) => screen(*show, access, reader, writer, &shared).await,
    }
}

/// A client, counted as long as this lives.
struct Here(watch::Sender<usize>);

impl Here {
    fn new(clients: &watch::Sender<usize>) -> Self {
        clients.send_modify(|clients| *clients += 1);
        Self(clients.clone())
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        self.0.send_modify(|clients| *clients -= 1);
    }
}

/// The two directions of a connection.
fn ends(stream: UnixStream) -> io::Result<(Reader, Writer)> {
    let read = OwnedFd::from(stream.into_std()?);
    let write = FdWriter::new(read.try_clone()?);
    Ok((
        Reader { read: FdReader::new(read)?, frames: Frames::default() },
        Writer { write, frame: Vec::new() },
    ))
}

enum Request {
    Exec(Exec, Vec<NamedFile>),
    Screen(Box<Show>),
}

/// What a client wants; the error is what to tell it, if it is still there.
async fn request(reader: &mut Reader) -> Result<Request, Option<Unwilling>> {
    match reader.next().await? {
        Ask::Hello { version: VERSION } => {}
        Ask::Hello { .. } => return Err(Some(Unwilling::Version { version: VERSION })),
        _ => return Err(Some(Unwilling::Garbled)),
    }
    let mut files = Vec::new();
    loop {
        match reader.next().await? {
            Ask::File(file) if files.len() < 16 => files.push(file),
            Ask::Exec(exec) => return Ok(Request::Exec(exec, files)),
            Ask::Screen(show) => return Ok(Request::Screen(show)),
            _ => return Err(Some(Unwilling::Garbled)),
        }
    }
}

struct Reader {
    read: FdReader,
    frames: Frames,
}

impl Reader {
    /// The next message. Nothing is lost where waiting for it is given up.
    async fn next(&mut self) -> Result<Ask, Option<Unwilling>> {
        loop {
            match self.frames.pop() {
                Ok(Some(ask)) => return Ok(ask),
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(%error, "a client is not understood");
                    return Err(Some(Unwilling::Garbled));
                }
            }
            let buffer = self.frames.buffer();
            buffer.reserve(4096);
            match self.read.read_buf(buffer).await {
                Ok(0) | Err(_) => return Err(None),
                Ok(_) => {}
            }
        }
    }
}

struct Writer {
    write: FdWriter,
    /// Kept for its memory.
    frame: Vec<u8>,
}

impl Writer {
    async fn tell(&mut self, tell: &Tell) -> io::Result<()> {
        self.frame.clear();
        tell.frame(&mut self.frame);
        self.write.write_all(&self.frame).await
    }

    /// Sends bytes for the terminal without another copy of them.
    async fn frame(&mut self, bytes: &[u8]) -> io::Result<()> {
        let head = wire::frame_head(bytes.len());
        let sent = self.write.try_write(&[IoSlice::new(&head), IoSlice::new(bytes)])?.unwrap_or(0);
        self.write.write_all(&head[sent.min(head.len())..]).await?;
        self.write.write_all(&bytes[sent.saturating_sub(head.len())..]).await
    }

    async fn last_word(&mut self, tells: &[Tell]) {
        let say = async {
            for tell in tells {
                self.tell(tell).await?;
            }
            io::Result::Ok(rustix::net::shutdown(&self.write, Shutdown::Write)?)
        };
        tokio::time::timeout(LAST_WORD, say).await.ok();
    }

    async fn outcome(&mut self, outcome: Outcome) {
        let say = async {
            for piece in outcome.stdout.as_bytes().chunks(PIECE) {
                self.tell(&Tell::Stdout(piece.to_vec())).await?;
            }
            for piece in outcome.stderr.as_bytes().chunks(PIECE) {
                self.tell(&Tell::Stderr(piece.to_vec())).await?;
            }
            self.tell(&Tell::Exit(outcome.code)).await?;
            io::Result::Ok(rustix::net::shutdown(&self.write, Shutdown::Write)?)
        };
        // A client that does not read its output is its own affair, and no room's.
        let _: io::Result<()> = say.await;
    }
}

async fn execute(exec: Exec, files: Vec<NamedFile>, access: &Access, shared: &Shared) -> Outcome {
    let lang = exec.origin.lang;
    let Some(who) = access.who() else { return Outcome::refused(lang.say("host-withdrawn")) };
    let cli = match verbs::parse(&exec.args, lang) {
        Ok(cli) => cli,
        Err(outcome) => return outcome,
    };
    let lang = cli.lang.unwrap_or(lang);
    if cli.stops_host() && who.rights.right != Right::Owner {
        return Outcome::refused(lang.say("host-not-yours"));
    }
    let caller = Caller {
        who,
        lang,
        zone: exec.origin.zone,
        files,
        known: access.known(),
        templates: shared.templates.now(),
        host: shared.facts.clone(),
        dispatcher: Some(shared.dispatcher.clone()),
    };
    let outcome = verbs::run(&cli, &caller, &shared.rooms).await;
    if cli.stops_host() {
        shared.ending.send_replace(true);
    }
    outcome
}

async fn screen(show: Show, access: Access, reader: Reader, mut writer: Writer, shared: &Arc<Shared>) {
    let lang = show.origin.lang;
    let entrance = match verbs::parse(&show.args, lang) {
        Ok(cli) => verbs::enter(&cli, lang, &shared.rooms).await,
        Err(outcome) => Err(outcome),
    };
    let entrance = match entrance {
        Ok(Entry::Room(room)) => Entrance::Room(room),
        Ok(Entry::Start) => Entrance::Start,
        Ok(Entry::Replay(showing)) => Entrance::Replay(showing),
        Err(outcome) => {
            return writer.last_word(&[Tell::End(End { code: outcome.code, text: outcome.stderr })]).await;
        }
    };
    let house = House {
        rooms: shared.rooms.clone(),
        templates: shared.templates.changes(),
        dispatcher: Some(shared.dispatcher.clone()),
        terminals: shared.terminals.clone(),
        ending: shared.ending.subscribe(),
    };
    look(show, access, reader, writer, entrance, house).await;
}

/// What a screen needs of whoever serves it.
struct House {
    rooms: Rooms,
    templates: watch::Receiver<Arc<Templates>>,
    dispatcher: Option<Dispatcher>,
    terminals: KnownTerminals,
    ending: watch::Receiver<bool>,
}

/// Runs a screen until it is over.
async fn look(show: Show, access: Access, reader: Reader, writer: Writer, entrance: Entrance, house: House) {
    let lang = show.origin.lang;
    let visitor = Visitor {
        access,
        lang,
        zone: show.origin.zone,
        size: show.size,
        depth: show.depth,
        term: show.term,
        background: show.background,
        terminals: house.terminals,
        config: show.config,
        themes: show.themes,
        plans: show.plans,
        templates: house.templates,
        dispatcher: house.dispatcher,
        notice: show.resumed.then(|| lang.say("session-resumed")),
    };
    let (progress, taken) = watch::channel(0);
    let (input, from_door) = mpsc::channel(INPUT_WAITING);
    let pump = tokio::spawn(pump(reader, input, progress));
    let output = LocalOutput { writer, sent: 0, taken, place: None };
    let (farewell, output) =
        session::run(visitor, from_door, output, house.rooms, entrance, house.ending).await;
    let Some(mut output) = output else { return pump.abort() };
    let end = match farewell {
        ExitReason::Left | ExitReason::Gone => End { code: 0, text: String::new() },
        ExitReason::Ending => End { code: 0, text: lang.say("host-stopped") },
        ExitReason::Withdrawn => End { code: Outcome::REFUSED, text: lang.say("host-withdrawn") },
        ExitReason::Crashed => End { code: Outcome::UNAVAILABLE, text: lang.say("host-screen-failed") },
    };
    output.writer.last_word(&[Tell::End(end)]).await;
    pump.abort();
}

/// Serves the screen of one replay at the other end of a pair of sockets, with no host and no rooms behind it; returns
/// when it is over.
pub fn serve_replay(stream: std::os::unix::net::UnixStream, showing: Showing) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        stream.set_nonblocking(true)?;
        let (mut reader, writer) = ends(UnixStream::from_std(stream)?)?;
        let Ok(Request::Screen(show)) = request(&mut reader).await else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let (_, templates) = watch::channel(Arc::default());
        let (_ending, ending) = watch::channel(false);
        let rooms = Rooms::new(PathBuf::new(), Clock::machine());
        let house =
            House { rooms, templates, dispatcher: None, terminals: KnownTerminals::default(), ending };
        let access = Access::owner(Signature::new("warroom", "replay"));
        look(*show, access, reader, writer, Entrance::Replay(Box::new(showing)), house).await;
        Ok(())
    })
}

/// Carries what the client says to the session, until either is gone.
async fn pump(mut reader: Reader, input: mpsc::Sender<FromDoor>, progress: watch::Sender<u64>) {
    loop {
        let message = match reader.next().await {
            Ok(Ask::Typed(bytes)) => FromDoor::Bytes(bytes),
            Ok(Ask::Resized(size)) => FromDoor::Resized(size),
            Ok(Ask::Redraw) => FromDoor::Redraw,
            Ok(Ask::Taken(bytes)) => {
                progress.send_modify(|taken| *taken += u64::from(bytes));
                continue;
            }
            Ok(_) | Err(_) => return,
        };
        if input.send(message).await.is_err() {
            return;
        }
    }
}

struct LocalOutput {
    writer: Writer,
    /// How many bytes have gone to the terminal.
    sent: u64,
    /// How many of them it has taken, as far as the client has told.
    taken: watch::Receiver<u64>,
    /// The room that the client was last told of.
    place: Option<IncidentId>,
}

impl Output for LocalOutput {
    async fn show(&mut self, frame: &[u8], place: Option<&IncidentId>) -> io::Result<()> {
        if self.place.as_ref() != place {
            self.place = place.cloned();
            self.writer.tell(&Tell::Place(self.place.clone())).await?;
        }
        self.writer.frame(frame).await?;
        self.sent += frame.len() as u64;
        let sent = self.sent;
        let all_but_few = |taken: &u64| sent.saturating_sub(*taken) < AHEAD_MAX as u64;
        self.taken.wait_for(all_but_few).await.map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(())
    }
}
