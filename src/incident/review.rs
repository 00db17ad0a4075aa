//! The review after a crisis: findings and follow-up actions.

pub mod command;
pub mod fold;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::incident::{ActionId, FindingId, Line, Moment, PersonName, Prose, Seq, StepId};

/// A finding of a review: what went well, badly, or was not foreseen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub id: FindingId,
    pub seq: Seq,
    pub text: Prose,
    pub about: Option<StepId>,
    pub by: PersonName,
    pub at: Moment,
    pub corrected: Option<(Moment, PersonName)>,
    pub dropped: Option<Dropped>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    pub id: ActionId,
    pub seq: Seq,
    pub title: Line,
    pub owner: Option<PersonName>,
    pub due: Option<NaiveDate>,
    pub finding: Option<FindingId>,
    pub by: PersonName,
    pub at: Moment,
    #[serde(flatten)]
    pub state: FollowUpState,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(tag = "state", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FollowUpState {
    Open,
    Done { done_at: Moment, done_by: PersonName, outcome: Line },
    Dropped(Dropped),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    #[serde(rename = "dropped_at")]
    pub at: Moment,
    #[serde(rename = "dropped_by")]
    pub by: PersonName,
    pub reason: Line,
}

/// A change of an optional field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    #[default]
    Keep,
    Clear,
    To(T),
}

impl<T> Change<T> {
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// The field after the change.
    pub fn applied(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::To(value) => Some(value),
        }
    }
}

/// An omitted field stays as it is, `null` clears it; so `Keep` is never written.
impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::To(value) => serializer.serialize_some(value),
            Self::Keep | Self::Clear => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Clear, Self::To))
    }
}

impl FollowUpState {
    pub const ALL: [&'static str; 3] = ["open", "done", "dropped"];

    pub fn name(&self) -> &'static str {
        self.into()
    }
}

impl FollowUp {
    pub const fn is_open(&self) -> bool {
        matches!(self.state, FollowUpState::Open)
    }

    /// Its sort key in a list: open ones by due date, then those without one, settled ones last.
    pub fn urgency(&self) -> (bool, NaiveDate, ActionId) {
        let due = self.due.filter(|_| self.is_open()).unwrap_or(NaiveDate::MAX);
        (!self.is_open(), due, self.id)
    }

    /// Whether it was due before `today`.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }

    /// When it was finished or dropped, and by whom.
    pub const fn settled(&self) -> Option<(Moment, &PersonName)> {
        match &self.state {
            FollowUpState::Open => None,
            FollowUpState::Done { done_at, done_by, .. } => Some((*done_at, done_by)),
            FollowUpState::Dropped(dropped) => Some((dropped.at, &dropped.by)),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReviewEvent {
    FindingAdded {
        finding: FindingId,
        text: Prose,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<StepId>,
    },
    FindingCorrected {
        finding: FindingId,
        text: Prose,
    },
    FindingDropped {
        finding: FindingId,
        reason: Line,
    },
    ActionAdded(Box<NewAction>),
    ActionChanged(Box<ActionChange>),
    ActionFinished {
        action: ActionId,
        #[serde(default, skip_serializing_if = "Line::is_empty")]
        outcome: Line,
    },
    ActionReopened {
        action: ActionId,
    },
    ActionDropped {
        action: ActionId,
        reason: Line,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAction {
    pub action: ActionId,
    pub title: Line,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionChange {
    pub action: ActionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Line>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub owner: Change<PersonName>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub due: Change<NaiveDate>,
    #[serde(default, skip_serializing_if = "Change::is_keep")]
    pub finding: Change<FindingId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Holder {
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        it: Change<u8>,
    }

    #[test]
    fn a_change_is_left_out_null_or_a_value() {
        for (it, json) in [(Change::Keep, "{}"), (Change::Clear, r#"{"it":null}"#), (Change::To(3), r#"{"it":3}"#)] {
            assert_eq!(serde_json::to_string(&Holder { it }).unwrap(), json);
            assert_eq!(serde_json::from_str::<Holder>(json).unwrap(), Holder { it });
        }
    }
}
