//! A Matrix homeserver, the real one, with rooms to write to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::python::Program;

/// One for all tests: it takes seconds to start, and its rooms know nothing of each other.
pub struct Synapse {
    pub address: SocketAddr,
    _folder: TempDir,
    /// Ends with the test program, whose end closes its input.
    _program: Program,
}

/// Someone with an account of their own, and so with a rate of their own.
pub struct Account {
    address: SocketAddr,
    pub name: String,
    pub token: String,
}

impl Synapse {
    /// `None` if it is not installed.
    pub fn running() -> Option<&'static Self> {
        static SYNAPSE: LazyLock<Option<Synapse>> = LazyLock::new(Synapse::start);
        SYNAPSE.as_ref()
    }

    fn start() -> Option<Self> {
        let folder = tempfile::Builder::new().prefix("wr").tempdir_in("/tmp").unwrap();
        let below = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        // It cannot choose a port by itself: a free one is taken from the kernel and given back.
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let listener = json!({
            "port": address.port(), "bind_addresses": ["127.0.0.1"], "type": "http",
            "resources": [{"names": ["client"]}],
        });
        let often = json!({"per_second": 1000, "burst_count": 1000});
        let configuration = json!({
            "server_name": "localhost",
            "listeners": [listener],
            "database": {"name": "sqlite3", "args": {"database": below("homeserver.db")}},
            "media_store_path": below("media"),
            "pid_file": below("pid"),
            "signing_key_path": below("signing.key"),
            "macaroon_secret_key": "of this test",
            "form_secret": "of this test",
            "report_stats": false,
            "trusted_key_servers": [],
            "enable_registration": true,
            "enable_registration_without_verification": true,
            "bcrypt_rounds": 4,
            // Two messages, then one each five seconds: the third of a burst has to wait.
            "rc_message": {"per_second": 0.2, "burst_count": 2},
            "rc_registration": often,
            "rc_room_creation": often,
            "rc_login": {"address": often, "account": often},
        });
        std::fs::write(below("signing.key"), "ed25519 test AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n").unwrap();
        std::fs::write(below("homeserver.yaml"), configuration.to_string()).unwrap();
        let log = folder.path().join("log");
        let port = address.port().to_string();
        let mut program = Program::start("synapse.py", &[&below("homeserver.yaml"), &port], &log)?;
        let mut said = BufReader::new(program.output.take().unwrap()).lines();
        let ready = said.any(|line| line.unwrap() == "ready");
        assert!(ready, "{}", std::fs::read_to_string(&log).unwrap());
        std::thread::spawn(move || said.for_each(drop));
        Some(Self { address, _folder: folder, _program: program })
    }

    /// Someone new.
    pub fn account(&self) -> Account {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bot{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let auth = json!({"type": "m.login.dummy"});
        let body = json!({"username": name, "password": "of this test", "auth": auth});
        let (status, answer) = ask(self.address, "POST", "register", "", &body);
        assert_eq!(status, 200, "{answer}");
        Account { address: self.address, name, token: answer["access_token"].as_str().unwrap().to_owned() }
    }
}

impl Account {
    /// A room of theirs, by its id.
    pub fn room(&self, encrypted: Encrypted) -> String {
        let state = json!({
            "type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"},
        });
        let state = match encrypted {
            Encrypted::No => vec![],
            Encrypted::Yes => vec![state],
        };
        let body = json!({"preset": "private_chat", "initial_state": state});
        let (status, answer) = ask(self.address, "POST", "createRoom", &self.token, &body);
        assert_eq!(status, 200, "{answer}");
        answer["room_id"].as_str().unwrap().to_owned()
    }

    /// What is written in a room, oldest first.
    pub fn messages(&self, room: &str) -> Vec<Value> {
        let path = format!("rooms/{}/messages?dir=f&limit=1000", room.replace('!', "%21").replace(':', "%3A"));
        let (status, answer) = ask(self.address, "GET", &path, &self.token, &Value::Null);
        assert_eq!(status, 200, "{answer}");
        let events = answer["chunk"].as_array().unwrap().iter();
        events.filter(|event| event["type"] == "m.room.message").map(|event| event["content"].clone()).collect()
    }
}

#[derive(Clone, Copy)]
pub enum Encrypted {
    No,
    Yes,
}

/// One request of the client's interface, by the plainest HTTP that there is.
fn ask(address: SocketAddr, method: &str, path: &str, token: &str, body: &Value) -> (u16, Value) {
    let body = body.to_string();
    let length = body.len();
    let known = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "{method} /_matrix/client/v3/{path} HTTP/1.0\r\n{known}\
         Content-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    let (_, body) = answer.split_once("\r\n\r\n").unwrap();
    (status, serde_json::from_str(body).unwrap())
}
