//! A timer that costs nothing until it goes off.
//!
//! tokio keeps its timers in a wheel, which wakes the process several times before one that is a second away. An idle
//! screen only draws its clocks: those wakes would be most of its cost.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Goes off once each time it is set.
#[derive(Debug)]
pub struct Timer {
    at: Instant,
    /// The kernel's timer; tokio's serves if there is none.
    timer: Option<KernelTimer>,
}

impl Timer {
    pub fn after(span: Duration) -> Self {
        let mut timer = Self { at: Instant::now(), timer: KernelTimer::new() };
        timer.set(span);
        timer
    }

    pub fn set(&mut self, span: Duration) {
        self.at = Instant::now() + span;
        self.timer = self.timer.take().filter(|timer| timer.set(span).is_ok());
    }

    /// Waits until it goes off. Nothing is lost if the future is dropped.
    pub async fn goes_off(&self) {
        match &self.timer {
            Some(timer) => timer.goes_off().await,
            None => sleep_until(self.at).await,
        }
    }
}

#[cfg(target_os = "linux")]
use kernel::KernelTimer;

#[cfg(target_os = "linux")]
mod kernel {
    use std::io;
    use std::time::Duration;

    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };

    use crate::terminal::FdReader;

    /// A timer that is a descriptor.
    #[derive(Debug)]
    pub struct KernelTimer(FdReader);

    impl KernelTimer {
        /// `None` if no descriptor is left.
        pub fn new() -> Option<Self> {
            let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
            let timer = timerfd_create(TimerfdClockId::Monotonic, flags).ok()?;
            FdReader::new(timer).ok().map(Self)
        }

        pub fn set(&self, span: Duration) -> io::Result<()> {
            // Set to zero, it would never go off.
            let span = span.max(Duration::from_nanos(1));
            let it_value = Timespec::try_from(span).map_err(io::Error::other)?;
            let once = Itimerspec { it_interval: Timespec::default(), it_value };
            timerfd_settime(&self.0, TimerfdTimerFlags::empty(), &once)?;
            Ok(())
        }

        pub async fn goes_off(&self) {
            // Setting it again clears that it went off: then there is nothing to read, and the wait goes on.
            self.0.read(&mut [0; 8]).await.ok();
        }
    }
}

#[cfg(not(target_os = "linux"))]
#[derive(Debug)]
enum KernelTimer {}

#[cfg(not(target_os = "linux"))]
impl KernelTimer {
    fn new() -> Option<Self> {
        None
    }

    fn set(&self, _: Duration) -> std::io::Result<()> {
        match *self {}
    }

    async fn goes_off(&self) {
        match *self {}
    }
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
