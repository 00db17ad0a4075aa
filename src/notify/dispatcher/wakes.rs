//! Wakes the queues of the targets, and times their retries.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use crate::incident::TargetName;

/// Before the first retry; each further one waits twice as long.
const FIRST: Duration = Duration::from_secs(2);
/// The longest pause, unless the target asks for more.
const MOST: Duration = Duration::from_mins(5);
/// The longest pause that a target may ask for.
const ASKED_MOST: Duration = Duration::from_hours(1);

/// Wakes one queue.
#[derive(Debug, Default)]
pub struct Wake {
    notify: Notify,
    retry: AtomicBool,
}

impl Wake {
    fn wake(&self) {
        self.notify.notify_one();
    }

    pub async fn woken(&self) {
        self.notify.notified().await;
    }

    /// Returns whether another try was asked for since the last call.
    pub fn take_retry(&self) -> bool {
        self.retry.swap(false, Ordering::Relaxed)
    }
}

/// The wakes of all targets that have a queue.
#[derive(Debug, Default)]
pub struct Wakes(Mutex<HashMap<TargetName, Arc<Wake>>>);

impl Wakes {
    pub fn wake(&self, target: &TargetName) {
        if let Some(wake) = self.all().get(target) {
            wake.wake();
        }
    }

    /// Wakes the queue of a target for an immediate retry.
    pub fn retry(&self, target: &TargetName) {
        if let Some(wake) = self.all().get(target) {
            wake.retry.store(true, Ordering::Relaxed);
            wake.wake();
        }
    }

    pub fn of(&self, target: &TargetName) -> Arc<Wake> {
        Arc::clone(self.all().entry(target.clone()).or_default())
    }

    pub fn forget(&self, target: &TargetName) {
        self.all().remove(target);
    }

    fn all(&self) -> MutexGuard<'_, HashMap<TargetName, Arc<Wake>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits for a moment; for ever if there is none.
pub async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant).await,
        None => std::future::pending().await,
    }
}

/// The pause before the next try, after `tries` failures in a row.
///
/// `asked` is the target's own wish; `dice`, of a hundred, spreads the retries of many clients of one server.
pub fn pause(tries: u32, asked: Option<Duration>, dice: u32) -> Duration {
    let doubled = FIRST.saturating_mul(1 << tries.saturating_sub(1).min(10)).min(MOST);
    // Between three quarters and the whole.
    let spread = doubled * (75 + dice.min(100) / 4) / 100;
    // A pause that a target asks for is kept in full, and a little more.
    let asked = asked
        .map_or(Duration::ZERO, |asked| asked.min(ASKED_MOST) + Duration::from_millis(u64::from(dice.min(100)) * 5));
    if asked > Duration::ZERO { asked } else { spread }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_queue_is_woken_by_its_name_until_it_is_forgotten() {
        let (wakes, chat) = (Wakes::default(), "chat".parse().unwrap());
        wakes.retry(&chat);
        assert!(wakes.all().is_empty(), "a target without a queue leaves nothing behind");
        let wake = wakes.of(&chat);
        wakes.wake(&chat);
        assert!(!wake.take_retry());
        wakes.retry(&chat);
        assert!(wake.take_retry() && !wake.take_retry(), "a retry is asked for once");
        wakes.forget(&chat);
        wakes.retry(&chat);
        assert!(!wake.take_retry() && wakes.all().is_empty());
    }

    #[tokio::test]
    async fn a_wake_before_the_wait_is_not_lost() {
        let (wakes, chat) = (Wakes::default(), "chat".parse().unwrap());
        let wake = wakes.of(&chat);
        wakes.wake(&chat);
        wake.woken().await;
    }

    #[test]
    fn pauses_double_up_to_five_minutes_and_are_spread() {
        let millis = |tries, dice| pause(tries, None, dice).as_millis();
        assert_eq!(
            [1, 2, 3, 8, 9, 10_000].map(|tries| millis(tries, 100)),
            [2_000, 4_000, 8_000, 256_000, 300_000, 300_000]
        );
        assert_eq!([1, 9].map(|tries| millis(tries, 0)), [1_500, 225_000]);
    }

    #[test]
    fn what_a_target_asks_for_is_kept_within_reason() {
        let asked = |seconds| pause(1, Some(Duration::from_secs(seconds)), 0).as_secs();
        assert_eq!([1, 7, 600, 1_000_000].map(asked), [1, 7, 600, 3600]);
    }
}
