//! Replays: what each key asks of the player.

use super::*;
use crate::incident::{History, Mark, MarkKind};
use crate::ui::replay::{Motion, Play, Playback, Shown, Silence};

/// What a key asks in a replay that is ten minutes in, with a mark of every kind a minute before and behind.
fn asked(key: &str, change: impl FnOnce(&mut Playback<'_>)) -> (Vec<Effect>, bool) {
    let bench = Bench::new();
    let incident = bench.incident.as_ref().unwrap();
    let mut history = History::begin(incident);
    for minutes in [9, 11] {
        let mark = |kind| Mark { at: at() + Span::minutes(minutes), seq: Seq(1), kind, step: None, task: None };
        history.marks.extend(MarkKind::ALL.into_iter().map(mark));
    }
    let mut playback = Playback {
        from: at(),
        to: at() + Span::hours(1),
        motion: Motion::Paused,
        goes_on: false,
        speed: 60,
        silence: Silence::Played,
        history: &history,
        newest: incident,
        activity: &|_, _| 1,
        loading: None,
        cut: None,
        follow: None,
        a: None,
        b: None,
    };
    change(&mut playback);
    let now = at() + Span::minutes(10);
    let view = View { playback: Some(&playback), ..View::new(incident, now, &bench.who) };
    let mut screen = Screen::new(Settings { lang: Lang::Fr, ..Settings::default() });
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
    screen.update(World::Room(&view), Input::Changed);
    screen.render(World::Room(&view), &mut buffer);
    let key = KeyEvent::from(key.parse::<Key>().unwrap().event().code);
    let effects = screen.update(World::Room(&view), Input::Key(key));
    (effects, screen.state.notice.is_some())
}

fn shown() -> Shown {
    let bench = Bench::new();
    Shown { at: at() + Span::minutes(10), seq: bench.incident.as_ref().unwrap().seq }
}

#[test]
fn every_key_of_a_replay_asks_its_own() {
    let seek = |minutes| Play::Seek(at() + Span::minutes(minutes));
    let cases = [
        ("space", Play::Toggle),
        ("+", Play::Speed(120)),
        (">", Play::Speed(120)),
        ("-", Play::Speed(30)),
        (".", Play::NextEvent),
        (",", Play::PreviousEvent),
        ("]", seek(11)),
        ("[", seek(9)),
        ("n", seek(11)),
        ("N", seek(9)),
        ("d", seek(11)),
        ("D", seek(9)),
        ("b", seek(11)),
        ("B", seek(9)),
        ("r", seek(11)),
        ("R", seek(9)),
        ("u", seek(11)),
        ("U", seek(9)),
        (")", seek(20)),
        ("(", seek(0)),
        ("home", seek(0)),
        ("end", Play::End),
        ("s", Play::Silence(Silence::Skipped)),
        ("m", Play::MarkA(Some(shown()))),
        ("M", Play::MarkB(Some(shown()))),
    ];
    for (key, play) in cases {
        assert_eq!(asked(key, |_| {}), (vec![Effect::Play(play)], false), "{key}");
    }
}

#[test]
fn a_mark_is_taken_away_where_it_was_set() {
    let (effects, _) = asked("m", |playback| playback.a = Some(shown()));
    assert_eq!(effects, [Effect::Play(Play::MarkA(None))]);
    let elsewhere = Shown { at: at(), seq: Seq(1) };
    let (effects, _) = asked("m", |playback| playback.a = Some(elsewhere));
    assert_eq!(effects, [Effect::Play(Play::MarkA(Some(shown())))]);
}

#[test]
fn strides_go_with_the_speed_and_no_further_than_the_ends() {
    let seek = |minutes| vec![Effect::Play(Play::Seek(at() + Span::minutes(minutes)))];
    assert_eq!(asked(")", |playback| playback.speed = 6).0, seek(11));
    assert_eq!(asked("(", |playback| playback.speed = 6).0, seek(9));
    assert_eq!(asked("(", |playback| playback.speed = 3600).0, seek(0));
    assert_eq!(asked(")", |playback| playback.speed = 3600).0, [Effect::Play(Play::End)]);
    for (key, speed) in [("+", 3600), ("-", 1)] {
        let (effects, _) = asked(key, |playback| playback.speed = speed);
        assert_eq!(effects, [Effect::Play(Play::Speed(speed))], "{key} at an end");
    }
}

#[test]
fn without_a_mark_a_notice_says_so() {
    for key in ["n", "N", "d", "]", "["] {
        let bench = Bench::new();
        let incident = bench.incident.as_ref().unwrap();
        let mut history = History::begin(incident);
        history.marks.clear();
        let (effects, has_notice) = asked_of(key, &history, incident, &bench);
        assert_eq!((effects.len(), has_notice), (0, true), "{key}");
    }
}

fn asked_of(key: &str, history: &History, incident: &Incident, bench: &Bench) -> (Vec<Effect>, bool) {
    let playback = Playback {
        from: at(),
        to: at() + Span::hours(1),
        motion: Motion::Paused,
        goes_on: true,
        speed: 1,
        silence: Silence::Played,
        history,
        newest: incident,
        activity: &|_, _| 0,
        loading: Some(50),
        cut: None,
        follow: None,
        a: None,
        b: None,
    };
    let view = View { playback: Some(&playback), ..View::new(incident, bench.now, &bench.who) };
    let mut screen = Screen::new(Settings::default());
    let effects = screen.update(World::Room(&view), Input::Key(key.parse::<Key>().unwrap().event()));
    (effects, screen.state.notice.is_some())
}

#[test]
fn a_comparison_needs_two_moments() {
    let (effects, has_notice) = asked("c", |_| {});
    assert_eq!((effects.len(), has_notice), (0, true), "no mark");
    let (effects, has_notice) = asked("c", |playback| playback.a = Some(shown()));
    assert_eq!((effects.len(), has_notice), (0, true), "the same moment");
    let first = Shown { at: at(), seq: Seq(1) };
    for (a, b) in [(Some(first), None), (None, Some(first)), (Some(shown()), Some(first))] {
        let (effects, _) = asked("c", |playback| (playback.a, playback.b) = (a, b));
        assert_eq!(effects, [Effect::Compare(first, shown())], "the earlier one comes first");
    }
}
