//! Mattermost: incoming webhooks.

use super::hook::{Bounds, Hook, join};
use crate::notify::address::Address;
use crate::notify::rich::{Style, backslashed, unlinked};

const STYLE: Style = Style { escape, heading: ["#### ", ""], strong: ["**", "**"], item: "- " };

/// The characters that its Markdown escapes with a backslash.
const MARKS: [char; 8] = ['\\', '`', '*', '_', '[', ']', '~', '|'];

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let mut url = address.url()?;
    if address.is_apprise() {
        let [before @ .., key] = &path[..] else { return None };
        url = join(url, &[before, &["hooks", key]].concat());
    } else if path.len() < 2 {
        return None;
    }
    url.set_query(None);
    let channel = address.query("channel").map(|name| name.trim_start_matches('#').to_owned());
    Some(Hook::text(url, Bounds::Characters(16_383), STYLE, channel))
}

fn escape(text: &str) -> String {
    unlinked(&backslashed(text, &MARKS))
}
