//! What someone may try at the door, with a key and without.

use std::io::{Read, Write};

use super::*;

/// What takes over a terminal that shows it raw.
const HOSTILE: &str = "\u{1b}]0;owned\u{7}\u{1b}[2Jx\u{9b}31m\u{202e}y";

#[test]
fn there_is_nothing_here_but_the_war_room() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    let id = door.stage.open("Mail down");
    let file = door.stage.path("secret");
    std::fs::write(&file, "a secret").unwrap();
    let file = file.to_str().unwrap();
    for (args, code) in [
        (&["sh"][..], 2),
        (&["sh -c 'touch x'"], 2),
        (&["status; sh"], 2),
        (&["$(sh)"], 2),
        (&["start", file], 1),
        (&["start", "../../etc/passwd"], 1),
        (&["verify", file], 1),
        (&["--config", file, "list"], 1),
        (&["runbook", "check", file], 1),
        (&["people", "check", file], 1),
        (&["host", "stop"], 1),
        (&["host", "run"], 1),
        (&["serve", "--ssh", "127.0.0.1:0"], 1),
        (&["demo"], 1),
        (&["attach"], 2),
        (&[], 2),
    ] {
        let output = door.run("alice", args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{args:?}: {output:?}");
        assert!(!text(&output.stderr).contains("secret\n"), "{args:?}: {output:?}");
    }
    for (what, options) in [
        ("a file", &["-s", "sftp"][..]),
        ("a way out", &["-W", "127.0.0.1:22"]),
        ("a way in", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"]),
        ("a socket", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", "/tmp/warroom-forward:127.0.0.1:22"]),
    ] {
        // Options stand before the host's name, a subsystem behind it.
        let output = door.run("alice", options);
        assert_eq!(output.status.code(), Some(255), "{what}: {output:?}");
    }
    assert!(door.stage.done(&["verify", &id]).contains("intact"));
    assert!(!door.stage.path("x").exists());
}

#[test]
fn rights_hold_through_this_door() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let task = &door.tasks("dsi")[0];
    for args in [&["log", "hello"][..], &["task", "done", task], &["close"], &["undo"], &["phase", "next"]] {
        let output = door.run("carol", args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {output:?}");
        assert!(!output.stderr.is_empty());
    }
    assert!(door.run("carol", &["status"]).status.success());
    assert!(door.run("bob", &["task", "done", task]).status.success());
    assert_eq!(door.run("bob", &["phase", "next"]).status.code(), Some(1));
    assert_eq!(door.run("bob", &["start", "--no-attach"]).status.code(), Some(1));
}

#[test]
fn no_text_of_anybodys_steers_a_terminal_or_the_log() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut outputs = vec![
        door.run("alice", &["log", &format!("{HOSTILE} in the log")]),
        door.run("alice", &[HOSTILE]),
        door.run("alice", &["task", "done", HOSTILE]),
        door.run("alice", &["status", "--incident", HOSTILE]),
        door.run("alice", &["log"]),
    ];
    // As much as the real client lets out in a name; the door does not look at it at all.
    for person in ["alice", "mallory"] {
        outputs.push(door.command(person, &["-l", "x\u{202e}y"]).arg("status").output().unwrap());
    }
    for output in &outputs {
        let said = [text(&output.stdout), text(&output.stderr)].concat();
        // The name that a client says of itself is shown by that client alone.
        let ours: String = said.lines().filter(|line| !line.contains("Permission denied")).collect();
        assert!(!ours.contains(|c: char| c.is_control() || c == '\u{202e}'), "{said:?}");
    }
    assert!(text(&outputs[4].stdout).contains("in the log"), "{outputs:?}");

    let mut seat = door.screen_with("alice", &["attach"], &[("TERM", &format!("xterm{HOSTILE}"))]);
    seat.sees("in the log");
    assert!(!text(&seat.bytes()).contains("owned\u{7}"));
    seat.press("q");
    assert_eq!(seat.ends(), 0);
    let log = door.log();
    assert!(log.contains("alice") && log.contains("rejected key: not in people.toml"), "{log}");
    assert!(!log.contains(|c: char| c.is_control() && c != '\n'), "{log:?}");

    let mut dumb = door.screen_with("alice", &["attach"], &[("TERM", "dumb")]);
    assert_eq!(dumb.ends(), 2);
    assert!(dumb.contents().contains("cannot display the full-screen interface"), "{}", dumb.contents());
}

#[test]
fn no_size_of_a_terminal_harms_anybody() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut alice = door.screen("alice", &["attach"]);
    alice.sees("Timeline");
    for size in [0, 1, u16::MAX] {
        alice.resize(size, size);
        alice.press("4");
        door.stage.done(&["log", "--", &format!("at {size} by {size}")]);
        alice.press("1");
    }
    alice.resize(120, 36);
    alice.wait("the last entry on the whole screen", |screen| {
        let text = screen.contents();
        text.contains("at 65535 by 65535") && text.contains("Timeline")
    });
}

#[test]
fn open_connections_keep_nobody_out() {
    let Some(door) = Door::open("connections = 20", PEOPLE) else { return };
    door.stage.open("Mail down");
    let alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    let mut strangers: Vec<_> = (0..200).map(|_| door.connect()).collect();
    assert!(door.run("bob", &["log", "let in all the same"]).status.success());
    alice.sees("let in all the same");
    // No more than twenty are held; the others got the version line alone, and are closed.
    let mut heard = Vec::new();
    for stranger in &mut strangers[..150] {
        heard.clear();
        stranger.read_to_end(&mut heard).unwrap();
        assert!(heard.is_empty() || heard == b"SSH-2.0-warroom\r\n", "{}", heard.escape_ascii());
    }
    assert!(door.log().contains("the SSH door is full"));
}

#[test]
fn a_client_at_a_full_door_learns_why() {
    let Some(door) = Door::open("connections = 2\nsessions_per_person = 1", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    let second = door.run("alice", &["status"]);
    assert_eq!(second.status.code(), Some(1), "{second:?}");
    assert!(text(&second.stderr).contains("the maximum"), "{second:?}");

    let bob = door.screen("bob", &["attach"]);
    bob.sees("Mail down");
    let third = door.run("dora", &["status"]);
    assert_eq!(third.status.code(), Some(255), "{third:?}");
    assert!(text(&third.stderr).contains("too many connections"), "{third:?}");
    alice.press("q");
    assert_eq!(alice.ends(), 0);
    super::super::stage::eventually("dora is let in", || door.run("dora", &["status"]).status.success());
    bob.sees("Mail down");
}

#[test]
fn what_is_no_ssh_is_closed_and_harms_nobody() {
    let Some(door) = Door::open("login_grace = '1s'", PEOPLE) else { return };
    door.stage.open("Mail down");
    let alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    let hello = b"SSH-2.0-x\r\n";
    let packet = |bytes: &[u8]| [hello, bytes].concat();
    for garbage in [
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        vec![0; 4096],
        vec![0xff; 4096],
        b"SSH-2.0-".repeat(100),
        packet(&[0xff; 4096]),
        packet(&[0x7f, 0xff, 0xff, 0xff, 4]),
        packet(&[0, 0, 0, 0, 0, 0, 0, 0]),
        // Nothing at all, half of a name, and half of a packet: their time is over soon.
        Vec::new(),
        b"SSH-2.0".to_vec(),
        packet(&[0, 0, 0, 12, 10, 20]),
    ] {
        let mut stream = door.connect();
        stream.write_all(&garbage).unwrap();
        let mut heard = Vec::new();
        // Whoever is cut in the middle of what they say hears of it as an error.
        stream.read_to_end(&mut heard).ok();
        assert!(heard.len() < 2048, "{}", heard.escape_ascii());
    }
    door.stage.done(&["log", "all is well"]);
    alice.sees("all is well");
}
