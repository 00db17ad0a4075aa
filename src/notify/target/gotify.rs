//! Gotify: a server of one's own.

use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::endpoint::{Endpoint, join};
use super::hook::{Bounds, Hook, Options};
use crate::incident::Severity;
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::Style;
use crate::notify::web::Request;

#[derive(Debug)]
pub struct Gotify {
    endpoint: Endpoint,
    key: SecretString,
}

impl Gotify {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Gotify };
        let path: Vec<&str> = address.path().collect();
        let (url, key) = if address.is_apprise() {
            let [before @ .., key] = &path[..] else { return Err(lacks()) };
            (join(address.url()?, &[before, &["message"]].concat()), *key)
        } else {
            let mut url = address.url()?;
            url.set_query(None);
            (url, address.query("token").ok_or_else(lacks)?)
        };
        Ok(Self { endpoint: Endpoint::new(url, options)?, key: key.to_owned().into() })
    }
}

impl Hook for Gotify {
    fn kind(&self) -> Kind {
        Kind::Gotify
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    /// It names none itself: as much as one reads on a telephone.
    fn bounds(&self) -> Bounds {
        Bounds::characters(16_000)
    }

    fn print(&self, part: &Part) -> String {
        part.print(Style::PLAIN, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        let request = self.endpoint.post(&json!({
            "title": Style::PLAIN.heading(&part.heading()),
            "message": Style::PLAIN.rows(&part.rows()),
            "priority": priority(part.message.severity),
            "extras": { "client::display": { "contentType": "text/plain" } },
        }));
        request.with("x-gotify-key", self.key.expose_secret().to_owned())
    }
}

const fn priority(severity: Severity) -> u8 {
    match severity {
        Severity::Sev1 => 9,
        Severity::Sev2 => 7,
        Severity::Sev3 | Severity::Sev4 => 5,
    }
}
