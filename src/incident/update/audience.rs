//! Audiences: who is notified, how often, in which language.

use serde::{Deserialize, Serialize};

use crate::incident::{AudienceId, Line, Severity, Span};

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
