//! The door of the network: SSH, where a key says who the other end is.

use std::sync::Arc;

use tokio::net::TcpListener;

use super::super::{HostError, Shared, SshDoor};

/// Binds the port.
pub async fn listen(door: &SshDoor) -> Result<TcpListener, HostError> {
    TcpListener::bind(door.listen).await.map_err(|source| HostError::Ssh { listen: door.listen, source })
}

/// Lets clients in until the host ends, and returns when all of them have left.
pub(in crate::host) async fn serve(listener: TcpListener, door: SshDoor, shared: Arc<Shared>) {
    let mut ending = shared.ending.subscribe();
    tracing::info!(listen = %door.listen, tries = door.limits.tries, "the SSH door is not open yet");
    ending.wait_for(|ending| *ending).await.ok();
    drop(listener);
}
