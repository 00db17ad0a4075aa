//! What stopped the work: blockers, holds, nights, and closings.

use std::collections::BTreeMap;

use serde::Serialize;

use super::builder::Builder;
use super::serial::seconds;
use crate::incident::{Blocker, History, Interval, Moment, PersonName, Span, TaskId};

#[derive(Clone, Debug, Serialize)]
pub struct BlockerFigures {
    pub task: TaskId,
    pub title: String,
    pub step_title: String,
    pub role_name: String,
    pub reason: String,
    pub by: PersonName,
    pub from: Moment,
    /// `None` if the task was still blocked at the end.
    pub to: Option<Moment>,
    pub ended_by: Option<PersonName>,
    /// By the clock: nights and holds count.
    #[serde(serialize_with = "seconds")]
    pub lasted: Span,
}

/// A hold or a night.
#[derive(Clone, Debug, Serialize)]
pub struct Lasting {
    /// The reason of a hold, the title of a night.
    pub what: String,
    pub from: Moment,
    pub to: Option<Moment>,
    #[serde(serialize_with = "seconds")]
    pub lasted: Span,
}

/// The number of blockers, and how long they lasted in total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Blocked {
    pub count: usize,
    pub lasted: Span,
}

impl<'a> Builder<'a> {
    pub fn blockers(&self) -> Vec<BlockerFigures> {
        self.history.blockers.iter().map(|blocker| self.blocker(blocker)).collect()
    }

    fn blocker(&self, blocker: &Interval<Blocker>) -> BlockerFigures {
        let (step, task) = self.incident.task(&blocker.what.task).unzip();
        BlockerFigures {
            task: blocker.what.task.clone(),
            title: task.map_or("", |task| task.title.as_str()).to_owned(),
            step_title: step.map_or("", |step| step.title.as_str()).to_owned(),
            role_name: self.role_name(&blocker.what.role),
            reason: blocker.what.reason.as_str().to_owned(),
            by: blocker.by.clone(),
            from: self.wall(blocker.from),
            to: blocker.to().map(|to| self.wall(to)),
            ended_by: blocker.ended.as_ref().map(|ended| ended.by.clone()),
            lasted: blocker.length(self.end),
        }
    }

    /// Sums the blockers up by what `of` reads of each.
    pub fn blocked<K: Ord>(&self, of: impl Fn(&'a Blocker) -> Option<K>) -> BTreeMap<K, Blocked> {
        let mut all = BTreeMap::<K, Blocked>::new();
        for blocker in &self.history.blockers {
            if let Some(key) = of(&blocker.what) {
                let blocked = all.entry(key).or_default();
                blocked.count += 1;
                blocked.lasted += blocker.length(self.end);
            }
        }
        all
    }

    pub fn holds(&self) -> Vec<Lasting> {
        self.history.holds.iter().map(|hold| self.lasting(hold, hold.what.as_str())).collect()
    }

    pub fn nights(&self) -> Vec<Lasting> {
        self.history.nights.iter().map(|night| self.lasting(night, self.title(&night.what))).collect()
    }

    fn lasting<T>(&self, stretch: &Interval<T>, what: &str) -> Lasting {
        Lasting {
            what: what.to_owned(),
            from: self.wall(stretch.from),
            to: stretch.to().map(|to| self.wall(to)),
            lasted: stretch.length(self.end),
        }
    }
}

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
        let still = self.0.iter().map(|(begun, ended)| ((*ended).min(to) - (*begun).max(from)).max(Span::zero()));
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
