//! A setting that may be left to the environment.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How files write it.
const AUTO: &str = "auto";

/// A setting with a value, or left to the environment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice<T> {
    #[default]
    Auto,
    Set(T),
}

impl<T> Choice<T> {
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Choice<U> {
        match self {
            Self::Auto => Choice::Auto,
            Self::Set(value) => Choice::Set(to(value)),
        }
    }

    pub fn or_else(self, environment: impl FnOnce() -> T) -> T {
        match self {
            Self::Auto => environment(),
            Self::Set(value) => value,
        }
    }
}

impl Choice<String> {
    /// Parses a name or `auto`.
    pub fn named(name: &str) -> Self {
        if name == AUTO { Self::Auto } else { Self::Set(name.to_owned()) }
    }
}

impl<T: for<'de> Deserialize<'de>> Choice<T> {
    fn of(text: &str) -> Result<Self, serde::de::value::Error> {
        if text == AUTO {
            return Ok(Self::Auto);
        }
        T::deserialize(serde::de::value::StrDeserializer::new(text)).map(Self::Set)
    }
}

impl<T: Serialize> Serialize for Choice<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto => serializer.serialize_str(AUTO),
            Self::Set(value) => value.serialize(serializer),
        }
    }
}

impl<'de, T: for<'a> Deserialize<'a>> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::of(&text).map_err(serde::de::Error::custom)
    }
}
