//! What the review found, and what follows from it.

use chrono::NaiveDate;
use serde::Serialize;

use super::builder::Builder;
use crate::incident::{ActionId, FindingId, FollowUp, FollowUpState, Moment, PersonName};

#[derive(Clone, Debug, Serialize)]
pub struct ReportedFinding {
    pub id: FindingId,
    pub text: String,
    pub about: Option<String>,
    pub by: PersonName,
    pub at: Moment,
    /// Why it was dropped, if it was.
    pub dropped: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReportedAction {
    pub id: ActionId,
    pub title: String,
    pub owner: Option<PersonName>,
    pub due: Option<NaiveDate>,
    pub finding: Option<FindingId>,
    pub state: ActionState,
    pub overdue: bool,
    /// When it was done or dropped.
    pub settled: Option<Moment>,
    /// What came of it, or why it was dropped.
    pub outcome: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    Open,
    Done,
    Dropped,
}

impl Builder<'_> {
    pub fn findings(&self) -> Vec<ReportedFinding> {
        let findings = self.incident.findings.iter().map(|finding| ReportedFinding {
            id: finding.id,
            text: finding.text.as_str().to_owned(),
            about: finding.about.as_ref().map(|step| self.title(step).to_owned()),
            by: finding.by.clone(),
            at: self.wall(finding.at),
            dropped: finding.dropped.as_ref().map(|dropped| dropped.reason.as_str().to_owned()),
        });
        findings.collect()
    }

    pub fn actions(&self) -> Vec<ReportedAction> {
        let action = |action: &FollowUp| {
            let (state, outcome) = match &action.state {
                FollowUpState::Open => (ActionState::Open, String::new()),
                FollowUpState::Done { outcome, .. } => (ActionState::Done, outcome.to_string()),
                FollowUpState::Dropped(dropped) => (ActionState::Dropped, dropped.reason.to_string()),
            };
            ReportedAction {
                id: action.id,
                title: action.title.to_string(),
                owner: action.owner.clone(),
                due: action.due,
                finding: action.finding,
                state,
                overdue: action.is_overdue(self.today),
                settled: action.settled().map(|(at, _)| self.wall(at)),
                outcome,
            }
        };
        self.incident.actions.iter().map(|it| action(it)).collect()
    }
}
