//! ntfy: its own service, or a server of one's own.

use serde_json::json;

use super::hook::{Bounds, Hook, join, known, log_in};
use crate::notify::address::Address;
use crate::notify::rich::Style;

/// By severity.
const PRIORITIES: [u8; 4] = [5, 4, 3, 3];

/// A longer text becomes an attached file.
const BOUNDS: Bounds = Bounds::Bytes(4_096);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let (mut url, topic) = match (address.is_apprise(), &path[..]) {
        // Without a path, the host is a topic of the public service.
        (true, []) => (known("https://ntfy.sh"), address.host.as_str()),
        (_, [before @ .., topic]) => (join(address.url()?, before), *topic),
        (false, []) => return None,
    };
    url.set_query(None);
    // A user without a password is a token.
    let token = match (address.user.as_deref(), address.password.as_deref()) {
        (Some(token), None) => {
            log_in(&mut url, "", None)?;
            Some(token)
        }
        (user, password) => {
            log_in(&mut url, user.unwrap_or_default(), password)?;
            None
        }
    };
    let topic = topic.to_owned();
    let token = token.or_else(|| address.query("token")).map(|token| format!("Bearer {token}"));
    Some(Hook::new(url, BOUNDS, Style::PLAIN, move |hook, part| {
        let severity = part.message.severity;
        let mut tags = vec![part.message.lang.severity(severity).to_ascii_lowercase()];
        if part.message.exercise {
            tags.push("exercise".to_owned());
        }
        let request = hook.post(&json!({
            "topic": topic,
            "title": Style::PLAIN.heading(&part.heading()),
            "message": Style::PLAIN.rows(&part.rows()),
            "priority": PRIORITIES[severity as usize],
            "tags": tags,
        }));
        match &token {
            Some(token) => request.with("authorization", token.clone()),
            None => request,
        }
    }))
}
