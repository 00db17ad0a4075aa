//! The client opposite a host that the test plays.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::time::Duration;

use super::{Client, FILE_MAX, Whose};
use crate::incident::PersonName;
use crate::lang::Lang;
use crate::verbs::Outcome;
use crate::wire::{Ask, Exec, Frames, Message, NamedFile, Origin, Rejected, Reply, VERSION};

fn client(folder: &std::path::Path, whose: Whose) -> Client {
    Client {
        socket: folder.join("host.sock"),
        whose,
        start_lock: folder.join("start.lock"),
        host_lock: folder.join("host.lock"),
        log: folder.join("host.log"),
        program: PathBuf::from("/nonexistent/warroom"),
        environment: Vec::new(),
        demo: None,
        lang: Lang::En,
    }
}

fn exec() -> Exec {
    Exec { args: vec!["status".to_owned()], origin: Origin { lang: Lang::En, zone: chrono_tz::UTC } }
}

/// What a client makes of the messages of a host, and the messages that it has sent.
fn answered(messages: &[Reply], files: Vec<NamedFile>) -> (Result<u8, Outcome>, Outcome, Vec<Ask>) {
    let folder = tempfile::tempdir().unwrap();
    let client = client(folder.path(), Whose::Own);
    let (ours, mut host) = UnixStream::pair().unwrap();
    let mut frames = Vec::new();
    for message in messages {
        message.frame(&mut frames);
    }
    host.write_all(&frames).unwrap();
    host.shutdown(std::net::Shutdown::Write).unwrap();
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let code = client.exec(&ours, exec(), files, &mut stdout, &mut stderr);
    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    let printed = Outcome { stdout, stderr, code: 0 };
    // What is left unread would reset the connection.
    (&ours).read_to_end(&mut Vec::new()).unwrap();
    drop(ours);
    let mut sent = Frames::default();
    host.read_to_end(sent.buffer()).unwrap();
    let asked = std::iter::from_fn(|| sent.pop().unwrap()).collect();
    (code, printed, asked)
}

#[test]
fn a_command_is_sent_with_its_files_and_its_output_is_printed() {
    let messages = [
        Reply::Stdout(b"one ".to_vec()),
        Reply::Stderr(b"careful".to_vec()),
        Reply::Place(None),
        Reply::Stdout(b"two".to_vec()),
        Reply::Exit(1),
    ];
    let file = NamedFile { path: "plan.toml".into(), content: b"x".to_vec() };
    let (code, printed, asked) = answered(&messages, vec![file.clone()]);
    assert_eq!(code.unwrap(), 1);
    assert_eq!((&*printed.stdout, &*printed.stderr), ("one two", "careful"));
    assert_eq!(asked, [Ask::Hello { version: VERSION }, Ask::File(file), Ask::Exec(exec())]);
}

#[test]
fn a_host_that_is_gone_or_goes_no_further_is_an_error_that_says_why() {
    let account = PersonName::new("mallory");
    for (message, expected) in [
        (None, "warroom status"),
        (Some(Reply::Rejected(Rejected::Version { version: 9 })), "version 9"),
        (Some(Reply::Rejected(Rejected::Malformed)), "warroom host stop"),
        (Some(Reply::Rejected(Rejected::Full)), "session limit"),
        (Some(Reply::Rejected(Rejected::Stranger { account })), "mallory"),
    ] {
        let (code, printed, _) = answered(message.as_slice(), Vec::new());
        let outcome = code.unwrap_err();
        assert_eq!(outcome.code, Outcome::UNAVAILABLE);
        assert!(outcome.stderr.contains(expected), "{message:?}: {}", outcome.stderr);
        assert!(printed.stdout.is_empty());
    }
}

#[test]
fn bytes_that_are_no_frame_are_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, mut host) = UnixStream::pair().unwrap();
    host.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
    let client = client(folder.path(), Whose::Own);
    let outcome = client.exec(&ours, exec(), Vec::new(), &mut Vec::new(), &mut Vec::new()).unwrap_err();
    assert_eq!(outcome.code, Outcome::UNAVAILABLE);
}

#[test]
fn a_file_that_fits_into_no_frame_is_refused_before_anything_is_sent() {
    let file = |bytes| NamedFile { path: "big.toml".into(), content: vec![0; bytes] };
    let (code, _, asked) = answered(&[Reply::Exit(0)], vec![file(FILE_MAX + 1)]);
    let outcome = code.unwrap_err();
    assert_eq!(outcome.code, Outcome::REFUSED);
    assert!(outcome.stderr.contains("big.toml"), "{}", outcome.stderr);
    assert!(asked.is_empty());
}

#[test]
fn a_shared_host_is_never_started() {
    let folder = tempfile::tempdir().unwrap();
    let client = client(folder.path(), Whose::Shared);
    let refused = client.connect().unwrap_err();
    assert!(refused.stderr.contains("host.sock"), "{}", refused.stderr);
    assert!(client.running().is_none());
    let _host = UnixListener::bind(&client.socket).unwrap();
    assert!(client.connect().is_ok() && client.running().is_some());
}

#[test]
fn a_host_that_cannot_be_started_is_an_error_that_names_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = client(folder.path(), Whose::Own).connect().unwrap_err();
    assert_eq!(outcome.code, Outcome::UNAVAILABLE);
    assert!(outcome.stderr.contains("host.log"), "{}", outcome.stderr);
}

#[test]
fn the_end_of_a_host_is_waited_for_by_its_lock() {
    let folder = tempfile::tempdir().unwrap();
    let client = client(folder.path(), Whose::Own);
    // Without a lock file no host has run.
    client.wait_for_end(Duration::MAX);
    let lock = std::fs::File::create(&client.host_lock).unwrap();
    lock.lock().unwrap();
    client.wait_for_end(Duration::ZERO);
    let (done, ended) = std::sync::mpsc::channel();
    let waits = std::thread::spawn(move || {
        client.wait_for_end(Duration::MAX);
        done.send(()).unwrap();
    });
    drop(lock);
    ended.recv().unwrap();
    waits.join().unwrap();
}
