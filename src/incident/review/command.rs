//! The review: findings, and the actions that follow from them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::incident::asker::Asker;
use crate::incident::checks::{
    ACTIONS_MAX, FINDINGS_MAX, changes, given, optional, person, room_for, step_of, titled, written,
};
use crate::incident::{
    ActionChange, ActionId, Change, Field, Finding, FindingId, FollowUp, Incident, Line, NewAction, PersonName, Prose,
    Refusal, ReviewEvent, StepId,
};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReviewCommand {
    AddFinding {
        text: Prose,
        about: Option<StepId>,
    },
    CorrectFinding {
        finding: FindingId,
        text: Prose,
    },
    DropFinding {
        finding: FindingId,
        reason: Line,
    },
    AddAction {
        title: Line,
        owner: Option<PersonName>,
        due: Option<NaiveDate>,
        finding: Option<FindingId>,
    },
    ChangeAction {
        action: ActionId,
        title: Option<Line>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        owner: Change<PersonName>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        due: Change<NaiveDate>,
        #[serde(default, skip_serializing_if = "Change::is_keep")]
        finding: Change<FindingId>,
    },
    FinishAction {
        action: ActionId,
        outcome: Line,
    },
    ReopenAction {
        action: ActionId,
    },
    DropAction {
        action: ActionId,
        reason: Line,
    },
}

impl ReviewCommand {
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<ReviewEvent, Refusal> {
        Ok(match self {
            Self::AddFinding { text, about } => {
                written(&text)?;
                about.as_ref().map(|step| step_of(incident, step)).transpose()?;
                room_for(Field::Findings, incident.findings.len(), FINDINGS_MAX)?;
                ReviewEvent::FindingAdded { finding: incident.last_finding.next(), text, about }
            }
            Self::CorrectFinding { finding, text } => {
                written(&text)?;
                changes(standing(incident, finding)?.text != text)?;
                ReviewEvent::FindingCorrected { finding, text }
            }
            Self::DropFinding { finding, reason } => {
                given(&reason)?;
                standing(incident, finding)?;
                ReviewEvent::FindingDropped { finding, reason }
            }
            Self::AddAction { title, owner, due, finding } => {
                let action = incident.last_action.next();
                add_action(incident, NewAction { action, title, owner, due, finding })?
            }
            Self::ChangeAction { action, title, owner, due, finding } => {
                change_action(incident, ActionChange { action, title, owner, due, finding })?
            }
            Self::FinishAction { action, outcome } => {
                optional(&outcome)?;
                action_that(incident, action, true)?;
                ReviewEvent::ActionFinished { action, outcome }
            }
            Self::ReopenAction { action } => {
                action_that(incident, action, false)?;
                ReviewEvent::ActionReopened { action }
            }
            Self::DropAction { action, reason } => {
                given(&reason)?;
                action_that(incident, action, true)?;
                ReviewEvent::ActionDropped { action, reason }
            }
        })
    }

    pub(in crate::incident) fn authorise(&self, asker: &Asker<'_>) -> Result<(), Refusal> {
        match self {
            Self::AddFinding { .. } | Self::AddAction { .. } => Ok(()),
            Self::CorrectFinding { finding, .. } | Self::DropFinding { finding, .. } => {
                match asker.incident.finding(*finding) {
                    Some(finding) => asker.deputy_or(&[&finding.by]),
                    None => Ok(()),
                }
            }
            Self::ChangeAction { action, .. }
            | Self::FinishAction { action, .. }
            | Self::ReopenAction { action }
            | Self::DropAction { action, .. } => match asker.incident.action(*action) {
                Some(FollowUp { owner: Some(owner), by, .. }) => asker.deputy_or(&[owner, by]),
                Some(action) => asker.deputy_or(&[&action.by]),
                None => Ok(()),
            },
        }
    }
}

fn add_action(incident: &Incident, new: NewAction) -> Result<ReviewEvent, Refusal> {
    titled(&new.title)?;
    new.owner.as_ref().map(person).transpose()?;
    new.due.map(|due| sensible(incident, due)).transpose()?;
    new.finding.map(|finding| standing(incident, finding)).transpose()?;
    room_for(Field::Actions, incident.actions.len(), ACTIONS_MAX)?;
    Ok(ReviewEvent::ActionAdded(Box::new(new)))
}

/// Leaves unchanged fields out of the record.
fn change_action(incident: &Incident, mut change: ActionChange) -> Result<ReviewEvent, Refusal> {
    change.title.as_ref().map(titled).transpose()?;
    let now = action_that(incident, change.action, true)?;
    change.title = change.title.filter(|title| *title != now.title);
    change.owner = unless_same(change.owner, now.owner.as_ref());
    change.due = unless_same(change.due, now.due.as_ref());
    change.finding = unless_same(change.finding, now.finding.as_ref());
    if let Change::To(owner) = &change.owner {
        person(owner)?;
    }
    if let Change::To(due) = change.due {
        sensible(incident, due)?;
    }
    if let Change::To(finding) = change.finding {
        standing(incident, finding)?;
    }
    let keeps_all =
        change.title.is_none() && change.owner.is_keep() && change.due.is_keep() && change.finding.is_keep();
    changes(!keeps_all)?;
    Ok(ReviewEvent::ActionChanged(Box::new(change)))
}

fn standing(incident: &Incident, id: FindingId) -> Result<&Finding, Refusal> {
    let finding = incident.finding(id).ok_or(Refusal::NoSuchFinding { finding: id })?;
    match &finding.dropped {
        Some(dropped) => Err(Refusal::FindingDropped { finding: id, by: (dropped.at, dropped.by.clone()) }),
        None => Ok(finding),
    }
}

/// Returns an action that is open, or one that is not.
fn action_that(incident: &Incident, id: ActionId, is_open: bool) -> Result<&FollowUp, Refusal> {
    let action = incident.action(id).ok_or(Refusal::NoSuchAction { action: id })?;
    if action.is_open() == is_open {
        return Ok(action);
    }
    let by = action.settled().map(|(at, person)| (at, person.clone()));
    Err(Refusal::ActionIs { action: id, state: action.state.name(), by })
}

/// Refuses a due date before the opening or over a century away: a typing error.
fn sensible(incident: &Incident, due: NaiveDate) -> Result<(), Refusal> {
    let opened = incident.today(incident.opened_at);
    let is_sensible = due >= opened && due.year() - opened.year() <= 100;
    if is_sensible { Ok(()) } else { Err(Refusal::BadDue { due }) }
}

fn unless_same<T: PartialEq>(change: Change<T>, now: Option<&T>) -> Change<T> {
    match change {
        Change::Clear if now.is_none() => Change::Keep,
        Change::To(value) if now == Some(&value) => Change::Keep,
        other => other,
    }
}
