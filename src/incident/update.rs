//! Audiences, what they are sent, and whether it arrived.

pub mod command;
pub mod due;
pub mod event;
pub mod fold;
pub mod queue;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::incident::{AudienceId, Line, Moment, PersonName, Prose, Seq, Severity, Span, TargetName};

/// People who are notified together, in one language and at one cadence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    pub id: AudienceId,
    pub name: Line,
    /// `fr` or `en`; the plan's where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Line>,
    #[serde(default, skip_serializing_if = "Cadence::is_never")]
    pub every: Cadence,
    /// Nothing goes out before the commander has approved it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub approval: bool,
    /// External readers: nothing internal is sent to them.
    #[serde(default, skip_serializing_if = "is_false")]
    pub outside: bool,
    /// Notified at night too: its clock does not wait for the morning.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nights: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(it: &bool) -> bool {
    !*it
}

/// How often an audience is notified, in seconds, by severity; without any, nothing is ever due.
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
    /// The shortest and the longest interval, in seconds.
    pub const LEAST: u32 = 60;
    pub const MOST: u32 = 366 * 86_400;

    /// The same whatever the severity.
    pub const fn always(seconds: u32) -> Self {
        let every = Some(seconds);
        Self { sev1: every, sev2: every, sev3: every, sev4: every }
    }

    pub fn at(self, severity: Severity) -> Option<Span> {
        self.seconds(severity).map(|seconds| Span::seconds(seconds.into()))
    }

    pub const fn seconds(self, severity: Severity) -> Option<u32> {
        match severity {
            Severity::Sev1 => self.sev1,
            Severity::Sev2 => self.sev2,
            Severity::Sev3 => self.sev3,
            Severity::Sev4 => self.sev4,
        }
    }

    pub const fn set(&mut self, severity: Severity, seconds: Option<u32>) {
        match severity {
            Severity::Sev1 => self.sev1 = seconds,
            Severity::Sev2 => self.sev2 = seconds,
            Severity::Sev3 => self.sev3 = seconds,
            Severity::Sev4 => self.sev4 = seconds,
        }
    }

    pub fn is_never(&self) -> bool {
        *self == Self::default()
    }
}

/// The moment of a crisis that an update reports.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Occasion {
    Opening,
    #[default]
    Progress,
    /// Degraded mode is reached.
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

/// An update that was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Update {
    /// The record that posted it, by which it is named.
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
    /// Whether it is settled where it goes; an audience may have no target at all.
    pub addressed: bool,
    pub deliveries: Vec<Delivery>,
}

/// An update that waits for the commander.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub seq: Seq,
    pub at: Moment,
    pub by: PersonName,
    pub audience: AudienceId,
    pub occasion: Occasion,
    pub text: Prose,
}

/// What the program sends to a target by itself; forgotten once it has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Push {
    pub seq: Seq,
    pub at: Moment,
    pub audience: AudienceId,
    pub text: Prose,
    pub delivery: Delivery,
}

/// How far a message is on its way to one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delivery {
    pub target: TargetName,
    #[serde(flatten)]
    pub state: DeliveryState,
    /// Something was handed to the target, and what became of it is not known.
    pub begun: bool,
    /// How many parts have arrived.
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
    /// It is tried again.
    Delayed { reason: Line },
    /// `repeat`: it may have arrived twice.
    Delivered { at: Moment, repeat: bool },
    /// It is not tried again by itself.
    Failed { at: Moment, reason: Line },
}

impl DeliveryState {
    pub fn name(&self) -> &'static str {
        self.into()
    }

    /// Whether it has still to go out.
    pub const fn waits(&self) -> bool {
        matches!(self, Self::Pending | Self::Delayed { .. })
    }
}

/// The next thing to bring to a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingDelivery {
    /// The record of the update or the push.
    pub message: Seq,
    pub audience: AudienceId,
    /// `None` for what the program sends by itself.
    pub occasion: Option<Occasion>,
    pub text: Prose,
    pub by: PersonName,
    pub at: Moment,
    pub begun: bool,
    pub parts: u16,
    /// Why it has not arrived so far.
    pub delayed: Option<Line>,
}

/// Why a target takes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub message: Seq,
    pub at: Moment,
    pub reason: Line,
}

/// Where messages go, as the host's settings have it; plain data for the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetFact {
    pub name: TargetName,
    pub audiences: Vec<AudienceId>,
    pub kind: Line,
    pub host: Line,
    pub push: Vec<Line>,
    /// Why it cannot be used as it is set.
    pub trouble: Option<Line>,
}

/// A message as one target will show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub target: TargetName,
    pub kind: Line,
    pub host: Line,
    pub parts: Vec<Prose>,
    pub notes: Vec<Line>,
}

/// What has to go out, found without a walk.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    /// Updates without targets yet.
    pub unaddressed: BTreeSet<Seq>,
    /// What waits for each target, the oldest first.
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
        Self {
            target: target.clone(),
            state: DeliveryState::Pending,
            begun: false,
            parts: 0,
            doubtful: false,
        }
    }
}
