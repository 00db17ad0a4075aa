//! The facts that a journal records.
//!
//! Events are stored for years: a variant is added, never changed, and one of a newer version is kept as it is. Large
//! rare ones are boxed: a log keeps every event.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use crate::incident::base::time::is_reckonable;
use crate::incident::{
    Change, DutyEvent, HeaderEvent, HelpEvent, LogEvent, Moment, Prose, ReviewEvent, Seq, ServiceEvent, Signature,
    StepEvent, TaskEvent, UpdateEvent,
};

/// One fact, as a record of the journal holds it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The act that begins with record `act` is undone.
    Undone { act: Seq },
    #[serde(untagged)]
    Header(HeaderEvent),
    #[serde(untagged)]
    Step(StepEvent),
    #[serde(untagged)]
    Task(TaskEvent),
    #[serde(untagged)]
    Log(LogEvent),
    #[serde(untagged)]
    Service(ServiceEvent),
    #[serde(untagged)]
    Help(HelpEvent),
    #[serde(untagged)]
    Duty(DutyEvent),
    #[serde(untagged)]
    Update(UpdateEvent),
    #[serde(untagged)]
    Review(ReviewEvent),
    /// An event of a newer version: kept and shown as such, without effect.
    #[serde(untagged)]
    Unknown(serde_json::Map<String, serde_json::Value>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub seq: Seq,
    /// Never before the previous record's.
    pub at: Moment,
    pub by: Signature,
    pub act: Option<Seq>,
    pub event: Event,
}

impl Recorded {
    /// Whether all its times are within the calendar; a foreign log may hold any.
    pub fn is_reckonable(&self) -> bool {
        is_reckonable(&self.at)
            && match &self.event {
                Event::Header(HeaderEvent::Opened(opened)) => is_reckonable(&opened.pace.real_start),
                Event::Service(ServiceEvent::RestorePointSet { to, .. }) => is_reckonable(to),
                Event::Review(ReviewEvent::ActionAdded(new)) => new.due.as_ref().is_none_or(is_reckonable),
                Event::Review(ReviewEvent::ActionChanged(change)) => match &change.due {
                    Change::To(due) => is_reckonable(due),
                    Change::Keep | Change::Clear => true,
                },
                _ => true,
            }
    }
}

impl Event {
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Step(_) => EntryKind::Step,
            Self::Task(_) => EntryKind::Task,
            Self::Log(LogEvent::FactRecorded { .. }) => EntryKind::Fact,
            Self::Log(LogEvent::Decided { .. }) => EntryKind::Decision,
            Self::Log(LogEvent::Noted { .. } | LogEvent::Corrected { .. }) => EntryKind::Note,
            Self::Service(_) => EntryKind::Service,
            Self::Help(_) => EntryKind::Help,
            Self::Duty(_) => EntryKind::Duty,
            Self::Update(_) => EntryKind::Update,
            Self::Review(_) => EntryKind::Review,
            Self::Undone { .. } | Self::Header(_) | Self::Unknown(_) => EntryKind::Incident,
        }
    }

    pub const fn text(&self) -> Option<&Prose> {
        match self {
            Self::Task(TaskEvent::Commented { text, .. })
            | Self::Log(
                LogEvent::Noted { text }
                | LogEvent::FactRecorded { text }
                | LogEvent::Decided { text, .. }
                | LogEvent::Corrected { text, .. },
            )
            | Self::Update(UpdateEvent::Proposed { text, .. })
            | Self::Review(ReviewEvent::FindingAdded { text, .. } | ReviewEvent::FindingCorrected { text, .. }) => {
                Some(text)
            }
            Self::Update(UpdateEvent::Posted(posted)) => Some(&posted.text),
            Self::Update(UpdateEvent::Pushed(pushed)) => Some(&pushed.text),
            _ => None,
        }
    }

    /// Parses an event. One of an unknown type, or with fields unknown here, is kept as it is.
    pub fn read(json: &[u8]) -> serde_json::Result<Self> {
        // All are written with their type first.
        let name = json.strip_prefix(b"{\"type\":\"").and_then(|rest| rest.split(|b| *b == b'"').next());
        if let Some(event) = name.and_then(|name| read_known(name, json)) {
            return Ok(event);
        }
        let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(json)?;
        let name = fields.get("type").and_then(serde_json::Value::as_str);
        let json = serde_json::to_vec(&fields)?;
        Ok(name.and_then(|name| read_known(name.as_bytes(), &json)).unwrap_or(Self::Unknown(fields)))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, strum::IntoStaticStr, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EntryKind {
    Decision,
    Fact,
    Note,
    Task,
    Step,
    Service,
    Help,
    Duty,
    Update,
    Review,
    Incident,
}

impl EntryKind {
    pub const ALL: [Self; 11] = *Self::VARIANTS.as_array().expect("every variant");

    pub fn name(self) -> &'static str {
        self.into()
    }
}

type Reader = fn(&[u8]) -> Option<Event>;

/// The family of every known type.
static FAMILIES: LazyLock<HashMap<&'static [u8], Reader, foldhash::fast::FixedState>> = LazyLock::new(|| {
    let families: [(&[&str], Reader); 10] = [
        (types::<HeaderEvent>(), |json| read(json, Event::Header)),
        (types::<StepEvent>(), |json| read(json, Event::Step)),
        (types::<TaskEvent>(), |json| read(json, Event::Task)),
        (types::<LogEvent>(), |json| read(json, Event::Log)),
        (types::<ServiceEvent>(), |json| read(json, Event::Service)),
        (types::<HelpEvent>(), |json| read(json, Event::Help)),
        (types::<DutyEvent>(), |json| read(json, Event::Duty)),
        (types::<UpdateEvent>(), |json| read(json, Event::Update)),
        (types::<ReviewEvent>(), |json| read(json, Event::Review)),
        (&["undone"], |json| read(json, |Undone { act }| Event::Undone { act })),
    ];
    let types = families.into_iter().flat_map(|(types, read)| types.iter().map(move |name| (name.as_bytes(), read)));
    types.collect()
});

#[derive(Deserialize)]
struct Undone {
    act: Seq,
}

fn read_known(name: &[u8], json: &[u8]) -> Option<Event> {
    FAMILIES.get(name)?(json)
}

fn read<F: DeserializeOwned>(json: &[u8], of: fn(F) -> Event) -> Option<Event> {
    serde_json::from_slice(json).ok().map(of)
}

/// Returns the types of a family, which serde lists in its error about an unknown one.
fn types<F: DeserializeOwned>() -> &'static [&'static str] {
    let unknown = MapDeserializer::<_, Complaint>::new([("type", "")].into_iter());
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
