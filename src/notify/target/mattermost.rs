//! Mattermost: incoming webhooks.

use super::endpoint::{TextHook, join};
use super::hook::{Bounds, Hook, Options};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, backslashed, unlinked};
use crate::notify::web::Request;

const STYLE: Style = Style { escape, heading: ["#### ", ""], strong: ["**", "**"], item: "- " };

/// The characters that its Markdown escapes with a backslash.
const MARKS: [char; 8] = ['\\', '`', '*', '_', '[', ']', '~', '|'];

#[derive(Debug)]
pub struct Mattermost(TextHook);

impl Mattermost {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = BadAddress::Lacks { kind: Kind::Mattermost };
        let path: Vec<&str> = address.path().collect();
        let url = if address.is_apprise() {
            let [before @ .., key] = &path[..] else { return Err(lacks) };
            join(address.url()?, &[before, &["hooks", key]].concat())
        } else {
            let mut url = address.url()?;
            if path.len() < 2 {
                return Err(lacks);
            }
            url.set_query(None);
            url
        };
        let channel = address.query("channel").map(|name| name.trim_start_matches('#').to_owned());
        Ok(Self(TextHook::new(url, channel, options)?))
    }
}

impl Hook for Mattermost {
    fn kind(&self) -> Kind {
        Kind::Mattermost
    }

    fn host(&self) -> &str {
        &self.0.endpoint.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::characters(16_383)
    }

    fn print(&self, part: &Part) -> String {
        part.print(STYLE, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        self.0.post(&self.print(part))
    }
}

fn escape(text: &str) -> String {
    unlinked(&backslashed(text, &MARKS))
}
