//! Folds findings and follow-up actions.

use std::sync::Arc;

use crate::incident::undo::{before::Before, replace};
use crate::incident::{
    ActionChange, ActionId, Dropped, Finding, FindingId, FollowUp, FollowUpState, Incident, NewAction, Recorded,
    ReviewEvent,
};

impl Incident {
    pub(in crate::incident) fn fold_review(&mut self, event: &ReviewEvent, recorded: &Recorded) -> Vec<Before> {
        let at = recorded.at;
        let by = || recorded.by.person.clone();
        match event {
            ReviewEvent::FindingAdded { finding, text, about } => self.add_finding(Finding {
                id: *finding,
                seq: recorded.seq,
                text: text.clone(),
                about: about.clone(),
                by: by(),
                at,
                corrected: None,
                dropped: None,
            }),
            ReviewEvent::FindingCorrected { finding, text } => self.change_finding(*finding, |finding| {
                finding.text = text.clone();
                finding.corrected = Some((at, by()));
            }),
            ReviewEvent::FindingDropped { finding, reason } => {
                let dropped = Dropped { at, by: by(), reason: reason.clone() };
                self.change_finding(*finding, |finding| finding.dropped = Some(dropped))
            }
            ReviewEvent::ActionAdded(new) => {
                let NewAction { action, title, owner, due, finding } = (**new).clone();
                let (seq, by, state) = (recorded.seq, by(), FollowUpState::Open);
                self.add_action(FollowUp { id: action, seq, title, owner, due, finding, by, at, state })
            }
            ReviewEvent::ActionChanged(change) => {
                let ActionChange { action, title, owner, due, finding } = (**change).clone();
                self.change_action(action, |action| {
                    action.title = title.unwrap_or_else(|| action.title.clone());
                    action.owner = owner.applied(action.owner.take());
                    action.due = due.applied(action.due);
                    action.finding = finding.applied(action.finding);
                })
            }
            ReviewEvent::ActionFinished { action, outcome } => {
                let state = FollowUpState::Done { done_at: at, done_by: by(), outcome: outcome.clone() };
                self.change_action(*action, |action| action.state = state)
            }
            ReviewEvent::ActionReopened { action } => {
                self.change_action(*action, |action| action.state = FollowUpState::Open)
            }
            ReviewEvent::ActionDropped { action, reason } => {
                let dropped = Dropped { at, by: by(), reason: reason.clone() };
                self.change_action(*action, |action| action.state = FollowUpState::Dropped(dropped))
            }
        }
    }

    fn add_finding(&mut self, finding: Finding) -> Vec<Before> {
        let id = finding.id;
        if self.finding(id).is_some() {
            return Vec::new();
        }
        self.last_finding = self.last_finding.max(id);
        self.findings.push(Arc::new(finding));
        vec![Before::Finding(id, None)]
    }

    fn change_finding(&mut self, id: FindingId, by: impl FnOnce(&mut Finding)) -> Vec<Before> {
        let before = replace(&mut self.findings, |finding| finding.id == id, by);
        before.map(|finding| Before::Finding(id, Some(finding))).into_iter().collect()
    }

    fn add_action(&mut self, action: FollowUp) -> Vec<Before> {
        let id = action.id;
        if self.action(id).is_some() {
            return Vec::new();
        }
        self.last_action = self.last_action.max(id);
        self.actions.push(Arc::new(action));
        vec![Before::Action(id, None)]
    }

    fn change_action(&mut self, id: ActionId, by: impl FnOnce(&mut FollowUp)) -> Vec<Before> {
        let before = replace(&mut self.actions, |action| action.id == id, by);
        before.map(|action| Before::Action(id, Some(action))).into_iter().collect()
    }
}
