//! Rocket.Chat: incoming webhooks.

use super::endpoint::{TextHook, join};
use super::hook::{Bounds, Hook, Options};
use crate::lang::Lang;
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::{Style, unlinked};
use crate::notify::verdict::Verdict;
use crate::notify::web::{Answer, Request};

const STYLE: Style = Style { escape: unlinked, heading: ["*", "*"], strong: ["*", "*"], item: "- " };

#[derive(Debug)]
pub struct RocketChat(TextHook);

impl RocketChat {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::RocketChat };
        let path: Vec<&str> = address.path().collect();
        if !address.is_apprise() {
            if path.len() < 3 {
                return Err(lacks());
            }
            return Ok(Self(TextHook::new(address.url()?, None, options)?));
        }
        // The key is in the place of the user, or of the password after a name.
        let key = address.password().filter(|text| text.contains('/')).or_else(|| address.user());
        let (id, token) = key.and_then(|key| key.split_once('/')).ok_or_else(lacks)?;
        let url = join(address.url()?, &["hooks", id, token]);
        let channel = path.first().map(|name| (*name).to_owned());
        Ok(Self(TextHook::new(url, channel, options)?))
    }
}

impl Hook for RocketChat {
    fn kind(&self) -> Kind {
        Kind::RocketChat
    }

    fn host(&self) -> &str {
        &self.0.endpoint.host
    }

    /// The limit of a server as it is installed.
    fn bounds(&self) -> Bounds {
        Bounds::characters(5_000)
    }

    fn print(&self, part: &Part) -> String {
        part.print(STYLE, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        self.0.post(&self.print(part))
    }

    fn verdict(&self, answer: &Answer, lang: Lang) -> Verdict {
        let verdict = answer.verdict(self.host(), lang);
        let succeeded = || answer.json().is_some_and(|body| body["success"] == true);
        if verdict == Verdict::Delivered && !succeeded() {
            return answer.refusal("notify-refused-inside", self.host(), lang);
        }
        verdict
    }
}
