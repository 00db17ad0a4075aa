//! Entries about what comes after: restored data, findings and follow-up actions.

use chrono::NaiveDate;

use crate::incident::{
    ActionChange, ActionId, Change, FindingId, Incident, Line, NewAction, PersonName, ReviewEvent,
};
use crate::lang::Lang;

impl Lang {
    pub(super) fn review_sentence(self, incident: &Incident, event: &ReviewEvent) -> String {
        match event {
            ReviewEvent::FindingAdded { finding, text, about: None } => {
                self.of_finding("log-finding-added", *finding, text.as_str())
            }
            ReviewEvent::FindingAdded { finding, text, about: Some(id) } => {
                let step = incident.step(id).map_or(id.as_str(), |step| step.title.as_str());
                let finding = finding.to_string();
                self.say_with(
                    "log-finding-added-about",
                    &[("finding", finding.into()), ("step", step.into()), ("text", text.as_str().into())],
                )
            }
            ReviewEvent::FindingCorrected { finding, text } => {
                self.of_finding("log-finding-corrected", *finding, text.as_str())
            }
            ReviewEvent::FindingDropped { finding, reason } => {
                let told = self.say_with("log-finding-dropped", &[("finding", finding.to_string().into())]);
                self.because(told, reason)
            }
            ReviewEvent::ActionAdded(new) => {
                let NewAction { action, title, owner, due, finding } = &**new;
                let told = self.titled("log-action-added", *action, title.as_str());
                let details = [
                    owner.as_ref().map(|owner| self.owned(Some(owner))),
                    due.map(|due| self.due(Some(due))),
                    finding.map(|finding| self.answers(Some(finding))),
                ];
                self.with_details(told, details.into_iter().flatten())
            }
            ReviewEvent::ActionChanged(change) => {
                let ActionChange { action, title, owner, due, finding } = &**change;
                let told = self.say_with("log-action-changed", &[("action", action.to_string().into())]);
                let renamed =
                    |title: &Line| self.say_with("log-action-title", &[("title", title.as_str().into())]);
                let details = [
                    title.as_ref().map(renamed),
                    changed(owner, |owner| self.owned(owner)),
                    changed(due, |due| self.due(due.copied())),
                    changed(finding, |finding| self.answers(finding.copied())),
                ];
                self.with_details(told, details.into_iter().flatten())
            }
            ReviewEvent::ActionFinished { action, outcome } => {
                self.because(self.of_action("log-action-finished", incident, *action), outcome)
            }
            ReviewEvent::ActionReopened { action } => {
                self.of_action("log-action-reopened", incident, *action)
            }
            ReviewEvent::ActionDropped { action, reason } => {
                self.because(self.of_action("log-action-dropped", incident, *action), reason)
            }
        }
    }

    fn of_finding(self, key: &str, finding: FindingId, text: &str) -> String {
        self.say_with(key, &[("finding", finding.to_string().into()), ("text", text.into())])
    }

    /// With the title as it is now; the number alone of an action that an undo has taken away.
    fn of_action(self, key: &str, incident: &Incident, action: ActionId) -> String {
        self.titled(key, action, incident.action(action).map_or("…", |it| it.title.as_str()))
    }

    fn titled(self, key: &str, action: ActionId, title: &str) -> String {
        self.say_with(key, &[("action", action.to_string().into()), ("title", title.into())])
    }

    fn with_details(self, told: String, details: impl Iterator<Item = String>) -> String {
        let details = details.collect::<Vec<_>>().join(", ");
        if details.is_empty() {
            return told;
        }
        self.say_with("log-action-with", &[("what", told.into()), ("details", details.into())])
    }

    fn owned(self, owner: Option<&PersonName>) -> String {
        match owner {
            Some(person) => self.say_with("log-action-owner", &[("person", person.as_str().into())]),
            None => self.say("log-action-no-owner"),
        }
    }

    fn due(self, due: Option<NaiveDate>) -> String {
        match due {
            Some(due) => self.say_with("log-action-due", &[("date", self.calendar_day(due).into())]),
            None => self.say("log-action-no-due"),
        }
    }

    fn answers(self, finding: Option<FindingId>) -> String {
        match finding {
            Some(finding) => self.say_with("log-action-finding", &[("finding", finding.to_string().into())]),
            None => self.say("log-action-no-finding"),
        }
    }
}

/// What is told of what a field holds from now on; nothing where it stays.
fn changed<T>(change: &Change<T>, tell: impl FnOnce(Option<&T>) -> String) -> Option<String> {
    match change {
        Change::Keep => None,
        Change::Clear => Some(tell(None)),
        Change::To(value) => Some(tell(Some(value))),
    }
}

/// The label that stands out before the sentence; empty for most.
pub(super) const fn label(event: &ReviewEvent) -> &'static str {
    match event {
        ReviewEvent::FindingAdded { .. } => "finding",
        _ => "",
    }
}

/// Passes on the words that a search looks into.
pub(super) fn words(incident: &Incident, event: &ReviewEvent, each: &mut impl FnMut(&str)) {
    match event {
        ReviewEvent::FindingDropped { reason, .. } => {
            each(reason.as_str());
        }
        ReviewEvent::FindingAdded { text, .. } | ReviewEvent::FindingCorrected { text, .. } => {
            each(text.as_str());
        }
        ReviewEvent::ActionAdded(new) => {
            each(new.title.as_str());
            each(new.owner.as_ref().map_or("", PersonName::as_str));
        }
        ReviewEvent::ActionChanged(change) => {
            each(action_title(incident, change.action));
            each(change.title.as_ref().map_or("", Line::as_str));
            if let Change::To(owner) = &change.owner {
                each(owner.as_str());
            }
        }
        ReviewEvent::ActionFinished { action: id, outcome: text }
        | ReviewEvent::ActionDropped { action: id, reason: text } => {
            each(action_title(incident, *id));
            each(text.as_str());
        }
        ReviewEvent::ActionReopened { action: id } => {
            each(action_title(incident, *id));
        }
    }
}

fn action_title(incident: &Incident, id: ActionId) -> &str {
    incident.action(id).map_or("", |action| action.title.as_str())
}
