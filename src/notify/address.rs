//! Where a target is: a native URL, or one as Apprise writes it.

use secrecy::{ExposeSecret, SecretString};
use std::fmt;

use super::kind::Kind;

/// A target's address in its parts. It is a secret: `Debug` shows the scheme and the host alone.
#[derive(Clone)]
pub struct Address {
    scheme: String,
    host: String,
    port: Option<u16>,
    user: Option<SecretString>,
    password: Option<SecretString>,
    /// The segments of the path, decoded, without empty ones.
    path: Vec<SecretString>,
    /// The query, decoded.
    query: Vec<(String, SecretString)>,
    /// The whole, where it is an http or https one.
    url: Option<SecretString>,
    kind: Kind,
}

/// Why a text is no address that can be used. None of them holds more of it than its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadAddress {
    /// It is no URL.
    Unreadable,
    /// Its scheme is none that is known.
    Unknown { scheme: String },
    /// It is one of the old Teams connectors, which are gone.
    Connector,
    /// Something is missing; a message's key says what the address has to look like.
    Lacks { kind: Kind },
    /// It is not encrypted, and that was not allowed.
    Plain { host: String },
    /// It is one of the local network, and that was not allowed.
    Local { host: String },
}

impl Address {
    pub fn read(text: &str) -> Result<Self, BadAddress> {
        let _ = text;
        Err(BadAddress::Unreadable)
    }

    /// What kind of target it is, as its scheme, host and path tell.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// In lower case, without `://`.
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// Without user, port, path and query: all that may be shown.
    pub fn host(&self) -> &str {
        &self.host
    }

    pub const fn port(&self) -> Option<u16> {
        self.port
    }

    pub fn user(&self) -> Option<&str> {
        self.user.as_ref().map(ExposeSecret::expose_secret)
    }

    pub fn password(&self) -> Option<&str> {
        self.password.as_ref().map(ExposeSecret::expose_secret)
    }

    /// The segments of the path, decoded, without empty ones; of `matrixs://…/#room` the room too, with its sign.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.path.iter().map(ExposeSecret::expose_secret)
    }

    /// The first value of `name` in the query, decoded.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.expose_secret())
    }

    /// The whole, where it is an http or https one.
    pub fn url(&self) -> Option<&str> {
        self.url.as_ref().map(ExposeSecret::expose_secret)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}/…", self.scheme, self.host)
    }
}
