//! Zulip: a bot's own key, or the webhook that takes what Slack's does.

use reqwest::Url;

use super::hook::{Bounds, Hook, join, known, log_in};
use crate::notify::address::Address;
use crate::notify::rich::{Style, unlinked};
use crate::notify::web::Request;

const STYLE: Style = Style { escape: unlinked, heading: ["**", "**"], strong: ["**", "**"], item: "- " };

/// The webhook converts Slack's strong words to Zulip's.
const SLACK_STYLE: Style = Style { heading: ["*", "*"], strong: ["*", "*"], ..STYLE };

const BOUNDS: Bounds = Bounds::Characters(10_000);

pub fn hook(address: &Address) -> Option<Hook> {
    let path = address.path();
    // `/api/v1/external/slack_incoming`.
    if !address.is_apprise() && path.ends_with(&["slack_incoming"]) {
        address.query("api_key")?;
        return Some(Hook { gap: "\n\n", ..Hook::text(address.url()?, BOUNDS, SLACK_STYLE, None) });
    }
    // `/api/v1/messages` with a bot's name and key.
    let bot = address.user.clone()?;
    let (mut url, bot, key, channel) = if address.is_apprise() {
        let [key, channel, ..] = path[..] else { return None };
        // A name alone is one of Zulip's own cloud.
        let cloud = if address.host.contains('.') { "" } else { ".zulipchat.com" };
        let host = format!("{}{cloud}", address.host);
        let port = address.port.map(|port| format!(":{port}")).unwrap_or_default();
        let url = Url::parse(&format!("https://{host}{port}")).ok()?;
        let bot = if bot.contains('@') { bot } else { format!("{bot}-bot@{host}") };
        (join(url, &["api", "v1", "messages"]), bot, key, channel)
    } else {
        let channel = address.query("to").or_else(|| address.query("stream"))?;
        (address.url()?, bot, address.password.as_deref()?, channel)
    };
    url.set_query(None);
    log_in(&mut url, &bot, Some(key))?;
    let channel = channel.trim_start_matches('#').to_owned();
    let topic = address.query("topic").unwrap_or("warroom").to_owned();
    let hook = Hook::new(url, BOUNDS, STYLE, move |hook, part| {
        let mut form = known("form:");
        form.query_pairs_mut()
            .append_pair("type", "stream")
            .append_pair("to", &channel)
            .append_pair("topic", &topic)
            .append_pair("content", &hook.print(part));
        let body = form.query().map(str::to_owned).unwrap_or_default();
        Request::post(hook.url.as_str(), "application/x-www-form-urlencoded", body)
    });
    Some(Hook { gap: "\n\n", ..hook })
}
