//! Any other receiver: our own JSON, signed if a key is given.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use sha2::Sha256;

use super::hook::{Bounds, Hook, join, log_in};
use crate::notify::address::Address;
use crate::notify::message::Topic;
use crate::notify::rich::{Style, unlinked};

pub fn hook(address: &Address, secret: Option<SecretString>) -> Option<Hook> {
    let mut url = address.url()?;
    if address.is_apprise() {
        url = join(url, &address.path());
        log_in(&mut url, address.user.as_deref().unwrap_or_default(), address.password.as_deref())?;
    }
    let hook = Hook::new(url, Bounds::Bytes(60_000), Style::PLAIN, move |hook, part| {
        let message = &part.message;
        let request = hook.post(&json!({
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
        let signature = secret.as_ref().map(|secret| signature(secret, &request.body));
        let request = request.with("idempotency-key", part.key.clone());
        match signature {
            Some(signature) => request.with("x-warroom-signature", signature),
            None => request,
        }
    });
    Some(Hook { gap: "\n\n", ..hook })
}

/// `sha256=` and the HMAC-SHA256 of the body's exact bytes, in hex.
pub(super) fn signature(secret: &SecretString, body: &str) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes()).expect("a key may be of any length");
    mac.update(body.as_bytes());
    mac.finalize().into_bytes().iter().fold("sha256=".to_owned(), |text, byte| format!("{text}{byte:02x}"))
}
