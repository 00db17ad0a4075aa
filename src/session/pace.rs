//! When the screen is drawn next, and how much of it.

use std::time::Duration;

use tokio::time::Instant;

/// The shortest time between two frames, unless a person typed something.
const PACE: Duration = Duration::from_millis(16);

/// How soon the screen is drawn again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Immediate,
    /// No sooner than a frame's time after the last one.
    Paced,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// The parts that show seconds.
    Clocks,
    Whole,
}

#[derive(Debug, Default)]
pub struct Pace {
    due: Option<(Instant, Extent)>,
    drawn: Option<Instant>,
}

impl Pace {
    pub fn due(&self) -> Option<Instant> {
        self.due.map(|(at, _)| at)
    }

    pub fn request(&mut self, now: Instant, urgency: Urgency) {
        let at = match (urgency, self.drawn) {
            (Urgency::Paced, Some(drawn)) => now.max(drawn + PACE),
            _ => now,
        };
        self.request_at(at, Extent::Whole);
    }

    /// Requests a frame at a moment; an existing request is combined to the earlier and larger of both.
    pub fn request_at(&mut self, at: Instant, extent: Extent) {
        self.due = Some(match self.due {
            Some((due, so_far)) => (due.min(at), so_far.max(extent)),
            None => (at, extent),
        });
    }

    pub fn begin(&mut self, now: Instant) -> Extent {
        self.drawn = Some(now);
        self.due.take().map_or(Extent::Whole, |(_, extent)| extent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_what_was_typed_is_drawn_before_a_frames_time_is_over() {
        let now = Instant::now();
        let mut pace = Pace::default();
        assert_eq!(pace.due(), None);
        pace.request(now, Urgency::Paced);
        assert_eq!(pace.due(), Some(now), "the first frame does not wait");
        assert_eq!(pace.begin(now), Extent::Whole);
        assert_eq!(pace.due(), None);

        let soon = now + PACE / 4;
        pace.request(soon, Urgency::Paced);
        assert_eq!(pace.due(), Some(now + PACE));
        pace.request(soon, Urgency::Immediate);
        assert_eq!(pace.due(), Some(soon));
        pace.begin(soon);
        let late = soon + PACE * 3;
        pace.request(late, Urgency::Paced);
        assert_eq!(pace.due(), Some(late));
    }

    #[tokio::test]
    async fn of_two_requests_the_earlier_and_the_larger_holds() {
        let now = Instant::now();
        let later = now + Duration::from_secs(1);
        let mut pace = Pace::default();
        pace.request_at(now, Extent::Clocks);
        assert_eq!(pace.begin(now), Extent::Clocks);
        for (first, second) in
            [((now, Extent::Clocks), (later, Extent::Whole)), ((later, Extent::Whole), (now, Extent::Clocks))]
        {
            pace.request_at(first.0, first.1);
            pace.request_at(second.0, second.1);
            assert_eq!(pace.due(), Some(now));
            assert_eq!(pace.begin(now), Extent::Whole);
        }
        assert_eq!(pace.begin(now), Extent::Whole, "what nobody requested is drawn whole");
    }
}
