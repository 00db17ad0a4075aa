//! This process becomes the host.

use std::io::Write;
use std::sync::mpsc;
use std::time::Duration;

use super::folders::Folders;
use crate::client::READY;
use crate::clock::Clock;
use crate::host::{self, Doors};
use crate::incident::Line;
use crate::lang::Lang;
use crate::verbs::Outcome;

/// How long a former host may take to end.
const PATIENCE: Duration = Duration::from_secs(15);

/// Runs the host until it is told to end.
pub fn serve(folders: &Folders, lang: Lang) -> Result<Outcome, Outcome> {
    folders.make(lang)?;
    // Out of the session of the terminal that it was started from; it may be out already.
    rustix::process::setsid().ok();
    log_to_stderr();
    let failed = |why: String| {
        tracing::error!(why, "the host cannot run");
        Outcome { stdout: Line::new(&why).as_str().to_owned(), ..Outcome::unavailable(why) }
    };
    let doors = Doors { people: Some(folders.people_file()), ..Doors::default() };
    let workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    let runtime = runtime.map_err(|error| failed(error.to_string()))?;
    let (ready, waiting) = mpsc::channel::<()>();
    std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
            tracing::error!("the former host does not end");
            std::process::exit(Outcome::UNAVAILABLE.into());
        }
    });
    let say_ready = move |_| {
        ready.send(()).ok();
        let mut out = std::io::stdout();
        out.write_all(READY.as_bytes()).and_then(|()| out.flush()).ok();
        // Whoever waits for the host reads up to the end.
        if let Ok(null) = std::fs::File::options().write(true).open("/dev/null") {
            rustix::stdio::dup2_stdout(null).ok();
        }
    };
    let result = runtime.block_on(host::run(folders.for_host(), doors, Clock::machine(), say_ready));
    runtime.shutdown_timeout(Duration::from_millis(100));
    result.map(|()| Outcome::default()).map_err(|error| failed(error.to_string()))
}

/// What happens to the host is told on its standard error, which is a file where a client has started it.
fn log_to_stderr() {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_max_level(tracing::Level::INFO)
        .init();
}
