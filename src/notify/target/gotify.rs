//! Gotify: a server of one's own.

use serde_json::json;

use super::hook::{Bounds, Hook, join};
use crate::notify::address::Address;
use crate::notify::rich::Style;

/// By severity.
const PRIORITIES: [u8; 4] = [9, 7, 5, 5];

/// It names none itself: as much as one reads on a telephone.
const BOUNDS: Bounds = Bounds::Characters(16_000);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let mut url = address.url()?;
    let key = if address.is_apprise() {
        let [before @ .., key] = &path[..] else { return None };
        url = join(url, &[before, &["message"]].concat());
        *key
    } else {
        url.set_query(None);
        address.query("token")?
    };
    let key = key.to_owned();
    Some(Hook::new(url, BOUNDS, Style::PLAIN, move |hook, part| {
        let request = hook.post(&json!({
            "title": Style::PLAIN.heading(&part.heading()),
            "message": Style::PLAIN.rows(&part.rows()),
            "priority": PRIORITIES[part.message.severity as usize],
            "extras": { "client::display": { "contentType": "text/plain" } },
        }));
        request.with("x-gotify-key", key.clone())
    }))
}
