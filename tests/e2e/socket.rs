//! The conversation on the socket, held by programs that are not the client.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};

use warroom::config::Config;
use warroom::lang::Lang;
use warroom::terminal::Depth;
use warroom::terminal::{Size, control};
use warroom::wire::{Ask, Exec, Frames, Message, Origin, Rejected, Reply, Show, VERSION};

use super::stage::Stage;

fn say(stream: &mut UnixStream, asks: &[Ask]) {
    let mut bytes = Vec::new();
    for ask in asks {
        ask.frame(&mut bytes);
    }
    stream.write_all(&bytes).unwrap();
}

/// Everything that the host says until it closes the connection.
fn hear_all(stream: &mut UnixStream) -> Vec<Reply> {
    let mut frames = Frames::default();
    let mut heard = Vec::new();
    stream.read_to_end(frames.buffer()).unwrap();
    while let Some(reply) = frames.pop().unwrap() {
        heard.push(reply);
    }
    heard
}

fn origin() -> Origin {
    Origin { lang: Lang::En, zone: chrono_tz::Europe::Paris }
}

impl Stage {
    /// A screen whose terminal never takes anything.
    pub fn hung_screen(&self) -> UnixStream {
        let mut stream = self.connect();
        let show = Show {
            origin: origin(),
            args: vec!["attach".to_owned()],
            size: Size { width: 160, height: 48 },
            depth: Depth::True,
            config: Config::default(),
            term: String::new(),
            background: None,
            themes: Vec::new(),
            plans: Vec::new(),
            resumed: false,
        };
        say(&mut stream, &[Ask::Hello { version: VERSION }, Ask::Screen(Box::new(show))]);
        // It is in the room when it is shown which.
        stream.read_exact(&mut [0; 5]).unwrap();
        stream
    }
}

#[test]
fn a_command_is_done_in_the_host() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut stream = stage.connect();
    let exec = Exec { args: vec!["list".to_owned()], origin: origin() };
    say(&mut stream, &[Ask::Hello { version: VERSION }, Ask::Exec(exec)]);
    let heard = hear_all(&mut stream);
    let [Reply::Stdout(text), Reply::Exit(0)] = &heard[..] else { panic!("{heard:?}") };
    assert!(String::from_utf8_lossy(text).contains("Mail down"));
}

#[test]
fn another_version_is_reported_on_both_sides() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mut newer = stage.connect();
    say(&mut newer, &[Ask::Hello { version: VERSION + 1 }]);
    assert_eq!(hear_all(&mut newer), [Reply::Rejected(Rejected::Version { version: VERSION })]);
    stage.done(&["host", "stop"]);

    // A host of the future.
    let elsewhere = Stage::new();
    let folder = elsewhere.path("run/warroom");
    std::fs::create_dir_all(&folder).unwrap();
    let listener = UnixListener::bind(elsewhere.socket()).unwrap();
    let future = std::thread::spawn(move || {
        for _ in 0..2 {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 7];
            stream.read_exact(&mut asked).unwrap();
            assert_eq!(asked[4], b'H');
            let mut bytes = Vec::new();
            Reply::Rejected(Rejected::Version { version: 9 }).frame(&mut bytes);
            stream.write_all(&bytes).unwrap();
        }
    });
    let output = elsewhere.run(&["list"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let shown = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(shown.contains("version 9") && shown.contains("warroom host stop"), "{shown}");
    let mut seat = elsewhere.screen(&["attach"]);
    assert_eq!(seat.ends(), 3);
    assert!(seat.contents().contains("version 9"), "{}", seat.contents());
    seat.is_restored();
    future.join().unwrap();
}

#[test]
fn a_farewell_without_a_last_word_is_a_farewell() {
    let stage = Stage::new();
    std::fs::create_dir_all(stage.path("run/warroom")).unwrap();
    let listener = UnixListener::bind(stage.socket()).unwrap();
    let mut seat = stage.screen(&["attach"]);
    let (mut stream, _) = listener.accept().unwrap();
    let say = |stream: &mut UnixStream, bytes: &[u8]| {
        let mut frame = Vec::new();
        Reply::Frame(bytes.to_vec()).frame(&mut frame);
        stream.write_all(&frame).unwrap();
    };
    say(&mut stream, b"\x1b[?1049hin the room");
    seat.sees("in the room");
    // The host has no time for more: it is gone before it could say that the screen is over.
    say(&mut stream, &control::RESTORE);
    drop(stream);
    assert_eq!(seat.ends(), 0);
    seat.is_restored();
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "the client came back to a screen that was over");
}

#[test]
fn garbage_is_answered_and_harms_nobody() {
    let stage = Stage::new();
    stage.open("Mail down");
    let alice = stage.screen(&["attach"]);
    alice.sees("Mail down");
    let mut hello = Vec::new();
    Ask::Hello { version: VERSION }.frame(&mut hello);
    let after_hello = |bytes: &[u8]| [&hello, bytes].concat();
    for garbage in [
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        vec![0; 64],
        vec![0xff; 4096],
        after_hello(&[0xff, 0xff, 0xff, 0xff, b'E']),
        after_hello(&[0, 0, 0, 3, b'E', b'{', b'}']),
        after_hello(&[0, 0, 0, 1, b'T']),
        after_hello(&[0, 0, 0, 2, b'?', 0]),
    ] {
        let mut stream = stage.connect();
        stream.write_all(&garbage).unwrap();
        assert_eq!(hear_all(&mut stream), [Reply::Rejected(Rejected::Malformed)], "{}", garbage.escape_ascii());
    }
    // Half a frame, and gone.
    stage.connect().write_all(&hello[..5]).unwrap();
    stage.done(&["log", "all is well"]);
    alice.sees("all is well");
}

#[test]
fn the_socket_is_the_accounts_alone() {
    let stage = Stage::new();
    stage.open("Mail down");
    let mode = |below: &str| std::fs::metadata(stage.path(below)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("run/warroom"), 0o700);
    assert_eq!(mode("run/warroom/host.sock"), 0o600);
    assert_eq!(mode("state/warroom"), 0o700);
}

#[test]
fn a_socket_that_a_dead_host_left_is_replaced() {
    let stage = Stage::new();
    std::fs::create_dir_all(stage.path("run/warroom")).unwrap();
    drop(UnixListener::bind(stage.socket()).unwrap());
    assert!(stage.socket().exists());
    stage.open("Mail down");
}

#[test]
fn a_folder_that_is_none_is_reported() {
    let stage = Stage::new();
    std::fs::write(stage.path("run/warroom"), "").unwrap();
    let output = stage.run(&["list"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("run/warroom"), "{output:?}");
}
