//! Discord: webhooks.

use serde_json::json;

use super::endpoint::{Endpoint, join, known};
use super::hook::{Bounds, Hook, Options};
use crate::incident::Severity;
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, backslashed};
use crate::notify::web::Request;

const STYLE: Style = Style { escape, heading: ["**", "**"], strong: ["**", "**"], item: "- " };

/// What its Markdown knows and takes back by a backslash.
const MARKS: [char; 11] = ['\\', '`', '*', '_', '[', ']', '~', '|', '<', '>', '@'];

#[derive(Debug)]
pub struct Discord {
    endpoint: Endpoint,
}

impl Discord {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = BadAddress::Lacks { kind: Kind::Discord };
        let path: Vec<&str> = address.path().collect();
        let mut url = if address.is_apprise() {
            let [token, ..] = path[..] else { return Err(lacks) };
            join(known("https://discord.com"), &["api", "webhooks", address.host(), token])
        } else {
            if path.len() < 3 {
                return Err(lacks);
            }
            address.url()?
        };
        let thread = address.query("thread_id").or_else(|| address.query("thread"));
        // Without `wait` an answer says nothing of what became of the message.
        url.set_query(Some("wait=true"));
        if let Some(thread) = thread {
            url.query_pairs_mut().append_pair("thread_id", thread);
        }
        Ok(Self { endpoint: Endpoint::new(url, options)? })
    }
}

impl Hook for Discord {
    fn kind(&self) -> Kind {
        Kind::Discord
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    /// What an embed holds.
    fn bounds(&self) -> Bounds {
        Bounds::characters(4_096)
    }

    fn print(&self, part: &Part) -> String {
        part.print(STYLE, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        self.endpoint.post(&json!({
            "content": STYLE.heading(&part.heading()),
            "embeds": [{
                "description": STYLE.rows(&part.rows()),
                "color": colour(part.message.severity),
            }],
            "allowed_mentions": { "parse": [] },
        }))
    }
}

fn escape(text: &str) -> String {
    backslashed(text, &MARKS).replace("://", "\\://")
}

const fn colour(severity: Severity) -> u32 {
    match severity {
        Severity::Sev1 => 0x00d3_2f2f,
        Severity::Sev2 => 0x00f5_7c00,
        Severity::Sev3 => 0x00fb_c02d,
        Severity::Sev4 => 0x0019_76d2,
    }
}
