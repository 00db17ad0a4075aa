//! Audiences, their updates, and the deliveries.

pub mod command;
pub mod due;
pub mod fold;
pub mod queue;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Not;

use serde::{Deserialize, Serialize};

use crate::incident::{AudienceId, Line, Moment, PersonName, Prose, Seq, Severity, Span, TargetName};

/// People who receive updates together, in one language and at one cadence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    pub id: AudienceId,
    pub name: Line,
    /// `fr` or `en`; by default the plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    #[serde(default, skip_serializing_if = "Cadence::is_never")]
    pub every: Cadence,
    /// Updates need the commander's approval.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub approval: bool,
    /// External readers: nothing internal is sent to them.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub outside: bool,
    /// Receives updates at night too.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub nights: bool,
}

/// The interval of an audience's updates in seconds, by severity; without any, nothing is ever due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sev1: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sev2: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sev3: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sev4: Option<u32>,
}

impl Cadence {
    /// The limits of an interval, in seconds.
    pub const LEAST: u32 = 60;
    pub const MOST: u32 = 366 * 86_400;

    /// The same at every severity.
    pub const fn always(seconds: u32) -> Self {
        let every = Some(seconds);
        Self { sev1: every, sev2: every, sev3: every, sev4: every }
    }

    pub fn at(self, severity: Severity) -> Option<Span> {
        self.seconds(severity).map(|seconds| Span::seconds(seconds.into()))
    }

    pub const fn seconds(mut self, severity: Severity) -> Option<u32> {
        *self.seconds_mut(severity)
    }

    pub const fn seconds_mut(&mut self, severity: Severity) -> &mut Option<u32> {
        match severity {
            Severity::Sev1 => &mut self.sev1,
            Severity::Sev2 => &mut self.sev2,
            Severity::Sev3 => &mut self.sev3,
            Severity::Sev4 => &mut self.sev4,
        }
    }

    pub fn is_never(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Occasion {
    Opening,
    #[default]
    Progress,
    Degraded,
    Restored,
    Closing,
}

impl Occasion {
    pub const ALL: [Self; 5] = [Self::Opening, Self::Progress, Self::Degraded, Self::Restored, Self::Closing];

    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Update {
    /// The record that posted it, which identifies it.
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
    /// Whether its targets are decided; an audience may have none.
    pub addressed: bool,
    pub deliveries: Vec<Delivery>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
}

/// An automatic message to a target; forgotten once it has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Push {
    pub seq: Seq,
    pub at: Moment,
    pub audience: AudienceId,
    pub text: Prose,
    pub delivery: Delivery,
}

/// The delivery of a message to one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    pub target: TargetName,
    #[serde(flatten)]
    pub state: DeliveryState,
    /// A part was sent, and its outcome is unknown.
    pub begun: bool,
    /// The number of parts that have arrived.
    pub parts: u16,
    /// One of them perhaps twice.
    #[serde(skip)]
    pub doubtful: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(tag = "state", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeliveryState {
    /// Not tried yet, or to be tried again at once.
    Pending,
    /// To be tried again.
    Delayed { reason: Line },
    /// `repeat`: it may have arrived twice.
    Delivered { at: Moment, repeat: bool },
    /// Not tried again automatically.
    Failed { at: Moment, reason: Line },
}

impl DeliveryState {
    pub fn name(&self) -> &'static str {
        self.into()
    }

    pub const fn waits(&self) -> bool {
        matches!(self, Self::Pending | Self::Delayed { .. })
    }
}

/// The next message for a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingDelivery {
    /// The record of the update or the push.
    pub message: Seq,
    pub audience: AudienceId,
    /// `None` for an automatic message.
    pub occasion: Option<Occasion>,
    pub text: Prose,
    pub by: PersonName,
    pub at: Moment,
    pub begun: bool,
    pub parts: u16,
    /// Why it has not arrived so far.
    pub delayed: Option<Line>,
}

/// Why a target accepts nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub message: Seq,
    pub at: Moment,
    pub reason: Line,
}

/// A target of the host's settings, as plain data for the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFact {
    pub name: TargetName,
    pub audiences: Vec<AudienceId>,
    pub kind: Line,
    pub host: Line,
    pub push: Vec<Line>,
    /// Why it cannot be used.
    pub trouble: Option<Line>,
}

/// A message as a target will show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub target: TargetName,
    pub kind: Line,
    pub host: Line,
    pub parts: Vec<Prose>,
    pub notes: Vec<Line>,
}

/// The pending messages, indexed.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    /// Updates without targets yet.
    pub unaddressed: BTreeSet<Seq>,
    /// The pending messages of each target, oldest first.
    pub waiting: BTreeMap<TargetName, BTreeSet<Seq>>,
}

impl Outbox {
    pub fn wait(&mut self, target: &TargetName, message: Seq) {
        self.waiting.entry(target.clone()).or_default().insert(message);
    }

    pub fn settle(&mut self, target: &TargetName, message: Seq) {
        if let Some(waiting) = self.waiting.get_mut(target) {
            waiting.remove(&message);
            if waiting.is_empty() {
                self.waiting.remove(target);
            }
        }
    }
}

impl Delivery {
    fn new(target: &TargetName) -> Self {
        Self { target: target.clone(), state: DeliveryState::Pending, begun: false, parts: 0, doubtful: false }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateEvent {
    /// An audience is added or changed.
    AudienceSet { audience: Box<Audience> },
    #[serde(rename = "update_proposed")]
    Proposed { audience: AudienceId, occasion: Occasion, text: Prose },
    #[serde(rename = "update_dropped")]
    Dropped { proposal: Seq },
    #[serde(rename = "update_posted")]
    Posted(Box<Posted>),
    #[serde(rename = "update_addressed")]
    Addressed { update: Seq, targets: Vec<TargetName> },
    /// An automatic report to a target.
    Pushed(Box<Pushed>),
    /// A part of `message` is about to be sent.
    SendBegun { message: Seq, target: TargetName },
    PartSent {
        message: Seq,
        target: TargetName,
        part: u16,
        /// It may have arrived twice.
        #[serde(default, skip_serializing_if = "Not::not")]
        repeat: bool,
    },
    Delivered {
        message: Seq,
        target: TargetName,
        #[serde(default, skip_serializing_if = "Not::not")]
        repeat: bool,
    },
    #[serde(rename = "delivery_delayed")]
    Delayed {
        message: Seq,
        target: TargetName,
        reason: Line,
        /// It may have arrived all the same.
        #[serde(default, skip_serializing_if = "Not::not")]
        maybe_sent: bool,
    },
    #[serde(rename = "delivery_failed")]
    Failed { message: Seq, target: TargetName, reason: Line },
    #[serde(rename = "delivery_retried")]
    Retried { message: Seq, target: TargetName },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Posted {
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Seq>,
}

/// A report of everything up to record `through` to one target; an empty text reports nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pushed {
    pub target: TargetName,
    pub audience: AudienceId,
    pub through: Seq,
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
}
