//! The door of this machine: a Unix socket, where the kernel knows the account at the other end.

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

use super::super::error::HostError;
use super::super::reception::{self, Counted, Goodbye, INPUT_WAITING, Reach, Reception};
use super::super::settings::SharedSocket;
use crate::clock::Clock;
use crate::incident::{IncidentId, Signature};
use crate::lang::Lang;
use crate::people::Access;
use crate::room::Rooms;
use crate::session::{self, Entrance, ExitReason, FromDoor, Output, Showing, Visitor};
use crate::terminal::{FdReader, FdWriter, KnownTerminals};
use crate::verbs::Outcome;
use crate::wire::{self, AHEAD_MAX, Ask, End, Exec, Frames, Message, NamedFile, Rejected, Reply, Show, VERSION};

/// How long a client may take to send its request.
const HELLO: Duration = Duration::from_secs(10);
/// How long a client may take to receive the last words.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// The largest piece of output in one frame.
const PIECE: usize = 256 * 1024;
/// The longest path of a socket.
const PATH_MAX: usize = 107;
/// The door's name in the signature of acts.
const VIA: &str = "local";

/// Binds the socket, and replaces one that a dead host left.
pub fn listen(socket: &Path) -> Result<UnixListener, HostError> {
    let failed = |source| HostError::Socket { path: socket.to_owned(), source };
    if socket.as_os_str().len() > PATH_MAX {
        return Err(HostError::TooLong { path: socket.to_owned() });
    }
    match std::os::unix::net::UnixStream::connect(socket) {
        Ok(_) => return Err(HostError::Runs { path: socket.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        // A dead host leaves a socket, so no other file is removed.
        Err(_) if std::fs::symlink_metadata(socket).is_ok_and(|found| !found.file_type().is_socket()) => {
            return Err(failed(io::ErrorKind::AlreadyExists.into()));
        }
        Err(_) => std::fs::remove_file(socket).map_err(failed)?,
    }
    let listener = UnixListener::bind(socket).map_err(failed)?;
    std::fs::set_permissions(socket, std::fs::Permissions::from_mode(0o600)).map_err(failed)?;
    Ok(listener)
}

/// Binds a socket that the accounts of a group can connect to; the kernel knows which one does.
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

/// Accepts clients until the host ends, and returns when all of them have left.
pub(in crate::host) async fn serve(listener: UnixListener, reception: Arc<Reception>) {
    let mut ending = reception.ending();
    let mut clients = JoinSet::new();
    let mut spare = Spare::take();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.wait_for(|ending| *ending) => break,
            Some(ended) = clients.join_next() => {
                if let Err(error) = ended {
                    tracing::error!(%error, "task of a client failed");
                }
                continue;
            }
        };
        match accepted {
            Ok((stream, _)) => {
                clients.spawn(converse(stream, Arc::clone(&reception)));
            }
            Err(error) => {
                tracing::warn!(%error, "cannot accept a client");
                spare = spare.refuse(&listener).await;
            }
        }
    }
    drop(listener);
    while clients.join_next().await.is_some() {}
}

/// A descriptor kept in reserve, to reject a client when no other is left.
struct Spare(Option<std::fs::File>);

impl Spare {
    fn take() -> Self {
        Self(std::fs::File::open("/dev/null").ok())
    }

    async fn refuse(mut self, listener: &UnixListener) -> Self {
        drop(self.0.take());
        if let Ok(Ok((mut stream, _))) = tokio::time::timeout(Duration::from_millis(10), listener.accept()).await {
            let mut frame = Vec::new();
            Reply::Rejected(Rejected::Full).frame(&mut frame);
            stream.try_write(&frame).ok();
            stream.shutdown().await.ok();
        } else {
            // Nothing can be done now; the other clients go on meanwhile.
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Self::take()
    }
}

async fn converse(stream: UnixStream, reception: Arc<Reception>) {
    let _counted = Counted::new(&reception.clients);
    let account = match stream.peer_cred() {
        Ok(peer) => peer.uid(),
        Err(error) => return tracing::warn!(%error, "rejected client: unknown account"),
    };
    let (mut reader, mut writer) = match ends(stream) {
        Ok(ends) => ends,
        Err(error) => return tracing::warn!(%error, "cannot read from a client"),
    };
    let access = match reception.registry.account(account, VIA).await {
        Ok(access) => access,
        Err(account) => {
            tracing::warn!(%account, "rejected client: account not in people.toml");
            return writer.last_words(Reply::Rejected(Rejected::Stranger { account })).await;
        }
    };
    let request = match tokio::time::timeout(HELLO, request(&mut reader)).await {
        Ok(Ok(request)) => request,
        Ok(Err(Some(rejected))) => {
            tracing::warn!(?rejected, "rejected client");
            return writer.last_words(Reply::Rejected(rejected)).await;
        }
        Ok(Err(None)) => return,
        Err(_) => return tracing::warn!("rejected client: no request within {} s", HELLO.as_secs()),
    };
    match request {
        Request::Exec(Exec { args, origin }, files) => {
            let outcome = match reception::parse(&args, origin.lang, Reach::Machine) {
                Ok(cli) => reception.exec(&cli, &origin, files, &access).await,
                Err(outcome) => outcome,
            };
            writer.outcome(outcome).await;
        }
        Request::Screen(show) => screen(*show, access, reader, writer, &reception).await,
    }
}

/// The two directions of a connection.
fn ends(stream: UnixStream) -> io::Result<(Reader, Writer)> {
    let read = OwnedFd::from(stream.into_std()?);
    let write = FdWriter::new(read.try_clone()?);
    Ok((Reader { read: FdReader::new(read)?, frames: Frames::default() }, Writer { write, frame: Vec::new() }))
}

enum Request {
    Exec(Exec, Vec<NamedFile>),
    Screen(Box<Show>),
}

/// Reads a client's request; the error is why it is rejected, `None` if it is gone.
async fn request(reader: &mut Reader) -> Result<Request, Option<Rejected>> {
    match reader.next().await? {
        Ask::Hello { version: VERSION } => {}
        Ask::Hello { .. } => return Err(Some(Rejected::Version { version: VERSION })),
        _ => return Err(Some(Rejected::Malformed)),
    }
    let mut files = Vec::new();
    loop {
        match reader.next().await? {
            Ask::File(file) if files.len() < 16 => files.push(file),
            Ask::Exec(exec) => return Ok(Request::Exec(exec, files)),
            Ask::Screen(show) => return Ok(Request::Screen(show)),
            _ => return Err(Some(Rejected::Malformed)),
        }
    }
}

struct Reader {
    read: FdReader,
    frames: Frames,
}

impl Reader {
    async fn next(&mut self) -> Result<Ask, Option<Rejected>> {
        loop {
            match self.frames.pop() {
                Ok(Some(ask)) => return Ok(ask),
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(%error, "malformed message from a client");
                    return Err(Some(Rejected::Malformed));
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
    async fn send(&mut self, reply: &Reply) -> io::Result<()> {
        self.frame.clear();
        reply.frame(&mut self.frame);
        self.write.write_all(&self.frame).await
    }

    /// Sends bytes for the terminal without copying them.
    async fn frame(&mut self, bytes: &[u8]) -> io::Result<()> {
        let head = wire::frame_head(bytes.len());
        let sent = self.write.try_write(&[IoSlice::new(&head), IoSlice::new(bytes)])?.unwrap_or(0);
        self.write.write_all(&head[sent.min(head.len())..]).await?;
        self.write.write_all(&bytes[sent.saturating_sub(head.len())..]).await
    }

    /// Sends the last messages and closes this direction.
    async fn end(&mut self, replies: impl Iterator<Item = Reply>) -> io::Result<()> {
        for reply in replies {
            self.send(&reply).await?;
        }
        Ok(rustix::net::shutdown(&self.write, Shutdown::Write)?)
    }

    async fn last_words(&mut self, reply: Reply) {
        tokio::time::timeout(LAST_WORDS, self.end(std::iter::once(reply))).await.ok();
    }

    /// A client that does not read its output delays no one else.
    async fn outcome(&mut self, Outcome { stdout, stderr, code }: Outcome) {
        let stdout = stdout.as_bytes().chunks(PIECE).map(|piece| Reply::Stdout(piece.to_vec()));
        let stderr = stderr.as_bytes().chunks(PIECE).map(|piece| Reply::Stderr(piece.to_vec()));
        self.end(stdout.chain(stderr).chain([Reply::Exit(code)])).await.ok();
    }
}

async fn screen(show: Show, access: Access, reader: Reader, mut writer: Writer, reception: &Reception) {
    let lang = show.origin.lang;
    let entrance = match reception::parse(&show.args, lang, Reach::Machine) {
        Ok(cli) => reception.enter(&cli, lang, Reach::Machine).await,
        Err(outcome) => Err(outcome),
    };
    match entrance {
        Ok(entrance) => {
            let visitor = visitor(show, access);
            let run = |input, output| reception.screen(visitor, entrance, input, output);
            carry(reader, writer, lang, run).await;
        }
        Err(outcome) => {
            writer.last_words(Reply::End(End { code: outcome.code, text: outcome.stderr })).await;
        }
    }
}

fn visitor(show: Show, access: Access) -> Visitor {
    let lang = show.origin.lang;
    Visitor {
        access,
        lang,
        zone: show.origin.zone,
        size: show.size,
        depth: show.depth,
        term: show.term,
        background: show.background,
        terminals: KnownTerminals::default(),
        config: show.config,
        themes: show.themes,
        plans: show.plans,
        templates: watch::channel(Arc::default()).1,
        dispatcher: None,
        notice: show.resumed.then(|| lang.say("session-resumed")),
    }
}

/// Runs a screen between the two directions of a connection, until it is over.
async fn carry<F: Future<Output = (ExitReason, Option<LocalOutput>)>>(
    reader: Reader,
    writer: Writer,
    lang: Lang,
    run: impl FnOnce(mpsc::Receiver<FromDoor>, LocalOutput) -> F,
) {
    let (progress, taken) = watch::channel(0);
    let (to_session, input) = mpsc::channel(INPUT_WAITING);
    let pump = tokio::spawn(pump(reader, to_session, progress));
    let output = LocalOutput { writer, sent: 0, taken, place: None };
    let (reason, output) = run(input, output).await;
    if let Some(mut output) = output {
        let Goodbye { text, code } = Goodbye::new(reason, Reach::Machine, lang);
        output.writer.last_words(Reply::End(End { code, text })).await;
    }
    pump.abort();
}

pub fn serve_replay(stream: std::os::unix::net::UnixStream, showing: Showing) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        stream.set_nonblocking(true)?;
        let (mut reader, writer) = ends(UnixStream::from_std(stream)?)?;
        let Ok(Request::Screen(show)) = request(&mut reader).await else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let lang = show.origin.lang;
        let (_ending, ending) = watch::channel(false);
        let rooms = Rooms::new(PathBuf::new(), Clock::machine());
        let visitor = visitor(*show, Access::owner(Signature::new("warroom", "replay")));
        let entrance = Entrance::Replay(Box::new(showing));
        let run = |input, output| session::run(visitor, input, output, rooms, entrance, ending);
        carry(reader, writer, lang, run).await;
        Ok(())
    })
}

/// Passes a client's messages to the session, until either is gone.
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
    /// How many bytes were sent to the terminal.
    sent: u64,
    /// How many of them it has taken, as its client reports.
    taken: watch::Receiver<u64>,
    /// The room that the client was last sent.
    place: Option<IncidentId>,
}

impl Output for LocalOutput {
    async fn show(&mut self, frame: &[u8], place: Option<&IncidentId>) -> io::Result<()> {
        if self.place.as_ref() != place {
            self.place = place.cloned();
            self.writer.send(&Reply::Place(self.place.clone())).await?;
        }
        self.writer.frame(frame).await?;
        self.sent += frame.len() as u64;
        let sent = self.sent;
        let all_but_few = |taken: &u64| sent.saturating_sub(*taken) < AHEAD_MAX as u64;
        self.taken.wait_for(all_but_few).await.map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(())
    }
}
