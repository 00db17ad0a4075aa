//! The Python in which the real servers are installed.

use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A program of this folder that runs with it, and ends when the test does.
pub struct Program {
    child: Child,
    /// As long as this is open the program runs: it cannot outlive a test that was killed.
    pub input: Option<ChildStdin>,
    pub output: Option<ChildStdout>,
}

impl Program {
    /// Returns `None` if the servers are not installed; under continuous integration they must be.
    pub fn start(script: &str, args: &[&str], log: &Path) -> Option<Self> {
        let python = python();
        if !python.exists() {
            assert!(!is_ci(), "the servers to send to are not installed: run .ci/servers");
            eprintln!("skipped: the servers to send to are not installed (.ci/servers)");
            return None;
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/e2e/servers").join(script);
        let log = std::fs::File::create(log).unwrap();
        let mut command = Command::new(python);
        // Isolated: no module of the script's own folder hides one of the server's.
        command.arg("-I").arg(script).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take());
        Some(Self { child, input, output })
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.input.take());
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[expect(clippy::disallowed_methods, reason = "only tests need it")]
fn is_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// Below the build folder, whichever that is: the program under test is two folders down in it.
fn python() -> PathBuf {
    let build = Path::new(env!("CARGO_BIN_EXE_warroom")).ancestors().nth(2).unwrap();
    build.join("servers/bin/python3")
}
