//! What routers and queues share: settings in effect, opened targets, wakes.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::settings::{InEffect, NetworkEnvironment, Opener};
use super::wakes::Wakes;
use crate::clock::Clock;
use crate::incident::{Line, TargetFact};
use crate::lang::Lang;
use crate::notify::compose::HostContext;
use crate::notify::message::Part;
use crate::notify::settings::{Place, Settings};
use crate::notify::target::Target;
use crate::notify::web::{Verdict, Web};

/// The time limit of a part.
const PART_TIMEOUT: Duration = Duration::from_mins(1);

/// Opens targets and sends parts, by the settings in effect.
pub struct Transport {
    pub clock: Clock,
    /// The host's language: of reasons, and where an audience has none of its own.
    pub lang: Lang,
    opener: Box<dyn Opener>,
    pub in_effect: watch::Sender<Arc<InEffect>>,
    /// The targets as users may see them.
    pub facts: watch::Sender<Arc<[TargetFact]>>,
    /// Names masked in external messages, in addition to each incident's people.
    pub people: watch::Sender<Arc<[Line]>>,
    pub wakes: Wakes,
}

impl Transport {
    pub fn new(opener: Box<dyn Opener>, clock: Clock, lang: Lang) -> Arc<Self> {
        let in_effect = watch::Sender::new(Arc::new(InEffect::unread(clock.clone(), lang)));
        let (facts, people) = (watch::Sender::new(Arc::from([])), watch::Sender::new(Arc::from([])));
        Arc::new(Self { clock, lang, opener, in_effect, facts, people, wakes: Wakes::default() })
    }

    pub fn apply(&self, settings: Settings, environment: &NetworkEnvironment) {
        let in_effect = InEffect::open(settings, &*self.opener, environment, self.clock.clone(), self.lang);
        self.facts.send_replace(in_effect.facts(self.lang));
        self.in_effect.send_replace(Arc::new(in_effect));
    }

    pub fn in_effect(&self) -> Arc<InEffect> {
        Arc::clone(&self.in_effect.borrow())
    }

    pub fn context(&self) -> HostContext {
        HostContext { lang: self.lang, people: Arc::clone(&self.people.borrow()) }
    }

    /// Opens the target of a place, with its secrets as they are now.
    pub async fn open(self: &Arc<Self>, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let (transport, place) = (Arc::clone(self), place.clone());
        let opened = tokio::task::spawn_blocking(move || transport.opener.open(&place)).await;
        opened.unwrap_or_else(|_| Err(Line::new(&self.lang.say("notify-failed"))))
    }

    /// Sends one part, within [`PART_TIMEOUT`].
    pub async fn deliver(&self, target: Arc<dyn Target>, part: Part, web: Web) -> Verdict {
        // A panic of a target affects nothing else.
        let sending =
            tokio::spawn(async move { tokio::time::timeout(PART_TIMEOUT, target.deliver(&part, &web)).await });
        let unknown = |key| Verdict::Later { after: None, reason: self.lang.say(key), maybe_sent: true };
        match sending.await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(_)) => unknown("notify-too-slow"),
            Err(_) => unknown("notify-failed"),
        }
    }
}
