//! ntfy: its own service, or a server of one's own.

use serde_json::json;

use super::endpoint::{Endpoint, join, known};
use super::hook::{Bounds, Hook, Options};
use crate::incident::Severity;
use crate::notify::address::{Address, BadAddress};
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::rich::Style;
use crate::notify::web::Request;

#[derive(Debug)]
pub struct Ntfy {
    endpoint: Endpoint,
    topic: String,
    token: Option<secrecy::SecretString>,
}

impl Ntfy {
    pub fn open(address: &Address, options: &Options) -> Result<Self, BadAddress> {
        let lacks = || BadAddress::Lacks { kind: Kind::Ntfy };
        let path: Vec<&str> = address.path().collect();
        let (url, topic) = match (address.is_apprise(), &path[..]) {
            // Without a path, the host is a topic of the public service.
            (true, []) => (known("https://ntfy.sh"), address.host()),
            (_, [before @ .., topic]) => (join(address.url()?, before), *topic),
            (false, []) => return Err(lacks()),
        };
        let mut url = url;
        url.set_query(None);
        // A user without a password is a token.
        let (user, password) = (address.user(), address.password());
        let token = if password.is_none() { user } else { None };
        let login = if token.is_some() { ("", None) } else { (user.unwrap_or_default(), password) };
        url.set_username(login.0).and_then(|()| url.set_password(login.1)).map_err(|()| lacks())?;
        let token = token.or_else(|| address.query("token")).map(|token| token.to_owned().into());
        Ok(Self { endpoint: Endpoint::new(url, options)?, topic: topic.to_owned(), token })
    }
}

impl Hook for Ntfy {
    fn kind(&self) -> Kind {
        Kind::Ntfy
    }

    fn host(&self) -> &str {
        &self.endpoint.host
    }

    /// What is longer becomes a file that is attached.
    fn bounds(&self) -> Bounds {
        Bounds::bytes(4_096)
    }

    fn print(&self, part: &Part) -> String {
        part.print(Style::PLAIN, "\n")
    }

    fn request(&self, part: &Part) -> Request {
        let mut tags = vec![part.message.lang.severity(part.message.severity).to_ascii_lowercase()];
        if part.message.exercise {
            tags.push("exercise".to_owned());
        }
        let request = self.endpoint.post(&json!({
            "topic": self.topic,
            "title": Style::PLAIN.heading(&part.heading()),
            "message": Style::PLAIN.rows(&part.rows()),
            "priority": priority(part.message.severity),
            "tags": tags,
        }));
        match &self.token {
            Some(token) => request
                .with("authorization", format!("Bearer {}", secrecy::ExposeSecret::expose_secret(token))),
            None => request,
        }
    }
}

const fn priority(severity: Severity) -> u8 {
    match severity {
        Severity::Sev1 => 5,
        Severity::Sev2 => 4,
        Severity::Sev3 | Severity::Sev4 => 3,
    }
}
