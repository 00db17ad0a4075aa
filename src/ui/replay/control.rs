//! What the keys of a replay do: each asks something of the player, or opens a window.

use super::forms;
use fluent_bundle::FluentValue;

use super::bar::in_column;
use super::mark::heaviest;
use super::playback::{self, Follow, Play, Playback, Shown};
use super::roles::roles_in;
use super::track::{Track, rests};
use super::when::Recording;
use crate::incident::{Mark, MarkKind, Moment, PersonName, Span};
use crate::lang::Lang;
use crate::ui::action::Action;
use crate::ui::effect::Effect;
use crate::ui::notice::Tone;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::scene::Hit;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::picker::{Item, Picker};

pub const HINTS: &[Action] = &[
    Action::PlayPause,
    Action::NextEvent,
    Action::NextMark,
    Action::Faster,
    Action::Jump,
    Action::NextPhase,
    Action::Palette,
    Action::Help,
    Action::Watch,
    Action::MarkA,
    Action::Compare,
    Action::SkipSilence,
    Action::Quit,
];

/// How many seconds of watching a step back or forward is.
const STRIDE: i32 = 10;

/// Which way to look for a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Next,
    Previous,
}

pub fn play_pause(state: &mut State, _: &View<'_>, _: &Playback<'_>) {
    state.request(Effect::Play(Play::Toggle));
}

pub fn faster(state: &mut State, _: &View<'_>, replay: &Playback<'_>) {
    state.request(Effect::Play(Play::Speed(playback::faster(replay.speed))));
}

pub fn slower(state: &mut State, _: &View<'_>, replay: &Playback<'_>) {
    state.request(Effect::Play(Play::Speed(playback::slower(replay.speed))));
}

pub fn next_event(state: &mut State, _: &View<'_>, _: &Playback<'_>) {
    state.request(Effect::Play(Play::NextEvent));
}

pub fn previous_event(state: &mut State, _: &View<'_>, _: &Playback<'_>) {
    state.request(Effect::Play(Play::PreviousEvent));
}

pub fn forward(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(seek(playback, view.now + stride(playback))));
}

pub fn rewind(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(Play::Seek((view.now - stride(playback)).max(playback.from))));
}

pub fn incident_start(state: &mut State, _: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(Play::Seek(playback.from)));
}

pub fn incident_end(state: &mut State, _: &View<'_>, _: &Playback<'_>) {
    state.request(Effect::Play(Play::End));
}

pub fn skip_silence(state: &mut State, _: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(Play::Silence(playback.silence.other())));
}

pub fn mark_a(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(Play::MarkA(placed(playback.a, view.shown()))));
}

pub fn mark_b(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    state.request(Effect::Play(Play::MarkB(placed(playback.b, view.shown()))));
}

pub fn next_mark(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, None, Action::NextMark);
}

pub fn previous_mark(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, None, Action::PreviousMark);
}

pub fn next_phase(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, Some(MarkKind::Phase), Action::NextPhase);
}

pub fn previous_phase(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, Some(MarkKind::Phase), Action::PreviousPhase);
}

pub fn next_decision(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, Some(MarkKind::Decision), Action::NextDecision);
}

pub fn previous_decision(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, Some(MarkKind::Decision), Action::PreviousDecision);
}

pub fn next_blocker(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, Some(MarkKind::Blocker), Action::NextBlocker);
}

pub fn previous_blocker(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, Some(MarkKind::Blocker), Action::PreviousBlocker);
}

pub fn next_overrun(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, Some(MarkKind::Overrun), Action::NextOverrun);
}

pub fn previous_overrun(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, Some(MarkKind::Overrun), Action::PreviousOverrun);
}

pub fn next_update(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Next, Some(MarkKind::Update), Action::NextUpdate);
}

pub fn previous_update(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    go_to_mark(state, view, playback, Way::Previous, Some(MarkKind::Update), Action::PreviousUpdate);
}

/// Asks for a moment to go to.
pub fn jump(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    let recording = recording(view, playback);
    state.ask(view, |_, lang| forms::jump(lang, recording));
}

/// Asks through whose eyes the replay is seen: people and roles.
pub fn watch(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    let lang = state.look.lang;
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
    state.open(Overlay::Picker(Picker::new(title, items).at(now.unwrap_or(0))));
}

/// What changed from mark A to mark B, or to the moment that is shown.
pub fn compare(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    let here = view.shown();
    let (a, b) = match (playback.a, playback.b) {
        (Some(a), b) => (a, b.unwrap_or(here)),
        (None, Some(b)) => (b, here),
        (None, None) => return show_how_to_compare(state, "playback-compare-no-mark"),
    };
    if a == b {
        return show_how_to_compare(state, "playback-compare-same");
    }
    state.request(Effect::Compare(a.min(b), a.max(b)));
}

fn show_how_to_compare(state: &mut State, key: &str) {
    let lang = state.look.lang;
    let spelled = |action| FluentValue::from(state.keymap.spelled(action, lang));
    let words = [("mark", spelled(Action::MarkA)), ("compare", spelled(Action::Compare))];
    state.show_notice(Tone::Bad, lang.say_with(key, &words));
}

fn go_to_mark(
    state: &mut State,
    view: &View<'_>,
    playback: &Playback<'_>,
    way: Way,
    kind: Option<MarkKind>,
    action: Action,
) {
    let lang = state.look.lang;
    let fits = |mark: &&Mark| kind.is_none_or(|kind| mark.kind == kind);
    let mut marks = playback.history.marks.iter().filter(fits);
    let found = match way {
        Way::Next => marks.find(|mark| mark.at > view.now),
        Way::Previous => marks.rfind(|mark| mark.at < view.now),
    };
    if let Some(mark) = found {
        state.request(Effect::Play(Play::Seek(mark.at)));
        return;
    }
    let key = match (way, playback.loading) {
        (Way::Next, Some(_)) => "playback-no-mark-yet",
        (Way::Next, None) => "playback-no-mark-after",
        (Way::Previous, _) => "playback-no-mark-before",
    };
    let what = action.sentence(lang);
    state.show_notice(Tone::Bad, lang.say_with(key, &[("what", what.into())]));
}

fn stride(playback: &Playback<'_>) -> Span {
    let speed = i32::try_from(playback.speed).unwrap_or(i32::MAX);
    Span::seconds(STRIDE.saturating_mul(speed).into())
}

/// Where on the scrubber was clicked: on a mark leads to the mark.
pub fn seek_to_column(state: &mut State, view: &View<'_>, column: u16) {
    let Some(playback) = view.playback else { return };
    let Some(area) = state.hits.area(&Hit::Scrubber) else { return };
    let rests = rests(playback.history, playback.to);
    let track = Track::new(playback.from, playback.to, &rests, area.width);
    let column = column.saturating_sub(area.x);
    // The one whose sign is there.
    let mark = heaviest(in_column(playback, &track, column)).map(|mark| mark.at);
    let last = column + 1 >= area.width;
    let at = mark.unwrap_or_else(|| if last { playback.to } else { track.moment(column) });
    // The last column of what goes on is the present, whatever was done last.
    let play = if last && playback.goes_on { Play::End } else { Play::Seek(at) };
    state.request(Effect::Play(play));
}

/// Shows a moment, or the end if that comes first.
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
        walls: playback.history.wall_clock.clone(),
    }
}

/// A mark is set at what is shown, or taken away from it.
fn placed(mark: Option<Shown>, now: Shown) -> Option<Shown> {
    (mark != Some(now)).then_some(now)
}

fn is_system(name: &PersonName) -> bool {
    name.as_str() == "warroom"
}

/// What somebody was in the incident.
fn part(view: &View<'_>, playback: &Playback<'_>, name: &PersonName, lang: Lang) -> String {
    let mut parts: Vec<String> = roles_in(playback.newest, name).map(|role| role.name.to_string()).collect();
    if view.incident.commander == *name {
        parts.insert(0, lang.say("region-drives"));
    }
    parts.join(", ")
}
