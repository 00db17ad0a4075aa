//! `serve`: the host in the foreground, with doors for others.

use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

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
