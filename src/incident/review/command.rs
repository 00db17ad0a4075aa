//! The review: findings, and the actions that follow from them.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::incident::asking::Asking;
use crate::incident::checks::{
    ACTIONS_MAX, FINDINGS_MAX, given, named, one, optional, step_of, titled, written,
};
use crate::incident::{
    ActionChange, ActionId, Change, Event, Field, Finding, FindingId, FollowUp, Incident, Line, NewAction,
    PersonName, Prose, Refusal, ReviewEvent, StepId,
};

/// Findings and follow-up actions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ReviewCommand {
    /// What the review found, about a phase or in general.
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
    /// What somebody does after the crisis, so that it goes better the next time.
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
    pub(in crate::incident) fn decide(self, incident: &Incident) -> Result<Vec<Event>, Refusal> {
        one(match self {
            Self::AddFinding { text, about } => add_finding(incident, text, about),
            Self::CorrectFinding { finding, text } => correct_finding(incident, finding, text),
            Self::DropFinding { finding, reason } => drop_finding(incident, finding, reason),
            Self::AddAction { title, owner, due, finding } => {
                let action = incident.last_action.next();
                add_action(incident, NewAction { action, title, owner, due, finding })
            }
            Self::ChangeAction { action, title, owner, due, finding } => {
                change_action(incident, ActionChange { action, title, owner, due, finding })
            }
            Self::FinishAction { action, outcome } => finish_action(incident, action, outcome),
            Self::ReopenAction { action } => reopen_action(incident, action),
            Self::DropAction { action, reason } => drop_action(incident, action, reason),
        })
    }

    pub(in crate::incident) fn authorise(&self, asking: &Asking<'_>) -> Result<(), Refusal> {
        match self {
            Self::AddFinding { .. } | Self::AddAction { .. } => Ok(()),
            Self::CorrectFinding { finding, .. } | Self::DropFinding { finding, .. } => {
                match asking.incident.finding(*finding) {
                    Some(finding) => asking.deputy_or(&[&finding.by]),
                    None => Ok(()),
                }
            }
            Self::ChangeAction { action, .. }
            | Self::FinishAction { action, .. }
            | Self::ReopenAction { action }
            | Self::DropAction { action, .. } => match asking.incident.action(*action) {
                Some(FollowUp { owner: Some(owner), by, .. }) => asking.deputy_or(&[owner, by]),
                Some(action) => asking.deputy_or(&[&action.by]),
                None => Ok(()),
            },
        }
    }
}

fn add_finding(incident: &Incident, text: Prose, about: Option<StepId>) -> Result<Event, Refusal> {
    written(&text)?;
    if let Some(step) = &about {
        step_of(incident, step)?;
    }
    if incident.findings.len() >= FINDINGS_MAX {
        return Err(Refusal::TooMany { what: Field::Findings, max: FINDINGS_MAX });
    }
    Ok(Event::Review(ReviewEvent::FindingAdded { finding: incident.last_finding.next(), text, about }))
}

fn correct_finding(incident: &Incident, finding: FindingId, text: Prose) -> Result<Event, Refusal> {
    written(&text)?;
    match standing(incident, finding)? {
        it if it.text == text => Err(Refusal::NoChange),
        _ => Ok(Event::Review(ReviewEvent::FindingCorrected { finding, text })),
    }
}

fn drop_finding(incident: &Incident, finding: FindingId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    standing(incident, finding)?;
    Ok(Event::Review(ReviewEvent::FindingDropped { finding, reason }))
}

fn add_action(incident: &Incident, new: NewAction) -> Result<Event, Refusal> {
    titled(&new.title)?;
    new.owner.as_ref().map_or(Ok(()), named_person)?;
    new.due.map_or(Ok(()), |due| sensible(incident, due))?;
    new.finding.map_or(Ok(()), |finding| standing(incident, finding).map(|_| ()))?;
    if incident.actions.len() >= ACTIONS_MAX {
        return Err(Refusal::TooMany { what: Field::Actions, max: ACTIONS_MAX });
    }
    Ok(Event::Review(ReviewEvent::ActionAdded(Box::new(new))))
}

/// What is as it was already is left out of the record, and a change of nothing is none.
fn change_action(incident: &Incident, mut change: ActionChange) -> Result<Event, Refusal> {
    change.title.as_ref().map_or(Ok(()), titled)?;
    let now = open(incident, change.action)?;
    change.title = change.title.filter(|title| *title != now.title);
    change.owner = unless_same(change.owner, now.owner.as_ref());
    change.due = unless_same(change.due, now.due.as_ref());
    change.finding = unless_same(change.finding, now.finding.as_ref());
    if let Change::To(owner) = &change.owner {
        named_person(owner)?;
    }
    if let Change::To(due) = change.due {
        sensible(incident, due)?;
    }
    if let Change::To(finding) = change.finding {
        standing(incident, finding)?;
    }
    let same =
        change.title.is_none() && change.owner.is_keep() && change.due.is_keep() && change.finding.is_keep();
    if same {
        Err(Refusal::NoChange)
    } else {
        Ok(Event::Review(ReviewEvent::ActionChanged(Box::new(change))))
    }
}

fn finish_action(incident: &Incident, action: ActionId, outcome: Line) -> Result<Event, Refusal> {
    optional(&outcome)?;
    open(incident, action)?;
    Ok(Event::Review(ReviewEvent::ActionFinished { action, outcome }))
}

fn reopen_action(incident: &Incident, action: ActionId) -> Result<Event, Refusal> {
    match action_of(incident, action)? {
        it if it.is_open() => Err(action_is(it)),
        _ => Ok(Event::Review(ReviewEvent::ActionReopened { action })),
    }
}

fn drop_action(incident: &Incident, action: ActionId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    open(incident, action)?;
    Ok(Event::Review(ReviewEvent::ActionDropped { action, reason }))
}

fn standing(incident: &Incident, id: FindingId) -> Result<&Finding, Refusal> {
    let finding = incident.finding(id).ok_or(Refusal::NoSuchFinding { finding: id })?;
    match &finding.dropped {
        Some(dropped) => Err(Refusal::FindingDropped { finding: id, by: (dropped.at, dropped.by.clone()) }),
        None => Ok(finding),
    }
}

fn action_of(incident: &Incident, id: ActionId) -> Result<&FollowUp, Refusal> {
    incident.action(id).ok_or(Refusal::NoSuchAction { action: id })
}

fn open(incident: &Incident, id: ActionId) -> Result<&FollowUp, Refusal> {
    let action = action_of(incident, id)?;
    if action.is_open() { Ok(action) } else { Err(action_is(action)) }
}

fn action_is(action: &FollowUp) -> Refusal {
    let by = action.settled().map(|(at, person)| (at, person.clone()));
    Refusal::ActionIs { action: action.id, state: action.state.name(), by }
}

fn named_person(person: &PersonName) -> Result<(), Refusal> {
    named(&Line::new(person.as_str()), Field::Name)
}

fn sensible(incident: &Incident, due: NaiveDate) -> Result<(), Refusal> {
    if is_sensible(due, incident.today(incident.opened_at)) { Ok(()) } else { Err(Refusal::BadDue { due }) }
}

fn unless_same<T: PartialEq>(change: Change<T>, now: Option<&T>) -> Change<T> {
    match change {
        Change::Clear if now.is_none() => Change::Keep,
        Change::To(value) if now == Some(&value) => Change::Keep,
        other => other,
    }
}

/// Whether a due date is one that somebody means: not before the incident opened, nor a century away.
fn is_sensible(due: NaiveDate, opened: NaiveDate) -> bool {
    due >= opened && due.year() - opened.year() <= 100
}
