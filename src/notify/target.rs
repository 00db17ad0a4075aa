//! A place that messages go to: one trait, one file a kind.

use secrecy::SecretString;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use super::address::{Address, BadAddress};
use super::kind::Kind;
use super::message::Part;
use super::web::{Answer, Request, Unreached, Web};
use crate::lang::Lang;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A place that messages go to. Its `Debug` shows no secret.
pub trait Target: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;

    /// All that is ever shown of an address.
    fn host(&self) -> &str;

    /// How much one message holds.
    fn bounds(&self) -> Bounds;

    /// The text as people will see it typed: in the target's own syntax, escaped.
    fn print(&self, part: &Part) -> String;

    /// What is sent, without any secret: for `notify check`.
    fn body(&self, part: &Part) -> String;

    /// Whether one message holds the part.
    fn holds(&self, part: &Part) -> bool {
        self.bounds().hold(&self.print(part))
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict>;
}

/// A target that takes one request a part. Pure; whatever is one is a [`Target`].
pub trait Hook: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;
    fn host(&self) -> &str;
    fn bounds(&self) -> Bounds;
    fn print(&self, part: &Part) -> String;
    fn request(&self, part: &Part) -> Request;

    fn holds(&self, part: &Part) -> bool {
        self.bounds().hold(&self.print(part))
    }

    fn verdict(&self, answer: &Answer, lang: Lang) -> Verdict {
        answer.verdict(self.host(), lang)
    }
}

impl<H: Hook> Target for H {
    fn kind(&self) -> Kind {
        Hook::kind(self)
    }

    fn host(&self) -> &str {
        Hook::host(self)
    }

    fn bounds(&self) -> Bounds {
        Hook::bounds(self)
    }

    fn print(&self, part: &Part) -> String {
        Hook::print(self, part)
    }

    fn body(&self, part: &Part) -> String {
        self.request(part).body
    }

    fn holds(&self, part: &Part) -> bool {
        Hook::holds(self, part)
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict> {
        Box::pin(async move {
            match web.send(self.request(part)).await {
                Ok(answer) => self.verdict(&answer, web.lang()),
                Err(unreached) => unreached.verdict(Hook::host(self), web.lang()),
            }
        })
    }
}

/// What came of sending a part. A reason is a sentence in the host's language, without any secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Delivered,
    /// It may work later: not before `after`, where the target said so.
    Later {
        after: Option<Duration>,
        reason: String,
        maybe_sent: bool,
    },
    /// It will not work until somebody mends the target.
    Refused {
        reason: String,
    },
}

/// How much one message holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub most: usize,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Characters,
    Bytes,
}

impl Bounds {
    pub const fn characters(most: usize) -> Self {
        Self { most, unit: Unit::Characters }
    }

    pub const fn bytes(most: usize) -> Self {
        Self { most, unit: Unit::Bytes }
    }

    pub fn hold(self, text: &str) -> bool {
        match self.unit {
            Unit::Characters => text.chars().count() <= self.most,
            Unit::Bytes => text.len() <= self.most,
        }
    }
}

/// What a target is told beside its address.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The kind, where it is not told from the address.
    pub kind: Option<Kind>,
    /// Plain http and addresses of the local network are allowed.
    pub allow_local: bool,
    /// The key that generic messages are signed with.
    pub secret: Option<SecretString>,
}

/// The target behind an address.
pub fn open(address: &Address, options: &Options) -> Result<Box<dyn Target>, BadAddress> {
    let _ = options;
    Err(BadAddress::Unknown { scheme: address.scheme().to_owned() })
}

impl Unreached {
    /// What an attempt without an answer comes to.
    pub fn verdict(&self, host: &str, lang: Lang) -> Verdict {
        let reason = self.reason(host, lang);
        match self {
            Self::Forbidden | Self::Plain => Verdict::Refused { reason },
            _ => Verdict::Later { after: None, reason, maybe_sent: *self == Self::Unanswered },
        }
    }
}
