//! The address of a target: a native URL, or one as Apprise writes it.

use std::fmt;

use percent_encoding::percent_decode_str;
use reqwest::Url;

use super::kind::Kind;
use crate::lang::{Lang, vars};

/// An address, decoded. It is secret: `Debug` shows only its scheme.
#[derive(Clone)]
pub struct Address {
    /// From scheme, host and path.
    pub kind: Kind,
    pub scheme: String,
    /// For `slack`, `discord`, `gchat` and others it is part of the secret, so only a target knows what may be shown.
    pub host: String,
    pub port: Option<u16>,
    pub user: Option<String>,
    pub password: Option<String>,
    path: Vec<String>,
    query: Vec<(String, String)>,
    /// The whole address, if it is http or https.
    url: Option<Url>,
}

/// Why an address is invalid. Nothing of it but its host is included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// Not a URL.
    Unreadable,
    /// An unknown scheme.
    Unknown { scheme: String },
    /// A retired Teams connector.
    Connector,
    /// Lacks what its kind requires.
    Lacks { kind: Kind },
    /// Unencrypted, and that is not allowed.
    Plain { host: String },
    /// In the local network, and that is not allowed.
    Local { host: String },
}

impl Address {
    /// Parses a native URL, or one as Apprise writes it; what its kind requires is checked when the target is opened.
    pub fn read(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").ok_or(BadAddress::Unreadable)?;
        let scheme = scheme.to_ascii_lowercase();
        let is_scheme = !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric());
        if !is_scheme || text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(BadAddress::Unreadable);
        }
        let apprise = apprise_kind(&scheme);
        let mut url = match apprise {
            Some(kind) => Url::parse(&format!("{scheme}://{}", without_signs(kind, rest))),
            None if scheme == "http" || scheme == "https" => Url::parse(text),
            None => return Err(BadAddress::Unknown { scheme }),
        }
        .map_err(|_| BadAddress::Unreadable)?;
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(BadAddress::Unreadable)?;
        let some = |text: &str| (!text.is_empty()).then(|| decoded(text));
        let mut address = Self {
            kind: Kind::Generic,
            scheme,
            host: decoded(host),
            port: url.port(),
            user: some(url.username()),
            password: url.password().and_then(some),
            path: url.path_segments().into_iter().flatten().filter_map(some).collect(),
            query: url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect(),
            url: None,
        };
        if let Some(kind) = apprise {
            address.kind = kind;
        } else {
            address.kind = address.native_kind()?;
            url.set_fragment(None);
            address.url = Some(url);
        }
        Ok(address)
    }

    /// The kind of a web URL, by host and path.
    fn native_kind(&self) -> Result<Kind, BadAddress> {
        let host = self.host.as_str();
        let is_below = |domain: &str| host.strip_suffix(domain).is_some_and(|head| head.ends_with('.'));
        let path = self.path();
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
            (_, [.., "hooks", key]) if host.contains("mattermost") || is_key(key, 26..27) => Kind::Mattermost,
            (_, [.., "hooks", id, token]) if is_key(id, 15..30) && is_key(token, 20..100) => Kind::RocketChat,
            (_, [.., "api", "v1", "external", "slack_incoming"] | [.., "api", "v1", "messages"]) => Kind::Zulip,
            (_, ["_matrix", ..]) => Kind::Matrix,
            (_, [.., "message"]) if self.query("token").is_some() => Kind::Gotify,
            _ => Kind::Generic,
        })
    }

    /// The non-empty segments of the path; for `matrixs://…/#room` the room too.
    pub fn path(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is in Apprise's notation.
    pub const fn is_apprise(&self) -> bool {
        self.url.is_none()
    }

    /// The URL itself, or one of `https` or `http` with host and port only.
    pub fn url(&self) -> Option<Url> {
        if self.url.is_some() {
            return self.url.clone();
        }
        let is_plain = matches!(&*self.scheme, "mmost" | "rocket" | "matrix" | "ntfy" | "gotify" | "json");
        let scheme = if is_plain { "http" } else { "https" };
        let port = self.port.map(|port| format!(":{port}")).unwrap_or_default();
        Url::parse(&format!("{scheme}://{}{port}/", self.host)).ok()
    }
}

/// The kind of an Apprise scheme.
fn apprise_kind(scheme: &str) -> Option<Kind> {
    Some(match scheme {
        "slack" => Kind::Slack,
        "workflow" | "workflows" => Kind::Teams,
        "mmost" | "mmosts" => Kind::Mattermost,
        "rocket" | "rockets" => Kind::RocketChat,
        "discord" => Kind::Discord,
        "gchat" => Kind::GoogleChat,
        "matrix" | "matrixs" => Kind::Matrix,
        "zulip" => Kind::Zulip,
        "ntfy" | "ntfys" => Kind::Ntfy,
        "gotify" | "gotifys" => Kind::Gotify,
        "json" | "jsons" => Kind::Generic,
        // Whether a mail server offers encryption is checked when it is reached.
        "mailto" | "mailtos" | "smtp" | "smtps" => Kind::Mail,
        _ => return None,
    })
}

/// Escapes characters with another meaning in URLs: the sign of a channel or room, and the slash in a Rocket.Chat key,
/// which takes the user's place.
fn without_signs(kind: Kind, rest: &str) -> String {
    let rest = rest.replace('#', "%23");
    match rest.split_once('@') {
        Some((key, place)) if kind == Kind::RocketChat && !key.contains('?') => {
            format!("{}@{place}", key.replace('/', "%2F"))
        }
        _ => rest,
    }
}

/// Decodes `%41`; malformed escapes stay.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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
            Self::Unknown { scheme } => lang.say_with("notify-address-unknown", &vars![scheme = scheme.as_str()]),
            Self::Connector => lang.say("notify-address-connector"),
            Self::Lacks { kind } => {
                lang.say_with("notify-address-lacks", &vars![kind = kind.name(), example = kind.example()])
            }
            Self::Plain { host } => lang.say_with("notify-address-plain", &vars![host = host.as_str()]),
            Self::Local { host } => lang.say_with("notify-address-local", &vars![host = host.as_str()]),
        }
    }
}

fn is_key(text: &str, length: std::ops::Range<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}
