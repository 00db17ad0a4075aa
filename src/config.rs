//! What a person prefers: the defaults, then the file, then the command line.

mod document;

use chrono_tz::Tz;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::incident::read_seconds;
use crate::lang::Lang;
use crate::terminal::{Background, Depth};

pub use document::{ConfigDiagnostic, ConfigError};

/// A file with every default.
pub const DEFAULTS: &str = include_str!("config/default.toml");

/// The themes that a terminal's background chooses between.
const DARK: &str = "dark";
const LIGHT: &str = "light";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    #[serde(with = "auto")]
    pub language: Option<Lang>,
    /// The name of a theme; otherwise light or dark, as the terminal is.
    #[serde(with = "auto")]
    pub theme: Option<String>,
    #[serde(with = "auto")]
    pub colour: Option<Depth>,
    #[serde(with = "auto")]
    pub zone: Option<Tz>,
    pub mouse: bool,
    pub bell: bool,
    pub notify: bool,
    /// The keys of actions, by the name of the action.
    pub keys: BTreeMap<String, Vec<String>>,
    /// The socket of a shared host; otherwise the account's own host, started if it is not running.
    #[serde(with = "auto")]
    pub host: Option<PathBuf>,
    pub people: People,
    pub ssh: Ssh,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            language: None,
            theme: None,
            colour: None,
            zone: None,
            mouse: true,
            bell: true,
            notify: true,
            keys: BTreeMap::new(),
            host: None,
            people: People::default(),
            ssh: Ssh::default(),
        }
    }
}

impl Config {
    /// Returns the theme for a background; an unknown one counts as dark.
    pub fn theme_on(&self, background: Option<Background>) -> &str {
        match (&self.theme, background) {
            (Some(theme), _) => theme,
            (None, Some(Background::Light)) => LIGHT,
            (None, Some(Background::Dark) | None) => DARK,
        }
    }

    pub fn themes(&self) -> Vec<&str> {
        match &self.theme {
            Some(theme) => vec![theme],
            None => vec![DARK, LIGHT],
        }
    }

    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("every setting has a TOML form")
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ssh {
    /// Where `warroom serve` listens; `None` for no SSH door.
    #[serde(with = "off")]
    pub listen: Option<SocketAddr>,
    /// The maximum at the same time, of all people together.
    pub connections: u32,
    pub sessions_per_person: u32,
    pub login_grace: Timeout,
    /// The number of keys that may be offered.
    pub tries: u32,
    /// How often a silent client is asked for a sign of life; after three without an answer it is gone.
    pub keepalive: Timeout,
    /// How long a screen may be idle; `None` for no limit.
    #[serde(with = "off")]
    pub idle: Option<Timeout>,
}

/// What people may do while the commander is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct People {
    /// How long the commander must be gone before a deputy may take command.
    pub take_after: Timeout,
}

impl Default for Ssh {
    fn default() -> Self {
        Self {
            listen: None,
            connections: 1000,
            sessions_per_person: 16,
            login_grace: Timeout::seconds(15),
            tries: 3,
            keepalive: Timeout::seconds(7),
            idle: None,
        }
    }
}

impl Default for People {
    fn default() -> Self {
        Self { take_after: Timeout::seconds(600) }
    }
}

/// A duration, written as `15s` or `10m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timeout(Duration);

impl Timeout {
    pub const fn seconds(seconds: u64) -> Self {
        Self(Duration::from_secs(seconds))
    }

    pub const fn get(self) -> Duration {
        self.0
    }
}

impl TryFrom<String> for Timeout {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let seconds = read_seconds(&text).ok().filter(|seconds| *seconds > 0);
        seconds.map(|seconds| Self::seconds(seconds.into())).ok_or("expected a duration such as 15s or 10m")
    }
}

impl From<Timeout> for String {
    fn from(length: Timeout) -> Self {
        match length.0.as_secs() {
            seconds if seconds % 3600 == 0 => format!("{}h", seconds / 3600),
            seconds if seconds % 60 == 0 => format!("{}m", seconds / 60),
            seconds => format!("{seconds}s"),
        }
    }
}

/// How files write a setting that is left to the environment.
const AUTO: &str = "auto";
/// How files write a setting without a value.
const OFF: &str = "off";

/// The name that was typed; `None` for `auto`.
pub fn unless_auto(name: &str) -> Option<String> {
    (name != AUTO).then(|| name.to_owned())
}

/// Writes and reads `None` as a word.
macro_rules! none_as {
    ($name:ident, $word:ident) => {
        mod $name {
            #[expect(clippy::ref_option, reason = "the signature that serde calls")]
            pub fn serialize<T: super::Serialize, S: super::Serializer>(
                value: &Option<T>,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                super::write(value.as_ref(), super::$word, serializer)
            }

            pub fn deserialize<'de, T: super::DeserializeOwned, D: super::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Option<T>, D::Error> {
                super::read(super::$word, deserializer)
            }
        }
    };
}

none_as!(auto, AUTO);
none_as!(off, OFF);

fn write<T: Serialize, S: Serializer>(value: Option<&T>, none: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        None => serializer.serialize_str(none),
        Some(value) => value.serialize(serializer),
    }
}

fn read<'de, T: DeserializeOwned, D: Deserializer<'de>>(none: &str, deserializer: D) -> Result<Option<T>, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    if text == none {
        return Ok(None);
    }
    let value = StrDeserializer::<de::value::Error>::new(&text);
    T::deserialize(value).map(Some).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests;
