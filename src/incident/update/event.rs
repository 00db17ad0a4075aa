//! Updates for audiences, and how they are delivered.

use serde::{Deserialize, Serialize};

use crate::incident::{Audience, AudienceId, Line, Occasion, Prose, Seq, TargetName};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum UpdateEvent {
    /// An audience is added, or its settings change.
    AudienceSet { audience: Box<Audience> },
    #[serde(rename = "update_proposed")]
    Proposed { audience: AudienceId, occasion: Occasion, text: Prose },
    #[serde(rename = "update_dropped")]
    /// The proposal is not sent.
    Dropped { proposal: Seq },
    #[serde(rename = "update_posted")]
    Posted(Box<Posted>),
    #[serde(rename = "update_addressed")]
    /// The targets of an update are decided.
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
        #[serde(default, skip_serializing_if = "is_false")]
        repeat: bool,
    },
    Delivered {
        message: Seq,
        target: TargetName,
        #[serde(default, skip_serializing_if = "is_false")]
        /// It may have arrived twice.
        repeat: bool,
    },
    #[serde(rename = "delivery_delayed")]
    Delayed {
        message: Seq,
        target: TargetName,
        reason: Line,
        /// It may have arrived all the same.
        #[serde(default, skip_serializing_if = "is_false")]
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
    /// The record that proposed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Seq>,
}

/// What happened up to record `through`, for one target; an empty text reports nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pushed {
    pub target: TargetName,
    pub audience: AudienceId,
    pub through: Seq,
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub text: Prose,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(it: &bool) -> bool {
    !*it
}
