//! What happens to a room when something dies, hangs or is not what it should be.

use std::process::Stdio;

use super::stage::{Stage, eventually, kill};

#[test]
fn a_killed_client_harms_nothing() {
    let stage = Stage::new();
    stage.open("Mail down");
    let alice = stage.screen(&["attach"]);
    alice.sees("1 here");
    alice.signal("KILL");
    let bob = stage.screen(&["attach"]);
    bob.sees("1 here");
    stage.done(&["log", "still here"]);
    bob.sees("still here");
}

#[test]
fn a_killed_host_is_started_again_and_the_screen_goes_on() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    alice.press(" ");
    alice.sees("☑");
    let before = stage.states();

    let former = stage.host_pid();
    kill(former);
    alice.sees("The host stopped. A new one");
    alice.sees("Mail down");
    assert_ne!(stage.host_pid(), former);
    assert_eq!(stage.states(), before);
    alice.press(" ");
    eventually("another task done", || stage.states() != before);
    stage.done(&["verify"]);
    alice.press("q");
    assert_eq!(alice.ends(), 0);
    alice.is_restored();
}

#[test]
fn a_signal_gives_the_terminal_back() {
    let stage = Stage::new();
    stage.open("Mail down");
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut alice = stage.screen(&["attach"]);
        alice.sees("Mail down");
        alice.signal(signal);
        assert_eq!(alice.ends(), code, "{signal}");
        alice.is_restored();
    }
}

#[test]
fn a_screen_without_a_terminal_is_a_sentence() {
    let stage = Stage::new();
    stage.open("Mail down");
    for args in [&[][..], &["attach"], &["demo"]] {
        let output = stage.run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("needs a terminal"), "{output:?}");
        let mut dumb = stage.screen_of(args, 80, 24, &[("TERM", "dumb")]);
        assert_eq!(dumb.ends(), 2, "{args:?}");
        assert!(dumb.contents().contains("TERM=dumb"), "{}", dumb.contents());
        assert!(!dumb.bytes().contains(&0x1b));
    }
    // Without a screen to show, start opens the incident all the same.
    assert!(stage.done(&["start", "--title", "Second"]).contains("-second-"));
}

#[test]
fn nobody_reading_the_output_is_no_failure() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut child =
        stage.command(&["runbook", "schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let mut child = stage.command(&["task", "list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(String::from_utf8_lossy(&child.wait_with_output().unwrap().stderr), "");
}

#[test]
fn every_size_of_terminal_is_drawn() {
    let stage = Stage::new();
    stage.open("Mail down");
    for (width, height) in [(1, 1), (2, 50), (500, 200), (60, 16)] {
        let mut seat = stage.screen_of(&["attach"], width, height, &[]);
        seat.wait("the other screen", vt100::Screen::alternate_screen);
        if width >= 60 {
            seat.sees("Mail down");
        }
        seat.press("q");
        assert_eq!(seat.ends(), 0, "{width}x{height}");
        seat.is_restored();
    }
}

#[test]
fn a_storm_of_resizes_ends_with_the_right_picture() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut calm = stage.screen_of(&["attach"], 100, 30, &[]);
    calm.sees("Mail down");
    for n in 0..500_u16 {
        calm.resize(1 + n * 7 % 300, 1 + n * 3 % 90);
    }
    calm.resize(100, 30);
    // The hint line stands in the last row, across the width: the frame is of this size and whole.
    calm.wait("a whole frame", |screen| {
        let rows: Vec<String> = screen.rows(0, 100).collect();
        rows[0].contains("Mail down") && rows[29].starts_with("└ space") && rows[29].trim_end().ends_with('┘')
    });
    calm.press("q");
    assert_eq!(calm.ends(), 0);
}

#[test]
fn a_terminal_that_nobody_reads_holds_nobody_up() {
    let stage = Stage::new();
    stage.open("Mail down");
    let alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    let hung: Vec<_> = (0..3).map(|_| stage.hung_screen()).collect();
    for n in 0..100 {
        stage.done(&["log", &format!("entry {n}")]);
    }
    alice.sees("entry 99");
    drop(hung);
}

#[test]
fn a_stopped_client_sees_the_newest_when_it_goes_on() {
    let stage = Stage::new();
    stage.open("Mail down");
    let alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    alice.signal("STOP");
    for n in 0..30 {
        stage.done(&["log", &format!("entry {n}")]);
    }
    let before = alice.bytes().len();
    alice.signal("CONT");
    alice.sees("entry 29");
    let caught_up = alice.bytes().len() - before;
    assert!(caught_up < 40_000, "{caught_up} bytes");
}
