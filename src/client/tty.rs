//! The terminal of this process: raw while a screen is on it, and restored however that ends.

use std::fs::File;
use std::io::{self, IoSlice, Write};
use std::os::fd::AsFd;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode, is_raw_mode_enabled, size};
use rustix::fs::{Mode, OFlags};

use crate::terminal::control::RESTORE;
use crate::terminal::{FdReader, FdWriter, Size};

/// A terminal that does not block. crossterm sets its modes; the host decodes and draws, so bytes pass here unchanged.
pub struct Tty {
    from: FdReader,
    to: FdWriter,
    /// The terminal shows the screen and has to be restored.
    pub ours: bool,
    /// The flags of a descriptor that other processes hold too, if it could not be opened again.
    shared: Option<OFlags>,
}

impl Tty {
    /// Opens this process's terminal. A descriptor of its own can be made non-blocking without a change for any other
    /// process.
    pub fn open() -> io::Result<Self> {
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let (fd, shared) = if let Ok(fd) = rustix::fs::open("/dev/tty", flags, Mode::empty()) {
            (fd, None)
        } else {
            let fd = io::stdin().as_fd().try_clone_to_owned()?;
            let before = rustix::fs::fcntl_getfl(&fd)?;
            rustix::fs::fcntl_setfl(&fd, before | OFlags::NONBLOCK)?;
            (fd, Some(before))
        };
        let to = FdWriter::new(fd.try_clone()?);
        Ok(Self { from: FdReader::new(fd)?, to, ours: false, shared })
    }

    /// Has every key come as soon as it is pressed, and unchanged.
    pub fn make_raw() -> io::Result<()> {
        enable_raw_mode()
    }

    /// Restores the terminal: its screen, its modes, its line editing.
    pub fn restore(&mut self) {
        if std::mem::take(&mut self.ours) {
            // One that takes nothing hangs; its line editing is restored all the same.
            self.to.try_write(&[IoSlice::new(&RESTORE)]).ok();
        }
        disable_raw_mode().ok();
    }

    pub fn size() -> Size {
        match size() {
            Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
            _ => Size::USUAL,
        }
    }

    /// Waits for input and appends it; `0` if the terminal is gone.
    pub async fn read(&self, into: &mut Vec<u8>) -> io::Result<usize> {
        into.reserve(16 * 1024);
        self.from.read_buf(into).await
    }

    /// Waits until the terminal takes something, and writes as much as it takes.
    pub async fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(&[IoSlice::new(bytes)]).await
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        self.restore();
        if let Some(flags) = self.shared {
            rustix::fs::fcntl_setfl(&self.from, flags).ok();
        }
    }
}

/// Restores the terminal before a panic is reported, so that the report can be read.
pub fn restore_after_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if is_raw_mode_enabled().unwrap_or(false)
            && let Ok(mut tty) = File::options().write(true).open("/dev/tty")
        {
            tty.write_all(&RESTORE).ok();
            disable_raw_mode().ok();
        }
        report(panic);
    }));
}
