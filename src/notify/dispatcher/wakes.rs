//! Wakes the queues of the targets.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::time::{Instant, sleep_until};

use crate::incident::TargetName;

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
}
