//! Mattermost: incoming webhooks.

use super::{Hook, Options, Place, join};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, backslashed, unlinked};
use crate::notify::target::Bounds;
use crate::notify::web::Request;

const STYLE: Style = Style { escape, heading: ["#### ", ""], strong: ["**", "**"], item: "- " };

/// What its Markdown knows and takes back by a backslash.
const MARKS: [char; 8] = ['\\', '`', '*', '_', '[', ']', '~', '|'];

#[derive(Debug)]
pub struct Mattermost {
    place: Place,
    channel: Option<String>,
}

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
        Ok(Self { place: Place::new(url, options)?, channel })
    }
}

impl Hook for Mattermost {
    fn kind(&self) -> Kind {
        Kind::Mattermost
    }

    fn host(&self) -> &str {
        &self.place.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::characters(16_383)
    }

    fn print(&self, part: &Part) -> String {
        part.print(STYLE, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        self.place.post_text(&self.print(part), self.channel.as_deref())
    }
}

fn escape(text: &str) -> String {
    unlinked(&backslashed(text, &MARKS))
}
