//! Other people come in: accounts of the machine at a shared socket, and a file that says who may.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use super::stage::{Seat, Stage, eventually};

/// An account that is not the one of the tests, and its group.
const OTHER: &str = "nobody";
const UID: &str = "65534";
const GROUP: &str = "nogroup";

/// A served host with a shared socket. It ends with its stage.
struct Served {
    stage: Stage,
    host: Child,
    greeting: String,
}

impl Served {
    /// None where the tests cannot become another account.
    fn with(people: &str) -> Option<Self> {
        let switch = ["--reuid", UID, "--regid", UID, "--clear-groups", "id", "-un"];
        let output = Command::new("setpriv").args(switch).output().ok();
        let name = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
        if name.as_deref() != Some(OTHER) {
            eprintln!("skipped: the tests cannot run a program as the account {OTHER} here");
            return None;
        }
        let stage = Stage::new();
        // The other account has to come as far as the socket.
        std::fs::set_permissions(stage.path(""), std::fs::Permissions::from_mode(0o711)).unwrap();
        std::fs::write(stage.path("people.toml"), people).unwrap();
        let socket = stage.path("shared.sock");
        let args = ["serve", "--socket", socket.to_str().unwrap(), "--group", GROUP, "--people", "people.toml"];
        let mut host = stage.command(&args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut greeting = String::new();
        let mut lines = BufReader::new(host.stdout.take().unwrap());
        while !greeting.contains("connect with") {
            assert_ne!(lines.read_line(&mut greeting).unwrap(), 0, "the host has ended: {greeting}");
        }
        Some(Self { stage, host, greeting })
    }

    fn socket(&self) -> PathBuf {
        self.stage.path("shared.sock")
    }

    fn says(&self, people: &str) {
        std::fs::write(self.stage.path("people.toml"), people).unwrap();
    }

    fn as_other<'a>(&'a self, args: &[&'a str]) -> Vec<String> {
        let program = env!("CARGO_BIN_EXE_warroom");
        let switch = ["--reuid", UID, "--regid", UID, "--clear-groups", program, "--host"];
        let switch = switch.iter().map(|&arg| arg.to_owned());
        let socket = self.socket().to_str().unwrap().to_owned();
        switch.chain([socket]).chain(args.iter().map(|&arg| arg.to_owned())).collect()
    }

    /// What the other account gets for a command.
    fn other(&self, args: &[&str]) -> Output {
        let args = self.as_other(args);
        let args: Vec<_> = args.iter().map(String::as_str).collect();
        self.stage.command_by("setpriv", &args).output().unwrap()
    }

    fn screen(&self, args: &[&str]) -> Seat {
        let args = self.as_other(args);
        self.stage.screen_by("setpriv", &args.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stage.run(&["host", "stop"]);
        self.host.wait().unwrap();
    }
}

fn person(right: &str) -> String {
    format!("[[person]]\nname = 'karim'\nright = '{right}'\nroles = ['sysadmin']\nunix = ['{OTHER}']\n")
}

fn shown(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn another_account_is_who_the_file_says_and_signs_as_such() {
    let Some(served) = Served::with(&person("member")) else { return };
    assert!(served.greeting.contains(GROUP), "{}", served.greeting);
    let about = std::fs::metadata(served.socket()).unwrap();
    assert_eq!(about.permissions().mode() & 0o777, 0o660);
    served.stage.open("Mail down");

    let output = served.other(&["log", "the", "provider", "has", "answered"]);
    assert!(output.status.success(), "{output:?}");
    let log = served.stage.json(&["log", "--json"]);
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!(last["person"], "karim", "{last}");
    assert!(served.stage.done(&["people", "list"]).contains("karim"));

    // The account is the kernel's word, whatever the environment says.
    let forbidden = served.other(&["host", "stop"]);
    assert_eq!(forbidden.status.code(), Some(1), "{forbidden:?}");
    assert!(shown(&forbidden).contains("Only the host account"), "{forbidden:?}");
    assert!(served.stage.run(&["host", "status"]).status.success());
}

#[test]
fn what_is_not_somebodys_to_do_is_refused_at_this_door_too() {
    let Some(served) = Served::with(&person("observer")) else { return };
    served.stage.open("Mail down");
    let refused = |args: &[&str]| {
        let output = served.other(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {output:?}");
    };
    let before = served.stage.json(&["status", "--json"])["seq"].clone();
    assert!(served.other(&["status"]).status.success());
    refused(&["log", "a", "word"]);
    refused(&["task", "start", "1"]);
    refused(&["start", "--title", "Another", "--no-attach"]);
    served.says(&person("member"));
    eventually("a member writes", || served.other(&["log", "a", "word"]).status.success());
    refused(&["close"]);
    refused(&["phase", "next"]);
    refused(&["severity", "sev1"]);
    refused(&["start", "--title", "Another", "--no-attach"]);
    let after = served.stage.json(&["status", "--json"])["seq"].clone();
    assert_eq!(before.as_u64().unwrap() + 1, after.as_u64().unwrap(), "one word was written");
}

#[test]
fn a_person_the_file_does_not_name_learns_what_to_ask_for() {
    let Some(served) = Served::with("format = 1\n") else { return };
    let output = served.other(&["list"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(shown(&output).contains("unix = [\"nobody\"]"), "{output:?}");
    let mut seat = served.screen(&[]);
    assert_eq!(seat.ends(), 3);
    seat.sees("unix = [\"nobody\"]");
    seat.is_restored();
}

#[test]
fn whoever_is_taken_out_of_the_file_is_out_at_once_and_in_again_once_they_are_back() {
    let Some(served) = Served::with(&person("member")) else { return };
    served.stage.open("Mail down");
    let mut karim = served.screen(&["attach"]);
    karim.sees("Mail down");
    served.says("format = 1\n");
    assert_eq!(karim.ends(), 1);
    karim.sees("no longer in this host's people file");
    karim.is_restored();
    assert_eq!(served.other(&["list"]).status.code(), Some(3));
    // A file that cannot be followed opens nothing, and closes nothing.
    served.says(&person("king"));
    assert_eq!(served.other(&["list"]).status.code(), Some(3));
    eventually("the trouble is shown", || {
        shown(&served.stage.run(&["people", "list"])).contains("“king” is not a valid access right")
    });
    served.says(&person("observer"));
    eventually("karim is in again", || served.other(&["list"]).status.success());
    served.screen(&["attach"]).sees("Mail down");
}

#[test]
fn a_socket_that_is_missing_or_private_is_reported() {
    let stage = Stage::new();
    let output = stage.run(&["--host", "no.sock", "list"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(shown(&output).contains("No host at no.sock"), "{output:?}");
    assert!(!stage.path("run/warroom").exists(), "no host was started for it");
    stage.configure("host = 'no.sock'");
    assert!(shown(&stage.run(&["status"])).contains("no.sock"));
}

#[test]
fn a_host_is_not_served_with_a_people_file_that_is_wrong() {
    let stage = Stage::new();
    std::fs::write(stage.path("people.toml"), "[[person]]\nname = 'ana'\nright = 'king'\n").unwrap();
    let output = stage.run(&["serve", "--people", "people.toml"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(shown(&output).contains("people.toml:3:9") && shown(&output).contains('^'), "{output:?}");
    let output = stage.run(&["serve", "--people", "none.toml"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let output = stage.run(&["serve", "--socket", "x.sock", "--group", "no-such-group"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(shown(&output).contains("no-such-group"), "{output:?}");
    let output = stage.run(&["serve", "--socket", "x.sock"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    // A file of someone's is no socket that a dead host has left.
    std::fs::write(stage.path("kept"), "kept").unwrap();
    let output = stage.run(&["serve", "--socket", "kept", "--group", "root"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(std::fs::read_to_string(stage.path("kept")).unwrap(), "kept");
}

#[test]
fn the_people_file_of_the_configuration_holds_in_a_host_that_a_client_starts() {
    let stage = Stage::new();
    std::fs::write(stage.path("config/warroom/people.toml"), stage.done(&["people", "sample"])).unwrap();
    assert!(stage.done(&["people", "check"]).contains("4 people"));
    let people = stage.json(&["people", "list", "--json"]);
    let names: Vec<_> = people.as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["alice", "bruno", "karim", "ines"]);
}

#[test]
fn a_served_host_says_where_it_is_and_ends_at_a_signal() {
    let stage = Stage::new();
    let mut host = stage.command(&["serve"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(host.stdout.take().unwrap());
    let mut greeting = String::new();
    while !greeting.contains("people sample") {
        assert_ne!(lines.read_line(&mut greeting).unwrap(), 0, "{greeting}");
    }
    assert!(greeting.contains("host.sock"), "{greeting}");
    assert!(shown(&stage.run(&["serve"])).contains("a host is already running there"));
    let pid = host.id().to_string();
    assert!(Command::new("kill").args(["-s", "TERM", &pid]).status().unwrap().success());
    assert!(host.wait().unwrap().success());
    assert!(!stage.socket().exists());
    lines.read_to_string(&mut greeting).unwrap();
}
