//! The tasks of a dispatcher: a queue for each target, a router for each room.

use std::collections::HashSet;
use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::queue::TargetQueue;
use super::router::Router;
use super::settings::InEffect;
use super::transport::Transport;
use crate::incident::{IncidentId, TargetName};
use crate::room::{Room, Rooms};

enum Worker {
    Queue(TargetName),
    Router(IncidentId),
    Opener,
}

pub struct Crew {
    transport: Arc<Transport>,
    rooms: Rooms,
    ending: watch::Receiver<bool>,
    tasks: JoinSet<Worker>,
    queues: HashSet<TargetName>,
    routers: HashSet<IncidentId>,
    /// Whether incidents with pending messages are being opened.
    opening: bool,
}

impl Crew {
    pub fn new(transport: Arc<Transport>, rooms: Rooms, ending: watch::Receiver<bool>) -> Self {
        Self {
            transport,
            rooms,
            ending,
            tasks: JoinSet::new(),
            queues: HashSet::new(),
            routers: HashSet::new(),
            opening: false,
        }
    }

    /// Starts the tasks that are missing.
    pub fn staff(&mut self, in_effect: &InEffect, live: &[Room]) {
        if !in_effect.valid {
            return;
        }
        for place in &in_effect.settings.targets {
            if self.queues.insert(place.name.clone()) {
                let (name, transport) = (place.name.clone(), self.transport.clone());
                let queue = TargetQueue::new(name.clone(), transport, self.rooms.live(), self.ending.clone());
                self.tasks.spawn(async move {
                    queue.run().await;
                    Worker::Queue(name)
                });
            }
        }
        for room in live {
            let id = room.id().clone();
            if self.routers.insert(id.clone()) {
                let router = Router::new(room.clone(), self.transport.clone(), self.ending.clone());
                self.tasks.spawn(async move {
                    router.run().await;
                    Worker::Router(id)
                });
            }
        }
        if !self.opening && !in_effect.settings.targets.is_empty() {
            self.opening = true;
            let (rooms, mut ending) = (self.rooms.clone(), self.ending.clone());
            self.tasks.spawn(async move {
                tokio::select! {
                    () = open_what_waits(&rooms) => {}
                    _ = ending.wait_for(|ending| *ending) => {}
                }
                Worker::Opener
            });
        }
    }

    /// Waits for a task to end; `None` if there are none.
    pub async fn ended(&mut self) -> Option<()> {
        match self.tasks.join_next().await? {
            Ok(Worker::Queue(name)) => {
                self.transport.wakes.forget(&name);
                self.queues.remove(&name);
            }
            Ok(Worker::Router(id)) => {
                self.routers.remove(&id);
            }
            Ok(Worker::Opener) => {}
            Err(error) => tracing::error!(%error, "a task of the dispatcher failed"),
        }
        Some(())
    }
}

/// Opens every incident that is open or has pending messages.
async fn open_what_waits(rooms: &Rooms) {
    for summary in rooms.list().await {
        if (!summary.is_closed() || summary.undelivered)
            && let Err(error) = rooms.find(Some(summary.id.as_str())).await
        {
            tracing::warn!(incident = %summary.id, %error, "cannot open an incident to send its updates");
        }
    }
}
