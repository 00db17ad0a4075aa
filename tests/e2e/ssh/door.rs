//! A host with an SSH door, people with keys, and their clients.

use std::path::Path;
use std::sync::LazyLock;

use super::*;

/// Those whom the host knows; mallory has a key, and is none of them.
pub const PEOPLE: &[&str] = &["alice", "bob", "carol", "dora"];

fn right(person: &str) -> &'static str {
    match person {
        "alice" => "commander",
        "carol" => "observer",
        _ => "member",
    }
}

pub struct Door {
    pub stage: Stage,
    host: Child,
    pub address: SocketAddr,
    pub fingerprint: String,
}

impl Door {
    /// A host whose SSH door has these limits; none where the machine has no OpenSSH client to come with.
    pub fn open(limits: &str, people: &[&str]) -> Option<Self> {
        if Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_err() {
            eprintln!("skipped: there is no ssh on this machine (package openssh-client)");
            return None;
        }
        let stage = Stage::new();
        stage.configure(&format!("[ssh]\n{limits}\n"));
        for person in PEOPLE.iter().chain(&["mallory"]) {
            for end in ["", ".pub"] {
                let file = format!("{person}{end}");
                std::fs::copy(keys().join(&file), stage.path(&file)).unwrap();
            }
        }
        write_people(&stage, people);
        let (host, address, fingerprint) = serve(&stage);
        Some(Self { stage, host, address, fingerprint })
    }

    /// Ends the host and starts it again.
    pub fn restart(&mut self) {
        self.stage.done(&["host", "stop"]);
        self.host.wait().unwrap();
        (self.host, self.address, self.fingerprint) = serve(&self.stage);
    }

    /// Has the host know these people and no others.
    pub fn people(&self, people: &[&str]) {
        write_people(&self.stage, people);
    }

    /// The arguments of a client that comes with a person's key, and no setting of anybody's.
    fn arguments(&self, person: &str) -> Vec<String> {
        let path = |below: &str| self.stage.path(below).to_str().unwrap().to_owned();
        let mut arguments = vec!["-F".to_owned(), "none".to_owned()];
        let options = [
            "BatchMode=yes".to_owned(),
            "IdentitiesOnly=yes".to_owned(),
            "LogLevel=ERROR".to_owned(),
            // The first host that answers is the one; the same port is another's in another test.
            "StrictHostKeyChecking=accept-new".to_owned(),
            "HostKeyAlias=warroom".to_owned(),
            format!("UserKnownHostsFile={}", path("known_hosts")),
            format!("IdentityFile={}", path(person)),
        ];
        arguments.extend(options.into_iter().flat_map(|option| ["-o".to_owned(), option]));
        arguments.extend(["-p".to_owned(), self.address.port().to_string(), self.address.ip().to_string()]);
        arguments
    }

    /// A client; options and the command are what follows.
    pub fn command(&self, person: &str, args: &[&str]) -> Command {
        let mut command = Command::new("ssh");
        command.args(self.arguments(person));
        if args.first().is_some_and(|first| first.starts_with("--")) {
            // What follows is the host's, not the client's.
            command.arg("--");
        }
        command.args(args);
        command.env_clear().envs(self.stage.environment());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, person: &str, args: &[&str]) -> Output {
        self.command(person, args).output().unwrap()
    }

    pub fn json(&self, person: &str, args: &[&str]) -> serde_json::Value {
        let output = self.run(person, args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    pub fn screen(&self, person: &str, args: &[&str]) -> Seat {
        self.screen_with(person, args, &[])
    }

    pub fn screen_with(&self, person: &str, args: &[&str], environment: &[(&str, &str)]) -> Seat {
        let mut arguments = self.arguments(person);
        arguments.push("-tt".to_owned());
        let args: Vec<&str> = arguments.iter().map(String::as_str).chain(args.iter().copied()).collect();
        self.stage.seat("ssh", &args, 120, 36, environment)
    }

    /// The tasks of a role.
    pub fn tasks(&self, role: &str) -> Vec<String> {
        let tasks = self.stage.json(&["task", "list", "--role", role, "--json"]);
        tasks.as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect()
    }

    /// A connection of no client at all.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
        stream
    }

    /// What the host has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.stage.path("serve.log")).unwrap()
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.stage.run(&["host", "stop"]);
        self.host.wait().ok();
    }
}

/// Keys for everyone, made once.
fn keys() -> &'static Path {
    static KEYS: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        for person in PEOPLE.iter().chain(&["mallory"]) {
            // One of each kind that people have.
            let kind: &[&str] = match *person {
                "bob" => &["rsa", "-b", "2048"],
                "dora" => &["ecdsa"],
                _ => &["ed25519"],
            };
            let mut keygen = Command::new("ssh-keygen");
            keygen.args(["-q", "-N", "", "-C", person, "-f"]).arg(folder.path().join(person));
            assert!(keygen.arg("-t").args(kind).status().unwrap().success());
        }
        folder
    });
    KEYS.path()
}

fn write_people(stage: &Stage, people: &[&str]) {
    use std::fmt::Write;
    let mut file = String::new();
    for person in people {
        let key = std::fs::read_to_string(stage.path(&format!("{person}.pub"))).unwrap();
        let (right, key) = (right(person), key.trim());
        write!(file, "[[person]]\nname = '{person}'\nright = '{right}'\nroles = ['dsi']\nssh_keys = ['{key}']\n")
            .unwrap();
    }
    // As an editor does it: the file is there in whole or not at all.
    let new = stage.path("config/warroom/people.new");
    std::fs::write(&new, file).unwrap();
    std::fs::rename(new, stage.path("config/warroom/people.toml")).unwrap();
}

/// Starts the host, and reads where it listens and by what it is known.
fn serve(stage: &Stage) -> (Child, SocketAddr, String) {
    let log = std::fs::File::options().create(true).append(true).open(stage.path("serve.log")).unwrap();
    let mut command = stage.command(&["serve", "--ssh", "127.0.0.1:0"]);
    let mut host = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
    let mut lines = BufReader::new(host.stdout.take().unwrap()).lines();
    let found = lines.find_map(|line| {
        let line = line.unwrap();
        let words = || line.split_whitespace().map(|word| word.trim_end_matches([',', '.', ';']));
        let address = words().find_map(|word| word.parse().ok())?;
        Some((address, words().find(|word| word.starts_with("SHA256:"))?.to_owned()))
    });
    let (address, fingerprint) = found.expect("the host says where it listens");
    // Whatever else it says is read, so that it is never kept waiting.
    std::thread::spawn(move || lines.for_each(drop));
    (host, address, fingerprint)
}
