//! Between the host and a server: what is asked continues immediately, what is answered when the test says so.
//!
//! ```text
//!   host ── request ──▶ Between ── request ──▶ server
//!   host ◀─────╳─────── Between ◀── answer ─── server      the test kills the host here: sent, not recorded
//! ```

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::stage::PATIENCE;

pub struct Between {
    pub address: SocketAddr,
    answers: Receiver<Held>,
}

/// An answer that the server gave and the host has not got; dropped, the host never gets it.
pub struct Held {
    /// The request's first line.
    pub request: String,
    pub status: u16,
    pass: Sender<()>,
}

impl Between {
    /// In front of a server; answers to requests of this method are held.
    pub fn new(server: SocketAddr, method: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (hold, answers) = channel();
        std::thread::spawn(move || {
            for host in listener.incoming() {
                let hold = hold.clone();
                std::thread::spawn(move || {
                    // Whichever end goes away: the connection is over, and the test sees what came of it.
                    converse(host?, TcpStream::connect(server)?, method, &hold)
                });
            }
        });
        Self { address, answers }
    }

    /// The next answer that is held.
    #[track_caller]
    pub fn next(&self) -> Held {
        self.answers.recv_timeout(PATIENCE).expect("the host asks the server")
    }
}

impl Held {
    pub fn pass(self) {
        self.pass.send(()).unwrap();
    }
}

fn converse(host: TcpStream, server: TcpStream, method: &str, hold: &Sender<Held>) -> std::io::Result<()> {
    let (mut to_host, mut to_server) = (host.try_clone()?, server.try_clone()?);
    let (mut from_host, mut from_server) = (BufReader::new(host), BufReader::new(server));
    loop {
        let (request, bytes) = message(&mut from_host)?;
        to_server.write_all(&bytes)?;
        let (status, answer) = message(&mut from_server)?;
        if request.starts_with(method) {
            let status = status.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
            let (pass, passed) = channel();
            let _ = hold.send(Held { request, status, pass });
            if passed.recv().is_err() {
                return Ok(());
            }
        }
        to_host.write_all(&answer)?;
    }
}

/// A request or an answer: its first line, and all of its bytes.
fn message(from: &mut impl BufRead) -> std::io::Result<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let mut length = 0;
    let mut chunked = false;
    loop {
        let start = bytes.len();
        if from.read_until(b'\n', &mut bytes)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let line = String::from_utf8_lossy(&bytes[start..]).trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        chunked |= line == "transfer-encoding: chunked";
        if line.is_empty() {
            break;
        }
    }
    let first = String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned();
    while chunked {
        let start = bytes.len();
        from.read_until(b'\n', &mut bytes)?;
        let size = String::from_utf8_lossy(&bytes[start..]).trim().to_owned();
        let size = u64::from_str_radix(&size, 16).unwrap_or(0);
        from.take(size + 2).read_to_end(&mut bytes)?;
        chunked = size > 0;
    }
    from.take(length).read_to_end(&mut bytes)?;
    Ok((first, bytes))
}
