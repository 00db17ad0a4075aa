//! A timer at no cost until it fires.
//!
//! tokio's timer wheel wakes the process several times for a timer a second away, which would be most of the cost of an
//! idle screen.

use std::io;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::terminal::FdReader;

/// Goes off once each time it is set.
#[derive(Debug)]
pub struct Timer {
    at: Instant,
    /// The kernel's timer; tokio's serves if there is none.
    timer: Option<FdReader>,
}

impl Timer {
    pub fn after(span: Duration) -> Self {
        let mut timer = Self { at: Instant::now(), timer: kernel_timer() };
        timer.set(span);
        timer
    }

    pub fn set(&mut self, span: Duration) {
        self.at = Instant::now() + span;
        self.timer = self.timer.take().filter(|timer| set(timer, span).is_ok());
    }

    /// Waits until it goes off. Nothing is lost if the future is dropped.
    pub async fn goes_off(&self) {
        match &self.timer {
            // Setting it again clears the expiry: then there is nothing to read, and the wait continues.
            Some(timer) => drop(timer.read(&mut [0; 8]).await),
            None => sleep_until(self.at).await,
        }
    }
}

/// A timer that is a descriptor; `None` if no descriptor is left, or the system has none such.
#[cfg(target_os = "linux")]
fn kernel_timer() -> Option<FdReader> {
    use rustix::time::{TimerfdClockId, TimerfdFlags, timerfd_create};
    let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
    FdReader::new(timerfd_create(TimerfdClockId::Monotonic, flags).ok()?).ok()
}

#[cfg(target_os = "linux")]
fn set(timer: &FdReader, span: Duration) -> io::Result<()> {
    use rustix::time::{Itimerspec, TimerfdTimerFlags, Timespec, timerfd_settime};
    // Set to zero, it would never go off.
    let it_value = Timespec::try_from(span.max(Duration::from_nanos(1))).map_err(io::Error::other)?;
    let once = Itimerspec { it_interval: Timespec::default(), it_value };
    timerfd_settime(timer, TimerfdTimerFlags::empty(), &once)?;
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn kernel_timer() -> Option<FdReader> {
    None
}

#[cfg(not(target_os = "linux"))]
fn set(_: &FdReader, _: Duration) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_goes_off_once_each_time_it_is_set() {
        let mut timer = Timer::after(Duration::ZERO);
        timer.goes_off().await;
        let mut again = Box::pin(timer.goes_off());
        tokio::select! {
            biased;
            () = &mut again => panic!("it went off a second time"),
            () = tokio::task::yield_now() => {}
        }
        drop(again);
        timer.set(Duration::from_millis(1));
        timer.goes_off().await;
    }

    #[tokio::test]
    async fn set_anew_it_forgets_what_it_was_set_to() {
        let mut timer = Timer::after(Duration::ZERO);
        timer.goes_off().await;
        timer.set(Duration::ZERO);
        timer.set(Duration::from_hours(1));
        let mut waiting = Box::pin(timer.goes_off());
        tokio::select! {
            biased;
            () = &mut waiting => panic!("an hour is not over"),
            () = tokio::task::yield_now() => {}
        }
    }

    #[tokio::test]
    async fn without_a_descriptor_the_runtimes_own_timer_serves() {
        let mut timer = Timer { at: Instant::now(), timer: None };
        timer.set(Duration::from_millis(1));
        timer.goes_off().await;
    }
}
