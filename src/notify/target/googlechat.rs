//! Google Chat: webhooks of a space.

use reqwest::Url;
use secrecy::ExposeSecret;
use serde_json::json;

use super::endpoint::{Endpoint, join, known};
use super::hook::{Bounds, Hook, Options};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, unlinked};
use crate::notify::web::Request;

const STYLE: Style = Style { escape: unlinked, heading: ["*", "*"], strong: ["*", "*"], item: "• " };

#[derive(Debug)]
pub struct GoogleChat {
    endpoint: Endpoint,
}

impl GoogleChat {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::GoogleChat };
        let path: Vec<&str> = address.path().collect();
        let (mut url, key, token) = if address.is_apprise() {
            let [key, token, ..] = path[..] else { return Err(lacks()) };
            let base = known("https://chat.googleapis.com");
            (join(base, &["v1", "spaces", address.host(), "messages"]), key, token)
        } else {
            let key = address.query("key").ok_or_else(lacks)?;
            let token = address.query("token").ok_or_else(lacks)?;
            (address.url()?, key, token)
        };
        url.set_query(None);
        url.query_pairs_mut()
            .append_pair("key", key)
            .append_pair("token", token)
            .append_pair("messageReplyOption", "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD");
        Ok(Self { endpoint: Endpoint::new(url, options)? })
    }
}

impl Hook for GoogleChat {
    fn kind(&self) -> Kind {
        Kind::GoogleChat
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::bytes(30_000)
    }

    fn print(&self, part: &Part) -> String {
        part.print(STYLE, "\n")
    }

    /// All of an incident is one thread, and the key of a part keeps it from being shown twice.
    fn request(&self, part: &Part) -> Request {
        let thread = part.message.incident.as_str();
        let mut request =
            self.endpoint.post(&json!({ "text": self.print(part), "thread": { "threadKey": thread } }));
        if let Ok(mut url) = Url::parse(request.url.expose_secret()) {
            url.query_pairs_mut().append_pair("requestId", &part.key);
            request.url = String::from(url).into();
        }
        request
    }
}
