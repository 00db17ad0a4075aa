//! What every target can do.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use secrecy::SecretString;

use crate::lang::Lang;
use crate::notify::kind::Kind;
use crate::notify::message::Part;
use crate::notify::verdict::Verdict;
use crate::notify::web::{Answer, Request, Web};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A place that messages go to. Its `Debug` shows no secret.
pub trait Target: Send + Sync + fmt::Debug {
    fn kind(&self) -> Kind;

    /// The only part of an address that is ever shown.
    fn host(&self) -> &str;

    /// How much one message holds.
    fn bounds(&self) -> Bounds;

    /// Returns the text in the target's own syntax, escaped.
    fn print(&self, part: &Part) -> String;

    /// Returns what is sent, without secrets: for `notify check`.
    fn body(&self, part: &Part) -> String;

    /// Returns whether one message holds the part.
    fn holds(&self, part: &Part) -> bool {
        self.bounds().hold(&self.print(part))
    }

    fn deliver<'a>(&'a self, part: &'a Part, web: &'a Web) -> BoxFuture<'a, Verdict>;
}

/// A target that takes one request a part. Pure; every hook is a [`Target`].
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
            // Some vendors count an emoji as two.
            Unit::Characters => text.encode_utf16().count() <= self.most,
            Unit::Bytes => text.len() <= self.most,
        }
    }
}

/// What a target is opened with, besides its address.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The kind, if the address does not imply it.
    pub kind: Option<Kind>,
    /// Plain http and addresses of the local network are allowed.
    pub allow_local: bool,
    /// The key that generic messages are signed with.
    pub secret: Option<SecretString>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_counts_characters_as_the_strictest_vendor_does_or_bytes() {
        for (bounds, text, fits) in [
            (Bounds::characters(4), "abcd", true),
            (Bounds::characters(4), "abcde", false),
            (Bounds::characters(4), "éééé", true),
            (Bounds::characters(4), "🚒🚒", true),
            (Bounds::characters(4), "🚒🚒x", false),
            (Bounds::bytes(4), "éé", true),
            (Bounds::bytes(4), "ééx", false),
            (Bounds::bytes(0), "", true),
        ] {
            assert_eq!(bounds.hold(text), fits, "{text} in {bounds:?}");
        }
    }
}
