//! `host` and `serve`: the process that holds the rooms.

use clap::{Args, Subcommand};
use serde_json::json;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::typed::Json;
use super::{Caller, Outcome, list, table};
use crate::lang::vars;
use crate::room::Rooms;

#[derive(Clone, Debug, Subcommand)]
pub enum Host {
    #[command(flatten)]
    Query(HostQuery),
    /// What a client starts in the background.
    #[command(hide = true)]
    Run {
        /// The folder of a demo, whose host ends with its only client and removes the folder.
        #[arg(long, value_name = "PATH")]
        demo: Option<PathBuf>,
    },
}

/// What is asked of a running host.
#[derive(Clone, Debug, Subcommand)]
pub enum HostQuery {
    Status(Json),
    /// The host answers, then ends.
    Stop,
}

impl HostQuery {
    pub async fn run(&self, caller: &Caller, rooms: &Rooms) -> Outcome {
        match self {
            Self::Status(Json { json }) => status(caller, rooms, *json).await,
            Self::Stop => Outcome::done(caller.lang.say("verb-host-stopping")),
        }
    }
}

async fn status(caller: &Caller, rooms: &Rooms, json: bool) -> Outcome {
    let lang = caller.lang;
    let mut open = rooms.list().await;
    open.retain(|incident| !incident.is_closed());
    let facts = &caller.host;
    let socket = facts.socket.display().to_string();
    if json {
        return Outcome::json(&json!({
            "pid": facts.pid,
            "socket": socket,
            "version": facts.version,
            "incidents": open.iter().map(list::value).collect::<Vec<_>>(),
        }));
    }
    let text = lang.say_with(
        "verb-host-running",
        &vars![version = facts.version, pid = facts.pid.to_string(), socket, incidents = open.len()],
    );
    Outcome::done(format!("{text}\n{}", table::incidents(&open, lang)).trim_end())
}

/// The host in the foreground, with doors for others.
#[derive(Clone, Debug, Default, Args)]
pub struct Serve {
    /// Where the SSH door listens.
    #[arg(long, value_name = "ADDRESS")]
    pub ssh: Option<SocketAddr>,
    /// A socket for the accounts of a group.
    #[arg(long, value_name = "PATH", requires = "group")]
    pub socket: Option<PathBuf>,
    #[arg(long, value_name = "GROUP", requires = "socket")]
    pub group: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub people: Option<PathBuf>,
}
