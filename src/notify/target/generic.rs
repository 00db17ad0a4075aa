//! Any other receiver: our own JSON, signed if a key is given.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use sha2::Sha256;

use super::endpoint::Endpoint;
use super::hook::{Bounds, Hook, Options};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::{Part, Topic};
use crate::notify::rich::{Style, unlinked};
use crate::notify::web::Request;

#[derive(Debug)]
pub struct Generic {
    endpoint: Endpoint,
    secret: Option<SecretString>,
}

impl Generic {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = |()| BadAddress::Lacks { kind: Kind::Generic };
        let mut url = address.url()?;
        if address.is_apprise() {
            if let Ok(mut path) = url.path_segments_mut() {
                path.clear().extend(address.path());
            }
            url.set_username(address.user().unwrap_or_default()).map_err(lacks)?;
            url.set_password(address.password()).map_err(lacks)?;
        }
        Ok(Self { endpoint: Endpoint::new(url, options)?, secret: options.secret.clone() })
    }
}

impl Hook for Generic {
    fn kind(&self) -> Kind {
        Kind::Generic
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::bytes(60_000)
    }

    fn print(&self, part: &Part) -> String {
        part.print(Style::PLAIN, "\n\n")
    }

    fn request(&self, part: &Part) -> Request {
        let message = &part.message;
        let request = self.endpoint.post(&json!({
            "format": 1,
            "key": part.key,
            "incident": message.incident,
            "kind": match message.topic {
                Topic::Update => "update",
                Topic::Push => "push",
            },
            "exercise": message.exercise,
            "severity": message.lang.severity(message.severity).to_ascii_lowercase(),
            "audience": unlinked(message.audience.as_str()),
            "language": message.lang.code(),
            "at": message.at,
            "part": part.number,
            "parts": part.of,
            "title": Style::PLAIN.heading(&part.heading()),
            "text": Style::PLAIN.rows(&part.rows()),
            "possible_repeat": part.repeat.is_some(),
        }));
        let signature = self.secret.as_ref().map(|secret| signature(secret, &request.body));
        let request = request.with("idempotency-key", part.key.clone());
        match signature {
            Some(signature) => request.with("x-warroom-signature", signature),
            None => request,
        }
    }
}

/// `sha256=` and the HMAC-SHA256 of the body's exact bytes, in hex.
pub(super) fn signature(secret: &SecretString, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes())
        .expect("a key may be of any length");
    mac.update(body.as_bytes());
    let mut text = "sha256=".to_owned();
    for byte in mac.finalize().into_bytes() {
        text.extend([byte >> 4, byte & 15].map(|half| char::from_digit(half.into(), 16).unwrap_or('0')));
    }
    text
}
