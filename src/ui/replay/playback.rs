//! The recording as the screen sees it, and requests to the player.
//!
//! [`View::now`](crate::ui::View::now) is the shown moment, and the state is as of then; moments are in the incident's
//! steady time.

use crate::incident::{History, Incident, Moment, PersonName, Role, RoleId, Seq, day};

/// A recording in playback, as of one frame.
#[derive(Clone, Copy)]
pub struct Playback<'a> {
    pub from: Moment,
    /// The last moment that can be shown: that of the last record read.
    pub to: Moment,
    pub motion: Motion,
    /// The incident is open and followed: its end is the present.
    pub goes_on: bool,
    /// Seconds of the recording a second: 1 to 3600.
    pub speed: u32,
    pub silence: Silence,
    /// As far as records are read.
    pub history: &'a History,
    /// The state as of the newest record read: who took part, and how it ended.
    pub newest: &'a Incident,
    /// Counts records from one moment to before another.
    pub activity: &'a dyn Activity,
    /// The percentage of the journal that is read; `None` once all is.
    pub loading: Option<u8>,
    /// Why the rest of the journal is not shown.
    pub cut: Option<&'a Cut>,
    /// The viewer; `None` is the commander of the moment.
    pub follow: Option<&'a Follow>,
    pub a: Option<Shown>,
    pub b: Option<Shown>,
}

/// A moment, and its last shown record: several may have the same time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    pub at: Moment,
    pub seq: Seq,
}

impl Playback<'_> {
    /// Whether nothing follows.
    pub fn is_over(&self, shown: Shown) -> bool {
        !self.goes_on && self.loading.is_none() && shown.at >= self.to && shown.seq >= self.newest.seq
    }

    /// The reading of the machine's clock at a moment of the recording.
    pub fn wall(&self, at: Moment) -> Moment {
        // While the reading continues, the history is older than the newest state.
        if at >= self.newest.at { self.newest.wall(at) } else { self.history.wall(at) }
    }

    /// The day of a moment, as the screen of that moment showed it.
    pub fn day(&self, at: Moment) -> i64 {
        day(self.from, at, self.wall(at) - at, self.newest.zone)
    }
}

/// The number of records over time.
pub trait Activity {
    fn count(&self, from: Moment, to: Moment) -> usize;
}

impl<F: Fn(Moment, Moment) -> usize> Activity for F {
    fn count(&self, from: Moment, to: Moment) -> usize {
        self(from, to)
    }
}

/// Whether quiet periods are played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Silence {
    #[default]
    Played,
    Skipped,
}

/// The playback of a replay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Paused,
    Playing,
    /// Follows an open incident.
    Live,
}

/// The end of the readable part of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The expected number of the next record.
    pub record: u64,
    pub by: CutBy,
    /// The reason, in the person's language.
    pub why: String,
}

/// Why a journal is not shown to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutBy {
    /// The next record is bad.
    Damage,
    /// It is longer than the maximum.
    Bounds,
    /// The disk failed.
    Disk,
    /// It was truncated while followed.
    Shortening,
    /// Its file was replaced or removed while followed.
    Replacement,
}

impl CutBy {
    /// Its messages: in the bar, in a narrow bar, and in the header.
    pub const fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Damage => ["playback-damaged", "playback-damaged-short", "region-journal-damaged"],
            Self::Bounds => ["playback-too-long", "playback-too-long-short", "region-journal-cut"],
            Self::Disk => ["playback-unread", "playback-unread-short", "region-journal-cut"],
            Self::Shortening => ["playback-shortened", "playback-shortened-short", "region-journal-cut"],
            Self::Replacement => ["playback-replaced", "playback-replaced-short", "region-journal-cut"],
        }
    }
}

/// The viewer of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    Person(PersonName),
    Role(RoleId),
}

/// A request to the player.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Play {
    /// From playing to paused and back; from the end it starts over.
    Toggle,
    /// Shows the end, and follows it if the incident continues.
    End,
    Speed(u32),
    Silence(Silence),
    /// Shows a moment with all its records; playing continues from there.
    Seek(Moment),
    /// Shows a record with nothing after it.
    SeekRecord(Seq),
    /// Shows the next record, or the previous one, and pauses.
    NextEvent,
    PreviousEvent,
    /// `None` is the commander of the moment.
    Follow(Option<Follow>),
    /// `None` removes the mark.
    MarkA(Option<Shown>),
    MarkB(Option<Shown>),
}

/// The speeds that the keys go through.
pub const SPEEDS: [u32; 11] = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

/// The next speed up, or the fastest.
pub fn faster(speed: u32) -> u32 {
    SPEEDS.into_iter().find(|other| *other > speed).unwrap_or(speed)
}

/// The next speed down, or the slowest.
pub fn slower(speed: u32) -> u32 {
    SPEEDS.into_iter().rev().find(|other| *other < speed).unwrap_or(speed)
}

impl Silence {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Played => Self::Skipped,
            Self::Skipped => Self::Played,
        }
    }
}

/// The roles that someone took over in a recording or had tasks of: tasks assigned to them, or last changed by them.
pub fn roles_in<'a>(newest: &'a Incident, name: &'a PersonName) -> impl Iterator<Item = &'a Role> {
    newest.roles().iter().filter(move |role| {
        let has_task = || {
            newest.tasks().any(|(_, task)| {
                let did = task.changed.as_ref().is_some_and(|(_, by)| by == name);
                task.role == role.id && (did || task.assignee.as_ref() == Some(name))
            })
        };
        newest.takers(&role.id).any(|taker| taker == name) || has_task()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_go_up_and_down_and_end() {
        assert_eq!([faster(1), faster(60), faster(61), faster(3600)], [2, 120, 120, 3600]);
        assert_eq!([slower(1), slower(60), slower(61), slower(3600)], [1, 30, 60, 1800]);
    }
}
