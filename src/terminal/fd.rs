//! Descriptors that are read from and written to without blocking.

use std::io::{self, IoSlice};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

use rustix::io::Errno;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// The reading end of a socket, a terminal or another descriptor that reports when it has something to read.
#[derive(Debug)]
pub struct FdReader(AsyncFd<OwnedFd>);

impl FdReader {
    pub fn new(fd: OwnedFd) -> io::Result<Self> {
        register(fd, Interest::READABLE).map(Self)
    }

    /// Waits for bytes and reads as many as fit. Nothing is lost if the future is dropped.
    pub async fn read(&self, into: &mut [u8]) -> io::Result<usize> {
        self.0.async_io(Interest::READABLE, |fd| Ok(rustix::io::read(fd, &mut *into)?)).await
    }

    /// Waits for bytes and appends as many as `into` has room for. Nothing is lost if the future is dropped.
    pub async fn read_buf(&self, into: &mut Vec<u8>) -> io::Result<usize> {
        let read = |fd: &OwnedFd| Ok(rustix::io::read(fd, rustix::buffer::spare_capacity(into))?);
        self.0.async_io(Interest::READABLE, read).await
    }
}

impl AsFd for FdReader {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// The writing end of a socket or a terminal.
///
/// It is registered with the runtime only while it is full: a registered one is woken by each read of its peer, which
/// was half the cost of a second on an idle screen.
#[derive(Debug)]
pub struct FdWriter(OwnedFd);

impl FdWriter {
    pub const fn new(fd: OwnedFd) -> Self {
        Self(fd)
    }

    /// Writes as much as is taken without waiting; `None` if it is full.
    pub fn try_write(&self, pieces: &[IoSlice<'_>]) -> io::Result<Option<usize>> {
        loop {
            match rustix::io::writev(&self.0, pieces) {
                Ok(written) => return Ok(Some(written)),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits until something is written and returns how much. Nothing is written if the future is dropped.
    pub async fn write(&self, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
        loop {
            if let Some(written) = self.try_write(pieces)? {
                return Ok(written);
            }
            let full = register(self.0.as_fd(), Interest::WRITABLE)?;
            full.writable().await?.retain_ready();
        }
    }

    pub async fn write_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let written = self.write(&[IoSlice::new(bytes)]).await?;
            bytes = &bytes[written..];
        }
        Ok(())
    }
}

impl AsFd for FdWriter {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[expect(deprecated, reason = "what replaces it is unsafe; the two types used here stay open and keep their number")]
fn register<Fd: AsRawFd>(fd: Fd, interest: Interest) -> io::Result<AsyncFd<Fd>> {
    AsyncFd::with_interest(fd, interest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;

    fn pair() -> (UnixStream, UnixStream) {
        let (ours, theirs) = UnixStream::pair().unwrap();
        ours.set_nonblocking(true).unwrap();
        (ours, theirs)
    }

    #[tokio::test]
    async fn what_does_not_fit_waits_and_arrives() {
        let (ours, mut theirs) = pair();
        let writer = FdWriter::new(ours.into());
        let sent: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
        let reader = std::thread::spawn(move || {
            let mut got = Vec::new();
            theirs.read_to_end(&mut got).map(|_| got)
        });
        writer.write_all(&sent).await.unwrap();
        drop(writer);
        assert!(reader.join().unwrap().unwrap() == sent);
    }

    #[tokio::test]
    async fn an_end_that_is_gone_is_an_error() {
        let (ours, theirs) = pair();
        drop(theirs);
        let error = FdWriter::new(ours.into()).write_all(b"x").await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[tokio::test]
    async fn a_full_descriptor_takes_nothing_until_it_is_read() {
        let (ours, mut theirs) = pair();
        let writer = FdWriter::new(ours.into());
        while writer.try_write(&[IoSlice::new(&[0; 4096])]).unwrap().is_some() {}
        let one = [IoSlice::new(b"x")];
        let mut waiting = Box::pin(writer.write(&one));
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("it is full"),
            () = tokio::task::yield_now() => {}
        }
        // A socket is full until most of it is read.
        theirs.set_nonblocking(true).unwrap();
        while theirs.read(&mut [0; 4096]).is_ok() {}
        assert_eq!(waiting.await.unwrap(), 1);
    }

    #[tokio::test]
    async fn bytes_are_appended_and_the_end_is_none() {
        let (ours, mut theirs) = pair();
        let reader = FdReader::new(ours.into()).unwrap();
        let mut read = b"a".to_vec();
        let mut waiting = Box::pin(reader.read_buf(&mut read));
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("nothing was written"),
            () = tokio::task::yield_now() => {}
        }
        drop(waiting);
        read.reserve(16);
        theirs.write_all(b"bcd").unwrap();
        assert_eq!(reader.read_buf(&mut read).await.unwrap(), 3);
        assert_eq!(read, b"abcd");
        theirs.write_all(b"ef").unwrap();
        let mut one = [0; 1];
        assert_eq!((reader.read(&mut one).await.unwrap(), one), (1, *b"e"));
        assert_eq!((reader.read(&mut one).await.unwrap(), one), (1, *b"f"));
        drop(theirs);
        assert_eq!(reader.read(&mut one).await.unwrap(), 0);
    }
}
