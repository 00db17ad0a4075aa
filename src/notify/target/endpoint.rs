//! Where a target's requests go.

use std::fmt;

use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};

use super::hook::Options;
use crate::notify::address::{BadAddress, check_open};
use crate::notify::web::Request;

/// Where a target's requests go. `Debug` shows the host only.
#[derive(Clone)]
pub struct Endpoint {
    pub url: SecretString,
    pub host: String,
    pub allow_local: bool,
}

impl Endpoint {
    pub fn new(url: Url, options: &Options) -> Result<Self, BadAddress> {
        let host = url.host_str().unwrap_or_default().to_owned();
        if !options.allow_local {
            check_open(&host, url.scheme() == "https")?;
        }
        Ok(Self { url: String::from(url).into(), host, allow_local: options.allow_local })
    }

    pub fn post(&self, body: &serde_json::Value) -> Request {
        Request::json(self.url.expose_secret(), body, self.allow_local)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.host)
    }
}

/// A webhook that takes a text, and posts it to its own channel or to a named one.
#[derive(Debug)]
pub struct TextHook {
    pub endpoint: Endpoint,
    pub channel: Option<String>,
}

impl TextHook {
    pub fn new(url: Url, channel: Option<String>, options: &Options) -> Result<Self, BadAddress> {
        Ok(Self { endpoint: Endpoint::new(url, options)?, channel })
    }

    pub fn post(&self, text: &str) -> Request {
        let mut body = serde_json::json!({ "text": text });
        if let Some(channel) = &self.channel {
            body["channel"] = channel.as_str().into();
        }
        self.endpoint.post(&body)
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
