//! Zulip: a bot's own key, or the webhook that takes what Slack's does.

use reqwest::Url;
use serde_json::json;

use super::endpoint::{Endpoint, join};
use super::hook::{Bounds, Hook, Options};
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, unlinked};
use crate::notify::web::Request;

const STYLE: Style = Style { escape: unlinked, heading: ["**", "**"], strong: ["**", "**"], item: "- " };

/// The webhook makes Zulip's strong words of Slack's.
const SLACK_STYLE: Style = Style { heading: ["*", "*"], strong: ["*", "*"], ..STYLE };

/// The default topic.
const TOPIC: &str = "warroom";

#[derive(Debug)]
pub struct Zulip {
    endpoint: Endpoint,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// `/api/v1/messages` with a bot's name and key.
    Bot { channel: String, topic: String },
    /// `/api/v1/external/slack_incoming`.
    Webhook,
}

impl Zulip {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Zulip };
        let path: Vec<&str> = address.path().collect();
        if !address.is_apprise() && path.ends_with(&["slack_incoming"]) {
            address.query("api_key").ok_or_else(lacks)?;
            return Ok(Self { endpoint: Endpoint::new(address.url()?, options)?, way: Way::Webhook });
        }
        let (mut url, bot, key, channel) = if address.is_apprise() {
            let [key, channel, ..] = path[..] else { return Err(lacks()) };
            // The name alone is one of Zulip's own cloud.
            let cloud = if address.host().contains('.') { "" } else { ".zulipchat.com" };
            let host = format!("{}{cloud}", address.host());
            let port = address.port().map(|port| format!(":{port}")).unwrap_or_default();
            let url = Url::parse(&format!("https://{host}{port}")).map_err(|_| lacks())?;
            let bot = address.user().ok_or_else(lacks)?;
            let bot = if bot.contains('@') { bot.to_owned() } else { format!("{bot}-bot@{host}") };
            (join(url, &["api", "v1", "messages"]), bot, key, channel)
        } else {
            let bot = address.user().ok_or_else(lacks)?.to_owned();
            let key = address.password().ok_or_else(lacks)?;
            let channel = address.query("to").or_else(|| address.query("stream")).ok_or_else(lacks)?;
            (address.url()?, bot, key, channel)
        };
        url.set_query(None);
        let is_set = url.set_username(&bot).and_then(|()| url.set_password(Some(key)));
        is_set.map_err(|()| lacks())?;
        let way = Way::Bot {
            channel: channel.trim_start_matches('#').to_owned(),
            topic: address.query("topic").unwrap_or(TOPIC).to_owned(),
        };
        Ok(Self { endpoint: Endpoint::new(url, options)?, way })
    }
}

impl Hook for Zulip {
    fn kind(&self) -> Kind {
        Kind::Zulip
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    fn bounds(&self) -> Bounds {
        Bounds::characters(10_000)
    }

    fn print(&self, part: &Part) -> String {
        let style = match self.way {
            Way::Bot { .. } => STYLE,
            Way::Webhook => SLACK_STYLE,
        };
        part.print(style, "\n\n")
    }

    fn request(&self, part: &Part) -> Request {
        let text = self.print(part);
        let Way::Bot { channel, topic } = &self.way else {
            return self.endpoint.post(&json!({ "text": text }));
        };
        let mut form = reqwest::Url::parse("form:").expect("it is one");
        form.query_pairs_mut()
            .append_pair("type", "stream")
            .append_pair("to", channel)
            .append_pair("topic", topic)
            .append_pair("content", &text);
        let mut request = self.endpoint.post(&json!(null));
        request.headers = vec![("content-type", "application/x-www-form-urlencoded".to_owned().into())];
        request.body = form.query().map(str::to_owned).unwrap_or_default();
        request
    }
}
