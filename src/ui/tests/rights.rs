//! Who may do what: what the palette dims and what is refused before anything is typed.

use super::*;
use crate::ui::action::ACTIONS;
use crate::ui::run::may;

/// An observer, a member, a deputy and the commander, each at the first task of the role `dsi`.
const PEOPLE: [(&str, Right, &[&str]); 4] = [
    ("zoe", Right::Observer, &[]),
    ("ines", Right::Member, &["dev"]),
    ("karim", Right::Deputy, &["dsi"]),
    ("alice", Right::Commander, &["dsi"]),
];

/// Which of [`PEOPLE`] may do an action: `-` for who may not.
fn permitted(action: Action) -> String {
    let letter = |(who, right, roles): (&str, Right, &[&str])| {
        let mut bench = Bench::of(who, right, roles);
        bench.keys("1gh");
        let is_open = bench.with_world(|screen, world| match world {
            World::Room(view) => may(&screen.state, view, action).is_ok(),
            World::Start(_) => false,
        });
        if is_open { who.chars().next().unwrap() } else { '-' }
    };
    PEOPLE.map(letter).into_iter().collect()
}

#[test]
fn each_right_has_its_actions() {
    let cases = [
        ("--ka", "tick-task start-task block-task unblock-task assign-task take-task comment-task skip-task"),
        ("--ka", "reopen-task retitle-task decide set-service add-service set-restore-point"),
        ("-ika", "note fact ask-help add-finding add-action add-task offer-role"),
        ("---a", "next-step start-step finish-step skip-step reopen-step extend-step move-step"),
        ("---a", "add-phase add-break add-day-end hold resume end-day start-day describe set-severity"),
        ("---a", "retitle set-zone close reopen offer-command revoke-role"),
        ("zika", "update set-audience copy search show-log show-review report help palette quit up down leave attend"),
    ];
    for (expected, names) in cases {
        for name in names.split(' ') {
            let action = Action::find(name).unwrap_or_else(|| panic!("no action is called {name}"));
            assert_eq!(permitted(action), expected, "{name}");
        }
    }
}

#[test]
fn updates_are_of_those_who_take_part_once_there_are_audiences() {
    for (who, right, expected) in [
        ("zoe", Right::Observer, [false, false, false]),
        ("ines", Right::Member, [true, false, false]),
        ("karim", Right::Deputy, [true, true, false]),
        ("alice", Right::Commander, [true, true, true]),
    ] {
        let mut bench = Bench::updating(None);
        bench.who = Who { by: Signature::new(who, "ssh"), rights: Rights { right, roles: Vec::new() } };
        bench.input(Input::Changed);
        let actions = [Action::Update, Action::SetRestorePoint, Action::SetAudience];
        let open = bench.with_world(|screen, world| match world {
            World::Room(view) => actions.map(|action| may(&screen.state, view, action).is_ok()),
            World::Start(_) => [false; 3],
        });
        assert_eq!(open, expected, "{who}");
    }
}

#[test]
fn what_is_refused_leaves_nothing_open() {
    for row in ACTIONS {
        let mut bench = Bench::of("zoe", Right::Observer, &[]);
        let is_open = bench.with_world(|screen, world| match world {
            World::Room(view) => may(&screen.state, view, row.action).is_ok(),
            World::Start(_) => true,
        });
        if is_open {
            continue;
        }
        bench.with_world(|screen, world| {
            run(&mut screen.state, world, row.action);
            assert!(screen.state.overlay.is_none(), "{}", row.name);
            assert!(screen.state.effects.is_empty(), "{}", row.name);
            assert!(screen.state.notice.as_ref().is_some_and(notice::Notice::is_bad), "{}", row.name);
        });
    }
}
