//! Sends requests and interprets the answers: delivered, later, or never.

use std::error::Error;
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use chrono::NaiveDateTime;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::HeaderMap;
use reqwest::{Certificate, Client, Method, NoProxy, Proxy, Url, redirect};
use secrecy::{ExposeSecret, SecretString};

use super::local::{is_local, is_local_host};
use crate::clock::Clock;
use crate::incident::Moment;
use crate::lang::{Lang, vars};

pub const CONNECT_MOST: Duration = Duration::from_secs(5);
pub const TOTAL_MOST: Duration = Duration::from_secs(15);

/// The bytes of an answer that are read.
const BODY_MOST: usize = 64 * 1024;

/// The longest wait that a target can ask for.
const LONGEST: Duration = Duration::from_hours(24);

/// The formats of HTTP dates.
const DATES: [&str; 3] = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];

/// An HTTP client: time limits, no redirects, a proxy, own certificate authorities, nothing local unless allowed.
/// Cheap to clone.
#[derive(Clone, Debug)]
pub struct Web(Arc<Way>);

#[derive(Debug)]
struct Way {
    network: Network,
    clock: Clock,
    lang: Lang,
    /// Built when first needed: one for the public network only, one that reaches the local network too.
    clients: [OnceLock<Option<Client>>; 2],
}

#[derive(Clone, Debug, Default)]
pub struct Network {
    /// `http://[user:password@]host:port`.
    pub proxy: Option<SecretString>,
    /// Hosts, `.domains` and networks reached without it, separated by commas.
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    /// When it came.
    pub at: Moment,
    pub headers: HeaderMap,
    /// At most 64 KiB. It may repeat the address, so it is never shown.
    pub body: String,
}

/// The outcome of sending a part. A reason is a sentence in the host's language, without secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Delivered,
    /// It may work later: not before `after`, if the target said so.
    Later {
        after: Option<Duration>,
        reason: String,
        maybe_sent: bool,
    },
    /// It fails until someone fixes the target.
    Refused {
        reason: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// Its name leads nowhere.
    NoSuchName,
    /// No one takes the connection, or it breaks before anything was sent.
    Unconnected,
    Untrusted,
    /// The request was sent, but no answer came: the outcome is unknown.
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
        Self(Arc::new(Way { network, clock, lang, clients: [OnceLock::new(), OnceLock::new()] }))
    }

    /// The language of reasons: the host's.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    pub fn network(&self) -> &Network {
        &self.0.network
    }

    /// Sends a request once; a rejection is an answer too.
    pub async fn send(&self, request: Request) -> Result<Answer, Unreached> {
        let url = Url::parse(request.url.expose_secret()).map_err(|_| Unreached::Unusable)?;
        if !request.allow_local {
            // An IP address is not looked up, so the resolver cannot reject it.
            if url.host_str().is_none_or(is_local_host) {
                return Err(Unreached::Forbidden);
            }
            if url.scheme() != "https" {
                return Err(Unreached::Plain);
            }
        }
        let client = self.client(request.allow_local).await.ok_or(Unreached::Unusable)?;
        let mut sent = client.request(request.method.clone(), url);
        for (name, value) in &request.headers {
            sent = sent.header(*name, value.expose_secret());
        }
        if request.method != Method::GET {
            sent = sent.body(request.body);
        }
        let mut response = sent.send().await.map_err(|error| unreached(&error))?;
        let (status, headers) = (response.status().as_u16(), std::mem::take(response.headers_mut()));
        // The status is the outcome: a body that stops or never ends changes nothing.
        let mut body = Vec::new();
        while let Ok(Some(chunk)) = response.chunk().await {
            body.extend_from_slice(&chunk[..chunk.len().min(BODY_MOST - body.len())]);
            if body.len() == BODY_MOST {
                break;
            }
        }
        let body = String::from_utf8_lossy(&body).into_owned();
        Ok(Answer { status, at: self.0.clock.wall(), headers, body })
    }

    async fn client(&self, allow_local: bool) -> Option<Client> {
        let place = usize::from(allow_local);
        if let Some(client) = self.0.clients[place].get() {
            return client.clone();
        }
        // A system's certificates are hundreds of files: no room waits for them.
        let way = Arc::clone(&self.0);
        let built = tokio::task::spawn_blocking(move || {
            way.clients[place].get_or_init(|| build(&way.network, allow_local)).clone()
        });
        built.await.ok().flatten()
    }
}

/// Builds a client; `None` if the network settings cannot work.
fn build(network: &Network, allow_local: bool) -> Option<Client> {
    // Without one installed there is no client; an error says that there is one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut builder = Client::builder()
        .user_agent(concat!("warroom/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(CONNECT_MOST)
        .timeout(TOTAL_MOST)
        .redirect(redirect::Policy::none())
        .referer(false)
        .pool_max_idle_per_host(0)
        // The environment is read where everything of it is read.
        .no_proxy();
    let mut proxy_host = None;
    if let Some(proxy) = &network.proxy {
        let url = Url::parse(proxy.expose_secret()).ok()?;
        proxy_host = url.host_str().map(str::to_ascii_lowercase);
        let except = network.no_proxy.as_deref().and_then(NoProxy::from_string);
        builder = builder.proxy(Proxy::all(url).ok()?.no_proxy(except));
    }
    if let Some(pem) = &network.ca {
        let own = Certificate::from_pem_bundle(pem).ok().filter(|own| !own.is_empty())?;
        builder = builder.tls_certs_merge(own);
    }
    if !allow_local {
        builder = builder.dns_resolver(OpenNet { proxy_host });
    }
    builder.build().ok()
}

/// Resolves names and rejects those that lead to the local network, except the proxy's.
#[derive(Debug)]
struct OpenNet {
    proxy_host: Option<String>,
}

#[derive(Debug, thiserror::Error)]
#[error("the name leads to the local network")]
struct LeadsHome;

impl Resolve for OpenNet {
    fn resolve(&self, name: Name) -> Resolving {
        let is_proxy = self.proxy_host.as_deref() == Some(&*name.as_str().to_ascii_lowercase());
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let (local, open): (Vec<SocketAddr>, Vec<SocketAddr>) =
                found.partition(|address| !is_proxy && is_local(address.ip()));
            // One local address among public ones is no accident.
            if !local.is_empty() {
                return Err(LeadsHome.into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

pub fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&cause| {
        // An I/O error's source skips the error that it wraps.
        match cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => cause.source(),
        }
    })
}

fn unreached(error: &reqwest::Error) -> Unreached {
    for cause in causes(error) {
        if cause.is::<LeadsHome>() {
            return Unreached::Forbidden;
        }
        if let Some(rustls::Error::InvalidCertificate(_)) = cause.downcast_ref() {
            return Unreached::Untrusted;
        }
    }
    if error.is_dns() {
        Unreached::NoSuchName
    } else if error.is_connect() {
        Unreached::Unconnected
    } else if error.is_builder() {
        Unreached::Unusable
    } else {
        Unreached::Unanswered
    }
}

impl Request {
    pub fn json(url: &str, body: &serde_json::Value) -> Self {
        Self::post(url, "application/json", body.to_string())
    }

    pub fn post(url: &str, content_type: &str, body: String) -> Self {
        let headers = vec![("content-type", content_type.to_owned().into())];
        Self { method: Method::POST, url: url.to_owned().into(), headers, body, allow_local: false }
    }

    #[must_use]
    pub fn with(mut self, header: &'static str, value: String) -> Self {
        self.headers.push((header, value.into()));
        self
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = Url::parse(self.url.expose_secret()).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        write!(f, "{:?} {host} ({} bytes)", self.method, self.body.len())
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub fn verdict(&self, host: &str, lang: Lang) -> Verdict {
        match self.status {
            200..=299 if self.is_page() => self.refusal("notify-refused-page", host, lang),
            200..=299 => Verdict::Delivered,
            429 => Verdict::Later {
                after: self.retry_after(),
                reason: self.say("notify-later-busy", host, lang),
                maybe_sent: false,
            },
            // 503 means that nothing was done; after the others the outcome is unknown.
            500..=599 => Verdict::Later {
                after: self.retry_after(),
                reason: self.say("notify-later-broken", host, lang),
                maybe_sent: self.status != 503,
            },
            300..=399 => self.refusal("notify-refused-elsewhere", host, lang),
            401 | 403 => self.refusal("notify-refused-key", host, lang),
            404 | 410 => self.refusal("notify-refused-gone", host, lang),
            413 => self.refusal("notify-refused-size", host, lang),
            _ => self.refusal("notify-refused-other", host, lang),
        }
    }

    pub fn refusal(&self, key: &str, host: &str, lang: Lang) -> Verdict {
        Verdict::Refused { reason: self.say(key, host, lang) }
    }

    fn say(&self, key: &str, host: &str, lang: Lang) -> String {
        lang.say_with(key, &vars![host, status = i64::from(self.status)])
    }

    /// Returns how long the target asks to wait: seconds or a date in the header, seconds or milliseconds in the body.
    pub fn retry_after(&self) -> Option<Duration> {
        let header = || self.header("retry-after");
        let seconds = header().and_then(|text| text.trim().parse::<f64>().ok());
        seconds
            .or_else(|| header().and_then(|text| self.until(text)))
            .or_else(|| self.header("x-ratelimit-reset-after").and_then(|text| text.trim().parse().ok()))
            .or_else(|| self.field("retry_after"))
            .or_else(|| self.field("retry_after_ms").map(|ms| ms / 1_000.0))
            .filter(|seconds| !seconds.is_nan())
            .map(|seconds| Duration::from_secs_f64(seconds.clamp(0.0, LONGEST.as_secs_f64())))
    }

    /// Returns the seconds until a date, by the server's clock if it sends its time.
    fn until(&self, date: &str) -> Option<f64> {
        let now = self.header("date").and_then(read_date).unwrap_or(self.at);
        let span = read_date(date)?.signed_duration_since(now);
        Some(f64::from(i32::try_from(span.num_seconds()).unwrap_or(i32::MAX)))
    }

    fn field(&self, name: &str) -> Option<f64> {
        self.json()?.get(name)?.as_f64()
    }

    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_str(&self.body).ok()
    }

    /// Returns whether it is a page for a browser: a proxy or a portal answered in the target's place.
    fn is_page(&self) -> bool {
        self.header("content-type").is_some_and(|kind| kind.trim_start().starts_with("text/html"))
            && self.body.trim_start().starts_with('<')
    }
}

fn read_date(text: &str) -> Option<Moment> {
    let read = |form: &&str| NaiveDateTime::parse_from_str(text.trim(), form).ok();
    DATES.iter().find_map(read).map(|date| date.and_utc())
}

impl Unreached {
    pub fn verdict(self, host: &str, lang: Lang) -> Verdict {
        let key = match self {
            Self::NoSuchName => "notify-unreached-name",
            Self::Unconnected => "notify-unreached-connection",
            Self::Untrusted => "notify-unreached-trust",
            Self::Unanswered => "notify-unreached-answer",
            Self::Forbidden => "notify-unreached-local",
            Self::Plain => "notify-unreached-plain",
            Self::Unusable => "notify-unreached-setup",
        };
        let reason = lang.say_with(key, &vars![host]);
        match self {
            Self::Forbidden | Self::Plain => Verdict::Refused { reason },
            _ => Verdict::Later { after: None, reason, maybe_sent: self == Self::Unanswered },
        }
    }
}

#[cfg(test)]
mod tests;
