//! A descriptor that is written to, and waited for only where it is full.
//!
//! A runtime waits for both directions of whatever it has registered, so that every reader at the other end wakes the
//! writer for nothing: on an idle screen that was half the cost of a second.

use std::io::{self, IoSlice};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

use rustix::io::Errno;
use tokio::net::unix::pipe;

/// The way out to a socket or a terminal. To tokio it is a pipe, where it has to be waited for.
#[derive(Debug)]
pub struct Outlet(OwnedFd);

impl Outlet {
    /// Takes a descriptor that does not block.
    pub const fn new(fd: OwnedFd) -> Self {
        Self(fd)
    }

    /// Writes as much as is taken at once; none where it is full.
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

    /// Waits until something is taken, and says how much. Nothing is written where waiting is given up.
    pub async fn write(&self, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
        loop {
            if let Some(written) = self.try_write(pieces)? {
                return Ok(written);
            }
            pipe::Sender::from_owned_fd_unchecked(self.0.try_clone()?)?.writable().await?;
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

impl AsFd for Outlet {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use std::os::unix::net::UnixStream;

    #[tokio::test]
    async fn what_does_not_fit_waits_and_arrives() {
        let (ours, mut theirs) = UnixStream::pair().unwrap();
        ours.set_nonblocking(true).unwrap();
        let outlet = Outlet::new(ours.into());
        let sent: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[1]).collect();
        let reader = std::thread::spawn(move || {
            let mut got = Vec::new();
            theirs.read_to_end(&mut got).map(|_| got)
        });
        outlet.write_all(&sent).await.unwrap();
        drop(outlet);
        assert!(reader.join().unwrap().unwrap() == sent);
    }

    #[tokio::test]
    async fn an_end_that_is_gone_is_an_error() {
        let (ours, theirs) = UnixStream::pair().unwrap();
        ours.set_nonblocking(true).unwrap();
        drop(theirs);
        let error = Outlet::new(ours.into()).write_all(b"x").await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}
