//! A room as people live in it.

use super::stage::{Stage, entries, eventually};

#[test]
fn a_task_ticked_at_the_screen_is_done_for_everybody() {
    let stage = Stage::new();
    let mut alice = stage.screen(&["start", "--title", "Mail down"]);
    alice.sees("Mail down");
    alice.press("N");
    alice.sees("▶ ");
    assert!(!stage.states().contains(&"done".to_owned()));
    let mut bob = stage.screen(&["attach"]);
    bob.sees("Mail down");

    alice.press(" ");
    alice.sees("☑");
    bob.sees("☑");
    assert!(stage.states().contains(&"done".to_owned()));

    bob.press("q");
    assert_eq!(bob.ends(), 0);
    bob.is_restored();
    alice.press("q");
    assert_eq!(alice.ends(), 0);
}

#[test]
fn what_the_command_line_does_is_seen_at_once() {
    let stage = Stage::new();
    stage.open("Mail down");
    let alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    stage.done(&["log", "The provider has answered"]);
    alice.sees("The provider has answered");
}

#[test]
fn the_bare_program_shows_what_is_open() {
    let stage = Stage::new();
    let mut start = stage.screen(&[]);
    start.sees("Recovery after a cyberattack");
    stage.done(&["start", "--title", "Opened elsewhere", "--no-attach"]);
    start.sees("Opened elsewhere");
    start.press("q");
    assert_eq!(start.ends(), 0);
    start.is_restored();
}

#[test]
fn a_screen_speaks_the_language_that_is_asked_for() {
    let stage = Stage::new();
    stage.open("Panne");
    stage.screen_of(&["attach"], 120, 36, &[("LC_ALL", "fr_FR.UTF-8")]).sees("Chronologie");
    stage.screen(&["attach", "--lang", "fr"]).sees("Chronologie");
    stage.screen_of(&["attach", "--lang", "en"], 120, 36, &[("LANG", "fr_FR.UTF-8")]).sees("Timeline");
    stage.configure("language = 'fr'");
    stage.screen(&["attach"]).sees("Chronologie");
}

#[test]
fn a_mistake_in_the_configuration_is_told_before_any_screen() {
    let stage = Stage::new();
    for (toml, expected) in [
        ("tehme = 'dark'", "^"),
        ("theme = 'no-such'", "no-such"),
        ("[keys]\ntick-task = 'no-such-key'", "no-such-key"),
    ] {
        stage.configure(toml);
        let mut seat = stage.screen(&[]);
        assert_ne!(seat.ends(), 0, "{toml}");
        assert!(seat.contents().contains(expected), "{toml}: {}", seat.contents());
        seat.is_restored();
        assert!(!seat.bytes().contains(&0x1b), "{toml}");
    }
}

#[test]
fn the_demo_is_alive_and_leaves_nothing() {
    let stage = Stage::new();
    let mut demo = stage.screen(&["demo"]);
    demo.sees("SEV1");
    demo.press("q");
    assert_eq!(demo.ends(), 0);
    demo.is_restored();
    assert_eq!(entries(&stage.path("tmp")), [""; 0]);
    assert!(!stage.path("state").exists());
    assert!(!stage.path("run/warroom").exists());
}

#[test]
fn stopping_the_host_ends_its_screens_with_a_sentence() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    stage.done(&["host", "stop"]);
    assert_eq!(alice.ends(), 0);
    alice.sees("The host has been stopped");
    alice.is_restored();
    eventually("the end of the host", || stage.run(&["host", "status"]).status.code() == Some(3));
    stage.done(&["status"]);
}

#[test]
fn two_clients_at_once_start_one_host() {
    let stage = Stage::new();
    let clients: Vec<_> = (0..6).map(|_| stage.command(&["list"]).spawn().unwrap()).collect();
    for mut client in clients {
        assert!(client.wait().unwrap().success());
    }
    let log = std::fs::read_to_string(stage.path("state/warroom/host.log")).unwrap();
    assert_eq!(log.matches("the host runs").count(), 1, "{log}");
}

#[test]
fn escape_sequences_reach_no_terminal() {
    let stage = Stage::new();
    stage.open("evil \x1b]0;pwned\x07 \u{9b}31m title");
    stage.done(&["log", "fact \x1b[2J\x1b]52;c;cHduZWQ=\x07 end"]);
    let mut alice = stage.screen(&["attach"]);
    alice.sees("evil");
    // A paste with sequences in it, into the field of a note.
    alice.press("n");
    alice.press("\x1b[200~pasted \x1b]0;pwned\x07\x1b[31m text\x1b[201~");
    alice.sees("pasted");
    let bytes = alice.bytes();
    for evil in [&b"\x1b]0;pwned"[..], b"\x1b]52;c;cHduZWQ=", "\u{9b}".as_bytes()] {
        assert!(!bytes.windows(evil.len()).any(|window| window == evil), "{}", evil.escape_ascii());
    }
}
