//! Every action of the table does something somewhere, that a person or the world can notice.

use super::*;
use crate::incident::{HeaderCommand, History, Mark, MarkKind, ReviewCommand};
use crate::ui::action::{ACTIONS, Action, Place, Row, Scope};
use crate::ui::replay::{Motion, Playback, Silence};

/// All that an action can change of a screen, and what it asks of the world.
fn trace(screen: &Screen) -> String {
    let state = &screen.state;
    let window = (&state.overlay, state.behind.len());
    format!("{window:?} {:?} {:?} {:?} {:?}", state.notice, state.cursor, state.log.filter(), state.start_row)
}

/// Whether an action leaves a trace.
fn leaves_one(bench: &mut Bench, action: Action) -> bool {
    bench.with_world(|screen, world| {
        let before = trace(screen);
        run(&mut screen.state, world, action);
        !std::mem::take(&mut screen.state.effects).is_empty() || trace(screen) != before
    })
}

/// The same incident as a replay in its middle, with marks of every kind on both sides.
fn leaves_one_in_replay(action: Action) -> bool {
    let bench = Bench::new();
    let incident = bench.incident.as_ref().unwrap();
    let mut history = History::begin(incident);
    for minutes in [-5, 5] {
        let at = bench.now + Span::minutes(minutes);
        let mark = |kind| Mark { at, seq: Seq(1), kind, step: None, task: None };
        history.marks.extend(MarkKind::ALL.into_iter().map(mark));
    }
    history.marks.sort_by_key(|mark| mark.at);
    let playback = Playback {
        from: bench.now - Span::hours(1),
        to: bench.now + Span::hours(1),
        motion: Motion::Paused,
        goes_on: false,
        speed: 60,
        silence: Silence::Played,
        history: &history,
        newest: incident,
        activity: &|_, _| 0,
        loading: None,
        cut: None,
        follow: None,
        a: None,
        b: None,
    };
    let view = View { playback: Some(&playback), ..View::new(incident, bench.now, &bench.who) };
    let mut screen = Screen::new(Settings::default());
    screen.update(World::Room(&view), Input::Changed);
    run(&mut screen.state, World::Room(&view), action);
    let asked = std::mem::take(&mut screen.state.effects);
    let plays = asked.iter().any(|effect| matches!(effect, Effect::Play(_)));
    plays || screen.state.overlay.is_some() || screen.state.notice.is_some()
}

/// Rooms in which there is something to do for every action, one after the other.
fn rooms() -> impl Iterator<Item = Bench> {
    let at = |keys: &str| {
        let mut bench = Bench::new();
        bench.keys(keys);
        bench
    };
    // In each pane and on each page, in the middle of its list.
    let open = ["", "j", "l", "2j", "/panne<enter>", "3", "4j", "5", "6", "7"].into_iter().map(at);
    let others: [fn() -> Bench; 2] = [over, || Bench::updating(None)];
    open.chain(others.into_iter().map(|bench| bench()))
}

/// A closed incident, on an action of its review.
fn over() -> Bench {
    let mut bench = Bench::reviewing();
    let text = "une clé perdue".into();
    bench.does("alice", Command::Review(ReviewCommand::AddFinding { text, about: None }));
    let title = "une seconde clé".into();
    let action = ReviewCommand::AddAction { title, owner: None, due: None, finding: None };
    bench.does("alice", Command::Review(action));
    bench.keys("j");
    bench
}

/// Whether a report that is read answers to an action's first key.
fn is_read_with(row: &Row) -> bool {
    let mut bench = report::reading();
    bench.keys("<pagedown>");
    let (before, asked) = (bench.text(), bench.asked.len());
    bench.keys(&format!("<{}>", row.keys[0]));
    bench.text() != before || bench.asked.len() > asked
}

#[test]
fn every_action_leaves_a_trace_somewhere() {
    for row in ACTIONS {
        let leaves = match row.place {
            Place::Start => leaves_one(&mut Bench::at_start(), row.action),
            Place::Replay => leaves_one_in_replay(row.action),
            Place::Report => is_read_with(row),
            _ => rooms().any(|mut bench| leaves_one(&mut bench, row.action)),
        };
        assert!(leaves, "{} does nothing", row.name);
    }
}

#[test]
fn a_replay_refuses_what_changes_something_and_does_the_rest() {
    let bench = Bench::new();
    let incident = bench.incident.as_ref().unwrap();
    let history = History::begin(incident);
    let playback = Playback {
        from: bench.now,
        to: bench.now,
        motion: Motion::Paused,
        goes_on: false,
        speed: 1,
        silence: Silence::Played,
        history: &history,
        newest: incident,
        activity: &|_, _| 0,
        loading: None,
        cut: None,
        follow: None,
        a: None,
        b: None,
    };
    let view = View { playback: Some(&playback), ..View::new(incident, bench.now, &bench.who) };
    let off = Lang::default().say("playback-off");
    for row in ACTIONS {
        let mut screen = Screen::new(Settings::default());
        screen.update(World::Room(&view), Input::Changed);
        run(&mut screen.state, World::Room(&view), row.action);
        let is_off = format!("{:?}", screen.state.notice).contains(&off);
        assert_eq!(is_off, row.scope != Scope::Looks, "{}", row.name);
        let sends = |effect: &Effect| matches!(effect, Effect::Send(_) | Effect::Open(_));
        assert!(!screen.state.effects.iter().any(sends), "{}", row.name);
    }
}

#[test]
fn a_closed_incident_refuses_what_needs_an_open_one() {
    for row in ACTIONS.iter().filter(|row| row.scope == Scope::Open) {
        let mut bench = Bench::new();
        bench.does("alice", Command::Header(HeaderCommand::Close { reason: "fini".into() }));
        bench.with_world(|screen, world| {
            run(&mut screen.state, world, row.action);
            assert!(screen.state.overlay.is_none(), "{}", row.name);
            assert!(screen.state.notice.as_ref().is_some_and(notice::Notice::is_bad), "{}", row.name);
            assert!(screen.state.effects.is_empty(), "{}", row.name);
        });
    }
}
