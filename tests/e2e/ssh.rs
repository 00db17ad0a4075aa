//! People elsewhere, with the real OpenSSH client, and others who are none of them.

mod attacks;
mod door;

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Output, Stdio};

use super::stage::{Seat, Stage};
use door::{Door, PEOPLE};

#[test]
fn three_people_tick_at_once_and_a_fourth_key_is_refused() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    let tasks = door.tasks("dsi");
    let ticks: Vec<_> = ["alice", "bob", "dora"]
        .into_iter()
        .zip(&tasks)
        .map(|(person, task)| door.command(person, &["task", "done", task]).spawn().unwrap())
        .collect();
    for tick in ticks {
        let ticked = tick.wait_with_output().unwrap();
        assert!(ticked.status.success(), "{ticked:?}");
    }
    let log = door.stage.json(&["log", "--json"]);
    for person in ["alice", "bob", "dora"] {
        let by = |entry: &&serde_json::Value| entry["person"] == person && entry["via"] == "ssh";
        assert_eq!(log.as_array().unwrap().iter().filter(by).count(), 1, "{person}: {log}");
    }

    // Whoever calls themselves as someone else is does not get in by it.
    for user in ["mallory", "alice", "root"] {
        let refused = door.command("mallory", &["-l", user]).arg("status").output().unwrap();
        assert_eq!(refused.status.code(), Some(255), "{refused:?}");
        assert!(text(&refused.stderr).contains("Permission denied (publickey)"), "{refused:?}");
    }
    // The key decides, not the name.
    let noted = door.command("bob", &["-l", "alice"]).args(["log", "who am I"]).output().unwrap();
    assert!(noted.status.success(), "{noted:?}");
    let entry = &door.stage.json(&["log", "--last", "1", "--json"])[0];
    assert_eq!((entry["person"].as_str(), entry["text"].as_str()), (Some("bob"), Some("who am I")));
}

#[test]
fn a_command_answers_as_it_does_here() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    assert_eq!(door.stage.json(&["task", "list", "--json"]), door.json("bob", &["task", "list", "--json"]));
    for (args, code) in [
        (&["status"][..], 0),
        (&["--help"], 0),
        (&["task", "done", "no-such-task"], 1),
        (&["status", "--incident", "no-such-incident"], 1),
        (&["task", "fly"], 2),
        (&["sh"], 2),
    ] {
        let (here, there) = (door.stage.run(args), door.run("bob", args));
        assert_eq!((here.status.code(), there.status.code()), (Some(code), Some(code)), "{args:?}: {there:?}");
        assert_eq!(text(&here.stdout), text(&there.stdout), "{args:?}");
        assert_eq!(text(&here.stderr), text(&there.stderr), "{args:?}");
    }
    // The language is the host's, or the one that is asked for; the environment says nothing.
    let french = door.run("bob", &["status", "--lang", "fr"]);
    assert!(text(&french.stdout).contains("Ouvert"), "{french:?}");
    let mut command = door.command("bob", &["-o", "SendEnv=LANG"]);
    let english = command.arg("status").env("LANG", "fr_FR.UTF-8").output().unwrap();
    assert!(text(&english.stdout).contains("Opened"), "{english:?}");
    // Quotes are read; the apostrophes of a sentence are none.
    door.run("bob", &["log", "On coupe l'accès, c'est décidé"]);
    door.run("bob", &["log", "'two  words'", "\"and a third\""]);
    let log = door.stage.json(&["log", "--last", "2", "--json"]);
    assert_eq!(log[0]["text"], "On coupe l'accès, c'est décidé");
    assert_eq!(log[1]["text"], "two  words and a third");
}

#[test]
fn a_screen_follows_its_terminal_and_gives_it_back() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    // Without a word, she is in the room of the one open incident.
    let mut alice = door.screen("alice", &[]);
    alice.sees("Mail down");
    alice.sees("Timeline");
    let mut bob = door.screen("bob", &["attach", "--lang", "fr"]);
    bob.sees("Mes tâches");
    bob.press("1");
    bob.sees("Chronologie");
    alice.resize(60, 20);
    alice.wait("a screen of 60 columns", |screen| {
        let rows: Vec<_> = screen.rows(0, 120).collect();
        rows[0].contains("Mail down") && rows[20..].iter().all(|row| row.trim().is_empty())
    });
    alice.resize(120, 36);
    alice.wait("a screen of 36 rows", |screen| !screen.rows(0, 120).nth(35).unwrap().trim().is_empty());
    door.stage.done(&["log", "The provider has answered"]);
    alice.sees("The provider has answered");
    bob.sees("The provider has answered");
    for seat in [&mut alice, &mut bob] {
        seat.press("q");
        assert_eq!(seat.ends(), 0);
        seat.is_restored();
    }
}

#[test]
fn a_session_is_played_in_the_host_and_no_file_of_it_is() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut seat = door.screen("bob", &["replay"]);
    seat.sees("REPLAY");
    seat.sees("Mail down");
    seat.press("q");
    assert_eq!(seat.ends(), 0);
    for file in ["/etc/passwd", "./journal.jsonl", "journal.jsonl"] {
        let refused = door.run("bob", &["replay", file]);
        assert_eq!(refused.status.code(), Some(1), "{file}");
        assert!(text(&refused.stderr).contains("file"), "{}", text(&refused.stderr));
    }
    let recording = door.run("bob", &["replay", "2026", "--export", "out.cast"]);
    assert_eq!(recording.status.code(), Some(1));
}

#[test]
fn a_key_that_is_taken_away_ends_its_sessions_and_no_other() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let alice = door.screen("alice", &["attach"]);
    let mut bob = door.screen("bob", &["attach"]);
    alice.sees("Mail down");
    bob.sees("Mail down");
    door.people(&["alice", "carol", "dora"]);
    assert_ne!(bob.ends(), 0);
    bob.is_restored();
    assert!(bob.contents().contains("no longer"), "{}", bob.contents());
    assert_eq!(door.run("bob", &["status"]).status.code(), Some(255));
    door.stage.done(&["log", "Bob has gone home"]);
    alice.sees("Bob has gone home");
    door.people(PEOPLE);
    super::stage::eventually("bob is back", || door.run("bob", &["status"]).status.success());
}

#[test]
fn a_stopped_client_sees_the_newest_state_next_and_delays_nobody() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let alice = door.screen("alice", &["attach"]);
    let mut bob = door.screen("bob", &["attach"]);
    alice.sees("Timeline");
    bob.press("1");
    bob.sees("Timeline");
    alice.signal("STOP");
    let before = alice.bytes().len();
    for number in 0..60 {
        door.stage.done(&["log", &format!("entry {number} of many")]);
        bob.sees(&format!("entry {number} of many"));
    }
    alice.signal("CONT");
    alice.sees("entry 59 of many");
    // What it missed was not kept for it: two frames bring it to the newest.
    let caught_up = alice.bytes().len() - before;
    assert!(caught_up < 8000, "{caught_up} bytes");
}

#[test]
fn a_screen_that_is_left_alone_ends_where_that_is_wished_for() {
    let Some(door) = Door::open("idle = '1s'", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    assert_eq!(alice.ends(), 0);
    alice.is_restored();
    assert!(alice.contents().contains("without activity"), "{}", alice.contents());
}

#[test]
fn a_connection_carries_no_more_than_a_few_sessions() {
    let Some(door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let socket = door.stage.path("m");
    let shared = format!("ControlPath={}", socket.display());
    let mut first = door.command("alice", &["-N", "-o", &shared, "-M"]).spawn().unwrap();
    super::stage::eventually("the connection is there", || socket.exists());
    // No connection of its own where that one takes no more.
    let through = || door.run("alice", &["-o", &shared, "-o", "ProxyCommand=false", "status"]);
    let mut screens: Vec<_> = (0..4).map(|_| door.screen("alice", &["-o", &shared, "attach"])).collect();
    for screen in &screens {
        screen.sees("Mail down");
    }
    assert_eq!(through().status.code(), Some(255));
    screens[0].press("q");
    assert_eq!(screens[0].ends(), 0);
    super::stage::eventually("a session is free", || through().status.success());
    first.kill().unwrap();
    first.wait().unwrap();
}

#[test]
fn a_host_that_ends_says_so_and_is_known_again() {
    let Some(mut door) = Door::open("", PEOPLE) else { return };
    door.stage.open("Mail down");
    let mut alice = door.screen("alice", &["attach"]);
    alice.sees("Mail down");
    let fingerprint = door.fingerprint.clone();
    door.restart();
    assert_eq!(alice.ends(), 0);
    assert!(alice.contents().contains("was stopped"), "{}", alice.contents());
    alice.is_restored();
    assert_eq!(door.fingerprint, fingerprint);
    let key = door.stage.path("state/warroom/ssh_host_ed25519_key");
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&key).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let shown = Command::new("ssh-keygen").arg("-lf").arg(&key).output().unwrap();
    assert!(text(&shown.stdout).contains(&fingerprint), "{shown:?}");
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
