//! Settings of a shared host.

use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use std::time::Duration;

use crate::incident::read_seconds;

/// The SSH door: its address and its limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ssh {
    /// Where `warroom serve` listens; `None` for no SSH door.
    #[serde(with = "off")]
    pub listen: Option<SocketAddr>,
    /// The maximum at once, of all people together.
    pub connections: u32,
    pub sessions_per_person: u32,
    /// The time to authenticate.
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

/// How files write a setting without a value.
pub const OFF: &str = "off";

/// Writes `None` as `"off"`.
mod off {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
    use std::borrow::Cow;

    use super::OFF;

    #[expect(clippy::ref_option, reason = "the signature that serde calls")]
    pub fn serialize<T: Serialize, S: Serializer>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            None => serializer.serialize_str(OFF),
            Some(value) => value.serialize(serializer),
        }
    }

    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
    where
        T: for<'a> Deserialize<'a>,
        D: Deserializer<'de>,
    {
        let text = Cow::<str>::deserialize(deserializer)?;
        if text == OFF {
            return Ok(None);
        }
        let value = de::value::StrDeserializer::<de::value::Error>::new(&text);
        T::deserialize(value).map(Some).map_err(de::Error::custom)
    }
}
