//! Reads events from JSON: `type` names the variant, and so the family that reads the rest.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use compact_str::CompactString;
use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::incident::Seq;
use crate::incident::{
    DutyEvent, Event, HeaderEvent, HelpEvent, LogEvent, ReviewEvent, ServiceEvent, StepEvent, TaskEvent,
    UpdateEvent,
};

const TYPE: &str = "type";

type Fields = serde_json::Map<String, serde_json::Value>;

/// A family of events.
#[derive(Clone, Copy)]
enum Family {
    Undone,
    Header,
    Step,
    Task,
    Log,
    Service,
    Help,
    Duty,
    Update,
    Review,
}

#[derive(Deserialize)]
struct Undone {
    act: Seq,
}

/// The family of every known type.
static FAMILIES: LazyLock<HashMap<&'static str, Family, foldhash::fast::FixedState>> = LazyLock::new(|| {
    let families = [
        (types::<HeaderEvent>(), Family::Header),
        (types::<StepEvent>(), Family::Step),
        (types::<TaskEvent>(), Family::Task),
        (types::<LogEvent>(), Family::Log),
        (types::<ServiceEvent>(), Family::Service),
        (types::<HelpEvent>(), Family::Help),
        (types::<DutyEvent>(), Family::Duty),
        (types::<UpdateEvent>(), Family::Update),
        (types::<ReviewEvent>(), Family::Review),
        (&["undone"][..], Family::Undone),
    ];
    let types = families.iter().flat_map(|(types, family)| types.iter().map(|name| (*name, *family)));
    types.collect()
});

impl Event {
    /// Reads an event; one of an unknown type, or with fields that its type does not have here, is kept as it is.
    pub fn read(json: &[u8]) -> serde_json::Result<Self> {
        let mut reader = serde_json::Deserializer::from_slice(json);
        let known = (&mut reader).deserialize_map(Known);
        if let Ok(Some(event)) = known.and_then(|known| reader.end().map(|()| known)) {
            return Ok(event);
        }
        let fields = serde_json::from_slice(json)?;
        Ok(Self::known(&fields).unwrap_or(Self::Unknown(fields)))
    }

    /// The event whose type is anywhere among the fields.
    fn known(fields: &Fields) -> Option<Self> {
        let family = FAMILIES.get(fields.get(TYPE)?.as_str()?)?;
        family.read(fields).ok()
    }
}

impl Family {
    fn read<'de, D: Deserializer<'de>>(self, event: D) -> Result<Event, D::Error> {
        Ok(match self {
            Self::Undone => Event::Undone { act: Undone::deserialize(event)?.act },
            Self::Header => Event::Header(HeaderEvent::deserialize(event)?),
            Self::Step => Event::Step(StepEvent::deserialize(event)?),
            Self::Task => Event::Task(TaskEvent::deserialize(event)?),
            Self::Log => Event::Log(LogEvent::deserialize(event)?),
            Self::Service => Event::Service(ServiceEvent::deserialize(event)?),
            Self::Help => Event::Help(HelpEvent::deserialize(event)?),
            Self::Duty => Event::Duty(DutyEvent::deserialize(event)?),
            Self::Update => Event::Update(UpdateEvent::deserialize(event)?),
            Self::Review => Event::Review(ReviewEvent::deserialize(event)?),
        })
    }
}

/// Reads an event whose first field is a known type, as all are written; `None` for any other.
struct Known;

impl<'de> Visitor<'de> for Known {
    type Value = Option<Event>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an event")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<Self::Value, M::Error> {
        if fields.next_key::<CompactString>()?.is_none_or(|key| key != TYPE) {
            return Ok(None);
        }
        let name: CompactString = fields.next_value()?;
        match FAMILIES.get_key_value(name.as_str()) {
            Some((name, family)) => {
                let typed = Typed { name: Some(name), is_read: false, fields };
                family.read(MapAccessDeserializer::new(typed)).map(Some)
            }
            None => Ok(None),
        }
    }
}

/// The fields of an event, with the type that was read already.
struct Typed<M> {
    name: Option<&'static str>,
    is_read: bool,
    fields: M,
}

impl<'de, M: MapAccess<'de>> MapAccess<'de> for Typed<M> {
    type Error = M::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, M::Error> {
        if self.is_read || self.name.is_none() {
            return self.fields.next_key_seed(seed);
        }
        self.is_read = true;
        seed.deserialize(TYPE.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, M::Error> {
        match self.name.take() {
            Some(name) => seed.deserialize(name.into_deserializer()),
            None => self.fields.next_value_seed(seed),
        }
    }
}

/// Returns the types of a family, which serde names in its complaint about an unknown one.
fn types<F: DeserializeOwned>() -> &'static [&'static str] {
    let unknown = MapDeserializer::<_, Complaint>::new([(TYPE, "")].into_iter());
    F::deserialize(unknown).map_or_else(|complaint| complaint.0, |_| &[])
}

#[derive(Debug)]
struct Complaint(&'static [&'static str]);

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected one of {:?}", self.0)
    }
}

impl std::error::Error for Complaint {}

impl serde::de::Error for Complaint {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}
