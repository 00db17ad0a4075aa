//! Folds duties that changed hands.

use std::sync::Arc;

use crate::incident::undo::before::Before;
use crate::incident::{Duty, DutyEvent, Incident, Offer, PersonName, Recorded, RoleId};

impl Incident {
    pub(in crate::incident) fn fold_duty(&mut self, event: &DutyEvent, recorded: &Recorded) -> Vec<Before> {
        match event {
            DutyEvent::Offered { duty, to, briefing } => {
                let offer = Offer {
                    seq: recorded.seq,
                    duty: duty.clone(),
                    from: recorded.by.person.clone(),
                    to: to.clone(),
                    at: recorded.at,
                    briefing: briefing.clone(),
                };
                let before = self.drop_offer(duty);
                self.offers.push(Arc::new(offer));
                vec![before]
            }
            DutyEvent::OfferDropped { duty } => vec![self.drop_offer(duty)],
            DutyEvent::HandedOver { duty, from, to } => self.hand_over(duty, from, to),
            DutyEvent::RoleRevoked { role, from } => self.revoke(role, from),
            DutyEvent::CommandTaken { .. } => self.set_commander(recorded.by.person.clone()),
        }
    }

    fn drop_offer(&mut self, duty: &Duty) -> Before {
        let place = self.offers.iter().position(|offer| offer.duty == *duty);
        Before::Offer(duty.clone(), place.map(|place| self.offers.remove(place)))
    }

    /// Ends an offer of command by the previous commander.
    fn set_commander(&mut self, person: PersonName) -> Vec<Before> {
        let before = Before::Commander(std::mem::replace(&mut self.commander, person));
        vec![before, self.drop_offer(&Duty::Command)]
    }

    fn hand_over(&mut self, duty: &Duty, from: &PersonName, to: &PersonName) -> Vec<Before> {
        let Duty::Role(role) = duty else { return self.set_commander(to.clone()) };
        let takers = self.takers.entry(role.clone()).or_default();
        let mut before = vec![Before::Takers(role.clone(), takers.clone())];
        takers.remove(from);
        takers.insert(to.clone());
        before.push(self.drop_offer(duty));
        for task in self.tasks_handed_over(role, from) {
            before.extend(self.change_task(&task, |task| task.assignee = Some(to.clone())));
        }
        before
    }

    fn revoke(&mut self, role: &RoleId, from: &PersonName) -> Vec<Before> {
        let Some(takers) = self.takers.get_mut(role) else { return Vec::new() };
        let mut before = vec![Before::Revoked(role.clone(), takers.clone())];
        takers.remove(from);
        if takers.is_empty() {
            self.takers.remove(role);
        }
        for task in self.tasks_handed_over(role, from) {
            before.extend(self.change_task(&task, |task| task.assignee = None));
        }
        before
    }
}
