//! What goes out of this host: the settings as their file has them now.

use std::path::PathBuf;
use std::time::Duration;

use super::notices::Notices;
use super::templates::Library;
use crate::clock::Clock;
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::{Dispatcher, Look, NetworkEnvironment, Secrets};
use crate::room::Rooms;

/// How often the file is looked at where the system does not tell of its changes.
const EVERY: Duration = Duration::from_secs(5);

/// Where the settings of updates are, and what the host knows besides.
#[derive(Clone, Debug)]
pub struct Outbox {
    pub settings: PathBuf,
    pub secrets: Secrets,
    pub environment: NetworkEnvironment,
    /// Of reasons, and of what has no language of its own.
    pub lang: Lang,
}

impl Outbox {
    pub(super) fn dispatcher(self, rooms: Rooms, clock: Clock) -> Dispatcher {
        Dispatcher::new(rooms, self.secrets, self.settings, self.environment, clock, self.lang)
    }
}

/// Tells the dispatcher whom nobody outside reads of, whenever that changes.
pub(super) async fn hide(dispatcher: Dispatcher, library: Library) {
    let mut known = library.changes();
    loop {
        let people: Vec<_> = known.borrow_and_update().hidden_people().map(Line::new).collect();
        dispatcher.hide(people);
        if known.changed().await.is_err() {
            return;
        }
    }
}

/// Reads the file anew whenever it changes, for as long as the host runs.
pub(super) async fn follow(dispatcher: Dispatcher, file: PathBuf) {
    let notices = Notices::new();
    loop {
        // Watched first and read then, no change is missed between the two.
        let watched = notices.as_ref().is_some_and(|notices| notices.watch(&file));
        dispatcher.look(Look::Closely).await;
        match &notices {
            Some(notices) if watched => notices.of(&file).await,
            _ => tokio::time::sleep(EVERY).await,
        }
    }
}
