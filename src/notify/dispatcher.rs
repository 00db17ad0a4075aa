//! The dispatcher: sends everything that leaves this host.
//!
//! ```text
//!   a room's log ──Router──▶ recipients ──▶ the room ──PendingDelivery──▶ TargetQueue ──▶ Target ──Verdict──▶ the room
//! ```
//!
//! Pending messages are part of each incident's state, so a crash loses nothing. One router a room follows the log; one
//! queue a target sends the oldest pending delivery of all rooms, one message a second. A dead target delays its own
//! queue only, and nothing runs while nothing is due.

mod crew;
mod queue;
mod retry;
mod router;
mod settings;
#[cfg(test)]
mod tests;
mod transport;
mod trial;
mod wakes;

pub use settings::NetworkEnvironment;
pub use trial::Checked;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

use super::file::{Look, SettingsFile};
use super::secret::Secrets;
use super::settings::Settings;
use super::web::Verdict;
use crate::clock::Clock;
use crate::incident::{AudienceId, Incident, Line, Preview, Prose, TargetFact, TargetName};
use crate::lang::Lang;
use crate::room::Rooms;
use crew::Crew;
use settings::Keyring;
use transport::Transport;

/// A handle to the dispatcher; all clones share it.
#[derive(Clone)]
pub struct Dispatcher(Arc<Inner>);

struct Inner {
    rooms: Rooms,
    transport: Arc<Transport>,
    /// The settings file; `None` if a test applies settings directly.
    file: Option<SettingsFile>,
    environment: NetworkEnvironment,
    /// Why the settings file was rejected.
    trouble: watch::Sender<Option<Line>>,
}

impl Dispatcher {
    /// Returns a dispatcher without targets, until its settings are read.
    pub fn new(
        rooms: Rooms,
        secrets: Secrets,
        settings: PathBuf,
        environment: NetworkEnvironment,
        clock: Clock,
        lang: Lang,
    ) -> Self {
        let transport = Transport::new(Box::new(Keyring { secrets, lang }), clock, lang);
        Self::with(rooms, transport, Some(SettingsFile::new(settings)), environment)
    }

    fn with(
        rooms: Rooms,
        transport: Arc<Transport>,
        file: Option<SettingsFile>,
        environment: NetworkEnvironment,
    ) -> Self {
        Self(Arc::new(Inner { rooms, transport, file, environment, trouble: watch::Sender::new(None) }))
    }

    /// Keeps the settings in effect if the file is invalid.
    pub async fn look(&self, look: Look) {
        let dispatcher = self.clone();
        if let Err(error) = tokio::task::spawn_blocking(move || dispatcher.look_now(look)).await {
            tracing::error!(%error, "cannot read the settings of updates");
        }
    }

    /// Keeps the settings in effect if the file is not valid.
    fn look_now(&self, look: Look) {
        let Some(file) = &self.0.file else { return };
        file.look(look, self.lang(), |settings| match settings {
            Ok(settings) => self.follow(settings),
            Err(trouble) if self.trouble().as_ref() != Some(&trouble) => {
                tracing::error!("{trouble}");
                self.0.trouble.send_replace(Some(trouble));
            }
            Err(_) => {}
        });
    }

    /// Puts these settings into effect. Blocks: secrets are read.
    pub fn follow(&self, settings: Settings) {
        self.0.transport.apply(settings, &self.0.environment);
        self.0.trouble.send_replace(None);
    }

    /// Masks these names in external messages, besides each incident's people.
    pub fn hide(&self, people: impl IntoIterator<Item = Line>) {
        self.0.transport.people.send_replace(people.into_iter().collect());
    }

    /// Returns why the settings file was rejected, if it was.
    pub fn trouble(&self) -> Option<Line> {
        self.0.trouble.borrow().clone()
    }

    /// Subscribes to [`Dispatcher::trouble`].
    pub fn troubles(&self) -> watch::Receiver<Option<Line>> {
        self.0.trouble.subscribe()
    }

    pub fn lang(&self) -> Lang {
        self.0.transport.lang
    }

    pub fn settings(&self) -> Settings {
        self.0.transport.in_effect().settings.clone()
    }

    /// Returns the targets as users may see them.
    pub fn facts(&self) -> Arc<[TargetFact]> {
        Arc::clone(&self.0.transport.facts.borrow())
    }

    pub fn changes(&self) -> watch::Receiver<Arc<[TargetFact]>> {
        self.0.transport.facts.subscribe()
    }

    pub fn previews(&self, incident: &Incident, audience: &AudienceId, text: &Prose) -> Vec<Preview> {
        trial::previews(&self.0.transport, incident, audience, text)
    }

    /// Sends a real message to one target or to all, and returns the verdict on each.
    pub async fn test(&self, name: Option<&TargetName>) -> Vec<(TargetName, Verdict)> {
        trial::test(&self.0.transport, name).await
    }

    /// What would be sent to each target for a text, without secrets.
    pub fn check(&self, name: Option<&TargetName>, text: Option<&Prose>) -> Vec<Checked> {
        trial::check(&self.0.transport, name, text)
    }

    /// Sends until the host ends; messages under way are finished.
    pub async fn run(self, mut ending: watch::Receiver<bool>) {
        let mut in_effect = self.0.transport.in_effect.subscribe();
        let mut live = self.0.rooms.live();
        let mut crew = Crew::new(self.0.transport.clone(), self.0.rooms.clone(), ending.clone());
        loop {
            let now = Arc::clone(&in_effect.borrow_and_update());
            let rooms = Arc::clone(&live.borrow_and_update());
            crew.staff(&now, &rooms);
            tokio::select! {
                _ = ending.wait_for(|ending| *ending) => break,
                changed = in_effect.changed() => if changed.is_err() { break },
                changed = live.changed() => if changed.is_err() { break },
                Some(()) = crew.ended() => {}
            }
        }
        while crew.ended().await.is_some() {}
    }
}

impl fmt::Debug for Dispatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dispatcher")
    }
}
