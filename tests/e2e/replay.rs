//! A session that is replayed: from a file with no host, in a host, and into a recording.

use std::fs;

use super::stage::Stage;

const SESSION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sessions/octobre.jsonl");

#[test]
fn a_file_is_played_with_no_host_and_leaves_the_terminal_as_it_was() {
    let stage = Stage::new();
    let mut seat = stage.screen(&["replay", SESSION, "--at", "T+2h"]);
    seat.sees("D1 07:10:00");
    seat.press("d");
    seat.sees("D1 07:20:00");
    seat.press(".");
    seat.sees("record 37 of 260");
    // To its end, and played from the beginning.
    seat.press("\x1b[F");
    seat.sees("record 260 of 260");
    seat.press(" ");
    seat.sees("playing");
    seat.press("q");
    assert_eq!(seat.ends(), 0);
    seat.is_restored();
    assert!(!stage.socket().exists(), "no host was started");
    assert!(!stage.path("state").exists(), "nothing was written");
}

#[test]
fn an_incident_of_a_host_is_played_there_and_cannot_be_changed() {
    let stage = Stage::new();
    let id = stage.open("Mail down");
    stage.done(&["log", "first words"]);
    // Without a name it is the host's open one.
    let mut there = stage.screen(&["replay"]);
    there.sees("REPLAY");
    there.press("\x1b[F");
    there.sees("first words");
    // What is done meanwhile is seen at the live edge, and not by who has gone back.
    there.sees("live");
    stage.done(&["log", "second words"]);
    there.sees("second words");
    there.press("\x1b[H");
    there.wait("the opening", |screen| !screen.contents().contains("first words"));
    stage.done(&["log", "third words"]);
    there.press("\x1b[F");
    there.sees("third words");
    there.press("x");
    there.sees("read-only");
    there.press("q");
    assert_eq!(there.ends(), 0);
    there.is_restored();
    // From its room and back.
    let mut room = stage.screen(&["attach"]);
    room.sees("first words");
    room.press("Z");
    room.sees("REPLAY");
    room.press("q");
    room.wait("the room", |screen| !screen.contents().contains("REPLAY"));
    room.press("q");
    assert_eq!(room.ends(), 0);
    // By this account with no host.
    stage.done(&["host", "stop"]);
    let mut here = stage.screen(&["replay", &id[..10]]);
    here.sees("REPLAY");
    here.press("\x1b[F");
    here.sees("third words");
    here.press("q");
    assert_eq!(here.ends(), 0);
}

#[test]
fn a_recording_is_whole_or_not_there_and_replaces_nothing_unasked() {
    let stage = Stage::new();
    let file = stage.path("out.cast");
    let name = file.to_str().unwrap();
    let export = ["replay", SESSION, "--export", name, "--speed", "3600", "--skip-silence", "--size", "80x24"];
    stage.done(&export);
    let cast = fs::read_to_string(&file).unwrap();
    assert!(cast.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    let refused = stage.run(&export);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).unwrap(), cast);
    stage.done(&[&export[..], &["--force"]].concat());
    assert_eq!(fs::read_to_string(&file).unwrap(), cast);

    fs::write(stage.path("letter"), "to somebody").unwrap();
    let missing = stage.run(&["replay", "no/such.jsonl", "--export", "other.cast"]);
    assert_eq!(missing.status.code(), Some(3));
    let letter = stage.run(&["replay", "letter", "--export", "other.cast"]);
    assert_eq!(letter.status.code(), Some(1));
    let nothing = [&export[..3], &["other.cast", "--from", "T+3h", "--until", "T+2h"]].concat();
    assert_eq!(stage.run(&nothing).status.code(), Some(2));
    let left = super::stage::entries(&stage.path(""));
    assert!(!left.iter().any(|name| name.contains(".cast") && name != "out.cast"), "{left:?}");
}
