//! What the review lists.

use chrono::NaiveDate;

use crate::incident::{ActionId, Finding, FindingId, FollowUp, FollowUpState};
use crate::lang::{Lang, vars};
use crate::theme::Meaning;
use crate::ui::view::View;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reviewed {
    Finding(FindingId),
    Action(ActionId),
}

#[derive(Clone, Copy, Debug)]
pub enum Row<'a> {
    Finding(&'a Finding),
    Action(&'a FollowUp),
}

impl Row<'_> {
    pub const fn about(&self) -> Reviewed {
        match self {
            Self::Finding(finding) => Reviewed::Finding(finding.id),
            Self::Action(action) => Reviewed::Action(action.id),
        }
    }
}

/// The lines in drawn order: findings, dropped ones last, then actions by urgency.
pub fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let incident = view.incident;
    let dropped = incident.findings.iter().filter(|it| it.dropped.is_some()).map(AsRef::as_ref);
    let findings = incident.standing_findings().chain(dropped).map(Row::Finding);
    let mut actions: Vec<&FollowUp> = incident.actions.iter().map(AsRef::as_ref).collect();
    actions.sort_by_key(|action| action.urgency());
    findings.chain(actions.into_iter().map(Row::Action)).collect()
}

/// The place of the selection; if that is gone, the first line.
pub fn place(rows: &[Row<'_>], chosen: Option<Reviewed>) -> usize {
    rows.iter().position(|row| Some(row.about()) == chosen).unwrap_or(0)
}

/// The state of an action as a sign, a colour and words.
pub fn standing(action: &FollowUp, today: NaiveDate, lang: Lang) -> (&'static str, Meaning, String) {
    let days = |due: NaiveDate| (due - today).num_days();
    match (&action.state, action.due) {
        (FollowUpState::Open, Some(due)) if action.is_overdue(today) => {
            ("▲", Meaning::ClockLate, lang.say_with("review-late", &vars![days = -days(due)]))
        }
        (FollowUpState::Open, Some(due)) => {
            let meaning = if days(due) <= SOON { Meaning::ClockDue } else { Meaning::Text };
            ("☐", meaning, lang.say_with("review-due-in", &vars![days = days(due)]))
        }
        (FollowUpState::Open, None) => ("☐", Meaning::Text, lang.follow_up_state(action, today)),
        (FollowUpState::Done { .. }, _) => ("☑", Meaning::ServiceUp, lang.follow_up_state(action, today)),
        (FollowUpState::Dropped(_), _) => ("–", Meaning::TextMuted, lang.follow_up_state(action, today)),
    }
}

/// An action due within this many days calls for attention.
const SOON: i64 = 2;
