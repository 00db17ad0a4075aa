//! What the screen is given of a recording that is played back, and what it asks of the player.
//!
//! The moment that is shown is [`View::now`](crate::ui::View::now), the state is that of this moment; all moments are the
//! incident's own, even time.

use crate::incident::{History, Incident, Moment, PersonName, Role, RoleId, Seq, day};

/// A recording that is played back, as of one frame.
#[derive(Clone, Copy)]
pub struct Playback<'a> {
    /// The opening.
    pub from: Moment,
    /// The last moment that can be shown: that of the last record, as far as records are read.
    pub to: Moment,
    pub motion: Motion,
    /// The incident is open, and what is written in it is read as it comes: its end is the present.
    pub goes_on: bool,
    /// How many seconds of the recording pass in one: 1 to 3600.
    pub speed: u32,
    pub silence: Silence,
    /// What is worth a mark, as far as records are read.
    pub history: &'a History,
    /// The state as of the newest record that is read: who took part, and how it ended.
    pub newest: &'a Incident,
    /// How many records there are from one moment on, and before another.
    pub activity: &'a dyn Activity,
    /// How much of the journal is read, in percent; `None` once all is.
    pub loading: Option<u8>,
    /// Why the rest of the journal is not shown.
    pub cut: Option<&'a Cut>,
    /// Through whose eyes it is seen; `None` is the commander of the moment.
    pub follow: Option<&'a Follow>,
    /// The two that are compared.
    pub a: Option<Shown>,
    pub b: Option<Shown>,
}

/// A moment, and the last record that is shown of it: several may have been written at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    pub at: Moment,
    pub seq: Seq,
}

impl Playback<'_> {
    /// Whether that is all there is.
    pub fn is_over(&self, shown: Shown) -> bool {
        !self.goes_on && self.loading.is_none() && shown.at >= self.to && shown.seq >= self.newest.seq
    }

    /// What the machine's clock read at a moment of the recording.
    pub fn wall(&self, at: Moment) -> Moment {
        // While the reading continues, the history is somewhat older than the newest state.
        if at >= self.newest.at { self.newest.wall(at) } else { self.history.wall(at) }
    }

    /// Which day of the incident a moment was, as the screen of that moment says.
    pub fn day(&self, at: Moment) -> i64 {
        day(self.from, at, self.wall(at) - at, self.newest.zone)
    }
}

/// How much was written down when.
pub trait Activity {
    fn count(&self, from: Moment, to: Moment) -> usize;
}

impl<F: Fn(Moment, Moment) -> usize> Activity for F {
    fn count(&self, from: Moment, to: Moment) -> usize {
        self(from, to)
    }
}

/// Whether stretches in which nothing happens are played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Silence {
    #[default]
    Played,
    Skipped,
}

/// How a replay moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    #[default]
    Paused,
    Playing,
    /// It shows an open incident as it is now, and what comes as it comes.
    Live,
}

/// What is before this record is all that is shown of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The number that the next record has, or should have.
    pub record: u64,
    pub by: CutBy,
    /// What became of it, in the person's language.
    pub why: String,
}

/// Why a journal is not shown to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutBy {
    /// The next record is bad.
    Damage,
    /// It is longer than journals are read.
    Bounds,
    /// The disk would not give it.
    Disk,
    /// It became shorter while it was followed.
    Shortening,
    /// Its file was replaced or taken away while it was followed.
    Replacement,
}

impl CutBy {
    /// The message on it: that of the bar, that of a narrow one, and that of the header.
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

/// Through whose eyes a recording is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    Person(PersonName),
    Role(RoleId),
}

/// What the screen asks of the player.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Play {
    /// From playing to paused and back; from the end it begins again.
    Toggle,
    /// Shows the end, and stays there where the incident continues.
    End,
    Speed(u32),
    Silence(Silence),
    /// Shows a moment, with all that was recorded until then; playing continues from there.
    Seek(Moment),
    /// Shows the moment at which a record was written, with nothing after it.
    SeekRecord(Seq),
    /// Shows the next record, or the one before it, and pauses.
    NextEvent,
    PreviousEvent,
    /// `None` is the commander of the moment.
    Follow(Option<Follow>),
    /// `None` takes the mark away.
    MarkA(Option<Shown>),
    MarkB(Option<Shown>),
}

/// The speeds that the keys go through.
pub const SPEEDS: [u32; 11] = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600];

/// The next speed up; the fastest has none.
pub fn faster(speed: u32) -> u32 {
    SPEEDS.into_iter().find(|other| *other > speed).unwrap_or(speed)
}

/// The next speed down; the slowest has none.
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
