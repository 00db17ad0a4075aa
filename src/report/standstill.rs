//! When the clocks stopped: holds, nights, and while the incident was closed.

use crate::incident::{History, Moment, Span};

/// The intervals without work, in order, no two touching.
pub struct Standstill(Vec<(Moment, Moment)>);

impl Standstill {
    pub fn of(history: &History) -> Self {
        let never = Moment::MAX_UTC;
        let holds = history.holds.iter().map(|it| (it.from, it.to().unwrap_or(never)));
        let nights = history.nights.iter().map(|it| (it.from, it.to().unwrap_or(never)));
        let closings = history.closings.iter().map(|it| (it.from, it.to().unwrap_or(never)));
        let mut all: Vec<_> = holds.chain(nights).chain(closings).collect();
        all.sort_unstable();
        let mut apart: Vec<(Moment, Moment)> = Vec::new();
        for (from, to) in all {
            match apart.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => apart.push((from, to)),
            }
        }
        Self(apart)
    }

    /// Returns the working time between two moments.
    pub fn worked(&self, from: Moment, to: Moment) -> Span {
        let still =
            self.0.iter().map(|(begun, ended)| ((*ended).min(to) - (*begun).max(from)).max(Span::zero()));
        (to - from) - still.sum::<Span>()
    }

    /// Returns the moment at which `work` has been done since `from`.
    pub fn after(&self, from: Moment, work: Span) -> Moment {
        let mut at = from;
        let mut left = work;
        for (begun, ended) in self.0.iter().filter(|(_, ended)| *ended > from) {
            let until = (*begun - at).max(Span::zero());
            if left <= until {
                break;
            }
            left -= until;
            at = (*ended).max(at);
        }
        at.checked_add_signed(left).unwrap_or(Moment::MAX_UTC)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::UNIX_EPOCH + Span::minutes(minutes)
    }

    #[test]
    fn work_is_counted_around_standstills() {
        let still = Standstill(vec![(at(10), at(20)), (at(30), at(60))]);
        assert_eq!(still.worked(at(0), at(70)), Span::minutes(30));
        assert_eq!(still.worked(at(12), at(18)), Span::zero());
        for work in [0, 5, 10, 11, 20, 25, 30] {
            let then = still.after(at(0), Span::minutes(work));
            assert_eq!(still.worked(at(0), then), Span::minutes(work), "{work}");
        }
        assert_eq!(still.after(at(0), Span::minutes(10)), at(10));
        assert_eq!(still.after(at(0), Span::minutes(11)), at(21));
        assert_eq!(still.after(at(15), Span::minutes(11)), at(61));
    }
}
