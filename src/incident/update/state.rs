//! What an audience is sent, and whether it arrived.

use serde::{Deserialize, Serialize};

use crate::incident::{AudienceId, Line, Moment, PersonName, Prose, Seq, TargetName};

/// The moment of a crisis that an update reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

    pub const fn name(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Progress => "progress",
            Self::Degraded => "degraded",
            Self::Restored => "restored",
            Self::Closing => "closing",
        }
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum DeliveryState {
    Pending,
    /// It is tried again.
    Delayed {
        reason: Line,
    },
    /// `repeat`: it may have arrived twice.
    Delivered {
        at: Moment,
        repeat: bool,
    },
    /// It is not tried again by itself.
    Failed {
        at: Moment,
        reason: Line,
    },
}

impl DeliveryState {
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Delayed { .. } => "delayed",
            Self::Delivered { .. } => "delivered",
            Self::Failed { .. } => "failed",
        }
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

impl Delivery {
    pub(in crate::incident) fn new(target: &TargetName) -> Self {
        Self {
            target: target.clone(),
            state: DeliveryState::Pending,
            begun: false,
            parts: 0,
            doubtful: false,
        }
    }
}

impl Push {
    pub(in crate::incident) fn new(
        seq: Seq,
        at: Moment,
        audience: AudienceId,
        target: &TargetName,
        text: Prose,
    ) -> Self {
        Self { seq, at, audience, text, delivery: Delivery::new(target) }
    }
}
