//! Google Chat: webhooks of a space.

use serde_json::json;

use super::hook::{Bounds, Hook, join, known};
use crate::notify::address::Address;
use crate::notify::rich::{Style, unlinked};

const STYLE: Style = Style { escape: unlinked, heading: ["*", "*"], strong: ["*", "*"], item: "• " };

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let (mut url, key, token) = if address.is_apprise() {
        let [key, token, ..] = path[..] else { return None };
        (join(known("https://chat.googleapis.com"), &["v1", "spaces", &address.host, "messages"]), key, token)
    } else {
        (address.url()?, address.query("key")?, address.query("token")?)
    };
    url.set_query(None);
    url.query_pairs_mut()
        .append_pair("key", key)
        .append_pair("token", token)
        .append_pair("messageReplyOption", "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD");
    // All messages of an incident are one thread, and the key of a part prevents duplicates.
    Some(Hook::new(url, Bounds::Bytes(30_000), STYLE, |hook, part| {
        let thread = part.message.incident.as_str();
        let mut request = hook.post(&json!({ "text": hook.print(part), "thread": { "threadKey": thread } }));
        let mut url = hook.url.clone();
        url.query_pairs_mut().append_pair("requestId", &part.key);
        request.url = String::from(url).into();
        request
    }))
}
