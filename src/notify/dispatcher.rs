//! The dispatcher: everything that goes out of this host, and what of it is to be known.
//!
//! ```text
//!   a room's log ──Router──▶ who is to be told ──▶ the room ──pending──▶ TargetQueue ──▶ Target ──verdict──▶ the room
//! ```
//!
//! There is no queue here: what has to go out is a part of each incident's state, so that a crash takes nothing. One
//! router a room looks at what is new; one queue a target brings the oldest pending delivery of all rooms, one a second. A target
//! that is dead holds up its own queue alone, and nothing runs while nothing is due.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use secrecy::SecretString;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;

use super::file::{Look, SettingsFile};
use super::queue::TargetQueue;
use super::router::Router;
use super::secret::Secrets;
use super::settings::{Place, Settings, Source};
use super::{
    Address, Kind, Message, Network, Options, Part, Target, Topic, Verdict, Web, compose, open, split,
};
use crate::clock::Clock;
use crate::incident::{
    AudienceId, Incident, IncidentId, Line, Occasion, Preview, Prose, Severity, TargetFact, TargetName,
};
use crate::lang::Lang;
use crate::room::{Room, Rooms};

/// How long a part may be on its way, whatever its target does.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// A handle to the dispatcher; all clones are of the same one.
#[derive(Clone)]
pub struct Dispatcher(Arc<Inner>);

pub(super) struct Inner {
    pub rooms: Rooms,
    pub clock: Clock,
    /// The host's language: of reasons, and of what has no language of its own.
    pub lang: Lang,
    opener: Box<dyn Opener>,
    /// Where the settings are; none where a test sets them.
    file: Option<SettingsFile>,
    /// The way to the network where the settings do not say it.
    environment: NetworkEnvironment,
    set: watch::Sender<Arc<Set>>,
    facts: watch::Sender<Arc<[TargetFact]>>,
    /// Why the settings as they are now cannot be followed.
    trouble: watch::Sender<Option<Line>>,
    wakes: Mutex<HashMap<TargetName, Arc<Wake>>>,
    /// Whom nobody outside reads of, besides the people of each incident.
    people: watch::Sender<Arc<[Line]>>,
}

/// What the host's environment says of the network.
#[derive(Clone, Debug, Default)]
pub struct NetworkEnvironment {
    pub proxy: Option<SecretString>,
    pub no_proxy: Option<String>,
}

/// The settings as they are worked by.
pub(super) struct Set {
    pub settings: Settings,
    /// Whether they are what a file says that can be followed, or that there is none.
    pub sound: bool,
    pub web: Web,
    /// As they were opened when the settings were read.
    targets: HashMap<TargetName, Result<Arc<dyn Target>, Line>>,
}

/// Makes a target of what the settings say of it.
pub(super) trait Opener: Send + Sync {
    /// A sentence says why it cannot.
    fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line>;

    /// The certificates of a file.
    fn certificates(&self, file: &Path) -> Option<Vec<u8>>;
}

/// Wakes a queue.
#[derive(Debug, Default)]
pub(super) struct Wake {
    pub notify: Notify,
    /// Somebody asks for another try at once.
    pub hurry: std::sync::atomic::AtomicBool,
}

impl Dispatcher {
    /// A dispatcher without targets, until [`Dispatcher::follow`].
    pub fn new(
        rooms: Rooms,
        secrets: Secrets,
        settings: PathBuf,
        environment: NetworkEnvironment,
        clock: Clock,
        lang: Lang,
    ) -> Self {
        let keyring = Box::new(Keyring { secrets, lang });
        Self::with(rooms, keyring, Some(SettingsFile::new(settings)), environment, clock, lang)
    }

    /// Reads the settings where their file has changed.
    pub async fn look(&self, look: Look) {
        let dispatcher = self.clone();
        if let Err(error) = tokio::task::spawn_blocking(move || dispatcher.look_now(look)).await {
            tracing::error!(%error, "the settings of updates could not be read");
        }
    }

    pub(super) fn look_now(&self, look: Look) {
        if let Some(file) = &self.0.file {
            file.look(self, look);
        }
    }

    pub(super) fn with(
        rooms: Rooms,
        opener: Box<dyn Opener>,
        file: Option<SettingsFile>,
        environment: NetworkEnvironment,
        clock: Clock,
        lang: Lang,
    ) -> Self {
        let set = Set {
            settings: Settings::default(),
            sound: false,
            web: Web::new(Network::default(), clock.clone(), lang),
            targets: HashMap::new(),
        };
        Self(Arc::new(Inner {
            rooms,
            clock,
            lang,
            opener,
            file,
            environment,
            set: watch::Sender::new(Arc::new(set)),
            facts: watch::Sender::new(Arc::from([])),
            trouble: watch::Sender::new(None),
            wakes: Mutex::default(),
            people: watch::Sender::new(Arc::from([])),
        }))
    }

    /// Works by these settings from now on. Blocks: secrets are read.
    pub fn follow(&self, settings: Settings) {
        let dispatcher = &self.0;
        let network = dispatcher.network(&settings);
        let targets: HashMap<_, _> = settings
            .targets
            .iter()
            .map(|place| (place.name.clone(), dispatcher.opener.open(place)))
            .collect();
        let set = Set {
            web: Web::new(network, dispatcher.clock.clone(), dispatcher.lang),
            settings,
            sound: true,
            targets,
        };
        dispatcher.facts.send_replace(set.facts(dispatcher.lang));
        dispatcher.set.send_replace(Arc::new(set));
        dispatcher.trouble.send_replace(None);
    }

    /// Goes on with the settings there were: those there are now cannot be followed.
    pub fn hold(&self, trouble: Line) {
        self.0.trouble.send_replace(Some(trouble));
    }

    /// Names these people to nobody outside from now on, besides those whom each incident knows.
    pub fn hide(&self, people: impl IntoIterator<Item = Line>) {
        self.0.people.send_replace(people.into_iter().collect());
    }

    /// Why the settings as they are now cannot be followed.
    pub fn trouble(&self) -> Option<Line> {
        self.0.trouble.borrow().clone()
    }

    /// For who waits until that changes.
    pub fn troubles(&self) -> watch::Receiver<Option<Line>> {
        self.0.trouble.subscribe()
    }

    /// The host's language: of reasons and of facts.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// Where things go and who is told, as the host has it now.
    pub fn settings(&self) -> Settings {
        self.0.set.borrow().settings.clone()
    }

    /// The targets as people may see them.
    pub fn facts(&self) -> Arc<[TargetFact]> {
        Arc::clone(&self.0.facts.borrow())
    }

    /// For who waits until the targets change.
    pub fn changes(&self) -> watch::Receiver<Arc<[TargetFact]>> {
        self.0.facts.subscribe()
    }

    /// An update as each target of an audience will show it.
    pub fn previews(
        &self,
        incident: &Incident,
        audience: &AudienceId,
        _: Occasion,
        text: &Prose,
    ) -> Vec<Preview> {
        let set = Arc::clone(&self.0.set.borrow());
        let message = compose::draft(incident, audience, text.clone(), self.0.house(&self.0.people()));
        let places = set.settings.targets.iter().filter(|place| place.audiences.contains(audience));
        places.map(|place| set.preview(place, &message, self.0.lang)).collect()
    }

    /// Sends a real message to one target or to all, and says what came of each.
    pub async fn test(&self, name: Option<&TargetName>) -> Vec<(TargetName, Verdict)> {
        let set = Arc::clone(&self.0.set.borrow());
        let places = set.settings.targets.iter().filter(|place| name.is_none_or(|name| place.name == *name));
        let mut tests = Vec::new();
        for place in places.cloned() {
            let (dispatcher, web) = (self.clone(), set.web.clone());
            let name = place.name.clone();
            tests.push((name, tokio::spawn(async move { dispatcher.0.try_out(&place, &web).await })));
        }
        let mut verdicts = Vec::new();
        for (name, test) in tests {
            let failed = |_| Verdict::Refused { reason: self.0.lang.say("desk-failed") };
            verdicts.push((name, test.await.unwrap_or_else(failed)));
        }
        verdicts
    }

    /// What would be sent to each target for a text, without its secrets: the bodies of its parts.
    pub fn check(&self, name: Option<&TargetName>, text: Option<&Prose>) -> Vec<Checked> {
        let set = Arc::clone(&self.0.set.borrow());
        let places = set.settings.targets.iter().filter(|place| name.is_none_or(|name| place.name == *name));
        let checked = |place: &Place| {
            let name = place.name.clone();
            match &set.targets[&name] {
                Ok(target) => {
                    let parts = split(&self.0.sample(text), target.as_ref());
                    let sheet = |part| Sheet { text: target.print(part), body: target.body(part) };
                    let parts = Ok(parts.iter().map(sheet).collect());
                    Checked { name, kind: Some(target.kind()), host: Line::new(target.host()), parts }
                }
                Err(why) => {
                    Checked { name, kind: place.kind, host: Line::default(), parts: Err(why.clone()) }
                }
            }
        };
        places.map(checked).collect()
    }

    /// Brings everything that goes out to where it goes, until the host ends; what is under way then is finished.
    pub async fn run(self, mut ending: watch::Receiver<bool>) {
        let mut set = self.0.set.subscribe();
        let mut live = self.0.rooms.live();
        let mut crew = Crew::default();
        loop {
            let now = Arc::clone(&set.borrow_and_update());
            let rooms = Arc::clone(&live.borrow_and_update());
            crew.staff(&self.0, &now, &rooms, &ending);
            tokio::select! {
                _ = ending.wait_for(|ending| *ending) => break,
                changed = set.changed() => if changed.is_err() { break },
                changed = live.changed() => if changed.is_err() { break },
                Some(done) = crew.tasks.join_next() => match done {
                    Ok(Worker::TargetQueue(name)) => { crew.queues.remove(&name); }
                    Ok(Worker::Router(id)) => { crew.routers.remove(&id); }
                    Ok(Worker::Porter) => {}
                    Err(error) => tracing::error!(%error, "a task of the dispatcher failed"),
                },
            }
        }
        // They hear that the host ends, too.
        while crew.tasks.join_next().await.is_some() {}
    }
}

/// What would be sent to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub name: TargetName,
    pub kind: Option<Kind>,
    pub host: Line,
    /// A sentence says why it cannot be used.
    pub parts: Result<Vec<Sheet>, Line>,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// As people will see it typed.
    pub text: String,
    /// As it is sent, without any secret.
    pub body: String,
}

enum Worker {
    TargetQueue(TargetName),
    Router(IncidentId),
    Porter,
}

/// Who works at the dispatcher.
#[derive(Default)]
struct Crew {
    tasks: JoinSet<Worker>,
    queues: HashSet<TargetName>,
    routers: HashSet<IncidentId>,
    /// Whether the incidents that something may have to go out of are being opened.
    opened: bool,
}

impl Crew {
    /// A queue for each target, a router for each room.
    fn staff(&mut self, dispatcher: &Arc<Inner>, set: &Set, rooms: &[Room], ending: &watch::Receiver<bool>) {
        if !set.sound {
            return;
        }
        for place in &set.settings.targets {
            if self.queues.insert(place.name.clone()) {
                let queue = TargetQueue::new(place.name.clone(), Arc::clone(dispatcher), ending.clone());
                let name = place.name.clone();
                self.tasks.spawn(async move {
                    queue.run().await;
                    Worker::TargetQueue(name)
                });
            }
        }
        for room in rooms {
            if self.routers.insert(room.id().clone()) {
                let router = Router::new(room.clone(), Arc::clone(dispatcher), ending.clone());
                let id = room.id().clone();
                self.tasks.spawn(async move {
                    router.run().await;
                    Worker::Router(id)
                });
            }
        }
        if !self.opened && !set.settings.targets.is_empty() {
            self.opened = true;
            let rooms = dispatcher.rooms.clone();
            let mut ending = ending.clone();
            self.tasks.spawn(async move {
                tokio::select! {
                    () = open_what_waits(&rooms) => {}
                    _ = ending.wait_for(|ending| *ending) => {}
                }
                Worker::Porter
            });
        }
    }
}

/// Opens every incident that is not over, or that something has still to go out of.
async fn open_what_waits(rooms: &Rooms) {
    for summary in rooms.list().await {
        if (!summary.is_closed() || summary.undelivered)
            && let Err(error) = rooms.find(Some(summary.id.as_str())).await
        {
            tracing::warn!(incident = %summary.id, %error, "an incident could not be opened to tell its audiences");
        }
    }
}

impl Inner {
    pub(super) fn set(&self) -> watch::Receiver<Arc<Set>> {
        self.set.subscribe()
    }

    pub(super) fn people(&self) -> Arc<[Line]> {
        Arc::clone(&self.people.borrow())
    }

    pub(super) fn house<'a>(&self, people: &'a [Line]) -> compose::House<'a> {
        compose::House { lang: self.lang, people }
    }

    /// Wakes the queue of a target, where there is one.
    pub(super) fn wake(&self, target: &TargetName, hurry: bool) {
        let wake = self.wakes().get(target).cloned();
        if let Some(wake) = wake {
            if hurry {
                wake.hurry.store(true, std::sync::atomic::Ordering::Relaxed);
            }
            wake.notify.notify_one();
        }
    }

    /// What wakes the queue of a target.
    pub(super) fn wake_of(&self, target: &TargetName) -> Arc<Wake> {
        Arc::clone(self.wakes().entry(target.clone()).or_default())
    }

    fn wakes(&self) -> MutexGuard<'_, HashMap<TargetName, Arc<Wake>>> {
        self.wakes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The target of a place, with its secrets as they are now.
    pub(super) async fn open(self: &Arc<Self>, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let (dispatcher, place) = (Arc::clone(self), place.clone());
        let opened = tokio::task::spawn_blocking(move || dispatcher.opener.open(&place)).await;
        opened.unwrap_or_else(|_| Err(Line::new(&self.lang.say("desk-failed"))))
    }

    /// Sends one part, and waits for what comes of it no longer than [`PATIENCE`].
    pub(super) async fn deliver(&self, target: Arc<dyn Target>, part: Part, web: Web) -> Verdict {
        // A target that fails in its own way fails alone.
        let sending =
            tokio::spawn(async move { tokio::time::timeout(PATIENCE, target.deliver(&part, &web)).await });
        let unknown = |key| Verdict::Later { after: None, reason: self.lang.say(key), maybe_sent: true };
        match sending.await {
            Ok(Ok(verdict)) => verdict,
            Ok(Err(_)) => unknown("desk-too-slow"),
            Err(_) => unknown("desk-failed"),
        }
    }

    async fn try_out(self: &Arc<Self>, place: &Place, web: &Web) -> Verdict {
        let target = match self.open(place).await {
            Ok(target) => target,
            Err(why) => return Verdict::Refused { reason: why.to_string() },
        };
        for part in split(&self.sample(None), target.as_ref()) {
            match self.deliver(Arc::clone(&target), part, web.clone()).await {
                Verdict::Delivered => {}
                verdict => return verdict,
            }
        }
        Verdict::Delivered
    }

    /// A message that is of no incident.
    fn sample(&self, text: Option<&Prose>) -> Arc<Message> {
        let now = self.clock.wall();
        let lang = self.lang;
        Arc::new(Message {
            key: format!("test-{}", now.timestamp_millis()),
            topic: Topic::Update,
            incident: "test".parse().expect("it is an id"),
            title: Line::new(&lang.say("desk-test-title")),
            text: text.cloned().unwrap_or_else(|| Prose::new(&lang.say("desk-test-text"))),
            lang,
            at: now,
            exercise: true,
            severity: Severity::Sev4,
            audience: Line::new(&lang.say("desk-test-audience")),
        })
    }

    fn network(&self, settings: &Settings) -> Network {
        let network = &settings.network;
        let own = network.proxy.as_ref().map(|proxy| SecretString::from(proxy.clone()));
        let ca = network.ca.as_ref().and_then(|file| self.opener.certificates(file));
        Network {
            proxy: own.or_else(|| self.environment.proxy.clone()),
            no_proxy: network.no_proxy.clone().or_else(|| self.environment.no_proxy.clone()),
            ca,
        }
    }
}

impl Set {
    fn facts(&self, lang: Lang) -> Arc<[TargetFact]> {
        let fact = |place: &Place| {
            let (kind, host, trouble) = match &self.targets[&place.name] {
                Ok(target) => (Some(target.kind()), Line::new(target.host()), None),
                Err(why) => (place.kind, Line::default(), Some(why.clone())),
            };
            TargetFact {
                name: place.name.clone(),
                audiences: place.audiences.clone(),
                kind: Line::new(kind.map_or("", Kind::name)),
                host,
                push: place.push.iter().map(|news| Line::new(&lang.say(news.key()))).collect(),
                trouble,
            }
        };
        self.settings.targets.iter().map(fact).collect()
    }

    fn preview(&self, place: &Place, message: &Arc<Message>, lang: Lang) -> Preview {
        match &self.targets[&place.name] {
            Ok(target) => {
                let parts = split(message, target.as_ref());
                let note =
                    |count: usize| Line::new(&lang.say_with("desk-in-parts", &[("count", count.into())]));
                Preview {
                    target: place.name.clone(),
                    kind: Line::new(target.kind().name()),
                    host: Line::new(target.host()),
                    notes: (parts.len() > 1).then(|| note(parts.len())).into_iter().collect(),
                    parts: parts.iter().map(|part| Prose::new(&target.print(part))).collect(),
                }
            }
            Err(why) => Preview {
                target: place.name.clone(),
                kind: Line::new(place.kind.map_or("", Kind::name)),
                host: Line::default(),
                parts: Vec::new(),
                notes: vec![why.clone()],
            },
        }
    }
}

/// Opens targets with the secrets of the host.
struct Keyring {
    secrets: Secrets,
    lang: Lang,
}

impl Opener for Keyring {
    fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let read = |source: &Source, key: &str| {
            self.secrets
                .read(source)
                .map_err(|why| Line::new(&self.lang.say_with(key, &[("why", why.say(self.lang).into())])))
        };
        let url = read(&place.url, "desk-no-address")?;
        let secret = place.secret.as_ref().map(|source| read(source, "desk-no-key")).transpose()?;
        let options = Options { kind: place.kind, allow_local: place.allow_local, secret };
        let bad = |bad: super::BadAddress| Line::new(&bad.reason(self.lang));
        let address = Address::read(secrecy::ExposeSecret::expose_secret(&url)).map_err(bad)?;
        open(&address, &options).map(Arc::from).map_err(bad)
    }

    fn certificates(&self, file: &Path) -> Option<Vec<u8>> {
        self.secrets.certificates(file)
    }
}

impl fmt::Debug for Dispatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dispatcher")
    }
}
