//! What became true.
//!
//! Events are stored for years: a variant is added, never changed, and one of a newer version is kept as it is. What is
//! rare and large is boxed: a log keeps every event.

use serde::Serialize;

use crate::incident::base::time::is_reckonable;
use crate::incident::{
    DutyEvent, EntryKind, HeaderEvent, HelpEvent, LogEvent, Moment, ReviewEvent, Seq, ServiceEvent,
    Signature, StepEvent, TaskEvent, UpdateEvent,
};

/// One thing that became true, as a record of the journal holds it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The act that began with record `act` is undone.
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
    /// An event of a newer version: kept, shown as such, of no effect.
    #[serde(untagged)]
    Unknown(serde_json::Map<String, serde_json::Value>),
}

/// An event with its place, time and author.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub seq: Seq,
    /// Never before the previous record's.
    pub at: Moment,
    pub by: Signature,
    /// The first record of the act that this one continues; `None` if it begins one.
    pub act: Option<Seq>,
    pub event: Event,
}

impl Recorded {
    /// Whether all its times can be reckoned with: a log from elsewhere may hold any.
    pub fn is_reckonable(&self) -> bool {
        is_reckonable(&self.at)
            && match &self.event {
                Event::Header(event) => event.is_reckonable(),
                Event::Service(event) => event.is_reckonable(),
                Event::Review(event) => event.is_reckonable(),
                _ => true,
            }
    }
}

impl Event {
    /// What an entry of it is about.
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Step(_) => EntryKind::Step,
            Self::Task(_) => EntryKind::Task,
            Self::Log(event) => event.kind(),
            Self::Service(_) => EntryKind::Service,
            Self::Help(_) => EntryKind::Help,
            Self::Duty(_) => EntryKind::Duty,
            Self::Update(_) => EntryKind::Update,
            Self::Review(_) => EntryKind::Review,
            Self::Undone { .. } | Self::Header(_) | Self::Unknown(_) => EntryKind::Incident,
        }
    }
}
