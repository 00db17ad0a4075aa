//! The protocol of the client and the host: frames on a socket.
//!
//! ```text
//!   4 bytes length (big-endian, of what follows) | 1 byte kind | payload
//! ```
//!
//! The first frame of a client is its hello with the version; docs/protocol.md describes the whole protocol. This is
//! only the codec, and nothing in it blocks.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::incident::{IncidentId, PersonName};
use crate::lang::Lang;
use crate::terminal::{Background, Depth, Size};

/// The version of the protocol. A host speaks one.
pub const VERSION: u16 = 2;

/// The maximum length of a frame, without its four bytes of length.
pub const FRAME_MAX: usize = 1 << 20;

/// How many bytes for the terminal a host sends before the client acknowledges them. Few: a terminal that stops shows
/// something that much older. Not none: the clocks of a quiet screen need no acknowledgement every second.
pub const AHEAD_MAX: usize = 1024;

/// How many bytes the terminal takes before the client acknowledges them.
pub const REPORT_EVERY: usize = AHEAD_MAX / 2;

#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The first frame, whose form is the same in every version.
    Hello {
        version: u16,
    },
    /// A file that the command names, before the command.
    File(NamedFile),
    Exec(Exec),
    Screen(Box<Show>),
    Typed(Vec<u8>),
    Resized(Size),
    /// The terminal has taken this many more bytes.
    Taken(u32),
    /// The terminal may show something else: set it up and draw everything again.
    Redraw,
}

/// A file that a command names, read by the client with the user's own rights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedFile {
    pub path: PathBuf,
    pub content: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// It closes the connection with this client.
    Rejected(Rejected),
    Stdout(Vec<u8>),
    Stderr(Vec<u8>),
    Exit(u8),
    /// Bytes for the terminal.
    Frame(Vec<u8>),
    /// The room that the screen shows now; `None` for the start screen.
    Place(Option<IncidentId>),
    /// The screen is over.
    End(End),
}

/// Where a command came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
}

/// A command line to run in the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exec {
    pub args: Vec<String>,
    #[serde(flatten)]
    pub origin: Origin,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Show {
    #[serde(flatten)]
    pub origin: Origin,
    /// The command line, which names the incident.
    pub args: Vec<String>,
    pub size: Size,
    pub depth: Depth,
    #[serde(default)]
    pub term: String,
    /// The background that the environment reports.
    #[serde(default)]
    pub background: Option<Background>,
    pub config: Config,
    /// The person's own themes: name and source.
    pub themes: Vec<(String, String)>,
    /// The person's own plans: name and source.
    pub plans: Vec<(String, String)>,
    /// The previous host of this screen is gone; the person is notified.
    pub resumed: bool,
}

/// Why a host closes a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Rejected {
    /// The host speaks this version instead.
    Version { version: u16 },
    #[serde(rename = "garbled")]
    Malformed,
    /// No descriptor or no memory is left for another client.
    Full,
    /// The people file does not name this account.
    Stranger { account: PersonName },
}

/// Why a screen is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    pub code: u8,
    /// A message for the person, printed after the terminal is restored.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("a frame of {0} bytes: the longest has {FRAME_MAX}")]
    TooLong(usize),
    #[error("a frame without a kind")]
    Empty,
    #[error("a frame of the unknown kind {0}")]
    UnknownKind(u8),
    #[error("the payload of a frame of kind “{0}” cannot be read")]
    Payload(char),
}

/// A message that can be written as a frame and read from one.
pub trait Message: Sized {
    /// Appends the payload and returns the kind.
    fn write(&self, payload: &mut Vec<u8>) -> u8;
    fn read(kind: u8, payload: &[u8]) -> Result<Self, Malformed>;

    fn frame(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&[0; 5]);
        out[start + 4] = self.write(out);
        let length = u32::try_from(out.len() - start - 4).expect("no frame is longer than the sender's memory");
        debug_assert!(length as usize <= FRAME_MAX, "a frame of {length} bytes");
        out[start..start + 4].copy_from_slice(&length.to_be_bytes());
    }
}

impl Message for Ask {
    fn write(&self, payload: &mut Vec<u8>) -> u8 {
        match self {
            Self::Hello { version } => bytes(&version.to_be_bytes(), payload, b'H'),
            Self::File(file) => {
                let path = file.path.as_os_str().as_bytes();
                let path = &path[..path.len().min(usize::from(u16::MAX))];
                payload.extend_from_slice(&u16::try_from(path.len()).unwrap_or(u16::MAX).to_be_bytes());
                payload.extend_from_slice(path);
                bytes(&file.content, payload, b'F')
            }
            Self::Exec(exec) => json(exec, payload, b'E'),
            Self::Screen(show) => json(show, payload, b'S'),
            Self::Typed(typed) => bytes(typed, payload, b'T'),
            Self::Resized(Size { width, height }) => {
                bytes(&[width.to_be_bytes(), height.to_be_bytes()].concat(), payload, b'R')
            }
            Self::Taken(taken) => bytes(&taken.to_be_bytes(), payload, b'K'),
            Self::Redraw => b'D',
        }
    }

    fn read(kind: u8, payload: &[u8]) -> Result<Self, Malformed> {
        let bad = || Malformed::Payload(char::from(kind));
        Ok(match kind {
            b'H' => Self::Hello { version: number(payload).ok_or_else(bad)?.0 },
            b'F' => {
                let (length, rest) = number(payload).ok_or_else(bad)?;
                let (path, content) = rest.split_at_checked(length.into()).ok_or_else(bad)?;
                let path = PathBuf::from(OsStr::from_bytes(path));
                Self::File(NamedFile { path, content: content.to_vec() })
            }
            b'E' => Self::Exec(serde_json::from_slice(payload).map_err(|_| bad())?),
            b'S' => Self::Screen(serde_json::from_slice(payload).map_err(|_| bad())?),
            b'T' => Self::Typed(payload.to_vec()),
            b'R' => {
                let (width, rest) = number(payload).ok_or_else(bad)?;
                let (height, _) = number(rest).ok_or_else(bad)?;
                Self::Resized(Size { width, height })
            }
            b'K' => Self::Taken(u32::from_be_bytes(payload.try_into().map_err(|_| bad())?)),
            b'D' => Self::Redraw,
            other => return Err(Malformed::UnknownKind(other)),
        })
    }
}

impl Message for Reply {
    fn write(&self, payload: &mut Vec<u8>) -> u8 {
        match self {
            Self::Rejected(why) => json(why, payload, b'U'),
            Self::Stdout(output) => bytes(output, payload, b'O'),
            Self::Stderr(output) => bytes(output, payload, b'E'),
            Self::Exit(code) => bytes(&[*code], payload, b'X'),
            Self::Frame(frame) => bytes(frame, payload, FRAME),
            Self::Place(id) => json(id, payload, b'P'),
            Self::End(end) => json(end, payload, b'Z'),
        }
    }

    fn read(kind: u8, payload: &[u8]) -> Result<Self, Malformed> {
        let bad = || Malformed::Payload(char::from(kind));
        Ok(match kind {
            b'U' => Self::Rejected(serde_json::from_slice(payload).map_err(|_| bad())?),
            b'O' => Self::Stdout(payload.to_vec()),
            b'E' => Self::Stderr(payload.to_vec()),
            b'X' => Self::Exit(*payload.first().ok_or_else(bad)?),
            FRAME => Self::Frame(payload.to_vec()),
            b'P' => Self::Place(serde_json::from_slice(payload).map_err(|_| bad())?),
            b'Z' => Self::End(serde_json::from_slice(payload).map_err(|_| bad())?),
            other => return Err(Malformed::UnknownKind(other)),
        })
    }
}

/// Returns the head of a frame with this many bytes for the terminal, which are sent from where they are.
pub fn frame_head(bytes: usize) -> [u8; 5] {
    let length = u32::try_from(bytes + 1).expect("no frame is longer than the sender's memory");
    let [a, b, c, d] = length.to_be_bytes();
    [a, b, c, d, FRAME]
}

/// The kind of a frame that carries bytes for the terminal.
const FRAME: u8 = b'F';

fn bytes(bytes: &[u8], payload: &mut Vec<u8>, kind: u8) -> u8 {
    payload.extend_from_slice(bytes);
    kind
}

fn json(value: &impl Serialize, payload: &mut Vec<u8>, kind: u8) -> u8 {
    serde_json::to_writer(payload, value).expect("a vector takes every byte, and every message has a JSON form");
    kind
}

fn number(payload: &[u8]) -> Option<(u16, &[u8])> {
    let (number, rest) = payload.split_first_chunk()?;
    Some((u16::from_be_bytes(*number), rest))
}

/// Cuts a stream of bytes, in pieces of any size, into messages.
#[derive(Debug, Default)]
pub struct Frames {
    buffer: Vec<u8>,
    /// How much of the buffer has been read.
    read: usize,
}

impl Frames {
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        if self.read > 0 {
            self.buffer.drain(..self.read);
            self.read = 0;
        }
        if self.buffer.is_empty() && self.buffer.capacity() > FRAME_MAX / 8 {
            self.buffer = Vec::new();
        }
        &mut self.buffer
    }

    /// Returns the next message if it is whole.
    pub fn pop<M: Message>(&mut self) -> Result<Option<M>, Malformed> {
        let bytes = &self.buffer[self.read..];
        let Some((length, rest)) = bytes.split_first_chunk() else { return Ok(None) };
        let length = u32::from_be_bytes(*length) as usize;
        if length > FRAME_MAX {
            return Err(Malformed::TooLong(length));
        }
        let Some(frame) = rest.get(..length) else { return Ok(None) };
        let (kind, payload) = frame.split_first().ok_or(Malformed::Empty)?;
        let message = M::read(*kind, payload)?;
        self.read += 4 + length;
        Ok(Some(message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn origin() -> Origin {
        Origin { lang: Lang::Fr, zone: chrono_tz::Europe::Paris }
    }

    fn asks() -> Vec<Ask> {
        vec![
            Ask::Hello { version: VERSION },
            Ask::File(NamedFile { path: "plan é.toml".into(), content: b"\x00\xff".to_vec() }),
            Ask::Exec(Exec { args: vec!["log".to_owned(), "é\u{1b}".to_owned()], origin: origin() }),
            Ask::Screen(Box::new(Show {
                origin: origin(),
                args: vec!["attach".to_owned(), "2026".to_owned()],
                size: Size { width: 80, height: 24 },
                depth: Depth::True,
                term: "xterm-256color".to_owned(),
                background: Some(Background::Light),
                config: Config::default(),
                themes: vec![("mine".to_owned(), "inherits = 'dark'".to_owned())],
                plans: Vec::new(),
                resumed: true,
            })),
            Ask::Typed(b"\x1b[A".to_vec()),
            Ask::Resized(Size { width: 500, height: 1 }),
            Ask::Taken(700),
            Ask::Redraw,
        ]
    }

    fn replies() -> Vec<Reply> {
        vec![
            Reply::Rejected(Rejected::Version { version: 7 }),
            Reply::Rejected(Rejected::Full),
            Reply::Rejected(Rejected::Stranger { account: PersonName::new("mallory") }),
            Reply::Stdout(b"out\xff".to_vec()),
            Reply::Stderr(Vec::new()),
            Reply::Exit(3),
            Reply::Frame(vec![0; 70_000]),
            Reply::Place(Some("20261122-x-k3f9".parse().unwrap())),
            Reply::Place(None),
            Reply::End(End { code: 1, text: "voilà".to_owned() }),
        ]
    }

    fn read_all<M: Message>(bytes: &[u8], piece: usize) -> Result<Vec<M>, Malformed> {
        let mut frames = Frames::default();
        let mut all = Vec::new();
        for bytes in bytes.chunks(piece.max(1)) {
            frames.buffer().extend_from_slice(bytes);
            while let Some(message) = frames.pop()? {
                all.push(message);
            }
        }
        Ok(all)
    }

    #[test]
    fn every_message_arrives_as_it_was_sent_in_pieces_of_any_size() {
        let mut bytes = Vec::new();
        for ask in asks() {
            ask.frame(&mut bytes);
        }
        for piece in [1, 3, 1000, bytes.len()] {
            assert_eq!(read_all(&bytes, piece), Ok(asks()));
        }
        bytes.clear();
        for reply in replies() {
            reply.frame(&mut bytes);
        }
        for piece in [1, 7, 4096, bytes.len()] {
            assert_eq!(read_all(&bytes, piece), Ok(replies()));
        }
    }

    #[test]
    fn the_hello_never_changes_its_form() {
        let mut bytes = Vec::new();
        Ask::Hello { version: 0x0102 }.frame(&mut bytes);
        assert_eq!(bytes, [0, 0, 0, 3, b'H', 1, 2]);
        // A later version may say more.
        let later = [0, 0, 0, 5, b'H', 0, 9, 1, 1];
        assert_eq!(read_all::<Ask>(&later, 9), Ok(vec![Ask::Hello { version: 9 }]));
    }

    #[test]
    fn a_head_and_its_bytes_are_a_frame() {
        let bytes = [&frame_head(3)[..], b"abc"].concat();
        assert_eq!(read_all(&bytes, 2), Ok(vec![Reply::Frame(b"abc".to_vec())]));
    }

    #[test]
    fn what_is_no_frame_is_said_to_be_none() {
        for (bytes, expected) in [
            (&b"GET / HTTP/1.1\r\n"[..], Malformed::TooLong(0x4745_5420)),
            (&[0, 0, 0, 0], Malformed::Empty),
            (&[0, 0, 0, 1, b'?'], Malformed::UnknownKind(b'?')),
            (&[0, 0, 0, 2, b'H', 1], Malformed::Payload('H')),
            (&[0, 0, 0, 3, b'E', b'{', b'}'], Malformed::Payload('E')),
            (&[0, 0, 0, 4, b'F', 0, 2, b'x'], Malformed::Payload('F')),
        ] {
            assert_eq!(read_all::<Ask>(bytes, 100), Err(expected));
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_messages_or_garbled(bytes in prop::collection::vec(any::<u8>(), 0..200), kind in any::<u8>(), payload in ".*") {
            let _ = read_all::<Ask>(&bytes, 7);
            let _ = read_all::<Reply>(&bytes, 7);
            let _ = Ask::read(kind, payload.as_bytes());
            let _ = Reply::read(kind, payload.as_bytes());
        }
    }
}
