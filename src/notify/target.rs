//! A place that messages go to: one trait, one file a kind.

mod discord;
mod generic;
mod googlechat;
mod gotify;
mod mail;
mod matrix;
mod mattermost;
mod ntfy;
mod rocketchat;
mod slack;
mod teams;
mod zulip;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::address::{Address, BadAddress, check_open};
use super::kind::Kind;
use super::message::Part;
use super::web::{Answer, Request, Web};
use crate::lang::Lang;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A place that messages go to. Its `Debug` shows no secret.
pub trait Target: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;

    /// All that is ever shown of an address.
    fn host(&self) -> &str;

    /// How much one message holds.
    fn bounds(&self) -> Bounds;

    /// The text as people will see it typed: in the target's own syntax, escaped.
    fn print(&self, part: &Part) -> String;

    /// What is sent, without any secret: for `notify check`.
    fn body(&self, part: &Part) -> String;

    /// Whether one message holds the part.
    fn holds(&self, part: &Part) -> bool {
        self.bounds().hold(&self.print(part))
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict>;
}

/// A target that takes one request a part. Pure; whatever is one is a [`Target`].
pub trait Hook: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;
    fn host(&self) -> &str;
    fn bounds(&self) -> Bounds;
    fn print(&self, part: &Part) -> String;
    fn request(&self, part: &Part) -> Request;

    fn holds(&self, part: &Part) -> bool {
        self.bounds().hold(&self.print(part))
    }

    fn verdict(&self, answer: &Answer, lang: Lang) -> Verdict {
        answer.verdict(self.host(), lang)
    }
}

impl<H: Hook> Target for H {
    fn kind(&self) -> Kind {
        Hook::kind(self)
    }

    fn host(&self) -> &str {
        Hook::host(self)
    }

    fn bounds(&self) -> Bounds {
        Hook::bounds(self)
    }

    fn print(&self, part: &Part) -> String {
        Hook::print(self, part)
    }

    fn body(&self, part: &Part) -> String {
        self.request(part).body
    }

    fn holds(&self, part: &Part) -> bool {
        Hook::holds(self, part)
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            match web.send(self.request(part)).await {
                Ok(answer) => self.verdict(&answer, web.lang()),
                Err(unreached) => unreached.verdict(Hook::host(self), web.lang()),
            }
        })
    }
}

/// What came of sending a part. A reason is a sentence in the host's language, without any secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Delivered,
    /// It may work later: not before `after`, where the target said so.
    Later {
        after: Option<Duration>,
        reason: String,
        maybe_sent: bool,
    },
    /// It will not work until somebody mends the target.
    Refused {
        reason: String,
    },
}

/// How much one message holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub most: usize,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Characters,
    Bytes,
}

impl Bounds {
    pub const fn characters(most: usize) -> Self {
        Self { most, unit: Unit::Characters }
    }

    pub const fn bytes(most: usize) -> Self {
        Self { most, unit: Unit::Bytes }
    }

    pub fn hold(self, text: &str) -> bool {
        match self.unit {
            // As those count who count an emoji as two.
            Unit::Characters => text.encode_utf16().count() <= self.most,
            Unit::Bytes => text.len() <= self.most,
        }
    }
}

/// What a target is told beside its address.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The kind, where it is not told from the address.
    pub kind: Option<Kind>,
    /// Plain http and addresses of the local network are allowed.
    pub allow_local: bool,
    /// The key that generic messages are signed with.
    pub secret: Option<SecretString>,
}

/// The target behind an address.
pub fn open(address: &Address, options: &Options) -> Result<Box<dyn Target>, BadAddress> {
    let kind = options.kind.unwrap_or_else(|| address.kind());
    Ok(match kind {
        Kind::Slack => Box::new(slack::Slack::open(address, options)?),
        Kind::Teams => Box::new(teams::Teams::open(address, options)?),
        Kind::Mattermost => Box::new(mattermost::Mattermost::open(address, options)?),
        Kind::RocketChat => Box::new(rocketchat::RocketChat::open(address, options)?),
        Kind::Discord => Box::new(discord::Discord::open(address, options)?),
        Kind::GoogleChat => Box::new(googlechat::GoogleChat::open(address, options)?),
        Kind::Zulip => Box::new(zulip::Zulip::open(address, options)?),
        Kind::Ntfy => Box::new(ntfy::Ntfy::open(address, options)?),
        Kind::Gotify => Box::new(gotify::Gotify::open(address, options)?),
        Kind::Generic => Box::new(generic::Generic::open(address, options)?),
        Kind::Matrix => Box::new(matrix::Matrix::open(address, options)?),
        Kind::Mail => Box::new(mail::Mail::open(address, options)?),
    })
}

/// Where a target's requests go. `Debug` shows the host alone.
#[derive(Clone)]
struct Place {
    url: SecretString,
    host: String,
    allow_local: bool,
}

impl Place {
    fn new(url: Url, options: &Options) -> Result<Self, BadAddress> {
        let host = url.host_str().unwrap_or_default().to_owned();
        if !options.allow_local {
            check_open(&host, url.scheme() == "https")?;
        }
        Ok(Self { url: String::from(url).into(), host, allow_local: options.allow_local })
    }

    fn post(&self, body: &serde_json::Value) -> Request {
        Request::json(self.url.expose_secret(), body, self.allow_local)
    }

    /// A text, into another channel than the hook's own where one is named.
    fn post_text(&self, text: &str, channel: Option<&str>) -> Request {
        let mut body = serde_json::json!({ "text": text });
        if let Some(channel) = channel {
            body["channel"] = channel.into();
        }
        self.post(&body)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)
    }
}

/// `https://host/` with the segments behind it.
fn join(mut base: Url, segments: &[&str]) -> Url {
    if let Ok(mut path) = base.path_segments_mut() {
        path.clear().extend(segments);
    }
    base
}

/// An address of the open net that is known.
fn known(url: &str) -> Url {
    Url::parse(url).expect("it is written here as one")
}

#[cfg(test)]
mod tests;
