//! Conversations at the command line, each a text file: what is typed, what comes out.
//!
//! ```text
//!   as alice fr              who types from here on, and in which language
//!   as karim en member ops   with which right and roles; all rights where none is named
//!   people team.toml         the people file that the host follows from here on, of the folder `config`
//!   pass 45m                 time goes by
//!   $ task done dsi.1        a command line, without the program's name; "\e" is an escape character
//!   > what it printed
//!   ! what it said on the standard error
//!   = 1                      the exit code, where it is not 0
//! ```
//!
//! With `UPDATE_TRANSCRIPTS=1` the files are written again: read the difference before you commit it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use warroom::clock::{Clock, Hand};
use warroom::draft::Templates;
use warroom::incident::{Planned, Rights, Signature, Who};
use warroom::lang::Lang;
use warroom::people::{Known, People};
use warroom::room::Rooms;
use warroom::session::Entrance;
use warroom::verbs::{self, Caller, Here, HostFacts, Options, Outcome, Place};

#[test]
fn transcripts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ext| ext == "txt"));
    files.sort();
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for file in files {
        let expected = std::fs::read_to_string(&file).unwrap();
        let found = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(Session::new().play(&expected));
        if found == expected {
            continue;
        }
        if is_updating() {
            std::fs::write(&file, &found).unwrap();
        } else {
            wrong.push(difference(&file, &expected, &found));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "a switch of this test alone")]
fn is_updating() -> bool {
    std::env::var_os("UPDATE_TRANSCRIPTS").is_some()
}

/// The first lines that differ.
fn difference(file: &Path, expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    let at = lines
        .find(|(_, (expected, found))| expected != found)
        .map_or_else(|| expected.lines().count().min(found.lines().count()), |(at, _)| at);
    let line = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
    format!("{}:{}\n  expected {}\n  found    {}", file.display(), at + 1, line(expected), line(found))
}

struct Session {
    rooms: Rooms,
    hand: std::sync::Arc<Hand>,
    caller: Caller,
    here: Here,
    _folder: tempfile::TempDir,
}

impl Session {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (clock, hand) = Clock::fixed("2026-11-22T02:41:07Z".parse().expect("a moment"));
        let lang = Lang::En;
        Self {
            rooms: Rooms::new(folder.path().join("incidents"), clock),
            hand,
            caller: Caller {
                who: Who::owner(Signature::new("alice", "local")),
                lang,
                zone: chrono_tz::Europe::Paris,
                files: Vec::new(),
                known: Arc::default(),
                templates: Arc::new(
                    Templates::of_folder(Path::new("tests/transcripts/config/templates"))
                        .expect("a folder")
                        .hiding(vec!["Karim Benali".into()]),
                ),
                host: HostFacts { pid: 4242, socket: "run/warroom/host.sock".into(), version: "0.1.0" },
                dispatcher: None,
            },
            here: Here {
                options: Options::default(),
                lang,
                config_dir: "tests/transcripts/config".into(),
                config_file: "tests/transcripts/config/config.toml".into(),
                state_dir: "state".into(),
                socket: "run/warroom/host.sock".into(),
                colours: warroom::terminal::Depth::None,
                zone: chrono_tz::UTC,
            },
            _folder: folder,
        }
    }

    /// The same conversation with what really came out.
    async fn play(mut self, text: &str) -> String {
        let mut out = String::new();
        for line in text.lines().filter(|line| !line.starts_with(['>', '!', '='])) {
            out.push_str(line);
            out.push('\n');
            if let Some(typed) = line.strip_prefix("$ ") {
                print(&mut out, &self.run(&words(typed)).await);
            } else if let Some(who) = line.strip_prefix("as ") {
                let mut words = who.split(' ');
                let by = Signature::new(words.next().unwrap_or_default(), "local");
                self.caller.lang = Lang::of_locale(words.next().unwrap_or("en"));
                let right = words.next().map(|right| serde_json::from_value(right.into()).expect("a right"));
                let roles = words.map(|role| role.parse().expect("a role")).collect();
                let rights = right.map_or(Rights::OWNER, |right| Rights { right, roles });
                self.caller.who = Who { by, rights };
                self.here.lang = self.caller.lang;
            } else if let Some(file) = line.strip_prefix("people ") {
                let source = std::fs::read(self.here.config_dir.join(file)).expect("a people file");
                let people = People::read_bytes(&source, file).map_err(drop).expect("a good people file");
                self.caller.known = Arc::new(Known { people: Some(people.into()), trouble: None });
            } else if let Some(span) = line.strip_prefix("pass ") {
                self.hand.pass(span.parse::<Planned>().expect("a length of time").max());
            }
        }
        self.rooms.shutdown().await;
        out
    }

    async fn run(&mut self, args: &[String]) -> Outcome {
        let cli = match verbs::parse(args, self.caller.lang) {
            Ok(cli) => cli,
            Err(outcome) => return outcome,
        };
        match cli.place() {
            Place::Client(task) => task.run(&self.here.clone().with(&cli.options)),
            Place::Host(task) => match task.files(&self.here) {
                Ok(files) => {
                    self.caller.files = files;
                    task.run(cli.room(), &self.caller, &self.rooms).await
                }
                Err(outcome) => outcome,
            },
            Place::RunningHost(query) => query.run(&self.caller, &self.rooms).await,
            Place::Screen(view) => match view.open(cli.room(), self.caller.lang, &self.rooms).await {
                Ok(Entrance::Start) => Outcome::done("(the screen of the start screen)"),
                Ok(Entrance::Room(room)) => Outcome::done(format!("(the screen of {})", room.id())),
                Ok(Entrance::Replay(_)) => Outcome::done("(the screen of a replay)"),
                Err(outcome) => outcome,
            },
            Place::Demo | Place::Replay(_) | Place::BecomeHost { .. } | Place::Serve(_) => {
                Outcome::done("(a host of its own)")
            }
        }
    }
}

/// Texts that steer a terminal, or hide what a reader sees.
const HOSTILE: [&str; 24] = [
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\link",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b[2J\x1b[H",
    "\x1b[?1049h",
    "\x1b[6n",
    "\x1bP+q544e\x1b\\",
    "\x1bc",
    "\u{9b}2J",
    "\u{9d}0;x\u{9c}",
    "a\rb",
    "a\nb",
    "a\tb",
    "a\x08\x08b",
    "\x07",
    "\x7f",
    "\u{202e}gnp.exe",
    "\u{2066}x\u{2069}",
    "\u{200b}\u{feff}",
    "\u{2028}x\u{2029}y",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "-\x1b[31m",
    "\x1b[31m.toml",
];

/// Every place of the command line where a person writes something.
const PLACES: [&str; 37] = [
    "update ?",
    "update ? --audience ?",
    "update preview ? --audience team",
    "update approve 1 ?",
    "update every ? ?",
    "update retry --target ?",
    "call ask ?",
    "call answer ?",
    "command offer ? ?",
    "command take ?",
    "role offer ops ? ?",
    "?",
    "task ?",
    "task done ?",
    "task done ops.1 ?",
    "task add ? x",
    "task add ops ? --phase assess",
    "task comment assess.ops.1 ?",
    "task block assess.ops.1 ?",
    "task assign assess.ops.1 ?",
    "task list --state ?",
    "task list --role ?",
    "phase skip ? ?",
    "phase extend assess ?",
    "phase add ? --planned 1h",
    "log ?",
    "log --search ?",
    "log --decision ? --why ? --objection ?",
    "--incident ? status",
    "--lang ? status",
    "start ?",
    "retitle ?",
    "situation ? --since ? --impact ?",
    "hold ?",
    "verify ?",
    "runbook check ?",
    "runbook show ?",
];

#[tokio::test]
async fn nothing_that_is_typed_steers_a_terminal() {
    let mut session = Session::new();
    session.run(&words("start small --no-attach")).await;
    for place in PLACES {
        for hostile in HOSTILE {
            let args: Vec<_> = words(place).iter().map(|word| word.replace('?', hostile)).collect();
            is_calm(&session.run(&args).await, &args);
        }
    }
    for shown in ["status", "task list", "phase list", "log", "list", "log --json", "status --json"] {
        is_calm(&session.run(&words(shown)).await, &words(shown));
    }
}

fn is_calm(outcome: &Outcome, args: &[String]) {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    for text in [&outcome.stdout, &outcome.stderr] {
        assert!(!text.chars().any(steers), "{args:?}: {text:?}");
    }
}

fn print(out: &mut String, outcome: &Outcome) {
    for (sign, text) in [('>', &outcome.stdout), ('!', &outcome.stderr)] {
        for line in text.lines() {
            let line = format!("{sign} {line}");
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    if outcome.code != 0 {
        out.extend(["= ", &outcome.code.to_string(), "\n"]);
    }
}

/// Words as a shell splits them, with `"\e"` and `"\n"` inside double quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, Some(open)) if c == open => quote = None,
            ('\\', Some('"')) => {
                let c = chars.next().unwrap_or('\\');
                word.get_or_insert_default().push(match c {
                    'e' => '\x1b',
                    'n' => '\n',
                    c => c,
                });
            }
            (' ', None) => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
