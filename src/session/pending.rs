//! Futures that a session may await in vain.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::door::ExitReason;

/// A task under way, polled by its session.
pub type Pending<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Waits for a task, which is then gone; for ever if there is none.
pub async fn pending<T>(task: &mut Option<Pending<T>>) -> T {
    let Some(future) = task else { return std::future::pending().await };
    let done = future.await;
    *task = None;
    done
}

/// Waits for a newer value; for ever if there will be none.
pub async fn changed<T>(values: &mut watch::Receiver<T>) {
    if values.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Waits until a moment; for ever if there is none.
pub async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

/// Runs a part of the screen. A panic, which the panic hook has logged, ends this session alone.
pub fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, ExitReason> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| ExitReason::Crashed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_task_is_waited_for_once() {
        let mut task: Option<Pending<u8>> = Some(Box::pin(async { 7 }));
        assert_eq!(pending(&mut task).await, 7);
        assert!(task.is_none());
        let never = tokio::time::timeout(std::time::Duration::from_hours(1), pending(&mut task));
        assert!(never.await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn what_gives_no_more_values_never_changes() {
        let (sender, mut values) = watch::channel(1);
        sender.send_replace(2);
        changed(&mut values).await;
        drop(sender);
        let never = tokio::time::timeout(std::time::Duration::from_hours(1), changed(&mut values));
        assert!(never.await.is_err());
    }

    #[test]
    fn a_panic_of_the_screen_is_the_end_of_that_screen_alone() {
        assert_eq!(guarded(|| -> u8 { panic!("a test of panics") }), Err(ExitReason::Crashed));
        assert_eq!(guarded(|| 1), Ok(1));
    }
}
