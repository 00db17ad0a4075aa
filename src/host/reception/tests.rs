use std::io;
use std::sync::{Arc, Mutex};

use super::super::settings::Outbox;
use super::*;
use crate::clock::Clock;
use crate::config::Config;
use crate::incident::{IncidentId, Moment, PersonName, Right, Signature};
use crate::notify::{NetworkEnvironment, Secrets};
use crate::people::{Known, People, Proof};
use crate::terminal::{Depth, Size};

const NOON: &str = "2026-11-22T12:00:00Z";

struct Stage {
    folder: tempfile::TempDir,
    reception: Arc<Reception>,
    known: watch::Sender<Arc<Known>>,
}

impl Stage {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (clock, _) = Clock::fixed(NOON.parse::<Moment>().unwrap());
        let rooms = Rooms::new(folder.path().join("incidents"), clock.clone());
        let registry = Registry::new(None).await;
        let secrets =
            Secrets { folder: folder.path().to_owned(), credentials: None, variables: Arc::new(|_: &str| None) };
        let outbox = Outbox {
            settings: folder.path().join("notify.toml"),
            secrets,
            environment: NetworkEnvironment::default(),
            lang: Lang::En,
        };
        let reception = Reception {
            dispatcher: outbox.dispatcher(rooms.clone(), clock),
            rooms,
            templates: TemplateWatcher::new(folder.path().join("templates"), registry.clone()).await,
            registry,
            terminals: KnownTerminals::default(),
            facts: HostFacts { pid: 42, socket: "run/host.sock".into(), version: "0.1.0" },
            clients: watch::Sender::new(0),
            ending: watch::Sender::new(false),
        };
        Self { folder, reception: Arc::new(reception), known: watch::Sender::new(Arc::default()) }
    }

    fn owner(&self) -> Access {
        let account = PersonName::new("root");
        Access::new(self.known.subscribe(), Proof::Owner { account }, "local")
    }

    /// Someone with this right; the people file names no one else.
    fn person(&self, right: &str) -> Access {
        let source = format!("[[person]]\nname = 'ana'\nright = '{right}'\nunix = ['ana']\n");
        let people = People::read(&source, "people.toml").unwrap();
        self.known.send_replace(Arc::new(Known { people: Some(Arc::new(people)), trouble: None }));
        Access::new(self.known.subscribe(), Proof::Account { account: PersonName::new("ana") }, "ssh")
    }

    fn withdraw_everybody(&self) {
        let known = Known { people: Some(Arc::new(People::default())), trouble: None };
        self.known.send_replace(Arc::new(known));
    }

    async fn exec(&self, line: &str, access: &Access) -> Outcome {
        let cli = verbs::parse(&args(line), Lang::En).unwrap();
        self.reception.exec(&cli, &origin(), Vec::new(), access).await
    }

    /// What a screen begins with, in a word.
    async fn enters(&self, line: &str, reach: Reach) -> String {
        let cli = verbs::parse(&args(line), Lang::En).unwrap();
        match self.reception.enter(&cli, Lang::En, reach).await {
            Ok(Entrance::Start) => "start screen".to_owned(),
            Ok(Entrance::Room(room)) => room.snapshot().incident.title.to_string(),
            Ok(Entrance::Replay(_)) => "replay".to_owned(),
            Err(outcome) => format!("code {}", outcome.code),
        }
    }
}

fn origin() -> Origin {
    Origin { lang: Lang::En, zone: chrono_tz::Europe::Paris }
}

fn args(line: &str) -> Vec<String> {
    line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn guest(access: Access) -> Visitor {
    Visitor {
        access,
        lang: Lang::En,
        zone: chrono_tz::UTC,
        size: Size { width: 80, height: 24 },
        depth: Depth::None,
        term: "xterm".to_owned(),
        background: None,
        terminals: KnownTerminals::default(),
        config: Config::default(),
        themes: Vec::new(),
        plans: Vec::new(),
        templates: watch::channel(Arc::default()).1,
        dispatcher: None,
        notice: None,
    }
}

/// A terminal that takes every frame.
#[derive(Clone, Default)]
struct Taken(Arc<Mutex<Vec<u8>>>);

impl Output for Taken {
    async fn show(&mut self, frame: &[u8], _: Option<&IncidentId>) -> io::Result<()> {
        self.0.lock().unwrap().extend_from_slice(frame);
        Ok(())
    }
}

#[test]
fn a_remote_command_neither_names_a_file_nor_concerns_the_machine() {
    let verdict = |line: &str, reach| match parse(&args(line), Lang::En, reach) {
        Ok(_) => "yes".to_owned(),
        Err(outcome) if outcome.stderr.trim_end() == Lang::En.say("ssh-no-files") => "file".to_owned(),
        Err(outcome) if outcome.code == Outcome::REFUSED => "machine".to_owned(),
        Err(outcome) => format!("code {}", outcome.code),
    };
    let table = [
        ("", "yes"),
        ("attach", "yes"),
        ("status --json", "yes"),
        ("task done dsi.1", "yes"),
        ("list", "yes"),
        ("people list", "yes"),
        ("notify test", "yes"),
        ("update hello", "yes"),
        ("verify", "yes"),
        ("report", "yes"),
        ("replay", "yes"),
        ("host status", "yes"),
        ("start ours", "yes"),
        ("start ./ours.toml", "file"),
        ("replay a.jsonl", "file"),
        ("replay --export a.cast", "file"),
        ("--config a.toml status", "file"),
        ("verify a.jsonl", "machine"),
        ("verify ID --against a.jsonl", "machine"),
        ("report a.jsonl", "machine"),
        ("host stop", "machine"),
        ("host run", "machine"),
        ("serve", "machine"),
        ("demo", "machine"),
        ("export", "machine"),
        ("import a.zip", "machine"),
        ("runbook list", "machine"),
        ("theme list", "machine"),
        ("config path", "machine"),
        ("completions bash", "machine"),
        ("people check", "machine"),
        ("people sample", "machine"),
        ("notify add --env X --audience team", "machine"),
        ("notify remove chat", "machine"),
        ("update template", "machine"),
        ("update check", "machine"),
        ("help", "code 0"),
        ("nothing", "code 2"),
    ];
    for (line, expected) in table {
        assert_eq!(verdict(line, Reach::Remote), expected, "{line}");
        let expected = if expected.starts_with("code") { expected } else { "yes" };
        assert_eq!(verdict(line, Reach::Machine), expected, "{line}");
    }
    let french = parse(&args("--lang fr host stop"), Lang::En, Reach::Remote).unwrap_err();
    assert_eq!(french.stderr.trim_end(), Lang::Fr.say("ssh-not-here"));
}

#[test]
fn the_last_words_depend_on_the_reason_and_the_reach() {
    let table = [
        (ExitReason::Left, "", "", 0),
        (ExitReason::Gone, "", "", 0),
        (ExitReason::Ending, "host-stopped", "ssh-host-stopped", 0),
        (ExitReason::Withdrawn, "host-withdrawn", "host-withdrawn", 1),
        (ExitReason::Crashed, "host-screen-failed", "ssh-screen-failed", 3),
    ];
    for (reason, machine, remote, code) in table {
        for lang in Lang::ALL {
            for (reach, key) in [(Reach::Machine, machine), (Reach::Remote, remote)] {
                let text = if key.is_empty() { String::new() } else { lang.say(key) };
                assert_eq!(Goodbye::new(reason, reach, lang), Goodbye { text, code }, "{reason:?} {reach:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_command_is_carried_out_as_who_the_person_is_now() {
    let stage = Stage::new().await;
    let owner = stage.owner();
    let started = stage.exec("start --title Mail", &owner).await;
    assert_eq!(started.code, 0, "{}", started.stderr);
    let ana = stage.person("observer");
    assert_eq!(stage.exec("status", &ana).await.code, 0);
    let refused = stage.exec("log Mail is back", &ana).await;
    assert_eq!(refused.code, Outcome::REFUSED, "{}", refused.stdout);
    let ana = stage.person("member");
    let logged = stage.exec("log Mail is back", &ana).await;
    assert!(logged.stdout.contains("ana") && logged.code == 0, "{logged:?}");
    stage.withdraw_everybody();
    let withdrawn = stage.exec("status", &ana).await;
    assert_eq!(withdrawn.stderr.trim_end(), Lang::En.say("host-withdrawn"));
    let withdrawn = stage.exec("--lang fr status", &ana).await;
    assert_eq!(withdrawn.stderr.trim_end(), Lang::Fr.say("host-withdrawn"));
}

#[tokio::test]
async fn only_the_account_of_the_host_stops_it() {
    let stage = Stage::new().await;
    let ending = stage.reception.ending();
    for right in ["observer", "member", "deputy", "commander"] {
        let person = stage.person(right);
        let refused = stage.exec("host stop", &person).await;
        assert_eq!(refused.stderr.trim_end(), Lang::En.say("host-not-yours"), "{right}");
        let status = stage.exec("host status --json", &person).await;
        assert!(status.stdout.contains("\"pid\": 42"), "{}", status.stdout);
        assert!(!*ending.borrow());
    }
    assert_eq!(stage.exec("host stop", &stage.owner()).await.code, 0);
    assert!(*ending.borrow());
}

#[tokio::test]
async fn the_account_of_the_host_stops_it_under_any_name_and_right() {
    let stage = Stage::new().await;
    let owner = stage.owner();
    let source = "[[person]]\nname = 'claire'\nright = 'observer'\nunix = ['root']\n";
    let people = People::read(source, "people.toml").unwrap();
    stage.known.send_replace(Arc::new(Known { people: Some(Arc::new(people)), trouble: None }));
    assert_eq!(owner.who().unwrap().by.person.as_str(), "claire");
    assert_eq!(stage.exec("host stop", &owner).await.code, 0);
    assert!(*stage.reception.ending().borrow());
}

#[tokio::test]
async fn what_is_not_done_in_a_host_is_misuse_there() {
    let stage = Stage::new().await;
    let owner = stage.owner();
    for line in ["", "attach", "serve", "demo", "host run", "config path", "runbook list", "verify a.jsonl"] {
        assert_eq!(stage.exec(line, &owner).await.code, Outcome::MISUSE, "{line}");
    }
    for line in ["status", "list", "host stop", "config path"] {
        for reach in [Reach::Machine, Reach::Remote] {
            assert_eq!(stage.enters(line, reach).await, "code 2", "{line}");
        }
    }
    assert!(!*stage.reception.ending().borrow());
}

#[tokio::test]
async fn a_screen_begins_where_its_person_wants_to_be() {
    let stage = Stage::new().await;
    let owner = stage.owner();
    let both = [Reach::Machine, Reach::Remote];
    for reach in both {
        assert_eq!(stage.enters("", reach).await, "start screen");
        assert_eq!(stage.enters("attach", reach).await, "code 1");
    }
    let mail = stage.exec("start --title Mail", &owner).await.stdout;
    assert_eq!(stage.enters("", Reach::Machine).await, "start screen");
    assert_eq!(stage.enters("", Reach::Remote).await, "Mail", "the crisis is what they come for");
    for reach in both {
        assert_eq!(stage.enters("attach", reach).await, "Mail");
        assert_eq!(stage.enters("replay", reach).await, "replay");
    }
    stage.exec("start --title Web", &owner).await;
    for reach in both {
        assert_eq!(stage.enters("", reach).await, "start screen", "nobody knows which one");
        assert_eq!(stage.enters("attach", reach).await, "code 1");
        assert_eq!(stage.enters(&format!("attach {}", mail.trim()), reach).await, "Mail");
        assert_eq!(stage.enters(&format!("--incident {}", mail.trim()), reach).await, "Mail");
        assert_eq!(stage.enters("attach 1999", reach).await, "code 1");
    }
}

#[tokio::test]
async fn a_plan_comes_with_the_command_that_names_it() {
    let stage = Stage::new().await;
    let source = crate::runbook::builtin()[0].source.to_owned();
    let plans = vec![("other".to_owned(), "not a plan".to_owned()), ("ours".to_owned(), source)];
    let cli = verbs::parse(&args("start ours --title Mail"), Lang::En).unwrap();
    let files = cli.own_plan(&plans);
    assert_eq!(files.len(), 1);
    let started = stage.reception.exec(&cli, &origin(), files, &stage.owner()).await;
    assert_eq!(started.code, 0, "{}", started.stderr);
    let missing = stage.exec("start ours", &stage.owner()).await;
    assert_eq!(missing.code, Outcome::REFUSED, "{}", missing.stderr);
    assert_eq!(verbs::parse(&args("list"), Lang::En).unwrap().own_plan(&plans), []);
}

#[tokio::test]
async fn a_screen_ends_with_its_person_its_door_or_its_host() {
    let stage = Stage::new().await;
    stage.exec("start --title Mail", &stage.owner()).await;
    let room = stage.reception.rooms.find(None).await.unwrap();
    let open = |access: Access| {
        let (input, from_door) = mpsc::channel(INPUT_WAITING);
        let (reception, taken) = (Arc::clone(&stage.reception), Taken::default());
        let entrance = Entrance::Room(room.clone());
        let screen = tokio::spawn({
            let taken = taken.clone();
            async move { reception.screen(guest(access), entrance, from_door, taken).await }
        });
        (input, taken, screen)
    };
    let mut present = room.changes();

    let (input, taken, screen) = open(stage.owner());
    present.wait_for(|snapshot| snapshot.present.len() == 1).await.unwrap();
    drop(input);
    let (reason, output) = screen.await.unwrap();
    assert_eq!((reason, output.is_some()), (ExitReason::Gone, true));
    assert!(!taken.0.lock().unwrap().is_empty());

    let (_input, _, screen) = open(stage.person("member"));
    present.wait_for(|snapshot| snapshot.present.len() == 1).await.unwrap();
    stage.withdraw_everybody();
    assert_eq!(screen.await.unwrap().0, ExitReason::Withdrawn);

    let (_input, _, screen) = open(stage.owner());
    present.wait_for(|snapshot| snapshot.present.len() == 1).await.unwrap();
    stage.reception.ending.send_replace(true);
    assert_eq!(screen.await.unwrap().0, ExitReason::Ending);
    present.wait_for(|snapshot| snapshot.present.is_empty()).await.unwrap();
}

#[tokio::test]
async fn clients_are_counted_while_they_are_here() {
    let stage = Stage::new().await;
    let count = || *stage.reception.clients.borrow();
    let one = Counted::new(&stage.reception.clients);
    let two = Counted::new(&stage.reception.clients);
    assert_eq!(count(), 2);
    drop(one);
    assert_eq!(count(), 1);
    drop(two);
    assert_eq!(count(), 0);
    assert!(stage.folder.path().exists());
}

#[tokio::test]
async fn a_door_asks_who_an_account_or_a_key_is() {
    let stage = Stage::new().await;
    let own = rustix::process::geteuid().as_raw();
    let access = stage.reception.registry.account(own, "local").await.unwrap();
    let who = access.who().unwrap();
    assert_eq!((who.rights.right, who.by.via.as_str()), (Right::Owner, "local"));
    let stranger = stage.reception.registry.account(own + 77, "local").await.unwrap_err();
    assert_ne!(stranger, Signature::new("root", "").person);
    assert!(stage.reception.registry.key(b"a key", "ssh").is_none());
}
