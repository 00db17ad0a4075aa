//! A web server that answers as a test wants, and keeps what it was sent.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Far longer than anything here takes on a busy machine; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_mins(1);

/// It ends with the test's process.
pub struct Receiver {
    port: u16,
    inside: Arc<Inside>,
}

#[derive(Default)]
struct Inside {
    desk: Mutex<Desk>,
    changed: Condvar,
}

#[derive(Default)]
struct Desk {
    got: Vec<Got>,
    /// The answers to come, by path; 200 where there is none.
    answers: HashMap<String, VecDeque<Answer>>,
}

/// What it was sent.
#[derive(Clone, Debug)]
pub struct Got {
    pub at: Instant,
    pub path: String,
    /// Their names in lower case.
    pub headers: HashMap<String, String>,
    pub body: String,
}

impl Got {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The text of a message of the generic kind.
    pub fn text(&self) -> String {
        self.json()["text"].as_str().unwrap().to_owned()
    }
}

/// What it does with a request once it has all of it.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A status, and more headers.
    Status(u16, &'static str),
    /// A status, and a body of JSON.
    Body(u16, &'static str),
    /// That all is well, and a body without an end.
    Endless,
    /// It never says anything.
    Silence,
    /// The connection breaks.
    Reset,
}

impl Receiver {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let inside = Arc::<Inside>::default();
        let its = Arc::clone(&inside);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let its = Arc::clone(&its);
                std::thread::spawn(move || its.serve(stream));
            }
        });
        Self { port, inside }
    }

    /// Of the generic kind.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Of a kind that shows a message twice where it gets it twice.
    pub fn mattermost(&self, key: &str) -> String {
        format!("mmost://127.0.0.1:{}/{key}", self.port)
    }

    /// What the next requests to a path are answered, one after the other.
    pub fn answers(&self, path: &str, answers: impl IntoIterator<Item = Answer>) {
        let mut desk = self.inside.desk.lock().unwrap();
        desk.answers.entry(format!("/{path}")).or_default().extend(answers);
    }

    /// Waits until a path got so many requests, and says all that it got.
    #[track_caller]
    pub fn got(&self, path: &str, count: usize) -> Vec<Got> {
        self.gets(path, &format!("{count} requests"), |got| got.len() >= count)
    }

    /// Waits until what a path got is as expected.
    #[track_caller]
    pub fn gets(&self, path: &str, what: &str, expected: impl Fn(&[Got]) -> bool) -> Vec<Got> {
        let path = format!("/{path}");
        let of_path = |desk: &Desk| desk.got.iter().filter(|got| got.path == path).cloned().collect::<Vec<_>>();
        let desk = self.inside.desk.lock().unwrap();
        let (desk, wait) =
            self.inside.changed.wait_timeout_while(desk, PATIENCE, |desk| !expected(&of_path(desk))).unwrap();
        assert!(!wait.timed_out(), "waited for {what} at {path}; it got {:#?}", of_path(&desk));
        of_path(&desk)
    }
}

impl Inside {
    fn serve(&self, mut stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let mut headers = HashMap::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let Some((name, value)) = line.trim().split_once(": ") else { break };
            headers.insert(name.to_ascii_lowercase(), value.to_owned());
        }
        let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let body = String::from_utf8(body).unwrap();
        let answer = self.keep(path, headers, body);
        match answer {
            Answer::Status(status, headers) => {
                let answer = format!("HTTP/1.1 {status} So\r\n{headers}content-length: 2\r\n\r\nok");
                stream.write_all(answer.as_bytes()).ok();
            }
            Answer::Body(status, body) => {
                let length = body.len();
                let answer = format!("HTTP/1.1 {status} So\r\ncontent-length: {length}\r\n\r\n{body}");
                stream.write_all(answer.as_bytes()).ok();
            }
            Answer::Endless => {
                let dots = vec![b'.'; 64 * 1024];
                let mut piece: &[u8] = b"HTTP/1.1 200 OK\r\n\r\n";
                // Until the other end has heard enough.
                while stream.write_all(piece).is_ok() {
                    piece = &dots;
                }
            }
            Answer::Silence => {
                // Until the other end is gone.
                reader.read_to_end(&mut Vec::new()).ok();
            }
            Answer::Reset => {
                // Without a goodbye: what was not sent yet never is.
                rustix::net::sockopt::set_socket_linger(&stream, Some(Duration::ZERO)).unwrap();
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "when a message came is what a test is about")]
    fn keep(&self, path: String, headers: HashMap<String, String>, body: String) -> Answer {
        let mut desk = self.desk.lock().unwrap();
        let answer = desk.answers.get_mut(&path).and_then(VecDeque::pop_front);
        desk.got.push(Got { at: Instant::now(), path, headers, body });
        self.changed.notify_all();
        answer.unwrap_or(Answer::Status(200, ""))
    }
}
