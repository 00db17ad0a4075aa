//! Sessions that are over, played by hand: what keys ask of a player is done, and what is then seen is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use termina::event::{KeyCode, KeyEvent, Modifiers};
use warroom::incident::{
    Event, HeaderEvent, Incident, LogEvent, Moment, Prose, Recorded, Right, Rights, Seq, Signature, Span, Who, compare,
};
use warroom::incident::{History, PersonName};
use warroom::journal::salvage;
use warroom::lang::Lang;
use warroom::theme::Theme;
use warroom::ui::replay::{Cut, Follow, Motion, Play, Playback, Shown, Silence};
use warroom::ui::{Effect, Input, Screen, Settings, View, World};

/// All records of a session, and how it is played.
pub struct Tape {
    pub records: Vec<Recorded>,
    history: History,
    newest: Incident,
    pub now: Moment,
    /// The last record that is shown, where that is not all of the moment.
    seq: Option<Seq>,
    pub motion: Motion,
    pub goes_on: bool,
    pub speed: u32,
    pub silence: Silence,
    pub loading: Option<u8>,
    pub cut: Option<Cut>,
    pub follow: Option<Follow>,
    pub a: Option<Shown>,
    pub b: Option<Shown>,
}

impl Tape {
    pub fn of(records: Vec<Recorded>) -> Self {
        let mut newest = Incident::begin(&records[0]).expect("an opening");
        let mut history = History::begin(&newest);
        for recorded in &records[1..] {
            history.follow(&mut newest, recorded);
        }
        Self {
            now: records[0].at,
            records,
            history,
            newest,
            seq: None,
            motion: Motion::Paused,
            goes_on: false,
            speed: 1,
            silence: Silence::Played,
            loading: None,
            cut: None,
            follow: None,
            a: None,
            b: None,
        }
    }

    /// One of the frozen sessions.
    pub fn frozen(name: &str) -> Self {
        let path = format!("{}/tests/sessions/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::File::open(path).expect("a frozen session");
        let mut records = Vec::new();
        let salvaged = salvage(std::io::BufReader::new(file), &mut |recorded| records.push(recorded));
        assert_eq!(salvaged.expect("it can be read").damage, None);
        Self::of(records)
    }

    /// An opening with its plan, and then as many notes, each so long after the former.
    pub fn busy(&self, notes: usize, apart: Span) -> Self {
        let mut records = vec![self.records[0].clone()];
        for number in 0..notes {
            let last = records.last().expect("there is one");
            let text = Prose::new(&format!("{number}"));
            let why = Prose::default();
            let event = match number % 3 {
                0 => Event::Log(LogEvent::Decided { text, why: why.clone(), objections: why }),
                1 => Event::Log(LogEvent::FactRecorded { text }),
                _ => Event::Log(LogEvent::Noted { text }),
            };
            records.push(Recorded { seq: last.seq.next(), at: last.at + apart, act: None, event, by: last.by.clone() });
        }
        Self::of(records)
    }

    pub fn at(&mut self, moment: &str) -> &mut Self {
        self.now = moment.parse().expect("a moment");
        self.seq = None;
        self
    }

    /// Up to a record, or to the last.
    pub fn play_to(&mut self, record: u64) -> &mut Self {
        self.play(Play::SeekRecord(Seq(record).min(self.newest.seq)));
        self
    }

    /// When it was closed.
    pub fn closed_at(&self) -> Moment {
        let is_closing = |it: &&Recorded| matches!(it.event, Event::Header(HeaderEvent::Closed { .. }));
        self.records.iter().rev().find(is_closing).expect("it was closed").at
    }

    fn end(&self) -> Moment {
        self.records.last().expect("there is one").at
    }

    fn state(&self, at: Moment, seq: Option<Seq>) -> Incident {
        let shown = |it: &&Recorded| it.at <= at && seq.is_none_or(|seq| it.seq <= seq);
        let mut incident = Incident::begin(&self.records[0]).expect("an opening");
        for recorded in self.records[1..].iter().take_while(shown) {
            incident.apply(recorded);
        }
        incident
    }

    /// Whoever is followed, with what they held.
    pub fn who(&self, incident: &Incident) -> Who {
        match &self.follow {
            None => Who::owner(Signature::new(incident.commander.as_str(), "replay")),
            Some(Follow::Person(name)) => Who {
                by: Signature::new(name.as_str(), "replay"),
                rights: Rights { right: Right::Member, roles: roles(&self.newest, name) },
            },
            Some(Follow::Role(role)) => Who {
                by: Signature::new(self.newest.role(role).map_or("", |role| role.name.as_str()), "replay"),
                rights: Rights { right: Right::Member, roles: vec![role.clone()] },
            },
        }
    }

    fn play(&mut self, play: Play) {
        match play {
            Play::Toggle => {
                self.motion = if self.motion == Motion::Paused { Motion::Playing } else { Motion::Paused };
            }
            Play::End => (self.now, self.seq) = (self.end(), None),
            Play::Speed(speed) => self.speed = speed,
            Play::Silence(silence) => self.silence = silence,
            Play::Seek(at) => (self.now, self.seq) = (at, None),
            Play::SeekRecord(seq) => self.show(seq),
            Play::NextEvent => {
                let shown = self.state(self.now, self.seq).seq;
                self.show(shown.next().min(self.newest.seq));
            }
            Play::PreviousEvent => {
                let shown = self.state(self.now, self.seq).seq;
                self.show(Seq(shown.0.saturating_sub(1).max(1)));
            }
            Play::Follow(follow) => self.follow = follow,
            Play::MarkA(shown) => self.a = shown,
            Play::MarkB(shown) => self.b = shown,
        }
    }

    fn show(&mut self, seq: Seq) {
        let recorded = self.records.iter().find(|it| it.seq == seq).expect("a record");
        (self.now, self.seq) = (recorded.at, Some(seq));
    }

    /// Gives what there is to see.
    pub fn see<T>(&self, use_it: impl FnOnce(World<'_>) -> T) -> T {
        let incident = self.state(self.now, self.seq);
        let who = self.who(&incident);
        let activity = |from: Moment, to: Moment| {
            let place = |at: Moment| self.records.partition_point(|it| it.at < at);
            place(to) - place(from)
        };
        let playback = Playback {
            from: self.records[0].at,
            to: self.end().max(self.now),
            motion: self.motion,
            goes_on: self.goes_on,
            speed: self.speed,
            silence: self.silence,
            history: &self.history,
            newest: &self.newest,
            activity: &activity,
            loading: self.loading,
            cut: self.cut.as_ref(),
            follow: self.follow.as_ref(),
            a: self.a,
            b: self.b,
        };
        use_it(World::Room(&View { playback: Some(&playback), ..View::new(&incident, self.now, &who) }))
    }

    fn compared(&self, a: Shown, b: Shown) -> Input {
        let (before, after) = (self.state(a.at, Some(a.seq)), self.state(b.at, Some(b.seq)));
        Input::Compared(Box::new(compare((&before, a.at), (&after, b.at))))
    }

    /// What is on the screen after some keys, and what else they asked for; `\n` is Enter, `\x1b` Escape.
    pub fn draw(&mut self, theme: Theme, lang: Lang, keys: &str, (width, height): (u16, u16)) -> (Buffer, Vec<Effect>) {
        let mut screen = Screen::new(Settings { lang, theme, ..Settings::default() });
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        let mut asked = Vec::new();
        self.see(|world| {
            screen.update(world, Input::Changed);
            screen.render(world, &mut buffer);
        });
        for key in keys.chars() {
            let code = match key {
                '\n' => KeyCode::Enter,
                '\t' => KeyCode::Tab,
                '\x1b' => KeyCode::Escape,
                key => KeyCode::Char(key),
            };
            let key = Input::Key(KeyEvent::new(code, Modifiers::NONE));
            for effect in self.see(|world| screen.update(world, key)) {
                match effect {
                    Effect::Play(play) => {
                        self.play(play);
                        self.see(|world| screen.update(world, Input::Changed));
                    }
                    Effect::Compare(a, b) => {
                        let compared = self.compared(a, b);
                        self.see(|world| screen.update(world, compared));
                    }
                    other => asked.push(other),
                }
            }
        }
        buffer.reset();
        self.see(|world| screen.render(world, &mut buffer));
        (buffer, asked)
    }
}

/// The roles that someone took over or had tasks of.
fn roles(incident: &Incident, name: &PersonName) -> Vec<warroom::incident::RoleId> {
    let mut roles: Vec<_> = incident
        .tasks()
        .filter(|(_, task)| task.assignee.as_ref() == Some(name))
        .map(|(_, task)| task.role.clone())
        .collect();
    roles.sort();
    roles.dedup();
    roles
}
