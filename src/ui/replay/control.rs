//! The keys of a replay: requests to the player, and windows.

use fluent_bundle::FluentValue;

use super::bar::in_column;
use super::mark::heaviest;
use super::playback::{Follow, Play, Playback, Shown, roles_in};
use super::track::{Track, rests};
use super::when::Recording;
use crate::incident::{Mark, MarkKind, PersonName, Span};
use crate::lang::{Lang, vars};
use crate::ui::action::Action;
use crate::ui::asking::Answer;
use crate::ui::effect::Effect;
use crate::ui::notice::Tone;
use crate::ui::overlay::Overlay;
use crate::ui::overlay::turn::Choice;
use crate::ui::scene::Hit;
use crate::ui::state::State;
use crate::ui::view::View;
use crate::ui::widget::form::Form;
use crate::ui::widget::form::rows::Rows;
use crate::ui::widget::picker::{Item, Picker};

pub const HINTS: &str = "play-pause next-event next-mark faster jump next-phase palette help watch mark-a compare \
    skip-silence quit";

const STRIDE: i32 = 10;

/// The direction of a search for a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Next,
    Previous,
}

/// Shows a later moment, or the end if that comes first.
pub fn forward(view: &View<'_>, playback: &Playback<'_>) -> Play {
    let moment = view.now + stride(playback);
    if moment < playback.to { Play::Seek(moment) } else { Play::End }
}

pub fn rewind(view: &View<'_>, playback: &Playback<'_>) -> Play {
    Play::Seek((view.now - stride(playback)).max(playback.from))
}

/// Asks for a moment to go to.
pub fn jump(state: &mut State, view: &View<'_>, playback: &Playback<'_>) {
    let recording = recording(view, playback);
    state.fill_in(view, ask_moment(state.look.lang, recording));
}

/// The form that asks for a moment of a recording.
fn ask_moment(lang: Lang, recording: Recording) -> Form<Answer> {
    let (from, to) = recording.ends(lang);
    let about = lang.say_with("playback-jump-about", &vars![from, to]);
    let mut rows = Rows::new(lang);
    let moment = rows.hinted_line("playback-jump-moment", "playback-jump-hint", "");
    let form = Form::new("playback-jump", rows, move |answers| {
        let text = answers.text(moment);
        if text.trim().is_empty() {
            return Err(answers.needed(moment));
        }
        let play = recording.read(text);
        play.map(Answer::Play).map_err(|bad| answers.wrong(moment, bad.say(&recording, lang)))
    });
    form.about(about)
}

/// Asks whose view to show: people and roles.
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
        let label = lang.say_with("playback-eyes-role", &vars![role = role.name.as_str()]);
        Item::new(label, choice(Some(Follow::Role(role.id.clone()))))
    }));
    let now = items.iter().position(|item| item.choice == choice(playback.follow.cloned()));
    let title = Action::Watch.sentence(lang);
    state.open(Overlay::Picker(Picker::new(title, items).at(now.unwrap_or(0))));
}

/// Compares mark A with mark B, or with the shown moment.
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

/// Goes to the next mark of a kind or any; a notice says if there is none.
pub fn go_to_mark(
    state: &mut State,
    view: &View<'_>,
    playback: &Playback<'_>,
    way: Direction,
    kind: Option<MarkKind>,
    action: Action,
) {
    let lang = state.look.lang;
    let fits = |mark: &&Mark| kind.is_none_or(|kind| mark.kind == kind);
    let mut marks = playback.history.marks.iter().filter(fits);
    let found = match way {
        Direction::Next => marks.find(|mark| mark.at > view.now),
        Direction::Previous => marks.rfind(|mark| mark.at < view.now),
    };
    if let Some(mark) = found {
        state.request(Effect::Play(Play::Seek(mark.at)));
        return;
    }
    let key = match (way, playback.loading) {
        (Direction::Next, Some(_)) => "playback-no-mark-yet",
        (Direction::Next, None) => "playback-no-mark-after",
        (Direction::Previous, _) => "playback-no-mark-before",
    };
    let what = action.sentence(lang);
    state.show_notice(Tone::Bad, lang.say_with(key, &vars![what]));
}

fn stride(playback: &Playback<'_>) -> Span {
    let speed = i32::try_from(playback.speed).unwrap_or(i32::MAX);
    Span::seconds(STRIDE.saturating_mul(speed).into())
}

/// Seeks to a clicked column of the scrubber, or the mark there.
pub fn seek_to_column(state: &mut State, view: &View<'_>, column: u16) {
    let Some(playback) = view.playback else { return };
    let Some(area) = state.hits.area(&Hit::Scrubber) else { return };
    let rests = rests(playback.history, playback.to);
    let track = Track::new(playback.from, playback.to, &rests, area.width);
    let column = column.saturating_sub(area.x);
    // The mark whose sign is drawn.
    let mark = heaviest(in_column(playback, &track, column)).map(|mark| mark.at);
    let last = column + 1 >= area.width;
    let at = mark.unwrap_or_else(|| if last { playback.to } else { track.moment(column) });
    // The last column of an open incident is the present.
    let play = if last && playback.goes_on { Play::End } else { Play::Seek(at) };
    state.request(Effect::Play(play));
}

/// The recording that typed moments refer to.
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

/// Sets a mark at the shown moment, or removes it from there.
pub fn placed(mark: Option<Shown>, now: Shown) -> Option<Shown> {
    (mark != Some(now)).then_some(now)
}

fn is_system(name: &PersonName) -> bool {
    name.as_str() == "warroom"
}

/// A person's part in the incident.
fn part(view: &View<'_>, playback: &Playback<'_>, name: &PersonName, lang: Lang) -> String {
    let mut parts: Vec<String> = roles_in(playback.newest, name).map(|role| role.name.to_string()).collect();
    if view.incident.commander == *name {
        parts.insert(0, lang.say("region-drives"));
    }
    parts.join(", ")
}
