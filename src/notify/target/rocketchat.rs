//! Rocket.Chat: incoming webhooks.

use super::hook::{Bounds, Hook, join};
use crate::lang::Lang;
use crate::notify::address::Address;
use crate::notify::rich::{Style, unlinked};
use crate::notify::web::{Answer, Verdict};

const STYLE: Style = Style { escape: unlinked, heading: ["*", "*"], strong: ["*", "*"], item: "- " };

/// The limit of a server with default settings.
const BOUNDS: Bounds = Bounds::Characters(5_000);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    let mut url = address.url()?;
    let mut channel = None;
    if address.is_apprise() {
        // The key is in the user's place, or in the password's after a name.
        let key = address.password.as_deref().filter(|text| text.contains('/')).or(address.user.as_deref());
        let (id, token) = key?.split_once('/')?;
        url = join(url, &["hooks", id, token]);
        channel = path.first().map(|name| (*name).to_owned());
    } else if path.len() < 3 {
        return None;
    }
    Some(Hook { verdict, ..Hook::text(url, BOUNDS, STYLE, channel) })
}

fn verdict(answer: &Answer, host: &str, lang: Lang) -> Verdict {
    let verdict = answer.verdict(host, lang);
    let succeeded = || answer.json().is_some_and(|body| body["success"] == true);
    if verdict == Verdict::Delivered && !succeeded() {
        return answer.refusal("notify-refused-inside", host, lang);
    }
    verdict
}
