//! Who has to be told, how often, and when the next update is due.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::ids::AudienceId;
use super::plan::StepKind;
use super::right::{Right, Who};
use super::state::{Incident, Severity};
use super::step::Run;
use super::text::Line;
use super::time::{Moment, Span};
use super::update::Update;

/// People who are told together, in one language and at one cadence.
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
    /// Outside the organisation: nothing internal is told.
    #[serde(default, skip_serializing_if = "is_false")]
    pub outside: bool,
    /// Told at night too: its clock does not wait for the morning.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nights: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(it: &bool) -> bool {
    !*it
}

/// How often an audience is told, in seconds, by severity; where none is given nothing is ever due.
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

/// When an audience has to be told next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub at: Moment,
    /// Until then; negative once it is late.
    pub left: Span,
    /// Since the last update, or since the opening where there was none.
    pub since_last: Span,
    pub state: DueState,
}

/// What a colour and a sign say of an update that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    Calm,
    /// Within five minutes, or within a quarter of the interval where that is less.
    Soon,
    Late,
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

impl DueState {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }
}

impl Incident {
    pub fn audience(&self, id: &AudienceId) -> Option<&Arc<Audience>> {
        self.audiences.iter().find(|audience| audience.id == *id)
    }

    /// Whether somebody may say what an audience is told: who is in command, and the account whose host it is.
    pub fn may_approve(&self, who: &Who) -> bool {
        match who.rights.right {
            Right::Owner => true,
            Right::House | Right::Observer => false,
            Right::Member | Right::Deputy | Right::Commander => self.commander == who.by.person,
        }
    }

    /// The newest update that an audience was sent.
    pub fn last_update(&self, audience: &AudienceId) -> Option<&Update> {
        self.updates.iter().rev().find(|update| update.audience == *audience).map(AsRef::as_ref)
    }

    /// When an audience has to be told next; none where nothing is due at this severity, or once all is over.
    ///
    /// It is one interval after its last update, or after the opening, at the severity of now. Holds and breaks do not
    /// stop that clock. What falls into a night waits for the morning, unless the audience is told at night too.
    pub fn next_update(&self, audience: &Audience, now: Moment) -> Option<Due> {
        if self.is_closed() {
            return None;
        }
        let every = audience.every.at(self.severity)?;
        let now = now.max(self.at);
        let last = self.last_update(&audience.id).map_or(self.opened_at, |update| update.at);
        let due = last + every;
        let at = if audience.nights { due } else { self.after_night(due) };
        let left = at - now;
        let state = if left < Span::zero() {
            DueState::Late
        } else if left <= Span::minutes(5).min(every / 4) {
            DueState::Soon
        } else {
            DueState::Calm
        };
        Some(Due { at, left, since_last: now - last, state })
    }

    /// The moment itself, or the morning of the night that it falls into.
    fn after_night(&self, moment: Moment) -> Moment {
        let nights = self.steps.iter().filter_map(|step| match step.kind {
            StepKind::DayEnd { resume, .. } => Some((resume, &step.runs)),
            StepKind::Phase { .. } | StepKind::Break { .. } => None,
        });
        let mut nights: Vec<(Moment, Moment)> = nights
            .flat_map(|(resume, runs)| runs.iter().map(move |run| (run, resume)))
            .map(|(Run { from, to, .. }, resume)| {
                let morning = self.morning_after(*from, resume);
                // A day that starts before its time is a day.
                (*from, to.map_or(morning, |to| to.min(morning)))
            })
            .collect();
        nights.sort_unstable();
        nights.into_iter().fold(
            moment,
            |moment, (from, morning)| {
                if (from..morning).contains(&moment) { morning } else { moment }
            },
        )
    }
}
