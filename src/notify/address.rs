//! Where a target is: a native URL, or one as Apprise writes it.

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;

use super::kind::Kind;
use super::local::is_local_host;
use crate::lang::Lang;

/// A target's address in its parts. It is a secret: `Debug` shows the kind and the host alone.
#[derive(Clone)]
pub struct Address {
    kind: Kind,
    scheme: String,
    host: String,
    port: Option<u16>,
    user: Option<SecretString>,
    password: Option<SecretString>,
    /// The segments of the path, decoded, without empty ones.
    path: Vec<SecretString>,
    /// The query, decoded.
    query: Vec<(String, SecretString)>,
    /// The whole address, if it is http or https.
    url: Option<SecretString>,
}

/// Why a text is no address that can be used. None of them holds more of it than its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// It is no URL.
    Unreadable,
    /// Its scheme is none that is known.
    Unknown { scheme: String },
    /// It is one of the old Teams connectors, which are gone.
    Connector,
    /// Something is missing for its kind.
    Lacks { kind: Kind },
    /// It is not encrypted, and that was not allowed.
    Plain { host: String },
    /// It is one of the local network, and that was not allowed.
    Local { host: String },
}

/// How Apprise names the kinds, the unencrypted scheme first; without one, the first is encrypted too.
const SCHEMES: &[(&str, Security, Kind)] = &[
    ("slack", Security::Encrypted, Kind::Slack),
    ("workflow", Security::Encrypted, Kind::Teams),
    ("workflows", Security::Encrypted, Kind::Teams),
    ("mmost", Security::Plain, Kind::Mattermost),
    ("mmosts", Security::Encrypted, Kind::Mattermost),
    ("rocket", Security::Plain, Kind::RocketChat),
    ("rockets", Security::Encrypted, Kind::RocketChat),
    ("discord", Security::Encrypted, Kind::Discord),
    ("gchat", Security::Encrypted, Kind::GoogleChat),
    ("matrix", Security::Plain, Kind::Matrix),
    ("matrixs", Security::Encrypted, Kind::Matrix),
    ("zulip", Security::Encrypted, Kind::Zulip),
    ("ntfy", Security::Plain, Kind::Ntfy),
    ("ntfys", Security::Encrypted, Kind::Ntfy),
    ("gotify", Security::Plain, Kind::Gotify),
    ("gotifys", Security::Encrypted, Kind::Gotify),
    ("json", Security::Plain, Kind::Generic),
    ("jsons", Security::Encrypted, Kind::Generic),
    // Both use the connection that the server offers to encrypt: that it does is mail's to see to.
    ("mailto", Security::Encrypted, Kind::Mail),
    ("mailtos", Security::Encrypted, Kind::Mail),
    ("smtp", Security::Encrypted, Kind::Mail),
    ("smtps", Security::Encrypted, Kind::Mail),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    Encrypted,
    Plain,
}

impl Address {
    /// Reads a native URL, or one as Apprise writes it; whether it has all that its kind needs is seen when the target
    /// is opened.
    pub fn read(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(BadAddress::Unreadable)?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme.is_empty() || !scheme.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(BadAddress::Unreadable);
        }
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(BadAddress::Unreadable);
        }
        if scheme == "http" || scheme == "https" {
            return Self::native(text);
        }
        let (_, _, kind) = SCHEMES
            .iter()
            .find(|(known, ..)| *known == scheme)
            .ok_or_else(|| BadAddress::Unknown { scheme: scheme.clone() })?;
        Self::apprise(*kind, scheme, rest)
    }

    fn native(text: &str) -> Result<Self, BadAddress> {
        let url = Url::parse(text).map_err(|_| BadAddress::Unreadable)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(BadAddress::Unreadable)?.to_owned();
        let some = |text: &str| (!text.is_empty()).then(|| decoded(text).into());
        let path = url.path_segments().into_iter().flatten().filter_map(some).collect();
        let query = url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned().into()));
        let mut address = Self {
            kind: Kind::Generic,
            scheme: url.scheme().to_owned(),
            host,
            port: url.port(),
            user: some(url.username()),
            password: url.password().and_then(some),
            path,
            query: query.collect(),
            url: None,
        };
        address.kind = address.native_kind()?;
        let mut url = url;
        url.set_fragment(None);
        address.url = Some(String::from(url).into());
        Ok(address)
    }

    /// What a URL of the net leads to, by its host and its path.
    fn native_kind(&self) -> Result<Kind, BadAddress> {
        let host = self.host.as_str();
        let is_below = |domain: &str| host.strip_suffix(domain).is_some_and(|head| head.ends_with('.'));
        let path: Vec<&str> = self.path().collect();
        Ok(match (host, path.as_slice()) {
            ("hooks.slack.com" | "hooks.slack-gov.com", _) => Kind::Slack,
            _ if is_below("webhook.office.com") => return Err(BadAddress::Connector),
            ("outlook.office.com" | "outlook.office365.com", ["webhook", ..]) => {
                return Err(BadAddress::Connector);
            }
            _ if is_below("logic.azure.com") || is_below("environment.api.powerplatform.com") => Kind::Teams,
            (
                "discord.com" | "discordapp.com" | "canary.discord.com" | "ptb.discord.com",
                ["api", "webhooks", ..] | ["api", _, "webhooks", ..],
            ) => Kind::Discord,
            ("chat.googleapis.com", _) => Kind::GoogleChat,
            ("ntfy.sh", _) => Kind::Ntfy,
            // Many call a receiver of their own `hooks`: the keys of these two have a form.
            (_, [.., "hooks", key]) if host.contains("mattermost") || is_key(key, 26..27) => Kind::Mattermost,
            (_, [.., "hooks", id, token]) if is_key(id, 15..30) && is_key(token, 20..100) => Kind::RocketChat,
            (_, [.., "api", "v1", "external", "slack_incoming"] | [.., "api", "v1", "messages"]) => {
                Kind::Zulip
            }
            (_, ["_matrix", ..]) => Kind::Matrix,
            (_, [.., "message"]) if self.query("token").is_some() => Kind::Gotify,
            _ => Kind::Generic,
        })
    }

    fn apprise(kind: Kind, scheme: String, rest: &str) -> Result<Self, BadAddress> {
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        // The two halves of a Rocket.Chat key have a slash between them, and are in the place of the user.
        let authority_end = match (kind, rest.find('@')) {
            (Kind::RocketChat, Some(at)) => at + rest[at..].find('/').unwrap_or(rest.len() - at),
            _ => rest.find('/').unwrap_or(rest.len()),
        };
        let (authority, path) = rest.split_at(authority_end);
        let (login, place) = match authority.rsplit_once('@') {
            Some((login, place)) => (Some(login), place),
            None => (None, authority),
        };
        let (user, password) = match login.map(|login| login.split_once(':').unwrap_or((login, ""))) {
            Some((user, password)) => (user, password),
            None => ("", ""),
        };
        let (host, port) = host_and_port(place)?;
        let some = |text: &str| (!text.is_empty()).then(|| decoded(text).into());
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(&value.replace('+', " ")).into())
        });
        Ok(Self {
            kind,
            scheme,
            host,
            port,
            user: some(user),
            password: some(password),
            path: path.split('/').filter_map(some).collect(),
            query: pairs.collect(),
            url: None,
        })
    }

    /// Returns the kind of target, from scheme, host and path.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// In lower case, without `://`.
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// Returns the host part: for `slack`, `discord`, `gchat` and the like it is a part of the secret,
    /// so that only a target knows what of an address may be shown.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    pub fn user(&self) -> Option<&str> {
        self.user.as_ref().map(ExposeSecret::expose_secret)
    }

    pub fn password(&self) -> Option<&str> {
        self.password.as_ref().map(ExposeSecret::expose_secret)
    }

    /// The segments of the path, decoded, without empty ones; of `matrixs://…/#room` the room too, with its sign.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.path.iter().map(ExposeSecret::expose_secret)
    }

    /// The first value of `name` in the query, decoded.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.expose_secret())
    }

    /// Whether it is one that was written for Apprise, not a URL of the net.
    pub const fn is_apprise(&self) -> bool {
        self.url.is_none()
    }

    /// The whole as a URL of the net: its own where it is one, otherwise made of `https` or `http`, host and port, with
    /// nothing behind.
    pub fn url(&self) -> Result<Url, BadAddress> {
        let url = if let Some(url) = &self.url {
            Url::parse(url.expose_secret())
        } else {
            let scheme = if self.is_encrypted() { "https" } else { "http" };
            let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
            Url::parse(&format!("{scheme}://{}{port}/", self.host))
        };
        url.map_err(|_| BadAddress::Lacks { kind: self.kind })
    }

    /// Whether its scheme is an encrypted one.
    pub fn is_encrypted(&self) -> bool {
        let known = SCHEMES.iter().find(|(known, ..)| *known == self.scheme);
        known.map_or(self.scheme == "https", |(_, security, _)| *security == Security::Encrypted)
    }
}

/// Refuses what goes to the local network by what `host` says, or goes unencrypted.
pub fn check_open(host: &str, is_encrypted: bool) -> Result<(), BadAddress> {
    if is_local_host(host) {
        Err(BadAddress::Local { host: host.to_owned() })
    } else if is_encrypted {
        Ok(())
    } else {
        Err(BadAddress::Plain { host: host.to_owned() })
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://…", self.scheme)
    }
}

impl BadAddress {
    /// Why, and what to do instead.
    pub fn reason(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable => lang.say("notify-address-unreadable"),
            Self::Unknown { scheme } => {
                lang.say_with("notify-address-unknown", &[("scheme", scheme.as_str().into())])
            }
            Self::Connector => lang.say("notify-address-connector"),
            Self::Lacks { kind } => {
                let variables = [("kind", kind.name().into()), ("example", kind.example().into())];
                lang.say_with("notify-address-lacks", &variables)
            }
            Self::Plain { host } => lang.say_with("notify-address-plain", &[("host", host.as_str().into())]),
            Self::Local { host } => lang.say_with("notify-address-local", &[("host", host.as_str().into())]),
        }
    }
}

fn is_key(text: &str, length: std::ops::Range<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// `host`, `host:port`, `[::1]:port`.
fn host_and_port(place: &str) -> Result<(String, Option<u16>), BadAddress> {
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => {
            (host, Some(port.parse().map_err(|_| BadAddress::Unreadable)?))
        }
        _ => (place, None),
    };
    if host.is_empty() { Err(BadAddress::Unreadable) } else { Ok((decoded(host), port)) }
}

/// A text with its `%41` as characters; what is no such thing stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = digits
            .filter(|two| *first == b'%' && two.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
