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
fn a_screen_is_as_light_as_its_terminal() {
    const QUESTION: &[u8] = b"\x1b]11;?\x07\x1b[?2031h\x1b[c";
    const LIGHT_BLUE: &[u8] = b"2;11;95;192";
    const DARK_BLUE: &[u8] = b"2;108;182;255";
    let stage = Stage::new();
    stage.open("Mail down");
    let depth = [("COLORTERM", "truecolor")];
    let mut alice = stage.screen_of(&["attach"], 120, 36, &depth);
    alice.gets(QUESTION);
    for piece in ["\x1b]11;rgb:ffff/ff", "ff/ffff\x1b", "\\\x1b[?62;", "4c"] {
        alice.press(piece);
    }
    alice.gets(LIGHT_BLUE);
    alice.sees("Mail down");
    alice.press("\x1b[?997;1n");
    alice.gets(DARK_BLUE);
    alice.press("q");
    assert_eq!(alice.ends(), 0);
    alice.is_restored();
    alice.gets(b"\x1b[?2031l");

    // Where it does not answer, what the environment says counts; where the command line decides, it is not asked.
    let environment = [("COLORTERM", "truecolor"), ("COLORFGBG", "0;15"), ("TERM", "xterm-silent")];
    stage.screen_of(&["attach"], 120, 36, &environment).gets(LIGHT_BLUE);
    let bob = stage.screen_of(&["attach", "--theme", "dark"], 120, 36, &environment);
    bob.gets(DARK_BLUE);
    assert!(!bob.bytes().windows(QUESTION.len()).any(|bytes| bytes == QUESTION));
}

#[test]
fn colours_are_those_of_each_terminal_whatever_the_host_was_started_with() {
    const COLOUR: &[u8] = b"38;2;";
    let stage = Stage::new();
    let args = ["start", "--title", "Mail down", "--no-attach"];
    assert!(stage.command(&args).env("NO_COLOR", "1").status().unwrap().success());
    let alice = stage.screen_of(&["attach"], 120, 36, &[("COLORTERM", "truecolor")]);
    alice.gets(COLOUR);
    alice.sees("Mail down");
    let bob = stage.screen_of(&["attach"], 120, 36, &[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]);
    bob.sees("Mail down");
    assert!(!bob.bytes().windows(COLOUR.len()).any(|bytes| bytes == COLOUR));
}

#[test]
fn a_mistake_in_the_configuration_is_reported_before_any_screen() {
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
fn the_host_of_a_demo_whose_client_is_killed_ends_and_leaves_nothing() {
    let stage = Stage::new();
    let mut demo = stage.screen(&["demo"]);
    demo.sees("SEV1");
    assert_eq!(entries(&stage.path("tmp")).len(), 1);
    demo.signal("KILL");
    demo.ends();
    eventually("the demo to be gone", || entries(&stage.path("tmp")).is_empty());
    assert!(!stage.path("state").exists());

    // A host of one's own continues without anybody.
    stage.open("Mail down");
    let host = stage.host_pid();
    let mut alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    alice.signal("KILL");
    alice.ends();
    assert_eq!(stage.host_pid(), host);
}

#[test]
fn stopping_the_host_ends_its_screens_with_a_sentence() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    stage.done(&["host", "stop"]);
    assert_eq!(alice.ends(), 0);
    alice.sees("The host was stopped");
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
    assert_eq!(log.matches("host started").count(), 1, "{log}");
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
