//! A reader with a limit, which can be stopped.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::Limit;
use super::supply::{More, Supply};

/// Reads up to a limit, and nothing more once it is stopped.
pub struct LimitedReader<R> {
    reader: R,
    most: u64,
    gate: ReadLimit,
}

/// The other end of a [`LimitedReader`] reader.
#[derive(Clone, Debug, Default)]
pub struct ReadLimit(Arc<State>);

#[derive(Debug, Default)]
struct State {
    closed: AtomicBool,
    too_long: AtomicBool,
    bytes: AtomicU64,
}

impl ReadLimit {
    /// Stops the reader: its next read is an error.
    pub fn close(&self) {
        self.0.closed.store(true, Ordering::Relaxed);
    }

    pub fn is_closed(&self) -> bool {
        self.0.closed.load(Ordering::Relaxed)
    }

    /// Whether there was more than may be read.
    pub fn was_too_long(&self) -> bool {
        self.0.too_long.load(Ordering::Relaxed)
    }

    pub fn bytes(&self) -> u64 {
        self.0.bytes.load(Ordering::Relaxed)
    }
}

impl<R: Read> LimitedReader<R> {
    pub fn new(reader: R, limit: Limit) -> (Self, ReadLimit) {
        let gate = ReadLimit::default();
        (Self { reader, most: limit.bytes, gate: gate.clone() }, gate)
    }
}

impl<R: Read> Read for LimitedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.gate.is_closed() {
            return Err(io::Error::other("stopped"));
        }
        let read = self.reader.read(buffer)?;
        let place = self.gate.bytes() + read as u64;
        if place > self.most {
            self.gate.0.too_long.store(true, Ordering::Relaxed);
            return Err(io::Error::other("too long"));
        }
        self.gate.0.bytes.store(place, Ordering::Relaxed);
        Ok(read)
    }
}

impl<S: Supply> LimitedReader<S> {
    pub fn grows(&self) -> bool {
        self.reader.grows()
    }

    /// Waits until there may be more, and seeks to `from`.
    pub fn more(&mut self, from: u64) -> io::Result<More> {
        let more = self.reader.more(from)?;
        self.gate.0.bytes.store(from, Ordering::Relaxed);
        Ok(more)
    }
}

#[cfg(test)]
mod tests;
