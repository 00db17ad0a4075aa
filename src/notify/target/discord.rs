//! Discord: webhooks.

use serde_json::json;

use super::hook::{Bounds, Hook, join, known};
use crate::notify::address::Address;
use crate::notify::rich::{Style, backslashed};

const STYLE: Style = Style { escape, heading: ["**", "**"], strong: ["**", "**"], item: "- " };

/// The characters that its Markdown escapes with a backslash.
const MARKS: [char; 11] = ['\\', '`', '*', '_', '[', ']', '~', '|', '<', '>', '@'];

/// By severity.
const COLOURS: [u32; 4] = [0x00d3_2f2f, 0x00f5_7c00, 0x00fb_c02d, 0x0019_76d2];

/// What an embed holds.
const BOUNDS: Bounds = Bounds::Characters(4_096);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let mut url = if address.is_apprise() {
        join(known("https://discord.com"), &["api", "webhooks", &address.host, path.first()?])
    } else {
        address.url().filter(|_| path.len() > 2)?
    };
    // Without `wait` the response does not show the outcome.
    url.set_query(Some("wait=true"));
    if let Some(thread) = address.query("thread_id").or_else(|| address.query("thread")) {
        url.query_pairs_mut().append_pair("thread_id", thread);
    }
    Some(Hook::new(url, BOUNDS, STYLE, |hook, part| {
        hook.post(&json!({
            "content": STYLE.heading(&part.heading()),
            "embeds": [{
                "description": STYLE.rows(&part.rows()),
                "color": COLOURS[part.message.severity as usize],
            }],
            "allowed_mentions": { "parse": [] },
        }))
    }))
}

fn escape(text: &str) -> String {
    backslashed(text, &MARKS).replace("://", "\\://")
}
