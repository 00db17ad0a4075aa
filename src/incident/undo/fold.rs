//! Puts back what an act replaced.

use std::sync::Arc;

use crate::incident::base::wall_clock::ActiveClock;
use crate::incident::undo::before::Before;
use crate::incident::{ActionId, FollowUp, Incident, Recorded, Seq, Step, StepId};

impl Incident {
    pub(in crate::incident) fn take_back(&mut self, recorded: &Recorded, first: Seq) {
        let Some(act) = self.acts.take(&recorded.by.person, first) else { return };
        for seq in act.first.0..=act.last.0 {
            self.log.change(Seq(seq), |entry| entry.undone = Some(recorded.seq));
        }
        for (before, _) in act.before.into_iter().rev() {
            self.restore(before);
        }
    }

    fn restore(&mut self, before: Before) {
        match before {
            Before::Title(title) => self.title = title,
            Before::Severity(severity) => self.severity = severity,
            Before::Situation(situation) => self.situation = situation,
            Before::Zone(zone) => self.zone = zone,
            Before::Status(status, active) | Before::Closing(status, active) => {
                self.status = status;
                self.active = active;
            }
            Before::Steps(order) => {
                self.steps.sort_by_key(|step| order.iter().position(|id| *id == step.id).unwrap_or(usize::MAX));
            }
            Before::Step(id, step, active) => self.restore_step(&id, step, active),
            Before::Task(id, task) => {
                if let Some(step) = self.step_mut(id.step()) {
                    restore(&mut step.tasks, |it| it.id == id, task);
                }
            }
            Before::Service(id, service) => restore(&mut self.services, |it| it.id == id, service),
            Before::Correction(entry, before) => self.log.change(entry, |entry| entry.correction = before),
            Before::Call(seq, call) => restore_in_order(&mut self.calls, |it| it.seq, seq, call),
            Before::Offer(duty, before) => {
                self.offers.retain(|offer| offer.duty != duty);
                if let Some(offer) = before {
                    restore_in_order(&mut self.offers, |it| it.seq, offer.seq, Some(offer));
                }
            }
            Before::Commander(person) => self.commander = person,
            Before::Takers(role, takers) if takers.is_empty() => {
                self.takers.remove(&role);
            }
            Before::Takers(role, takers) | Before::Revoked(role, takers) => {
                self.takers.insert(role, takers);
            }
            Before::Audience(id, None) => self.audiences.retain(|audience| audience.id != id),
            Before::Audience(_, Some(audience)) => {
                self.set_audience(audience);
            }
            Before::Proposal(seq, proposal) => {
                restore_in_order(&mut self.proposals, |it| it.seq, seq, proposal);
            }
            Before::Finding(id, finding) => restore(&mut self.findings, |it| it.id == id, finding),
            Before::Action(id, action) => self.restore_action(id, action),
            Before::Sent | Before::Nothing => {}
        }
    }

    fn restore_step(&mut self, id: &StepId, step: Option<Arc<Step>>, active: Option<ActiveClock>) {
        let now = self.steps.iter_mut().find(|it| it.id == *id);
        let step = step.zip(now).map(|(mut step, now)| {
            // Tasks are parts of their own and stay as they are.
            Arc::make_mut(&mut step).tasks = std::mem::take(&mut Arc::make_mut(now).tasks);
            step
        });
        restore(&mut self.steps, |it| it.id == *id, step);
        self.active = active.unwrap_or(self.active);
    }

    fn restore_action(&mut self, id: ActionId, mut action: Option<Arc<FollowUp>>) {
        // The finding it addresses may have been undone since.
        if let Some(action) = &mut action
            && action.finding.is_some_and(|finding| self.finding(finding).is_none())
        {
            Arc::make_mut(action).finding = None;
        }
        restore(&mut self.actions, |it| it.id == id, action);
    }
}

/// Restores an item of a list, or removes it if it was not there.
fn restore<T>(list: &mut Vec<Arc<T>>, is_it: impl Fn(&T) -> bool, before: Option<Arc<T>>) {
    let Some(place) = list.iter().position(|it| is_it(it)) else { return };
    match before {
        Some(before) => list[place] = before,
        None => {
            list.remove(place);
        }
    }
}

/// The same for a list ordered by record.
fn restore_in_order<T>(list: &mut Vec<Arc<T>>, seq_of: impl Fn(&T) -> Seq, seq: Seq, before: Option<Arc<T>>) {
    list.retain(|it| seq_of(it) != seq);
    if let Some(before) = before {
        let place = list.partition_point(|it| seq_of(it) < seq);
        list.insert(place, before);
    }
}
