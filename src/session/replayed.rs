//! A session that is played again, at one person's screen.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::player::Player;
use crate::incident::{Comparison, History, Incident, Moment, Span, Who, compare};
use crate::lang::Lang;
use crate::replay::{End, Progress, Replay, Unreadable, open_shared};
use crate::room::{FindError, Room, Rooms};
use crate::ui::playback::when::{BadMoment, Session};
use crate::ui::playback::{Damaged, Follow, Play, Playback, Silence};
use crate::ui::{Elsewhere, View};

/// How often it is told how far the reading is.
const NEWS: Duration = Duration::from_millis(100);

/// A replay as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Showing {
    pub replay: Replay,
    /// Where it begins, as it was typed; the opening where none is given.
    pub from: Option<String>,
    pub speed: u32,
    pub silence: Silence,
    pub follow: Option<Follow>,
    pub plays: bool,
}

/// Where its end leads.
pub enum Back {
    Start,
    Room(Room),
    /// Nowhere: the screen is over.
    Out,
}

pub struct Replayed {
    player: Player,
    /// When the player was last moved.
    moved: Instant,
    eyes: Who,
    history: Arc<History>,
    newest: Arc<Incident>,
    progress: Progress,
    refreshed: Instant,
    damaged: Option<Damaged>,
    news: watch::Receiver<u64>,
    /// Where it is to begin, as it was typed, until that is read.
    from: Option<String>,
    lang: Lang,
    pub elsewhere: Vec<Elsewhere>,
    pub back: Back,
}

impl Showing {
    /// What a typed moment is read against.
    pub fn session(&self) -> Session {
        session(&self.replay)
    }

    /// Whether what was typed is a moment at all; where it leads to is known once that is read.
    pub fn check(&self) -> Result<(), BadMoment> {
        match self.from.as_deref().map(|typed| self.session().read(typed)) {
            Some(Err(why @ (BadMoment::Unreadable | BadMoment::Length(_)))) => Err(why),
            _ => Ok(()),
        }
    }

    /// Where what was typed leads to.
    pub fn moment(&self, typed: &str) -> Result<Moment, BadMoment> {
        match self.session().read(typed)? {
            Play::SeekRecord(seq) => self.replay.moment_of(seq).ok_or(BadMoment::NoRecord),
            Play::Seek(moment) => Ok(moment),
            _ => Err(BadMoment::Unreadable),
        }
    }

    /// From the opening, paused.
    pub const fn new(replay: Replay) -> Self {
        Self { replay, from: None, speed: 1, silence: Silence::Played, follow: None, plays: false }
    }
}

impl Replayed {
    pub fn new(showing: Showing, back: Back, lang: Lang) -> Self {
        let Showing { replay, from, speed, silence, follow, plays } = showing;
        let mut player = Player::new(replay.clone());
        player.play(Play::Speed(speed));
        player.play(Play::Silence(silence));
        player.play(Play::Follow(follow));
        player.playing = plays;
        let mut replayed = Self {
            eyes: player.eyes(),
            player,
            moved: Instant::now(),
            history: replay.history(),
            newest: replay.newest(),
            progress: replay.progress(),
            refreshed: Instant::now(),
            damaged: None,
            news: replay.changes(),
            from,
            lang,
            elsewhere: Vec::new(),
            back,
        };
        replayed.refresh();
        replayed
    }

    /// Whether more is read, which is not told all the time; not so once all is.
    pub async fn changed(&mut self) -> bool {
        if self.progress.end.is_some() {
            return false;
        }
        // To wait first loses no news where waiting is given up.
        sleep_until(self.refreshed + NEWS).await;
        self.news.changed().await.is_ok()
    }

    /// Takes in what is read meanwhile.
    pub fn refresh(&mut self) {
        self.refreshed = Instant::now();
        self.news.borrow_and_update();
        let replay = self.player.replay();
        // In this order: what is told to be the end comes with all that was read.
        self.progress = replay.progress();
        (self.newest, self.history) = (replay.newest(), replay.history());
        self.damaged = self.progress.end.and_then(|end| self.damaged(end, self.lang));
        self.begin();
        self.player.catch_up();
        self.eyes = self.player.eyes();
    }

    /// Goes where it is to begin, once that is read.
    fn begin(&mut self) {
        let Some(typed) = &self.from else { return };
        let is_read = self.progress.end.is_some();
        // A share of the session, and its end, are known with all of it.
        let waits = typed.contains('%') || matches!(typed.trim().to_lowercase().as_str(), "fin" | "end");
        if waits && !is_read {
            return;
        }
        match session(self.player.replay()).read(typed) {
            Ok(play) => self.player.play(play),
            Err(_) if !is_read => return,
            Err(_) => self.player.seek(self.newest.at),
        }
        self.from = None;
    }

    fn damaged(&self, end: End, lang: Lang) -> Option<Damaged> {
        let next = self.newest.seq.next().0;
        let (record, why) = match end {
            End::Whole => return None,
            End::Damaged(damage) => (damage.record, lang.say(damage.flaw.key())),
            End::TooLong { bytes } => (next, Unreadable::TooLong { bytes }.say(lang)),
            End::TooMany { records } => (next, Unreadable::TooMany { records }.say(lang)),
            End::Failed(why) => (next, Unreadable::Io(why.into()).say(lang)),
        };
        Some(Damaged { record, why })
    }

    /// Shows what is to be seen now, and says how long that stays so; none where it does until something is asked.
    pub fn go_on(&mut self, now: Instant) -> Option<Duration> {
        let passed = Span::from_std(now - self.moved).unwrap_or(Span::zero());
        self.moved = now;
        self.pass(passed);
        self.next_frame().and_then(|next| next.to_std().ok())
    }

    /// Lets so much time pass.
    pub fn pass(&mut self, passed: Span) {
        self.player.advance(passed);
        self.eyes = self.player.eyes();
    }

    pub fn next_frame(&self) -> Option<Span> {
        self.player.next_frame()
    }

    pub fn at(&self) -> Moment {
        self.player.at()
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

    pub fn compare(&self, one: Moment, other: Moment) -> Comparison {
        let (one, other) = (self.player.replay().at(one), self.player.replay().at(other));
        compare((&one.incident, one.at), (&other.incident, other.at))
    }

    /// Hands `use_it` what there is to see.
    pub fn show<T>(&self, use_it: impl FnOnce(&View<'_>) -> T) -> T {
        let Player { playing, speed, silence, follow, a, b, .. } = &self.player;
        let replay = self.player.replay();
        let count = |from, to| replay.activity(from, to);
        let playback = Playback {
            from: self.newest.opened_at,
            to: self.newest.at,
            playing: *playing,
            speed: *speed,
            silence: *silence,
            history: &self.history,
            newest: &self.newest,
            activity: &count,
            loading: self.progress.end.is_none().then(|| percent(self.progress)),
            damage: self.damaged.as_ref(),
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

fn session(replay: &Replay) -> Session {
    let newest = replay.newest();
    Session {
        from: newest.opened_at,
        to: newest.at,
        now: newest.opened_at,
        records: newest.seq,
        zone: newest.zone,
        walls: replay.history().walls.clone(),
    }
}

fn percent(progress: Progress) -> u8 {
    let Progress { bytes, of, .. } = progress;
    let percent = of.filter(|of| *of > 0).map_or(0, |of| bytes.saturating_mul(100) / of);
    u8::try_from(percent.min(99)).unwrap_or(99)
}

/// Opens the session of the incident that is named so.
pub async fn open(rooms: &Rooms, id: &str, lang: Lang) -> Result<Replay, String> {
    let unknown = |error: FindError| {
        tracing::warn!(%error, "a session could not be played again");
        lang.say("session-no-room")
    };
    let (_, journal) = rooms.journal(Some(id)).await.map_err(unknown)?;
    match tokio::task::spawn_blocking(move || open_shared(&journal)).await {
        Ok(opened) => opened.map_err(|why| why.say(lang)),
        Err(_) => Err(lang.say("session-gone")),
    }
}

#[cfg(test)]
mod tests;
