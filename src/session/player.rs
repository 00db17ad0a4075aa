//! The moment that a replay shows, and its progress.

use std::sync::Arc;

use crate::incident::{Incident, Moment, PersonName, Right, Rights, RoleId, Seq, Signature, Span, Who};
use crate::replay::{Frame, Replay};
use crate::ui::replay::{Follow, Motion, Play, Shown, Silence, roles_in};

/// How much of a skipped silence is played.
const SILENCE: Span = Span::seconds(2);
/// The most that a player advances after a pause in drawing.
const STALL: Span = Span::seconds(5);
/// The shortest time between two frames.
const FRAME: Span = Span::microseconds(33_333);
/// The door that a replay's screen would sign with.
const VIA: &str = "replay";

pub struct Player {
    pub replay: Replay,
    frame: Frame,
    /// The place to show once it is read.
    wanted: Option<Wanted>,
    pub motion: Motion,
    is_read: bool,
    /// The time in the incident, if it is open and followed.
    present: Option<Moment>,
    pub speed: u32,
    pub silence: Silence,
    pub follow: Option<Follow>,
    pub a: Option<Shown>,
    pub b: Option<Shown>,
}

#[derive(Clone, Copy)]
enum Wanted {
    Moment(Moment),
    End,
}

impl Player {
    /// Starts paused at the opening.
    pub fn new(replay: Replay) -> Self {
        let frame = replay.at(replay.opened_at());
        Self {
            replay,
            frame,
            wanted: None,
            motion: Motion::Paused,
            is_read: false,
            present: None,
            speed: 1,
            silence: Silence::Played,
            follow: None,
            a: None,
            b: None,
        }
    }

    pub fn incident(&self) -> &Arc<Incident> {
        &self.frame.incident
    }

    pub fn at(&self) -> Moment {
        self.frame.at
    }

    /// Whether the incident is open and followed.
    pub const fn goes_on(&self) -> bool {
        self.present.is_some()
    }

    /// Updates whether all is read, and the time in the incident; `None` if it is closed or no longer followed.
    ///
    /// Both come from one look at the replay, so that going to the end while it is read leads to the present.
    pub fn update_progress(&mut self, is_read: bool, present: Option<Moment>) {
        (self.is_read, self.present) = (is_read, present);
        match present {
            Some(now) if self.motion == Motion::Live => self.frame.move_to(&self.replay, now),
            // The followed incident was closed.
            None if self.motion == Motion::Live => self.seek(self.replay.end()),
            _ => {}
        }
    }

    pub fn play(&mut self, play: Play) {
        match play {
            Play::Toggle if self.motion != Motion::Paused => self.motion = Motion::Paused,
            Play::Toggle => {
                if self.is_over() {
                    self.seek(self.replay.opened_at());
                }
                self.motion = Motion::Playing;
            }
            Play::End => self.want(Wanted::End),
            Play::Speed(speed) => self.speed = speed.clamp(1, 3600),
            Play::Silence(silence) => self.silence = silence,
            Play::Seek(moment) => self.seek(moment),
            Play::SeekRecord(seq) => {
                self.leave_present();
                self.step_to(seq);
            }
            Play::NextEvent => self.step(self.frame.incident.seq.next()),
            Play::PreviousEvent => self.step(Seq(self.frame.incident.seq.0.saturating_sub(1))),
            Play::Follow(follow) => self.follow = follow,
            Play::MarkA(shown) => self.a = shown,
            Play::MarkB(shown) => self.b = shown,
        }
    }

    pub fn seek(&mut self, moment: Moment) {
        self.leave_present();
        self.want(Wanted::Moment(moment));
    }

    fn want(&mut self, wanted: Wanted) {
        self.wanted = Some(wanted);
        self.catch_up();
    }

    /// Pauses: only the present moves by itself.
    fn leave_present(&mut self) {
        if self.motion == Motion::Live {
            self.motion = Motion::Paused;
        }
    }

    /// Shows what was read meanwhile.
    pub fn catch_up(&mut self) {
        let Some(wanted) = self.wanted else { return };
        // A moment is complete once something later is read.
        let end = self.end();
        let moment = match wanted {
            Wanted::Moment(moment) => moment,
            Wanted::End => end,
        };
        self.frame.move_to(&self.replay, moment.min(end));
        if self.is_read || moment < end {
            self.wanted = None;
            if matches!(wanted, Wanted::End) && self.goes_on() {
                self.motion = Motion::Live;
            }
        }
    }

    /// Returns the last moment that can be shown.
    fn end(&self) -> Moment {
        let read = self.replay.end();
        self.present.map_or(read, |present| present.max(read))
    }

    fn step(&mut self, seq: Seq) {
        let is_there = self.replay.moment_of(seq).is_some();
        if is_there || self.motion != Motion::Live {
            self.motion = Motion::Paused;
            self.step_to(seq);
        }
    }

    fn step_to(&mut self, seq: Seq) {
        self.wanted = None;
        if self.replay.moment_of(seq).is_some() {
            self.frame.move_to_record(&self.replay, seq);
        }
    }

    fn is_over(&self) -> bool {
        let is_last = self.frame.incident.seq >= self.replay.newest().seq;
        self.frame.at >= self.end() && is_last && self.is_read && !self.goes_on()
    }

    /// Continues by the time that has passed.
    pub fn advance(&mut self, passed: Span) {
        if self.motion != Motion::Playing || self.wanted.is_some() {
            return;
        }
        let at = self.after(passed.min(STALL));
        let end = self.end();
        self.frame.move_to(&self.replay, at.min(end));
        if at >= end && self.is_read {
            self.motion = if self.goes_on() { Motion::Live } else { Motion::Paused };
        }
    }

    /// Returns the moment after so long, as far as records are read.
    fn after(&self, passed: Span) -> Moment {
        let (mut at, mut left) = (self.frame.at, passed * self.rate());
        if self.silence == Silence::Played {
            return at + left;
        }
        let watched = SILENCE * self.rate();
        loop {
            let last = self.replay.last_until(at);
            let (Some(from), Some(next)) = (self.replay.moment_of(last), self.replay.moment_of(last.next())) else {
                return at + left;
            };
            let quiet = (from + watched).max(at);
            if next <= quiet {
                if at + left < next {
                    return at + left;
                }
                left -= next - at;
            } else {
                if at + left < quiet {
                    return at + left;
                }
                left -= quiet - at;
            }
            at = next;
        }
    }

    fn rate(&self) -> i32 {
        i32::try_from(self.speed).unwrap_or(i32::MAX)
    }

    /// Returns how long until there is something else to show; `None` while paused.
    pub fn next_frame(&self) -> Option<Span> {
        let into = (self.frame.at - self.frame.incident.opened_at).num_milliseconds().rem_euclid(1000);
        let to_second = Span::milliseconds(1000 - into);
        match self.motion {
            Motion::Paused => return None,
            Motion::Playing => {}
            // As in a room, whose clocks are drawn each second; records come as changes.
            Motion::Live if self.frame.incident.pace.speed > 1 => return Some(Span::seconds(1)),
            Motion::Live => return Some(to_second.max(FRAME)),
        }
        let next = self.replay.moment_of(self.replay.last_until(self.frame.at).next());
        let to_record = next.map_or(to_second, |next| next - self.frame.at);
        Some((to_second.min(to_record) / self.rate()).max(FRAME))
    }

    /// The person whose view is shown: the one who is followed, or was in command.
    pub fn eyes(&self) -> Who {
        let incident = &self.frame.incident;
        let (person, role) = match &self.follow {
            None => (incident.commander.clone(), None),
            Some(Follow::Person(person)) => (person.clone(), None),
            Some(Follow::Role(role)) => (holder(incident, role), Some(role)),
        };
        let has_task = |role: &RoleId| {
            incident.tasks().any(|(_, task)| task.role == *role && task.assignee.as_ref() == Some(&person))
        };
        // A followed person has all their roles from the start, also before they take them.
        let newest = self.replay.newest();
        let of_recording: Vec<&RoleId> = match &self.follow {
            Some(Follow::Person(person)) => roles_in(&newest, person).map(|role| &role.id).collect(),
            Some(Follow::Role(_)) | None => Vec::new(),
        };
        let is_theirs = |it: &&RoleId| match role {
            Some(role) => *it == role,
            None if of_recording.contains(it) => true,
            None => incident.takers(it).any(|taker| *taker == person) || has_task(it),
        };
        let roles = incident.roles().iter().map(|role| &role.id).filter(is_theirs).cloned().collect();
        let by = Signature::new(person.as_str(), VIA);
        Who { by, rights: Rights { right: Right::Member, roles } }
    }
}

/// The holder of a role at that moment: who took it over, or had a task of it; else the role itself.
fn holder(incident: &Incident, role: &RoleId) -> PersonName {
    let assigned =
        || incident.tasks().filter(|(_, task)| task.role == *role).find_map(|(_, task)| task.assignee.as_ref());
    let name = || incident.role(role).map_or_else(|| role.to_string(), |role| role.name.to_string());
    incident.takers(role).next().or_else(assigned).cloned().unwrap_or_else(|| PersonName::new(&name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replay::Limit;

    fn player(name: &str) -> Player {
        let journal = std::fs::File::open(format!("tests/sessions/{name}.jsonl")).unwrap();
        let replay = Replay::open(journal, None, Limit::default()).unwrap();
        replay.wait_until_read();
        let mut player = Player::new(replay);
        player.update_progress(true, None);
        player
    }

    #[test]
    fn a_second_passes_as_fast_as_the_speed_says() {
        let mut player = player("octobre");
        let opened = player.at();
        player.advance(Span::seconds(1));
        assert_eq!(player.at(), opened);
        player.play(Play::Speed(60));
        player.play(Play::Toggle);
        for _ in 0..30 {
            player.advance(Span::microseconds(33_333));
        }
        assert_eq!((player.at() - opened).num_milliseconds(), 59_999);
        assert_eq!(player.incident().seq, player.replay.last_until(player.at()));
    }

    #[test]
    fn a_recording_is_played_to_its_end_and_then_anew() {
        let mut player = player("octobre");
        let (opened, end) = (player.at(), player.replay.end());
        player.play(Play::Speed(3600));
        player.play(Play::Toggle);
        let mut frames = 0;
        while player.motion == Motion::Playing {
            player.advance(Span::seconds(1));
            frames += 1;
        }
        assert_eq!(player.at(), end);
        assert_eq!(frames, (end - opened).num_seconds() / 3600 + 1);
        assert_eq!(player.next_frame(), None);
        player.play(Play::Toggle);
        assert_eq!((player.at(), player.motion), (opened, Motion::Playing));
    }

    #[test]
    fn of_a_silence_two_seconds_are_watched() {
        let mut player = player("octobre");
        player.play(Play::Silence(Silence::Skipped));
        player.play(Play::Speed(60));
        player.play(Play::Toggle);
        let mut longest = Span::zero();
        let (mut silence, mut last) = (Span::zero(), player.incident().seq);
        while player.motion == Motion::Playing {
            player.advance(Span::milliseconds(100));
            silence = if player.incident().seq == last { silence + Span::milliseconds(100) } else { Span::zero() };
            last = player.incident().seq;
            longest = longest.max(silence);
        }
        assert!(longest <= Span::milliseconds(2000), "{longest}");
        assert!(longest >= Span::milliseconds(1900), "{longest}");
        assert_eq!(player.incident().seq, player.replay.newest().seq);
    }

    #[test]
    fn going_to_the_end_while_it_is_read_leads_to_the_present() {
        let mut player = player("octobre");
        let end = player.replay.end();
        player.update_progress(false, None);
        player.play(Play::End);
        assert_eq!((player.at(), player.motion), (end, Motion::Paused));
        let now = end + Span::minutes(7);
        player.update_progress(true, Some(now));
        player.catch_up();
        assert_eq!((player.at(), player.motion), (now, Motion::Live));
        // Nothing more comes: it stays at the last record.
        player.update_progress(true, None);
        assert_eq!((player.at(), player.motion), (end, Motion::Paused));
    }

    #[test]
    fn every_record_is_one_step() {
        let mut player = player("octobre");
        let last = player.replay.newest().seq.0;
        for seq in 2..=last {
            player.play(Play::NextEvent);
            assert_eq!(player.incident().seq, Seq(seq));
        }
        player.play(Play::NextEvent);
        assert_eq!(player.incident().seq, Seq(last));
        player.play(Play::SeekRecord(Seq(3)));
        for seq in [2, 1, 1] {
            player.play(Play::PreviousEvent);
            assert_eq!(player.incident().seq, Seq(seq));
        }
    }

    #[test]
    fn before_the_last_of_several_records_of_one_instant_it_is_not_over() {
        let mut player = player("mars");
        let records = player.replay.newest().seq.0;
        let at = |seq| player.replay.moment_of(Seq(seq)).unwrap();
        let twins = (2..=records).rev().find(|seq| at(*seq) == at(seq - 1)).unwrap();
        let (journal, mut lines) = (std::fs::read("tests/sessions/mars.jsonl").unwrap(), 0);
        let is_before = |byte: &u8| {
            let is_there = lines < twins;
            lines += u64::from(*byte == b'\n');
            is_there
        };
        let journal: Vec<u8> = journal.into_iter().take_while(is_before).collect();
        let replay = Replay::open(std::io::Cursor::new(journal), None, Limit::default()).unwrap();
        replay.wait_until_read();
        player = Player::new(replay);
        player.update_progress(true, None);
        player.play(Play::Seek(player.replay.end()));
        player.play(Play::PreviousEvent);
        assert_eq!(player.at(), player.replay.end());
        player.play(Play::Toggle);
        player.advance(Span::seconds(1));
        assert_eq!((player.incident().seq, player.motion), (Seq(twins), Motion::Paused));
    }

    #[test]
    fn it_is_seen_as_by_the_commander_or_the_followed_person() {
        let mut player = player("octobre");
        let commands = player.replay.history().commands.clone();
        assert!(commands.len() > 1, "command changes hands in this session");
        for command in commands {
            player.play(Play::Seek(command.at));
            assert_eq!(player.eyes().by.person, command.person);
        }
        let role = player.incident().roles()[0].id.clone();
        player.play(Play::Follow(Some(Follow::Role(role.clone()))));
        assert_eq!(player.eyes().rights.roles, [role]);
        // From the opening on someone has the roles whose tasks they will do.
        player.play(Play::Seek(player.replay.opened_at()));
        let newest = player.replay.newest();
        let did = newest.tasks().find_map(|(_, task)| Some((&task.role, &task.changed.as_ref()?.1)));
        let (role, person) = did.unwrap();
        player.play(Play::Follow(Some(Follow::Person(person.clone()))));
        assert!(player.eyes().rights.roles.contains(role));
        let nobody = PersonName::new("nobody");
        player.play(Play::Follow(Some(Follow::Person(nobody.clone()))));
        assert_eq!((player.eyes().by.person, player.eyes().rights.roles), (nobody, vec![]));
    }
}
