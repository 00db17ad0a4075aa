//! The connection of a screen to its host.

use std::io;
use std::os::unix::net::UnixStream as Stream;

use tokio::net::UnixStream;

use crate::wire::{Ask, Frames, Message, Reply, VERSION};

/// Who types faster than the host listens waits.
const WAITING_MAX: usize = 64 * 1024;

pub struct Link {
    stream: UnixStream,
    frames: Frames,
    /// What the host has not taken yet.
    waiting: Vec<u8>,
    /// The host takes nothing more.
    deaf: bool,
}

pub enum Heard {
    Reply(Reply),
    Malformed,
    Lost,
}

impl Link {
    pub fn new(stream: Stream) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        let stream = UnixStream::from_std(stream)?;
        let mut link = Self { stream, frames: Frames::default(), waiting: Vec::new(), deaf: false };
        Ask::Hello { version: VERSION }.frame(&mut link.waiting);
        Ok(link)
    }

    /// Sends a message, at once or as soon as the host takes it.
    pub fn ask(&mut self, ask: &Ask) {
        if !self.deaf {
            ask.frame(&mut self.waiting);
            self.send();
        }
    }

    pub fn takes_more(&self) -> bool {
        self.waiting.len() < WAITING_MAX
    }

    fn send(&mut self) {
        while !self.waiting.is_empty() {
            match self.stream.try_write(&self.waiting) {
                Ok(n) => drop(self.waiting.drain(..n)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                // What the host has sent is still read, then its loss is noticed.
                Err(_) => {
                    self.deaf = true;
                    self.waiting.clear();
                }
            }
        }
    }

    /// Returns the next message while what waits is sent. Nothing is lost if the future is dropped.
    pub async fn hear(&mut self) -> Heard {
        loop {
            match self.frames.pop() {
                Ok(Some(reply)) => return Heard::Reply(reply),
                Ok(None) => {}
                Err(_) => return Heard::Malformed,
            }
            tokio::select! {
                ready = self.stream.readable() => {
                    if ready.is_err() {
                        return Heard::Lost;
                    }
                    let buffer = self.frames.buffer();
                    buffer.reserve(32 * 1024);
                    match self.stream.try_read_buf(buffer) {
                        Ok(0) => return Heard::Lost,
                        Ok(_) => {}
                        Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                        Err(_) => return Heard::Lost,
                    }
                }
                ready = self.stream.writable(), if !self.waiting.is_empty() => {
                    if ready.is_err() {
                        return Heard::Lost;
                    }
                    self.send();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::End;
    use std::io::{Read, Write};

    #[tokio::test]
    async fn what_cannot_be_said_any_more_keeps_nobody_from_hearing() {
        let (ours, mut host) = Stream::pair().unwrap();
        let mut link = Link::new(ours).unwrap();
        link.stream.writable().await.unwrap();
        link.ask(&Ask::Redraw);
        assert!(link.waiting.is_empty());
        host.read_exact(&mut [0; 12]).unwrap();
        let end = Reply::End(End { code: 0, text: "adieu".to_owned() });
        let mut frame = Vec::new();
        end.frame(&mut frame);
        host.write_all(&frame).unwrap();
        drop(host);
        link.ask(&Ask::Redraw);
        link.ask(&Ask::Redraw);
        assert!(matches!(link.hear().await, Heard::Reply(reply) if reply == end));
        assert!(matches!(link.hear().await, Heard::Lost));
    }
}
