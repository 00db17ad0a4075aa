//! The context of a verb.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::typed;
use crate::draft::Templates;
use crate::incident::Who;
use crate::lang::Lang;
use crate::notify::Dispatcher;
use crate::people::Known;
use crate::terminal::Depth;
use crate::wire::NamedFile;

/// The person who runs a verb in the host, and what came with the command line.
#[derive(Clone, Debug)]
pub struct Caller {
    pub who: Who,
    pub lang: Lang,
    pub zone: chrono_tz::Tz,
    pub files: Vec<NamedFile>,
    /// The people as the host knows them now.
    pub known: Arc<Known>,
    pub templates: Arc<Templates>,
    pub host: HostFacts,
    pub dispatcher: Option<Dispatcher>,
}

/// What `host status` prints.
#[derive(Clone, Debug)]
pub struct HostFacts {
    pub pid: u32,
    pub socket: PathBuf,
    pub version: &'static str,
}

/// The user's own files and settings, for a verb that runs in the client.
#[derive(Clone, Debug)]
pub struct Here {
    pub options: Options,
    pub lang: Lang,
    /// `…/config/warroom`.
    pub config_dir: PathBuf,
    /// `--config`, or `config.toml` in the folder above.
    pub config_file: PathBuf,
    /// `…/state/warroom`.
    pub state_dir: PathBuf,
    pub socket: PathBuf,
    /// The colours of the standard output; none if it is not a terminal.
    pub colours: Depth,
    /// The zone of times that are typed.
    pub zone: chrono_tz::Tz,
}

impl Here {
    #[must_use]
    pub fn with(self, options: &Options) -> Self {
        let config_file = options.config.clone().unwrap_or(self.config_file);
        Self { options: options.clone(), config_file, ..self }
    }
}

/// A verb whose options decide where it is carried out.
#[derive(Clone, Copy, Debug)]
pub enum Either<C, H> {
    Client(C),
    Host(H),
}

impl<C, H> Either<C, H> {
    pub fn map<D, I>(self, client: impl FnOnce(C) -> D, host: impl FnOnce(H) -> I) -> Either<D, I> {
        match self {
            Self::Client(verb) => Either::Client(client(verb)),
            Self::Host(verb) => Either::Host(host(verb)),
        }
    }
}

/// The options that every command takes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
#[group(skip)]
pub struct Options {
    #[arg(long, global = true, value_parser = typed::lang())]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "ID")]
    pub incident: Option<String>,
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The shared socket of someone else's host.
    #[arg(long, global = true, value_name = "PATH")]
    pub host: Option<PathBuf>,
}
