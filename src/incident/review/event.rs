//! Findings and follow-up actions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::incident::{ActionId, Change, FindingId, Line, PersonName, Prose, StepId};

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
