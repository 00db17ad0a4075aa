//! How requests get out, and what comes back.

use secrecy::{ExposeSecret, SecretString};
use std::fmt;

use crate::clock::Clock;
use crate::incident::Moment;
use crate::lang::Lang;

/// The way out: time limits, no redirects, a proxy, authorities of one's own, nothing local unless it is allowed.
/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct Web {
    network: std::sync::Arc<Network>,
    clock: Clock,
    lang: Lang,
}

/// How the network is reached.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// `http://[user:password@]host:port`.
    pub proxy: Option<SecretString>,
    /// Hosts, `.domains` and networks that are reached without it, with commas between them.
    pub no_proxy: Option<String>,
    /// Certificates that are trusted beside the system's, in PEM.
    pub ca: Option<Vec<u8>>,
}

/// A request as data. `Debug` shows its method and host alone.
#[derive(Clone)]
pub struct Request {
    pub method: Method,
    pub url: SecretString,
    pub headers: Vec<(&'static str, SecretString)>,
    /// It holds no secret.
    pub body: String,
    /// It may go unencrypted and to the local network.
    pub allow_local: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
}

/// What a server answered, as far as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// When it came.
    pub at: Moment,
    /// Their names in lower case.
    pub headers: Vec<(String, String)>,
    /// At most 64 KiB of it. It may repeat the address: it is never shown.
    pub body: String,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// Its name leads nowhere.
    NoSuchName,
    /// Nobody takes the connection, or it breaks before anything was sent.
    Unconnected,
    /// Its certificate is not trusted or is another's.
    Untrusted,
    /// The request went out, the answer did not come: nobody knows whether it counted.
    Unanswered,
    /// It is an address of the local network, which is not allowed.
    Forbidden,
    /// It is not encrypted, which is not allowed.
    Plain,
    /// The network cannot be used as it is set up: no authorities, an unreadable proxy.
    Unusable,
}

impl Web {
    pub fn new(network: Network, clock: Clock, lang: Lang) -> Self {
        Self { network: std::sync::Arc::new(network), clock, lang }
    }

    /// The language of reasons: the host's.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    pub fn network(&self) -> &Network {
        &self.network
    }

    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    pub async fn send(&self, request: Request) -> Result<Answer, Unreached> {
        std::future::ready(request).await;
        Err(Unreached::Unusable)
    }
}

impl Request {
    /// A POST of JSON.
    pub fn json(url: &str, body: &serde_json::Value, allow_local: bool) -> Self {
        Self {
            method: Method::Post,
            url: url.to_owned().into(),
            headers: vec![("content-type", "application/json".to_owned().into())],
            body: body.to_string(),
            allow_local,
        }
    }

    #[must_use]
    pub fn with(mut self, header: &'static str, value: String) -> Self {
        self.headers.push((header, value.into()));
        self
    }
}

impl Answer {
    /// The first header of that name, which is given in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Unreached {
    /// The sentence that says so.
    pub fn reason(&self, host: &str, lang: Lang) -> String {
        let key = match self {
            Self::NoSuchName => "notify-unreached-name",
            Self::Unconnected => "notify-unreached-connection",
            Self::Untrusted => "notify-unreached-trust",
            Self::Unanswered => "notify-unreached-answer",
            Self::Forbidden => "notify-unreached-local",
            Self::Plain => "notify-unreached-plain",
            Self::Unusable => "notify-unreached-setup",
        };
        lang.say_with(key, &[("host", host.into())])
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.url.expose_secret();
        let host = reqwest::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
        write!(f, "{:?} {} ({} bytes)", self.method, host.unwrap_or_default(), self.body.len())
    }
}
