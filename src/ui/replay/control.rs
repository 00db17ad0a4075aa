//! What the keys of a replay do: each asks something of the player, or opens a window.

use fluent_bundle::FluentValue;

use super::bar::in_column;
use super::mark::{Sort, heaviest};
use super::playback::{Follow, Play, Playback, Shown, faster, slower};
use super::track::{Track, rests};
use super::when::{BadMoment, Recording};
use crate::incident::{Incident, Mark, MarkKind, Moment, PersonName, Role, Seq, Span};
use crate::lang::Lang;
use crate::ui::action::Action;
use crate::ui::ask::Question;
use crate::ui::banner::Banner;
use crate::ui::notice::Tone;
use crate::ui::overlay::picker::{Item, Picker};
use crate::ui::overlay::reader::{Reader, Reading};
use crate::ui::overlay::{Choice, Overlay};
use crate::ui::{Effect, Screen, View};

/// How many seconds of watching a step back or forward is.
const STRIDE: i32 = 10;

/// Which way to look for a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Next,
    Previous,
}

impl Screen {
    /// Does what an action of a replay says.
    pub(in crate::ui) fn act_on_playback(
        &mut self,
        view: &View<'_>,
        playback: &Playback<'_>,
        action: Action,
        effects: &mut Vec<Effect>,
    ) {
        let now = view.now;
        let speed = i32::try_from(playback.speed).unwrap_or(i32::MAX);
        let stride = Span::seconds((STRIDE.saturating_mul(speed)).into());
        let of = |kind: MarkKind| move |mark: &Mark| mark.kind == kind;
        let play = match action {
            Action::PlayPause => Play::Toggle,
            Action::Faster => Play::Speed(faster(playback.speed)),
            Action::Slower => Play::Speed(slower(playback.speed)),
            Action::NextEvent => Play::NextEvent,
            Action::PreviousEvent => Play::PreviousEvent,
            Action::Forward => seek(playback, now + stride),
            Action::Rewind => Play::Seek((now - stride).max(playback.from)),
            Action::IncidentStart => Play::Seek(playback.from),
            Action::IncidentEnd => Play::End,
            Action::SkipSilence => Play::Silence(playback.silence.other()),
            Action::MarkA => Play::MarkA(placed(playback.a, view.shown())),
            Action::MarkB => Play::MarkB(placed(playback.b, view.shown())),
            Action::NextMark | Action::PreviousMark => {
                return self.go_to_mark(view, action, |_| true, effects);
            }
            Action::NextPhase | Action::PreviousPhase => {
                return self.go_to_mark(view, action, of(MarkKind::Phase), effects);
            }
            Action::NextDecision | Action::PreviousDecision => {
                return self.go_to_mark(view, action, of(MarkKind::Decision), effects);
            }
            Action::NextBlocker | Action::PreviousBlocker => {
                return self.go_to_mark(view, action, of(MarkKind::Blocker), effects);
            }
            Action::NextOverrun | Action::PreviousOverrun => {
                return self.go_to_mark(view, action, of(MarkKind::Overrun), effects);
            }
            Action::NextUpdate | Action::PreviousUpdate => {
                return self.go_to_mark(view, action, of(MarkKind::Update), effects);
            }
            Action::Jump => return self.ask(view, Question::Jump(Box::new(recording(view, playback)))),
            Action::Watch => return self.pick_eyes(view, playback),
            Action::Compare => return self.compare(view, playback, effects),
            _ => return,
        };
        effects.push(Effect::Play(play));
    }

    fn go_to_mark(
        &mut self,
        view: &View<'_>,
        action: Action,
        fits: impl Fn(&Mark) -> bool,
        effects: &mut Vec<Effect>,
    ) {
        let Some(playback) = view.playback else { return };
        let marks = &playback.history.marks;
        let way = way(action);
        let found = match way {
            Way::Next => marks.iter().find(|mark| mark.at > view.now && fits(mark)),
            Way::Previous => marks.iter().rfind(|mark| mark.at < view.now && fits(mark)),
        };
        if let Some(mark) = found {
            return effects.push(Effect::Play(Play::Seek(mark.at)));
        }
        let key = match (way, playback.loading) {
            (Way::Next, Some(_)) => "playback-no-mark-yet",
            (Way::Next, None) => "playback-no-mark-after",
            (Way::Previous, _) => "playback-no-mark-before",
        };
        let what = action.sentence(self.look.lang);
        self.tell(Tone::Bad, self.look.lang.say_with(key, &[("what", what.into())]));
    }

    /// Where on the scrubber was clicked: on a mark leads to the mark.
    pub(in crate::ui) fn seek_to_column(&self, view: &View<'_>, column: u16, effects: &mut Vec<Effect>) {
        let Some(playback) = view.playback else { return };
        let Some(area) = self.hits.borrow().area(&crate::ui::scene::Hit::Scrubber) else { return };
        let rests = rests(playback.history, playback.to);
        let track = Track::new(playback.from, playback.to, &rests, area.width);
        let column = column.saturating_sub(area.x);
        // The one whose sign is there.
        let mark = heaviest(in_column(playback, &track, column)).map(|mark| mark.at);
        let last = column + 1 >= area.width;
        let at = mark.unwrap_or_else(|| if last { playback.to } else { track.moment(column) });
        // The last column of what goes on is the present, whatever was done last.
        let play = if last && playback.goes_on { Play::End } else { Play::Seek(at) };
        effects.push(Effect::Play(play));
    }

    /// People and roles of the recording, in whose stead it can be looked at.
    fn pick_eyes(&mut self, view: &View<'_>, playback: &Playback<'_>) {
        let lang = self.look.lang;
        let choice = |follow| Choice::Play(Play::Follow(follow));
        let mut items = vec![Item::new(lang.say("playback-eyes-commander"), choice(None))];
        let people = playback.newest.people.iter().filter(|name| !is_system(name));
        items.extend(people.map(|name| {
            let follow = Follow::Person(name.clone());
            Item::new(name.to_string(), choice(Some(follow))).detail(part(view, playback, name, lang))
        }));
        items.extend(playback.newest.roles().iter().map(|role| {
            let label = lang.say_with("playback-eyes-role", &[("role", role.name.as_str().into())]);
            Item::new(label, choice(Some(Follow::Role(role.id.clone()))))
        }));
        let now = items.iter().position(|item| item.choice == choice(playback.follow.cloned()));
        let title = Action::Watch.sentence(lang);
        self.overlay = Some(Overlay::Picker(Picker::new(title, items).at(now.unwrap_or(0))));
    }

    /// What changed from mark A to mark B, or to the moment that is shown.
    fn compare(&mut self, view: &View<'_>, playback: &Playback<'_>, effects: &mut Vec<Effect>) {
        let here = view.shown();
        let (a, b) = match (playback.a, playback.b) {
            (Some(a), b) => (a, b.unwrap_or(here)),
            (None, Some(b)) => (b, here),
            (None, None) => return self.tell_how_to_compare("playback-compare-no-mark"),
        };
        if a == b {
            return self.tell_how_to_compare("playback-compare-same");
        }
        effects.push(Effect::Compare(a.min(b), a.max(b)));
    }

    fn tell_how_to_compare(&mut self, key: &str) {
        let lang = self.look.lang;
        let spelled = |action| FluentValue::from(self.keymap.spelled(action, lang));
        let words = [("mark", spelled(Action::MarkA)), ("compare", spelled(Action::Compare))];
        self.tell(Tone::Bad, lang.say_with(key, &words));
    }

    /// Says that nothing is done in a replay.
    pub(in crate::ui) fn tell_off(&mut self) {
        self.tell(Tone::Bad, self.look.lang.say("playback-off"));
    }

    /// What a line below the header is about, to be read.
    pub(in crate::ui) fn read_banner(&mut self, view: &View<'_>, banner: &Banner) {
        match banner.entry(view) {
            Some(seq) => self.read_entry(seq),
            None => self.tell_off(),
        }
    }

    fn read_entry(&mut self, seq: Seq) {
        self.overlay = Some(Overlay::Reader(Reader::new(Reading::Entry(seq))));
    }
}

/// Shows a moment, or the end, where that is reached first.
fn seek(playback: &Playback<'_>, moment: Moment) -> Play {
    if moment < playback.to { Play::Seek(moment) } else { Play::End }
}

/// What a typed moment is read against.
fn recording(view: &View<'_>, playback: &Playback<'_>) -> Recording {
    Recording {
        from: playback.from,
        to: playback.to,
        now: view.now,
        records: playback.newest.seq,
        zone: view.incident.zone,
        walls: playback.history.walls.clone(),
    }
}

const fn way(action: Action) -> Way {
    match action {
        Action::PreviousMark
        | Action::PreviousPhase
        | Action::PreviousDecision
        | Action::PreviousBlocker
        | Action::PreviousOverrun
        | Action::PreviousUpdate => Way::Previous,
        _ => Way::Next,
    }
}

/// A mark is set at what is shown, or taken away from it.
fn placed(mark: Option<Shown>, now: Shown) -> Option<Shown> {
    (mark != Some(now)).then_some(now)
}

fn is_system(name: &PersonName) -> bool {
    name.as_str() == "warroom"
}

/// What somebody was in the recording.
fn part(view: &View<'_>, playback: &Playback<'_>, name: &PersonName, lang: Lang) -> String {
    let mut parts: Vec<String> = roles_in(playback.newest, name).map(|role| role.name.to_string()).collect();
    if view.incident.commander == *name {
        parts.insert(0, lang.say("region-drives"));
    }
    parts.join(", ")
}

/// The roles that somebody took over in a recording, or had tasks of: those in their name, and those that they changed last.
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

/// A mark in a few words: `◆ décision : Couper le VPN`.
pub(super) fn tell_mark(playback: &Playback<'_>, mark: &Mark, lang: Lang) -> String {
    let sort = Sort::of(mark.kind);
    let newest = playback.newest;
    let about = match (&mark.task, &mark.step) {
        (Some(task), _) => newest.task(task).map(|(_, task)| task.title.to_string()),
        (None, Some(step)) => newest.step(step).map(|step| step.title.to_string()),
        (None, None) => newest.log.get(mark.seq).map(|entry| lang.entry(newest, entry).text),
    };
    let about = about.as_deref().and_then(|text| text.lines().next()).unwrap_or_default();
    let words = [("sign", sort.sign.into()), ("kind", lang.say(sort.name).into()), ("about", about.into())];
    lang.say_with("playback-mark-about", &words)
}

impl BadMoment {
    /// The sentence for who typed it.
    pub fn say(&self, recording: &Recording, lang: Lang) -> String {
        match self {
            Self::Unreadable => lang.say("playback-when-unreadable"),
            Self::Length(bad) => lang.bad_planned(bad),
            Self::Outside => {
                let (from, to) = recording.ends(lang);
                lang.say_with("playback-when-outside", &[("from", from.into()), ("to", to.into())])
            }
            Self::NoRecord => {
                lang.say_with("playback-when-no-record", &[("last", recording.records.to_string().into())])
            }
        }
    }
}
