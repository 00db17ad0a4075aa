//! The terminal of this process: raw while a screen is on it, and itself again however that ends.

use std::fs::File;
use std::io::{self, IoSlice, Write};
use std::os::fd::AsFd;
use std::sync::Mutex;

use rustix::fs::{Mode, OFlags};
use rustix::termios::{OptionalActions, Termios};

use crate::terminal::{FdReader, FdWriter, Size, control};

/// How the terminal was before it was made raw; none while it is itself.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// A terminal that does not block.
pub struct Tty {
    from: FdReader,
    to: FdWriter,
    /// The terminal shows the screen, and has to be given back.
    pub ours: bool,
    /// The flags of a descriptor that others hold too, where it could not be opened anew.
    shared: Option<OFlags>,
}

impl Tty {
    /// Opens this process's terminal. Opened anew, it can be made not to wait without a change for anybody else.
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

    /// Every key comes at once and as it is.
    pub fn make_raw(&self) -> io::Result<()> {
        let before = rustix::termios::tcgetattr(&self.from)?;
        let mut raw = before.clone();
        raw.make_raw();
        rustix::termios::tcsetattr(&self.from, OptionalActions::Now, &raw)?;
        let mut kept = lock();
        if kept.is_none() {
            *kept = Some(before);
        }
        Ok(())
    }

    /// The terminal is itself again: its screen, its modes, its line editing.
    pub fn give_back(&mut self) {
        if std::mem::take(&mut self.ours) {
            // One that takes nothing is hung, and gets its line editing back all the same.
            self.to.try_write(&[IoSlice::new(control::RESTORE)]).ok();
        }
        cook(&self.from);
    }

    pub fn size(&self) -> Size {
        let size = rustix::termios::tcgetwinsize(&self.from);
        match size {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => {
                Size { width: size.ws_col, height: size.ws_row }
            }
            // A terminal that does not know its size is taken to be of the oldest.
            _ => Size { width: 80, height: 24 },
        }
    }

    /// Appends what has been typed; nothing typed means that the terminal is gone.
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
        self.give_back();
        if let Some(flags) = self.shared {
            rustix::fs::fcntl_setfl(&self.from, flags).ok();
        }
    }
}

/// Gives the terminal back before a panic is told, so that it can be read.
pub fn restore_after_panic() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if lock().is_some()
            && let Ok(mut tty) = File::options().write(true).open("/dev/tty")
        {
            tty.write_all(control::RESTORE).ok();
            cook(&tty);
        }
        told(panic);
    }));
}

fn cook(fd: impl AsFd) {
    if let Some(before) = lock().take() {
        rustix::termios::tcsetattr(fd, OptionalActions::Now, &before).ok();
    }
}

fn lock() -> std::sync::MutexGuard<'static, Option<Termios>> {
    BEFORE.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
