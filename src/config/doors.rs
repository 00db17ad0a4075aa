//! What a host that others reach holds to.

use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::time::Duration;

use crate::incident::read_seconds;

/// The SSH door: where it is, and how much of everything goes through it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ssh {
    /// Where `warroom serve` listens; nowhere unless it is told.
    pub listen: Off<SocketAddr>,
    /// At most so many at once, whoever they are.
    pub connections: u32,
    pub sessions_per_person: u32,
    /// How long somebody has to prove who they are.
    pub login_grace: Length,
    /// How many keys may be offered for it.
    pub tries: u32,
    /// How often a silent other end is asked whether it is there; three times without an answer, and it is not.
    pub keepalive: Length,
    /// How long a screen may be left alone.
    pub idle: Off<Length>,
}

/// Who may do what while a room is without its commander.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct People {
    /// How long the commander has to be gone before a deputy may take command.
    pub take_after: Length,
}

impl Default for Ssh {
    fn default() -> Self {
        Self {
            listen: Off::Off,
            connections: 1000,
            sessions_per_person: 16,
            login_grace: Length::seconds(15),
            tries: 3,
            keepalive: Length::seconds(7),
            idle: Off::Off,
        }
    }
}

impl Default for People {
    fn default() -> Self {
        Self { take_after: Length::seconds(600) }
    }
}

/// A length of time, written as `15s` or `10m`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Length(Duration);

impl Length {
    pub const fn seconds(seconds: u64) -> Self {
        Self(Duration::from_secs(seconds))
    }

    pub const fn get(self) -> Duration {
        self.0
    }
}

impl TryFrom<String> for Length {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let seconds = read_seconds(&text).ok().filter(|seconds| *seconds > 0);
        seconds
            .map(|seconds| Self::seconds(seconds.into()))
            .ok_or("a length of time is expected, such as 15s or 10m")
    }
}

impl From<Length> for String {
    fn from(length: Length) -> Self {
        match length.0.as_secs() {
            seconds if seconds % 3600 == 0 => format!("{}h", seconds / 3600),
            seconds if seconds % 60 == 0 => format!("{}m", seconds / 60),
            seconds => format!("{seconds}s"),
        }
    }
}

/// A setting that is `"off"` or has a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Off<T> {
    #[default]
    Off,
    At(T),
}

const OFF: &str = "off";

impl<T> Off<T> {
    pub fn value(self) -> Option<T> {
        match self {
            Self::Off => None,
            Self::At(value) => Some(value),
        }
    }
}

impl<T: Serialize> Serialize for Off<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Off => serializer.serialize_str(OFF),
            Self::At(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Off<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        if text == OFF {
            return Ok(Self::Off);
        }
        let value = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(&text);
        T::deserialize(value).map(Self::At).map_err(serde::de::Error::custom)
    }
}
