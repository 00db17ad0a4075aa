//! The dispatcher of this host, and the settings it follows.

use std::path::PathBuf;
use std::time::Duration;

use super::templates::TemplateWatcher;
use crate::clock::Clock;
use crate::files::{FileWatcher, Scope};
use crate::incident::Line;
use crate::lang::Lang;
use crate::notify::{Dispatcher, Look, NetworkEnvironment, Secrets};
use crate::room::Rooms;

/// How often to look at the file if the system reports no changes.
const EVERY: Duration = Duration::from_secs(5);

/// The settings of updates, and what the environment adds to them.
#[derive(Clone, Debug)]
pub struct Outbox {
    pub settings: PathBuf,
    pub secrets: Secrets,
    pub environment: NetworkEnvironment,
    /// The language of reasons, and of audiences without one.
    pub lang: Lang,
}

impl Outbox {
    pub(super) fn dispatcher(self, rooms: Rooms, clock: Clock) -> Dispatcher {
        Dispatcher::new(rooms, self.secrets, self.settings, self.environment, clock, self.lang)
    }
}

/// Keeps the dispatcher's list of masked names up to date.
pub(super) async fn hide(dispatcher: Dispatcher, templates: TemplateWatcher) {
    let mut known = templates.changes();
    loop {
        let people: Vec<_> = known.borrow_and_update().hidden_people().map(Line::new).collect();
        dispatcher.hide(people);
        if known.changed().await.is_err() {
            return;
        }
    }
}

/// Has the settings read again whenever their file changes, as long as the host runs.
pub(super) async fn follow(dispatcher: Dispatcher, file: PathBuf) {
    FileWatcher::new(file, Scope::File, EVERY).each(|| dispatcher.look(Look::Closely)).await;
}
