//! The settings in effect: opened targets, and the way to the network.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};

use crate::clock::Clock;
use crate::incident::{Line, TargetFact, TargetName};
use crate::lang::{Lang, vars};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::secret::Secrets;
use crate::notify::settings::{Place, Settings, Source};
use crate::notify::target::{Options, Target, open};
use crate::notify::web::{Network, Web};

/// The network settings of the host's environment; those of the file come first.
#[derive(Clone, Debug, Default)]
pub struct NetworkEnvironment {
    pub proxy: Option<SecretString>,
    pub no_proxy: Option<String>,
}

pub struct InEffect {
    pub settings: Settings,
    /// They come from a valid file, or there is none; false until the file has been read.
    pub valid: bool,
    pub web: Web,
    /// As they were opened when the settings were read.
    targets: HashMap<TargetName, Result<Arc<dyn Target>, Line>>,
}

pub trait Opener: Send + Sync {
    /// Errors with a sentence that says why.
    fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line>;

    /// Reads the certificates in a file.
    fn certificates(&self, file: &Path) -> Option<Vec<u8>>;
}

impl InEffect {
    /// Nothing is sent before the settings are read.
    pub fn unread(clock: Clock, lang: Lang) -> Self {
        let web = Web::new(Network::default(), clock, lang);
        Self { settings: Settings::default(), valid: false, web, targets: HashMap::new() }
    }

    pub fn open(
        settings: Settings,
        opener: &dyn Opener,
        environment: &NetworkEnvironment,
        clock: Clock,
        lang: Lang,
    ) -> Self {
        let web = Web::new(network(&settings, opener, environment), clock, lang);
        let places = settings.targets.iter();
        let targets = places.map(|place| (place.name.clone(), opener.open(place))).collect();
        Self { settings, valid: true, web, targets }
    }

    pub fn target(&self, place: &Place) -> Result<&dyn Target, &Line> {
        match &self.targets[&place.name] {
            Ok(target) => Ok(target.as_ref()),
            Err(why) => Err(why),
        }
    }

    pub fn facts(&self, lang: Lang) -> Arc<[TargetFact]> {
        self.settings.targets.iter().map(|place| self.fact(place, lang)).collect()
    }

    fn fact(&self, place: &Place, lang: Lang) -> TargetFact {
        let (kind, host) = self.about(place);
        TargetFact {
            name: place.name.clone(),
            audiences: place.audiences.clone(),
            kind: Line::new(kind.map_or("", Kind::name)),
            host,
            push: place.push.iter().map(|news| Line::new(&news.title(lang))).collect(),
            trouble: self.target(place).err().cloned(),
        }
    }

    pub fn about(&self, place: &Place) -> (Option<Kind>, Line) {
        match self.target(place) {
            Ok(target) => (Some(target.kind()), Line::new(target.host())),
            Err(_) => (place.kind, Line::default()),
        }
    }
}

fn network(settings: &Settings, opener: &dyn Opener, environment: &NetworkEnvironment) -> Network {
    let network = &settings.network;
    let own = network.proxy.as_ref().map(|proxy| SecretString::from(proxy.clone()));
    Network {
        proxy: own.or_else(|| environment.proxy.clone()),
        no_proxy: network.no_proxy.clone().or_else(|| environment.no_proxy.clone()),
        ca: network.ca.as_ref().and_then(|file| opener.certificates(file)),
    }
}

/// Opens targets with the secrets of the host.
pub struct Keyring {
    pub secrets: Secrets,
    pub lang: Lang,
}

impl Keyring {
    fn read(&self, source: &Source, key: &str) -> Result<SecretString, Line> {
        let reason = |why: String| Line::new(&self.lang.say_with(key, &vars![why]));
        self.secrets.read(source, self.lang).map_err(reason)
    }
}

impl Opener for Keyring {
    fn open(&self, place: &Place) -> Result<Arc<dyn Target>, Line> {
        let url = self.read(&place.url, "notify-no-address")?;
        let secret = place.secret.as_ref().map(|source| self.read(source, "notify-no-key")).transpose()?;
        let options = Options { kind: place.kind, allow_local: place.allow_local, secret };
        let reason = |bad: BadAddress| Line::new(&bad.reason(self.lang));
        let address = Address::read(url.expose_secret()).map_err(reason)?;
        open(&address, &options).map(Arc::from).map_err(reason)
    }

    fn certificates(&self, file: &Path) -> Option<Vec<u8>> {
        self.secrets.certificates(file)
    }
}
