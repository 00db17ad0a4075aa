//! The trait of targets, and webhooks, whose differences are data.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use reqwest::Url;
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::lang::Lang;
use crate::notify::address::BadAddress;
use crate::notify::kind::Kind;
use crate::notify::local::is_local_host;
use crate::notify::message::Part;
use crate::notify::rich::Style;
use crate::notify::web::{Answer, Request, Verdict, Web};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A place that messages go to. `Debug` shows no secret.
pub trait Target: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;

    /// The only part of an address that is ever shown.
    fn host(&self) -> &str;

    fn bounds(&self) -> Bounds;

    /// Returns the text in the target's own syntax, escaped.
    fn print(&self, part: &Part) -> String;

    /// Returns what is sent, without secrets: for `notify check`.
    fn body(&self, part: &Part) -> String;

    /// Returns whether one message holds the part.
    fn holds(&self, part: &Part) -> bool {
        match self.bounds() {
            bounds @ Bounds::Body(_) => bounds.hold(&self.body(part)),
            bounds => bounds.hold(&self.print(part)),
        }
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict>;
}

/// How much one message holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// Characters of the text; some vendors count an emoji as two.
    Characters(usize),
    /// Bytes of the text.
    Bytes(usize),
    /// Bytes of all that is sent.
    Body(usize),
}

impl Bounds {
    fn hold(self, text: &str) -> bool {
        match self {
            Self::Characters(most) => text.encode_utf16().count() <= most,
            Self::Bytes(most) | Self::Body(most) => text.len() <= most,
        }
    }
}

/// The settings of a target besides its address.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The kind, if the address does not imply it.
    pub kind: Option<Kind>,
    /// Plain http and addresses of the local network are allowed.
    pub allow_local: bool,
    pub secret: Option<SecretString>,
}

pub type Ask = Box<dyn Fn(&Hook, &Part) -> Request + Send + Sync>;

/// How a vendor takes a part: one request.
pub struct Hook {
    pub url: Url,
    pub bounds: Bounds,
    pub style: Style,
    /// Between the heading and the text.
    pub gap: &'static str,
    /// [`Hook::post`] begins it.
    pub request: Ask,
    /// What an answer means.
    pub verdict: fn(&Answer, &str, Lang) -> Verdict,
}

impl Hook {
    pub fn new(
        url: Url,
        bounds: Bounds,
        style: Style,
        request: impl Fn(&Self, &Part) -> Request + Send + Sync + 'static,
    ) -> Self {
        Self { url, bounds, style, gap: "\n", request: Box::new(request), verdict: Answer::verdict }
    }

    /// A webhook that takes a text, and posts it to its own channel or to a named one.
    pub fn text(url: Url, bounds: Bounds, style: Style, channel: Option<String>) -> Self {
        Self::new(url, bounds, style, move |hook, part| {
            let mut body = json!({ "text": hook.print(part) });
            if let Some(channel) = &channel {
                body["channel"] = channel.as_str().into();
            }
            hook.post(&body)
        })
    }

    pub fn print(&self, part: &Part) -> String {
        part.print(self.style, self.gap)
    }

    pub fn post(&self, body: &Value) -> Request {
        Request::json(self.url.as_str(), body)
    }
}

pub struct Webhook {
    pub kind: Kind,
    pub hook: Hook,
    pub allow_local: bool,
}

impl Webhook {
    pub fn request(&self, part: &Part) -> Request {
        Request { allow_local: self.allow_local, ..(self.hook.request)(&self.hook, part) }
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.host())
    }
}

impl Target for Webhook {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn host(&self) -> &str {
        self.hook.url.host_str().unwrap_or_default()
    }

    fn bounds(&self) -> Bounds {
        self.hook.bounds
    }

    fn print(&self, part: &Part) -> String {
        self.hook.print(part)
    }

    fn body(&self, part: &Part) -> String {
        self.request(part).body
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            match web.send(self.request(part)).await {
                Ok(answer) => (self.hook.verdict)(&answer, self.host(), web.lang()),
                Err(unreached) => unreached.verdict(self.host(), web.lang()),
            }
        })
    }
}

/// Rejects hosts of the local network and unencrypted connections, unless both are allowed.
pub fn check_open(host: &str, is_encrypted: bool, options: &Options) -> Result<(), BadAddress> {
    if options.allow_local {
        Ok(())
    } else if is_local_host(host) {
        Err(BadAddress::Local { host: host.to_owned() })
    } else if is_encrypted {
        Ok(())
    } else {
        Err(BadAddress::Plain { host: host.to_owned() })
    }
}

/// Replaces the path of a URL by these segments.
pub fn join(mut base: Url, segments: &[&str]) -> Url {
    if let Ok(mut path) = base.path_segments_mut() {
        path.clear().extend(segments);
    }
    base
}

/// Parses a vendor's address, which is known to be one.
pub fn known(url: &str) -> Url {
    Url::parse(url).expect("it is written here as one")
}

/// Gives a URL a user and a password, if it can have them.
pub fn log_in(url: &mut Url, user: &str, password: Option<&str>) -> Option<()> {
    url.set_username(user).and_then(|()| url.set_password(password)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_counts_characters_as_the_strictest_vendor_does_or_bytes() {
        for (bounds, text, fits) in [
            (Bounds::Characters(4), "abcd", true),
            (Bounds::Characters(4), "abcde", false),
            (Bounds::Characters(4), "éééé", true),
            (Bounds::Characters(4), "🚒🚒", true),
            (Bounds::Characters(4), "🚒🚒x", false),
            (Bounds::Bytes(4), "éé", true),
            (Bounds::Bytes(4), "ééx", false),
            (Bounds::Bytes(0), "", true),
        ] {
            assert_eq!(bounds.hold(text), fits, "{text} in {bounds:?}");
        }
    }
}
