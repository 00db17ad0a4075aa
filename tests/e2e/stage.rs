//! Where an end-to-end test plays: folders of its own, the built program, and terminals to look at it.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Far longer than anything here takes on a busy machine; only a failing test waits so long.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// The pause between two looks at a condition.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A home that no one else has. Its host ends with it.
pub struct Stage {
    dir: TempDir,
}

impl Stage {
    pub fn new() -> Self {
        let dir = tempfile::Builder::new().prefix("wr").tempdir_in("/tmp").unwrap();
        for folder in ["home", "run", "tmp", "config/warroom"] {
            std::fs::create_dir_all(dir.path().join(folder)).unwrap();
        }
        Self { dir }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.dir.path().join(below)
    }

    pub fn socket(&self) -> PathBuf {
        self.path("run/warroom/host.sock")
    }

    pub fn configure(&self, toml: &str) {
        std::fs::write(self.path("config/warroom/config.toml"), toml).unwrap();
    }

    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |below| self.path(below).to_str().unwrap().to_owned();
        vec![
            ("HOME", path("home")),
            ("XDG_RUNTIME_DIR", path("run")),
            ("XDG_STATE_HOME", path("state")),
            ("XDG_CONFIG_HOME", path("config")),
            ("TMPDIR", path("tmp")),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TZ", "Europe/Paris".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }

    pub fn command(&self, args: &[&str]) -> Command {
        self.command_by(env!("CARGO_BIN_EXE_warroom"), args)
    }

    /// A command that another program leads to.
    pub fn command_by(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(args).env_clear().envs(self.environment()).current_dir(self.dir.path());
        command.stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command prints that is done.
    pub fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(args)).unwrap()
    }

    /// Opens an incident whose first phase runs, and says its id.
    pub fn open(&self, title: &str) -> String {
        let id = self.done(&["start", "--title", title, "--no-attach"]).trim().to_owned();
        self.done(&["phase", "next", "--incident", &id]);
        id
    }

    pub fn states(&self) -> Vec<String> {
        let tasks = self.json(&["task", "list", "--json"]);
        tasks.as_array().unwrap().iter().map(|task| task["state"].as_str().unwrap().to_owned()).collect()
    }

    pub fn host_pid(&self) -> i32 {
        self.json(&["host", "status", "--json"])["pid"].as_i64().unwrap().try_into().unwrap()
    }

    /// A connection to the host, as a client has it.
    pub fn connect(&self) -> UnixStream {
        let stream = UnixStream::connect(self.socket()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    pub fn screen(&self, args: &[&str]) -> Seat {
        self.screen_of(args, 120, 36, &[])
    }

    /// A screen that another program leads to.
    pub fn screen_by(&self, program: &str, args: &[&str]) -> Seat {
        self.seat(program, args, 120, 36, &[])
    }

    pub fn screen_of(&self, args: &[&str], width: u16, height: u16, environment: &[(&str, &str)]) -> Seat {
        self.seat(env!("CARGO_BIN_EXE_warroom"), args, width, height, environment)
    }

    /// Runs a program in a terminal of its own.
    pub fn seat(&self, program: &str, args: &[&str], width: u16, height: u16, environment: &[(&str, &str)]) -> Seat {
        let size = PtySize { cols: width, rows: height, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let before = format!("{:?}", pty.master.get_termios());
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(self.dir.path());
        let child = pty.slave.spawn_command(command).unwrap();
        Seat::new(child, pty.master, before, width, height)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.run(&["host", "stop"]);
    }
}

/// A person at a terminal.
pub struct Seat {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    shown: Arc<Shown>,
    before: String,
}

struct Shown {
    terminal: Mutex<Terminal>,
    changed: Condvar,
}

struct Terminal {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    /// The program has closed it.
    over: bool,
}

impl Seat {
    fn new(
        child: Box<dyn Child + Send + Sync>,
        master: Box<dyn MasterPty + Send>,
        before: String,
        width: u16,
        height: u16,
    ) -> Self {
        let terminal = Terminal { parser: vt100::Parser::new(height, width, 0), bytes: Vec::new(), over: false };
        let shown = Arc::new(Shown { terminal: Mutex::new(terminal), changed: Condvar::new() });
        let mut reader = master.try_clone_reader().unwrap();
        let reading = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut piece = [0; 16 * 1024];
            loop {
                let read = reader.read(&mut piece).unwrap_or(0);
                let mut terminal = reading.terminal.lock().unwrap();
                terminal.parser.process(&piece[..read]);
                terminal.bytes.extend_from_slice(&piece[..read]);
                terminal.over = read == 0;
                reading.changed.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Self { child, keys: master.take_writer().unwrap(), master, shown, before }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
    }

    /// Gives the program another size. What is drawn for it may be larger or smaller than what the test looks at.
    pub fn resize(&self, width: u16, height: u16) {
        let size = PtySize { cols: width, rows: height, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).unwrap();
    }

    /// Waits until the screen is as `expected` says.
    #[track_caller]
    pub fn wait(&self, what: &str, expected: impl Fn(&vt100::Screen) -> bool) {
        self.wait_for(what, |terminal| expected(terminal.parser.screen()));
    }

    /// Waits until the terminal has got these bytes.
    #[track_caller]
    pub fn gets(&self, bytes: &[u8]) {
        let what = bytes.escape_ascii().to_string();
        self.wait_for(&what, |terminal| terminal.bytes.windows(bytes.len()).any(|window| window == bytes));
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    #[track_caller]
    fn wait_for(&self, what: &str, expected: impl Fn(&Terminal) -> bool) {
        let terminal = self.shown.terminal.lock().unwrap();
        let (terminal, wait) =
            self.shown.changed.wait_timeout_while(terminal, PATIENCE, |terminal| !expected(terminal)).unwrap();
        assert!(!wait.timed_out(), "waited for {what}; the screen shows:\n{}", terminal.parser.screen().contents());
    }

    /// Every byte that the terminal got.
    pub fn bytes(&self) -> Vec<u8> {
        self.shown.terminal.lock().unwrap().bytes.clone()
    }

    pub fn contents(&self) -> String {
        self.shown.terminal.lock().unwrap().parser.screen().contents()
    }

    pub fn signal(&self, signal: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", signal, &pid]).status().unwrap().success());
    }

    /// Waits until the program has ended, and says its exit code.
    pub fn ends(&mut self) -> u32 {
        self.wait_for("the end", |terminal| terminal.over);
        self.child.wait().unwrap().exit_code()
    }

    /// The terminal is as it was before the program.
    #[track_caller]
    pub fn is_restored(&self) {
        let terminal = self.shown.terminal.lock().unwrap();
        let screen = terminal.parser.screen();
        assert!(!screen.alternate_screen(), "the other screen is left");
        assert!(!screen.hide_cursor(), "the cursor is there");
        assert!(!screen.bracketed_paste(), "pastes come as they do");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is the terminal's");
        assert_eq!(format!("{:?}", self.master.get_termios()), self.before, "lines are edited as before");
    }
}

/// Whoever leaves takes the program along: it would otherwise start the next host on its own.
impl Drop for Seat {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().unwrap();
    }
}

/// Ends a process that a test has started, at once.
pub fn kill(pid: i32) {
    assert!(Command::new("kill").args(["-s", "KILL", &pid.to_string()]).status().unwrap().success());
}

/// Ends a host at once, and waits until no one answers for it any more.
pub fn kill_host(stage: &Stage) {
    kill(stage.host_pid());
    eventually("the host to be gone", || UnixStream::connect(stage.socket()).is_err());
}

/// Waits for a condition that nothing announces; between two looks the core is free.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "only a failing test looks at the clock")]
pub fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    let (never, timer) = mpsc::channel::<()>();
    while !holds() {
        assert!(Instant::now() < end, "waited for {what}");
        timer.recv_timeout(BETWEEN_LOOKS).ok();
    }
    drop(never);
}

/// The folders that a program has left in a folder.
pub fn entries(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}
