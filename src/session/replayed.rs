//! A recorded incident at one person's screen.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::pending::changed;
use super::player::Player;
use super::reported::Origin;
use crate::incident::{Comparison, History, Incident, IncidentId, Moment, Span, Who, compare};
use crate::lang::Lang;
use crate::replay::{End, Growth, Progress, Replay, Unreadable, open_shared};
use crate::room::{FindError, Room, Rooms};
use crate::ui::replay::when::{BadMoment, Recording};
use crate::ui::replay::{Cut, CutBy, Follow, Play, Playback, Shown, Silence};
use crate::ui::{Elsewhere, View};

/// How often progress of the reading is shown.
const NEWS: Duration = Duration::from_millis(100);

/// How long a requested moment waits for an error before something else is shown.
const SOON: Duration = Duration::from_millis(300);

#[derive(Clone, Debug)]
pub struct Showing {
    pub replay: Replay,
    /// The moment at which it begins, as typed; `None` for the opening.
    pub from: Option<String>,
    pub speed: u32,
    pub silence: Silence,
    pub follow: Option<Follow>,
    pub plays: bool,
    /// The source of its report, if it is not one of the host's incidents.
    pub origin: Option<Origin>,
}

/// Where leaving a replay leads.
pub enum Back {
    Start,
    Room(Room),
    /// Nowhere: the screen is over.
    Out,
}

pub struct Replayed {
    pub player: Player,
    moved: Instant,
    eyes: Who,
    history: Arc<History>,
    newest: Arc<Incident>,
    progress: Progress,
    refreshed: Instant,
    cut: Option<Cut>,
    news: watch::Receiver<u64>,
    /// The moment at which it begins, as typed, until that is read.
    from: Option<String>,
    /// Why it does not begin there, until that is shown.
    pub refused: Option<String>,
    /// The clock of an open incident; without it nothing is followed.
    rooms: Option<Rooms>,
    lang: Lang,
    pub origin: Option<Origin>,
    pub elsewhere: Vec<Elsewhere>,
    pub back: Back,
}

impl Showing {
    /// Returns the recording that typed moments refer to.
    pub fn recording(&self) -> Recording {
        recording(&self.replay)
    }

    pub fn check(&self) -> Result<(), BadMoment> {
        let Some(typed) = &self.from else { return Ok(()) };
        if leads(&self.replay, typed).is_none() {
            self.replay.wait_until_read_for(SOON);
        }
        leads(&self.replay, typed).map_or(Ok(()), |read| read.map(|_| ()))
    }

    pub fn moment(&self, typed: &str) -> Result<Moment, BadMoment> {
        match self.recording().read(typed)? {
            Play::SeekRecord(seq) => self.replay.moment_of(seq).ok_or(BadMoment::NoRecord),
            Play::Seek(moment) => Ok(moment),
            Play::End => Ok(self.recording().to),
            _ => Err(BadMoment::Unreadable),
        }
    }

    /// Starts at the opening, paused.
    pub const fn new(replay: Replay) -> Self {
        Self { replay, from: None, speed: 1, silence: Silence::Played, follow: None, plays: false, origin: None }
    }
}

impl Replayed {
    pub fn new(showing: Showing, back: Back, rooms: Option<Rooms>, lang: Lang) -> Self {
        let Showing { replay, from, speed, silence, follow, plays, origin } = showing;
        let mut player = Player::new(replay.clone());
        player.play(Play::Speed(speed));
        player.play(Play::Silence(silence));
        player.play(Play::Follow(follow));
        if plays {
            player.play(Play::Toggle);
        }
        let mut replayed = Self {
            eyes: player.eyes(),
            player,
            moved: Instant::now(),
            history: replay.history(),
            newest: replay.newest(),
            progress: replay.progress(),
            refreshed: Instant::now(),
            cut: None,
            news: replay.changes(),
            from,
            refused: None,
            rooms,
            lang,
            origin,
            elsewhere: Vec::new(),
            back,
        };
        replayed.refresh();
        replayed
    }

    /// Waits until more is read; for ever once all is read.
    pub async fn changed(&mut self) {
        if !matches!(self.progress.end, None | Some(End::SoFar)) {
            std::future::pending::<()>().await;
        }
        // Waiting first loses no change if this future is dropped.
        sleep_until(self.refreshed + NEWS).await;
        changed(&mut self.news).await;
    }

    pub fn refresh(&mut self) {
        self.refreshed = Instant::now();
        self.news.borrow_and_update();
        let replay = &self.player.replay;
        // In this order: an end is read before all that it ends.
        self.progress = replay.progress();
        (self.newest, self.history) = (replay.newest(), replay.history());
        self.cut = self.progress.end.and_then(|end| self.cut(end));
        self.player.update_progress(self.progress.end.is_some(), self.present());
        self.begin();
        self.player.catch_up();
        self.eyes = self.player.eyes();
    }

    /// Goes to the moment at which it begins, once that is read.
    fn begin(&mut self) {
        let Some(typed) = &self.from else { return };
        let replay = &self.player.replay;
        match leads(replay, typed) {
            None => return,
            Some(Ok(play)) => self.player.play(play),
            Some(Err(why)) => self.refused = Some(why.say(&recording(replay), self.lang)),
        }
        self.from = None;
    }

    fn cut(&self, end: End) -> Option<Cut> {
        let lang = self.lang;
        let (next, last) = (self.newest.seq.next().0, ("last", self.newest.seq.to_string().into()));
        let (record, by, why) = match end {
            End::Whole | End::SoFar => return None,
            End::Damaged(damage) => (damage.record, CutBy::Damage, lang.say(damage.flaw.key())),
            End::TooLong { bytes } => (next, CutBy::Bounds, Unreadable::TooLong { bytes }.say(lang)),
            End::TooMany { records } => (next, CutBy::Bounds, Unreadable::TooMany { records }.say(lang)),
            End::Failed(why) => (next, CutBy::Disk, Unreadable::Io(why.into()).say(lang)),
            End::Shortened => (next, CutBy::Shortening, lang.say_with("replay-shortened", &[last])),
            End::Replaced => (next, CutBy::Replacement, lang.say_with("replay-replaced", &[last])),
        };
        Some(Cut { record, by, why })
    }

    /// Returns the time in the incident if it is open and read to its end.
    fn present(&self) -> Option<Moment> {
        let goes_on = self.progress.end == Some(End::SoFar) && !self.newest.is_closed();
        self.rooms.as_ref().filter(|_| goes_on).map(|rooms| rooms.time_in(&self.newest))
    }

    /// Shows the current state, and returns for how long; `None` until something is requested.
    pub fn go_on(&mut self, now: Instant) -> Option<Duration> {
        let passed = Span::from_std(now - self.moved).unwrap_or(Span::zero());
        self.moved = now;
        self.player.update_progress(self.progress.end.is_some(), self.present());
        self.pass(passed);
        self.player.next_frame().and_then(|next| next.to_std().ok())
    }

    /// Lets so much time pass.
    pub fn pass(&mut self, passed: Span) {
        self.player.advance(passed);
        self.eyes = self.player.eyes();
        // The shown state is never newer than the known recording.
        if self.player.incident().seq > self.newest.seq {
            self.refresh();
        }
    }

    pub fn seek(&mut self, moment: Moment) {
        self.player.seek(moment);
        self.eyes = self.player.eyes();
    }

    pub fn play(&mut self, play: Play) {
        self.go_on(Instant::now());
        self.player.play(play);
        self.eyes = self.player.eyes();
    }

    pub fn compare(&self, one: Shown, other: Shown) -> Comparison {
        let state = |shown: Shown| self.player.replay.at_record(shown.seq).incident;
        compare((&state(one), one.at), (&state(other), other.at))
    }

    pub fn show<T>(&self, use_it: impl FnOnce(&View<'_>) -> T) -> T {
        let Player { speed, silence, follow, a, b, .. } = &self.player;
        let replay = &self.player.replay;
        let count = |from, to| replay.activity(from, to);
        let playback = Playback {
            from: self.newest.opened_at,
            to: self.newest.at.max(self.player.at()),
            motion: self.player.motion,
            goes_on: self.player.goes_on(),
            speed: *speed,
            silence: *silence,
            history: &self.history,
            newest: &self.newest,
            activity: &count,
            loading: self.progress.end.is_none().then(|| percent(self.progress)),
            cut: self.cut.as_ref(),
            follow: follow.as_ref(),
            a: *a,
            b: *b,
        };
        use_it(&View {
            elsewhere: &self.elsewhere,
            playback: Some(&playback),
            ..View::new(self.player.incident(), self.player.at(), &self.eyes)
        })
    }
}

/// Resolves a typed moment; `None` while that depends on what is still to be read.
fn leads(replay: &Replay, typed: &str) -> Option<Result<Play, BadMoment>> {
    // In this order: an end is read before all that it ends.
    let is_read = replay.progress().end.is_some();
    let recording = recording(replay);
    if is_read { Some(recording.read(typed)) } else { recording.read_so_far(typed) }
}

fn recording(replay: &Replay) -> Recording {
    let newest = replay.newest();
    Recording {
        from: newest.opened_at,
        to: newest.at,
        now: newest.opened_at,
        records: newest.seq,
        zone: newest.zone,
        walls: replay.history().wall_clock.clone(),
    }
}

fn percent(progress: Progress) -> u8 {
    let Progress { bytes, of, .. } = progress;
    let percent = of.filter(|of| *of > 0).map_or(0, |of| bytes.saturating_mul(100) / of);
    u8::try_from(percent.min(99)).unwrap_or(99)
}

/// Whether an incident may go on while it is replayed.
pub fn growth(rooms: &Rooms, id: &IncidentId) -> Growth {
    if rooms.is_copy(id) { Growth::Ends } else { Growth::Grows }
}

pub async fn open(rooms: &Rooms, id: &str, lang: Lang) -> Result<Replay, String> {
    let unknown = |error: FindError| {
        tracing::warn!(%error, "a recording could not be opened");
        lang.say("session-no-room")
    };
    let (id, journal) = rooms.journal(Some(id)).await.map_err(unknown)?;
    let growth = growth(rooms, &id);
    match tokio::task::spawn_blocking(move || open_shared(&journal, growth)).await {
        Ok(opened) => opened.map_err(|why| why.say(lang)),
        Err(_) => Err(lang.say("unrecorded-gone")),
    }
}

#[cfg(test)]
mod tests;
