//! What routers and queues send with: the settings in effect, opened targets, and the queues' wakes.

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
use crate::notify::verdict::Verdict;
use crate::notify::web::Web;

/// The time limit of a part, whatever its target does.
const PART_TIMEOUT: Duration = Duration::from_mins(1);

/// Opens targets and sends parts, by the settings in effect. All clones share them.
#[derive(Clone)]
pub struct Transport(Arc<Inner>);

struct Inner {
    clock: Clock,
    /// The host's language: of reasons, and where an audience has none of its own.
    lang: Lang,
    opener: Box<dyn Opener>,
    in_effect: watch::Sender<Arc<InEffect>>,
    /// Names masked in external messages, in addition to each incident's people.
    people: watch::Sender<Arc<[Line]>>,
    wakes: Wakes,
}

impl Transport {
    pub fn new(opener: Box<dyn Opener>, clock: Clock, lang: Lang) -> Self {
        let in_effect = watch::Sender::new(Arc::new(InEffect::unread(clock.clone(), lang)));
        let (people, wakes) = (watch::Sender::new(Arc::from([])), Wakes::default());
        Self(Arc::new(Inner { clock, lang, opener, in_effect, people, wakes }))
    }

    /// Puts settings into effect; `publish` gets the targets just before. Blocks: secrets are read.
    pub fn apply(
        &self,
        settings: Settings,
        environment: &NetworkEnvironment,
        publish: impl FnOnce(Arc<[TargetFact]>),
    ) {
        let Inner { opener, clock, lang, .. } = &*self.0;
        let in_effect = InEffect::open(settings, &**opener, environment, clock.clone(), *lang);
        publish(in_effect.facts(*lang));
        self.0.in_effect.send_replace(Arc::new(in_effect));
    }

    pub fn mask(&self, people: Arc<[Line]>) {
        self.0.people.send_replace(people);
    }

    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub fn wakes(&self) -> &Wakes {
        &self.0.wakes
    }

    pub fn in_effect(&self) -> Arc<InEffect> {
        Arc::clone(&self.0.in_effect.borrow())
    }

    /// Subscribes to changes of the settings in effect.
    pub fn subscribe(&self) -> watch::Receiver<Arc<InEffect>> {
        self.0.in_effect.subscribe()
    }

    pub fn context(&self) -> HostContext {
        HostContext { lang: self.0.lang, people: Arc::clone(&self.0.people.borrow()) }
    }

    /// Opens the target of a place, with its secrets as they are now.
    pub async fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let (transport, place) = (self.clone(), place.clone());
        let opened = tokio::task::spawn_blocking(move || transport.0.opener.open(&place)).await;
        opened.unwrap_or_else(|_| Err(Line::new(&self.0.lang.say("desk-failed"))))
    }

    /// Sends one part, and waits at most [`PART_TIMEOUT`] for the outcome.
    pub async fn deliver(&self, target: Arc<dyn Target>, part: Part, web: Web) -> Verdict {
        // A panic of a target is its own.
        let sending =
            tokio::spawn(
                async move { tokio::time::timeout(PART_TIMEOUT, target.deliver(&part, &web)).await },
            );
        let unknown = |key| Verdict::Later { after: None, reason: self.0.lang.say(key), maybe_sent: true };
        match sending.await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(_)) => unknown("desk-too-slow"),
            Err(_) => unknown("desk-failed"),
        }
    }
}
