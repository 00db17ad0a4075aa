//! Entries about what comes after: findings and follow-up actions.

use crate::lang::vars;
use chrono::NaiveDate;

use super::Sentence;
use crate::incident::{ActionChange, ActionId, Change, FindingId, NewAction, PersonName, ReviewEvent};

impl Sentence<'_> {
    pub(super) fn review(&self, event: &ReviewEvent) -> String {
        match event {
            ReviewEvent::FindingAdded { finding, text, about: None } => {
                self.say("log-finding-added", &vars![finding, text])
            }
            ReviewEvent::FindingAdded { finding, text, about: Some(id) } => {
                let step = self.step_title(id);
                self.say("log-finding-added-about", &vars![finding, step, text])
            }
            ReviewEvent::FindingCorrected { finding, text } => self.say("log-finding-corrected", &vars![finding, text]),
            ReviewEvent::FindingDropped { finding, reason } => {
                self.because(self.say("log-finding-dropped", &vars![finding]), reason)
            }
            ReviewEvent::ActionAdded(new) => {
                let NewAction { action, title, owner, due, finding } = &**new;
                let details = [
                    owner.as_ref().map(|owner| self.owner(Some(owner))),
                    due.as_ref().map(|due| self.due(Some(due))),
                    finding.as_ref().map(|finding| self.finding(Some(finding))),
                ];
                self.with_details(self.titled("log-action-added", *action, title.as_str()), details)
            }
            ReviewEvent::ActionChanged(change) => {
                let ActionChange { action, title, owner, due, finding } = &**change;
                let details = [
                    title.as_ref().map(|title| self.say("log-action-title", &vars![title])),
                    changed(owner, |owner| self.owner(owner)),
                    changed(due, |due| self.due(due)),
                    changed(finding, |finding| self.finding(finding)),
                ];
                self.with_details(self.say("log-action-changed", &vars![action]), details)
            }
            ReviewEvent::ActionFinished { action, outcome } => {
                self.because(self.of_action("log-action-finished", *action), outcome)
            }
            ReviewEvent::ActionReopened { action } => self.of_action("log-action-reopened", *action),
            ReviewEvent::ActionDropped { action, reason } => {
                self.because(self.of_action("log-action-dropped", *action), reason)
            }
        }
    }

    /// With the current title; the number alone if an undo removed the action.
    fn of_action(&self, key: &str, action: ActionId) -> String {
        self.titled(key, action, self.incident.action(action).map_or("…", |it| it.title.as_str()))
    }

    fn titled(&self, key: &str, action: ActionId, title: &str) -> String {
        self.say(key, &vars![action = &action, title])
    }

    fn with_details(&self, what: String, details: impl IntoIterator<Item = Option<String>>) -> String {
        let details = details.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if details.is_empty() {
            return what;
        }
        self.say("log-action-with", &vars![what, details])
    }

    fn owner(&self, owner: Option<&PersonName>) -> String {
        match owner {
            Some(person) => self.say("log-action-owner", &vars![person]),
            None => self.lang.say("log-action-no-owner"),
        }
    }

    fn due(&self, due: Option<&NaiveDate>) -> String {
        match due {
            Some(due) => self.say("log-action-due", &vars![date = self.lang.calendar_day(*due)]),
            None => self.lang.say("log-action-no-due"),
        }
    }

    fn finding(&self, finding: Option<&FindingId>) -> String {
        match finding {
            Some(finding) => self.say("log-action-finding", &vars![finding]),
            None => self.lang.say("log-action-no-finding"),
        }
    }
}

fn changed<T>(change: &Change<T>, describe: impl FnOnce(Option<&T>) -> String) -> Option<String> {
    match change {
        Change::Keep => None,
        Change::Clear => Some(describe(None)),
        Change::To(value) => Some(describe(Some(value))),
    }
}
