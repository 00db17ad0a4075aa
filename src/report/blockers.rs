//! What stopped the work: blockers, holds and nights.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use serde::Serialize;

use super::builder::Builder;
use super::serial::seconds;
use crate::incident::{Blocker, Interval, Moment, PersonName, Span, TaskId};

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

impl AddAssign for Blocked {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.lasted += other.lasted;
    }
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
    pub fn blocked<K: Ord>(&self, of: fn(&'a Blocker) -> &'a K) -> BTreeMap<&'a K, Blocked> {
        let mut blocked = BTreeMap::<_, Blocked>::new();
        for blocker in &self.history.blockers {
            *blocked.entry(of(&blocker.what)).or_default() +=
                Blocked { count: 1, lasted: blocker.length(self.end) };
        }
        blocked
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
