//! A connection that can be cut from outside, and that counts the bytes received.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use rustix::net::Shutdown;
use rustix::net::sockopt;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// How long what was sent may wait for the other end to take it, before the connection counts as dead.
const UNTAKEN: Duration = Duration::from_mins(1);
/// How long a connection is silent before the kernel asks whether the other end is still there.
const SILENT: Duration = Duration::from_mins(1);

#[derive(Clone, Debug)]
pub struct Line {
    stream: Arc<TcpStream>,
    heard: Arc<AtomicU64>,
}

impl Line {
    pub fn new(stream: TcpStream) -> Self {
        // A socket that takes none of these is slower to notice that no one is there, and otherwise as good.
        stream.set_nodelay(true).ok();
        sockopt::set_socket_keepalive(&stream, true).ok();
        sockopt::set_tcp_keepidle(&stream, SILENT).ok();
        #[cfg(target_os = "linux")]
        sockopt::set_tcp_user_timeout(&stream, u32::try_from(UNTAKEN.as_millis()).unwrap_or(u32::MAX)).ok();
        Self { stream: Arc::new(stream), heard: Arc::default() }
    }

    /// Returns the number of bytes received.
    pub fn heard(&self) -> u64 {
        self.heard.load(Ordering::Relaxed)
    }

    pub fn cut(&self) {
        rustix::net::shutdown(&self.stream, Shutdown::Both).ok();
    }
}

impl AsyncRead for Line {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        loop {
            ready!(self.stream.poll_read_ready(context))?;
            match self.stream.try_read(buffer.initialize_unfilled()) {
                Ok(read) => {
                    buffer.advance(read);
                    self.heard.fetch_add(read as u64, Ordering::Relaxed);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        loop {
            ready!(self.stream.poll_write_ready(context))?;
            match self.stream.try_write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                written => return Poll::Ready(written),
            }
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        rustix::net::shutdown(&self.stream, Shutdown::Write).ok();
        Poll::Ready(Ok(()))
    }
}
