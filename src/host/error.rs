//! Why a host cannot start.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::incident::Line;
use crate::lang::{Lang, vars};

/// Why a host cannot start, as the log has it.
#[derive(Debug, thiserror::Error)]
pub enum HostError {
    #[error("{path}: {source}")]
    Lock { path: PathBuf, source: io::Error },
    #[error("{path}: a host is already running there")]
    Runs { path: PathBuf },
    #[error("{path}: {source}")]
    Socket { path: PathBuf, source: io::Error },
    #[error("{path}: too long for a socket")]
    TooLong { path: PathBuf },
    #[error("{path}: no such group: {group}")]
    NoGroup { path: PathBuf, group: String },
    #[error("{listen}: {source}")]
    Ssh { listen: SocketAddr, source: io::Error },
    #[error("{path}: {bad}")]
    HostKey { path: PathBuf, bad: BadHostKey },
    #[error("signals: {0}")]
    Signals(io::Error),
}

#[derive(Debug, thiserror::Error)]
pub enum BadHostKey {
    #[error("readable by others")]
    Open,
    #[error("{0}")]
    NoKey(String),
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl HostError {
    pub fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| Line::new(&path.to_string_lossy()).as_str().to_owned();
        let failed = |what: String, why: String| lang.say_with("host-failed", &vars![what, why]);
        let of_path = |key: &str, path: &Path| lang.say_with(key, &vars![path = shown(path)]);
        match self {
            Self::Lock { path, source } | Self::Socket { path, source } => failed(shown(path), lang.why(source)),
            Self::Runs { path } => of_path("host-runs-already", path),
            Self::TooLong { path } => of_path("host-socket-too-long", path),
            Self::NoGroup { path, group } => {
                let group = Line::new(group).as_str().to_owned();
                lang.say_with("host-no-group", &vars![path = shown(path), group])
            }
            Self::Ssh { listen, source } => failed(listen.to_string(), lang.why(source)),
            Self::HostKey { path, bad } => failed(
                shown(path),
                match bad {
                    BadHostKey::Open => lang.say("host-key-open"),
                    BadHostKey::NoKey(detail) => {
                        let detail = Line::new(detail).as_str().to_owned();
                        lang.say_with("host-key-no-key", &vars![detail])
                    }
                    BadHostKey::Io(error) => lang.why(error),
                },
            ),
            Self::Signals(error) => failed(lang.say("host-signals"), lang.why(error)),
        }
    }
}
