//! `host`: the background process that holds the rooms.

use clap::Subcommand;
use serde_json::json;
use std::path::{Path, PathBuf};

use super::{Caller, Outcome, Place, list, table};
use crate::room::Rooms;

#[derive(Clone, Debug, Subcommand)]
pub enum Host {
    Status {
        #[arg(long)]
        json: bool,
    },
    /// The host answers, then ends.
    Stop,
    /// What a client starts in the background.
    #[command(hide = true)]
    Run {
        /// The folder of a demo, whose host ends with its only client and takes the folder along.
        #[arg(long, value_name = "PATH")]
        demo: Option<PathBuf>,
    },
}

impl Host {
    pub const fn place(&self) -> Place {
        match self {
            Self::Status { .. } | Self::Stop => Place::RunningHost,
            Self::Run { .. } => Place::BecomeHost,
        }
    }

    /// The folder of the demo that the host is for, where it is for one.
    pub fn demo(&self) -> Option<&Path> {
        match self {
            Self::Run { demo } => demo.as_deref(),
            Self::Status { .. } | Self::Stop => None,
        }
    }

    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        let lang = caller.lang;
        let Self::Status { json } = self else { return Outcome::done(lang.say("verb-host-stopping")) };
        let mut open = rooms.list().await;
        open.retain(|it| !it.is_closed());
        let facts = &caller.host;
        let socket = facts.socket.display().to_string();
        if *json {
            return Outcome::json(&json!({
                "pid": facts.pid,
                "socket": socket,
                "version": facts.version,
                "incidents": open.iter().map(list::value).collect::<Vec<_>>(),
            }));
        }
        let text = lang.say_with(
            "verb-host-running",
            &[
                ("version", facts.version.into()),
                ("pid", facts.pid.to_string().into()),
                ("socket", socket.into()),
                ("incidents", open.len().into()),
            ],
        );
        Outcome::done(format!("{text}\n{}", table::incidents(&open, lang)).trim_end())
    }
}
