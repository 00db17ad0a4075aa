//! The grammar, the place of each verb, and which right it needs.

use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::clock::Clock;
use crate::draft::Templates;
use crate::incident::{Moment, Right, Rights, Signature, Who};
use crate::lang::Lang;
use crate::room::Rooms;

fn args(line: &str) -> Vec<String> {
    line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn parsed(line: &str) -> Cli {
    parse(&args(line), Lang::En).unwrap_or_else(|misuse| panic!("{line}: {}", misuse.stderr))
}

/// The place of a command line, in one or two words.
fn place(line: &str) -> String {
    match parsed(line).place() {
        Place::Client(_) => "client".to_owned(),
        Place::Host(task) if task.attaches() => "host, then screen".to_owned(),
        Place::Host(_) => "host".to_owned(),
        Place::RunningHost(_) => "running host".to_owned(),
        Place::Screen(View::Start) => "start screen".to_owned(),
        Place::Screen(View::Room) => "room".to_owned(),
        Place::Screen(View::Replay(_)) => "replay in the host".to_owned(),
        Place::Replay(_) => "replay alone".to_owned(),
        Place::Demo => "demo".to_owned(),
        Place::BecomeHost { demo } => if demo.is_some() { "host of a demo" } else { "new host" }.to_owned(),
        Place::Serve(_) => "serve".to_owned(),
    }
}

#[test]
fn every_verb_has_its_place() {
    let table = [
        ("", "start screen"),
        ("--lang fr", "start screen"),
        ("--incident 2026", "room"),
        ("attach", "room"),
        ("attach 2026", "room"),
        ("start", "host, then screen"),
        ("start ours --no-attach", "host"),
        ("list --json", "host"),
        ("status", "host"),
        ("attention", "host"),
        ("task done dsi.1", "host"),
        ("phase next", "host"),
        ("day end", "host"),
        ("service list", "host"),
        ("finding list", "host"),
        ("action list", "host"),
        ("action list --all", "host"),
        ("log", "host"),
        ("correct 3 text", "host"),
        ("call list", "host"),
        ("command show", "host"),
        ("role list", "host"),
        ("briefing", "host"),
        ("hold", "host"),
        ("resume", "host"),
        ("undo", "host"),
        ("update", "host"),
        ("update some text", "host"),
        ("update list", "host"),
        ("update template", "client"),
        ("update check", "client"),
        ("retitle x", "host"),
        ("severity sev2", "host"),
        ("situation x", "host"),
        ("zone Europe/Paris", "host"),
        ("close", "host"),
        ("reopen", "host"),
        ("replay", "replay in the host"),
        ("replay 2026", "replay in the host"),
        ("replay a.jsonl", "replay alone"),
        ("replay --export a.cast", "replay alone"),
        ("verify", "host"),
        ("verify 2026", "host"),
        ("verify a.jsonl", "client"),
        ("verify 2026 --against a.jsonl", "client"),
        ("verify --against a.jsonl", "host"),
        ("report", "host"),
        ("report 2026", "host"),
        ("report a.jsonl", "client"),
        ("export", "client"),
        ("import a.zip", "client"),
        ("runbook list", "client"),
        ("theme list", "client"),
        ("config show", "client"),
        ("completions bash", "client"),
        ("people list", "host"),
        ("people check", "client"),
        ("people sample", "client"),
        ("notify list", "host"),
        ("notify test", "host"),
        ("notify check", "host"),
        ("notify add --env X --audience team", "client"),
        ("notify remove chat", "client"),
        ("serve", "serve"),
        ("host status", "running host"),
        ("host stop", "running host"),
        ("host run", "new host"),
        ("host run --demo /tmp/x", "host of a demo"),
        ("demo", "demo"),
    ];
    for (line, expected) in table {
        assert_eq!(place(line), expected, "{line}");
    }
    // A hash to compare with is not a file.
    let hash = "0".repeat(64);
    assert_eq!(place(&format!("verify 2026 --against {hash}")), "host");
    let named: std::collections::BTreeSet<_> =
        table.iter().filter_map(|(line, _)| line.split(' ').find(|word| !word.starts_with('-'))).collect();
    for verb in cli::grammar().get_subcommands().map(|verb| verb.get_name().to_owned()) {
        assert!(verb == "help" || named.contains(verb.as_str()), "`{verb}` is missing in the table");
    }
}

#[test]
fn the_help_lists_the_verbs_in_the_order_of_a_crisis() {
    let grammar = cli::grammar();
    let names: Vec<_> = grammar.get_subcommands().map(clap::Command::get_name).collect();
    let expected = "start attach list status attention task phase day service finding action log correct call command role \
                    briefing hold resume undo update retitle severity situation zone close reopen replay verify \
                    report export import runbook theme config completions people notify serve host demo help";
    assert_eq!(names.join(" "), expected);
    let below = |verb: &str| -> Vec<_> {
        let verb = grammar.find_subcommand(verb).unwrap();
        verb.get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
    };
    assert_eq!(
        below("update"),
        "list show preview approve drop retry every template check".split(' ').collect::<Vec<_>>()
    );
    assert_eq!(below("people"), ["list", "check", "sample"]);
    assert_eq!(below("notify"), ["add", "remove", "list", "test", "check"]);
    assert_eq!(below("host"), ["status", "stop", "run"]);
}

#[test]
fn the_incident_is_named_by_the_verb_or_else_by_the_option() {
    let table = [
        ("status", None),
        ("--incident a status", Some("a")),
        ("status --incident a", Some("a")),
        ("attach b --incident a", Some("b")),
        ("attach --incident a", Some("a")),
        ("replay b --incident a", Some("b")),
        ("task list --incident a", Some("a")),
    ];
    for (line, expected) in table {
        assert_eq!(parsed(line).room(), expected, "{line}");
    }
}

#[test]
fn options_are_taken_before_and_behind_the_verb() {
    for line in [
        "--lang fr --theme dark --config c.toml --host h.sock list",
        "list --lang fr --theme dark --config c.toml --host h.sock",
    ] {
        let options = parsed(line).options;
        let expected = Options {
            lang: Some(Lang::Fr),
            incident: None,
            theme: Some("dark".to_owned()),
            config: Some("c.toml".into()),
            host: Some("h.sock".into()),
        };
        assert_eq!(options, expected);
    }
    let here = here(Path::new("x")).with(&parsed("--config c.toml list").options);
    assert_eq!(here.config_file, Path::new("c.toml"));
    let here = here.with(&parsed("list").options);
    assert_eq!((here.config_file.to_str(), here.options.config), (Some("c.toml"), None));
}

fn here(folder: &Path) -> Here {
    Here {
        options: Options::default(),
        lang: Lang::En,
        config_dir: folder.to_owned(),
        config_file: folder.join("config.toml"),
        state_dir: folder.join("state"),
        socket: folder.join("host.sock"),
        colours: crate::terminal::Depth::None,
        zone: chrono_tz::UTC,
    }
}

#[test]
fn what_cannot_be_parsed_says_what_was_meant_and_where_help_is() {
    let table = [
        ("stauts", "status"),
        ("task doen x", "done"),
        ("list --jsn", "--json"),
        ("people chekc", "check"),
        ("notify lsit", "list"),
        ("host stpo", "stop"),
        ("update --audiense x", "--audience"),
        ("help taks", "task"),
    ];
    for (line, meant) in table {
        for lang in Lang::ALL {
            let misuse = parse(&args(line), lang).unwrap_err();
            assert_eq!(misuse.code, Outcome::MISUSE, "{line}");
            assert!(misuse.stderr.contains(meant), "{line}: {}", misuse.stderr);
            assert_eq!(misuse.stdout, "");
        }
    }
    for line in ["--help", "-h", "help", "task --help", "help task done", "--version"] {
        let help = parse(&args(line), Lang::En).unwrap_err();
        assert_eq!((help.code, help.stderr.as_str()), (0, ""), "{line}");
        assert!(!help.stdout.is_empty());
    }
}

#[test]
fn files_of_the_client_come_along_with_a_start_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("runbooks")).unwrap();
    std::fs::write(folder.path().join("runbooks/ours.toml"), "a plan").unwrap();
    let files = |line: &str| {
        let cli = parsed(line);
        let Place::Host(task) = cli.place() else { panic!("{line}") };
        task.files(&here(folder.path())).map(|files| files.iter().map(|file| file.content.clone()).collect::<Vec<_>>())
    };
    assert_eq!(files("start ours").unwrap(), [b"a plan"]);
    assert!(files("start").unwrap().is_empty() && files("status").unwrap().is_empty());
    assert!(files("start a-built-in-one").unwrap().is_empty(), "the host knows those");
    assert_eq!(files("start ./missing.toml").unwrap_err().code, Outcome::UNAVAILABLE);
    let whole = folder.path().join("runbooks/ours.toml").display().to_string();
    assert_eq!(files(&format!("start {whole}")).unwrap(), [b"a plan"]);
}

/// One incident in a temporary folder, and someone to act on it.
pub struct Bench {
    pub rooms: Rooms,
    folder: tempfile::TempDir,
}

impl Bench {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (clock, _) = Clock::fixed("2026-11-22T12:00:00Z".parse::<Moment>().unwrap());
        let bench = Self { rooms: Rooms::new(folder.path().join("incidents"), clock), folder };
        let started = bench.run("start --no-attach --title Mail", Right::Owner).await;
        assert_eq!(started.code, 0, "{}", started.stderr);
        bench
    }

    pub async fn run(&self, line: &str, right: Right) -> Outcome {
        self.run_in(line, right, Lang::En).await
    }

    /// Runs a line as the owner, who commands, and fails if it is refused.
    pub async fn done(&self, line: &str) -> String {
        let outcome = self.run(line, Right::Owner).await;
        assert_eq!(outcome.code, 0, "{line}: {}", outcome.stderr);
        outcome.stdout
    }

    /// What a reading verb prints for other programs.
    pub async fn json(&self, line: &str) -> serde_json::Value {
        serde_json::from_str(&self.done(&format!("{line} --json")).await).unwrap()
    }

    /// Runs a line as the owner and returns why it is refused.
    pub async fn refused(&self, line: &str) -> String {
        let outcome = self.run(line, Right::Owner).await;
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Outcome::REFUSED, ""), "{line}");
        outcome.stderr
    }

    pub async fn run_in(&self, line: &str, right: Right, lang: Lang) -> Outcome {
        let person = if right == Right::Owner { "owner" } else { "ana" };
        let caller = Caller {
            who: Who { by: Signature::new(person, "test"), rights: Rights { right, roles: Vec::new() } },
            lang,
            zone: chrono_tz::UTC,
            files: Vec::new(),
            known: Arc::default(),
            templates: Arc::new(Templates::default()),
            host: HostFacts { pid: 1, socket: self.folder.path().join("host.sock"), version: "0" },
            dispatcher: None,
        };
        let cli = parsed(line);
        match cli.place() {
            Place::Host(task) => task.run(cli.room(), &caller, &self.rooms).await,
            place => panic!("{line}: {place:?}"),
        }
    }
}

/// The least right that may run a verb on an incident whose commander is someone else; `Owner` where only the
/// commander may.
const LEAST: [(&str, Right); 25] = [
    ("status", Right::Observer),
    ("attention", Right::Observer),
    ("status --json", Right::Observer),
    ("list", Right::Observer),
    ("task list", Right::Observer),
    ("phase list", Right::Observer),
    ("service list", Right::Observer),
    ("log", Right::Observer),
    ("call list", Right::Observer),
    ("command show", Right::Observer),
    ("role list", Right::Observer),
    ("briefing", Right::Observer),
    ("update list", Right::Observer),
    ("finding list", Right::Observer),
    ("action list --all", Right::Observer),
    ("verify", Right::Observer),
    ("people list", Right::Observer),
    ("log something", Right::Member),
    ("call ask something", Right::Member),
    ("start --no-attach --title Web", Right::Deputy),
    ("hold because", Right::Owner),
    ("severity sev3", Right::Owner),
    ("retitle Other", Right::Owner),
    ("situation worse", Right::Owner),
    ("close done", Right::Owner),
];

#[tokio::test]
async fn every_verb_needs_its_right_and_no_more() {
    let rights = [Right::Observer, Right::Member, Right::Deputy, Right::Commander, Right::Owner];
    let mut wrong = Vec::new();
    for (line, least) in LEAST {
        for right in rights {
            let bench = Bench::new().await;
            let outcome = bench.run(line, right).await;
            let expected = if right >= least { 0 } else { Outcome::REFUSED };
            if outcome.code != expected {
                wrong.push(format!("{line} as {right:?}: code {}: {}", outcome.code, outcome.stderr.trim_end()));
            }
            bench.rooms.shutdown().await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_review_goes_on_after_the_end_and_a_crisis_does_not() {
    let bench = Bench::new().await;
    assert_eq!(bench.run("close done", Right::Owner).await.code, 0);
    let finding = bench.run("finding add The backup was late", Right::Owner).await;
    assert_eq!(finding.code, 0, "{}", finding.stderr);
    assert!(finding.stderr.contains("Mail"), "which incident it is: {}", finding.stderr);
    let refused = bench.run("log too late", Right::Owner).await;
    assert_eq!(refused.code, Outcome::REFUSED);
    assert!(refused.stderr.contains("warroom status --incident"), "{}", refused.stderr);
    let list = bench.run("list --json", Right::Owner).await.stdout;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let id = list[0]["id"].as_str().unwrap();
    let refused = bench.run(&format!("severity sev3 --incident {id}"), Right::Owner).await;
    assert!(refused.stderr.contains("warroom reopen --incident"), "{}", refused.stderr);
    bench.rooms.shutdown().await;
}
