//! The review: findings, and the actions that follow from them.

use chrono::NaiveDate;

use super::{ACTIONS_MAX, FINDINGS_MAX, given, optional, step_of, title as check_title, written};
use crate::incident::event::{ActionChange, Event, NewAction, ReviewEvent};
use crate::incident::ids::{ActionId, FindingId, PersonName, StepId};
use crate::incident::refusal::{Field, Refusal};
use crate::incident::review::{Change, Finding, FollowUp, is_sensible};
use crate::incident::state::Incident;
use crate::incident::text::{Line, Prose};

pub(super) fn add_finding(incident: &Incident, text: Prose, about: Option<StepId>) -> Result<Event, Refusal> {
    written(&text)?;
    if let Some(step) = &about {
        step_of(incident, step)?;
    }
    if incident.findings.len() >= FINDINGS_MAX {
        return Err(Refusal::TooMany { what: Field::Findings, max: FINDINGS_MAX });
    }
    Ok(Event::Review(ReviewEvent::FindingAdded { finding: incident.last_finding.next(), text, about }))
}

pub(super) fn correct_finding(
    incident: &Incident,
    finding: FindingId,
    text: Prose,
) -> Result<Event, Refusal> {
    written(&text)?;
    match standing(incident, finding)? {
        it if it.text == text => Err(Refusal::NoChange),
        _ => Ok(Event::Review(ReviewEvent::FindingCorrected { finding, text })),
    }
}

pub(super) fn drop_finding(incident: &Incident, finding: FindingId, reason: Line) -> Result<Event, Refusal> {
    given(&reason)?;
    standing(incident, finding)?;
    Ok(Event::Review(ReviewEvent::FindingDropped { finding, reason }))
}

pub(super) fn add_action(incident: &Incident, new: NewAction) -> Result<Event, Refusal> {
    check_title(&new.title)?;
    new.owner.as_ref().map_or(Ok(()), named)?;
    new.due.map_or(Ok(()), |due| sensible(incident, due))?;
    new.finding.map_or(Ok(()), |finding| standing(incident, finding).map(|_| ()))?;
    if incident.actions.len() >= ACTIONS_MAX {
        return Err(Refusal::TooMany { what: Field::Actions, max: ACTIONS_MAX });
    }
    Ok(Event::Review(ReviewEvent::ActionAdded(Box::new(new))))
}

/// What is as it was already is left out of the record, and a change of nothing is none.
pub(super) fn change_action(incident: &Incident, mut change: ActionChange) -> Result<Event, Refusal> {
    change.title.as_ref().map_or(Ok(()), check_title)?;
    let now = open(incident, change.action)?;
    change.title = change.title.filter(|title| *title != now.title);
    change.owner = unless_same(change.owner, now.owner.as_ref());
    change.due = unless_same(change.due, now.due.as_ref());
    change.finding = unless_same(change.finding, now.finding.as_ref());
    if let Change::To(owner) = &change.owner {
        named(owner)?;
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

pub(super) fn finish_action(incident: &Incident, action: ActionId, outcome: Line) -> Result<Event, Refusal> {
    optional(&outcome)?;
    open(incident, action)?;
    Ok(Event::Review(ReviewEvent::ActionFinished { action, outcome }))
}

pub(super) fn reopen_action(incident: &Incident, action: ActionId) -> Result<Event, Refusal> {
    match action_of(incident, action)? {
        it if it.is_open() => Err(action_is(it)),
        _ => Ok(Event::Review(ReviewEvent::ActionReopened { action })),
    }
}

pub(super) fn drop_action(incident: &Incident, action: ActionId, reason: Line) -> Result<Event, Refusal> {
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

fn named(person: &PersonName) -> Result<(), Refusal> {
    super::named(&Line::new(person.as_str()), Field::Name)
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
