//! The one reader of time and randomness.
//!
//! A clock has two readings: the machine's time of day (wall), and a count that no one can set and that continues while a
//! laptop sleeps (steady). An incident's time follows the steady count, so that setting the machine's clock makes no phase
//! late.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::incident::{Moment, Span};

#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Machine,
    Hand(Arc<Hand>),
}

/// A clock that a test moves by hand.
#[derive(Debug)]
pub struct Hand {
    wall: AtomicI64,
    steady: AtomicI64,
    letters: AtomicI64,
}

/// Both readings, of one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub wall: Moment,
    /// Since an instant that never changes while the machine runs.
    pub steady: Span,
}

impl Clock {
    pub const fn machine() -> Self {
        Self(Source::Machine)
    }

    /// Returns a clock that stays at `wall` until its hand is moved, with letters that count up.
    pub fn fixed(wall: Moment) -> (Self, Arc<Hand>) {
        let hand = Arc::new(Hand {
            wall: AtomicI64::new(wall.timestamp_millis()),
            steady: AtomicI64::new(0),
            letters: AtomicI64::new(0),
        });
        (Self(Source::Hand(Arc::clone(&hand))), hand)
    }

    pub fn read(&self) -> Reading {
        match &self.0 {
            Source::Machine => Reading { wall: wall(), steady: steady() },
            Source::Hand(hand) => Reading {
                wall: from_millis(hand.wall.load(Ordering::Relaxed)),
                steady: Span::milliseconds(hand.steady.load(Ordering::Relaxed)),
            },
        }
    }

    pub fn wall(&self) -> Moment {
        self.read().wall
    }

    /// Returns four letters of `a-z0-9`, which distinguish the incidents of one day.
    pub fn letters(&self) -> String {
        const LETTERS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
        let number = match &self.0 {
            Source::Machine => getrandom::u32().unwrap_or_else(|_| wall().timestamp_subsec_nanos()) as usize,
            Source::Hand(hand) => usize::try_from(hand.letters.fetch_add(1, Ordering::Relaxed)).unwrap_or(0),
        };
        (0..4).rev().map(|place| char::from(LETTERS[number / 36_usize.pow(place) % 36])).collect()
    }

    /// Returns a random number below `sides`; the largest from a clock of a test.
    pub fn dice(&self, sides: u32) -> u32 {
        match &self.0 {
            Source::Machine => getrandom::u32().unwrap_or_default() % sides.max(1),
            Source::Hand(_) => sides.saturating_sub(1),
        }
    }
}

impl Hand {
    pub fn pass(&self, span: Span) {
        self.wall.fetch_add(span.num_milliseconds(), Ordering::Relaxed);
        self.steady.fetch_add(span.num_milliseconds(), Ordering::Relaxed);
    }

    pub fn set_wall(&self, by: Span) {
        self.wall.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one reader of the machine's clock")]
fn wall() -> Moment {
    from_millis(chrono::Utc::now().timestamp_millis())
}

fn steady() -> Span {
    // std's Instant pauses while the machine sleeps; the boot-time clock does not.
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Span::seconds(time.tv_sec) + Span::nanoseconds(time.tv_nsec)
}

fn from_millis(millis: i64) -> Moment {
    Moment::from_timestamp_millis(millis).unwrap_or(Moment::UNIX_EPOCH)
}

#[cfg(test)]
mod tests;
