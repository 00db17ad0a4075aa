//! Folds updates and their delivery.

use std::sync::Arc;

use crate::incident::undo::before::Before;
use crate::incident::{
    Audience, Delivery, DeliveryState, Fault, Incident, Line, Moment, Posted, Proposal, Push, Pushed, Recorded, Seq,
    TargetName, Update, UpdateEvent,
};

/// How many rejected pushes are kept for a retry; the log has all.
const REFUSED_PUSHES: usize = 20;

impl Incident {
    pub(in crate::incident) fn fold_update(&mut self, event: &UpdateEvent, recorded: &Recorded) -> Vec<Before> {
        let (seq, at) = (recorded.seq, recorded.at);
        match event {
            UpdateEvent::AudienceSet { audience } => {
                vec![self.set_audience(Arc::new((**audience).clone()))]
            }
            UpdateEvent::Proposed { audience, occasion, text } => {
                let by = recorded.by.person.clone();
                let (audience, occasion, text) = (audience.clone(), *occasion, text.clone());
                self.proposals.push(Arc::new(Proposal { seq, at, by, audience, occasion, text }));
                vec![Before::Proposal(seq, None)]
            }
            UpdateEvent::Dropped { proposal } => self.take_proposal(*proposal).into_iter().collect(),
            UpdateEvent::Posted(posted) => self.post(posted, recorded),
            UpdateEvent::Addressed { update, targets } => {
                self.address(*update, targets);
                Vec::new()
            }
            UpdateEvent::Pushed(pushed) => {
                let Pushed { target, audience, through, text } = pushed.as_ref();
                let (audience, text, delivery) = (audience.clone(), text.clone(), Delivery::new(target));
                self.add_push(Push { seq, at, audience, text, delivery }, *through);
                Vec::new()
            }
            UpdateEvent::Retried { message, target } => {
                self.change_delivery(*message, target, |delivery| delivery.state = DeliveryState::Pending);
                vec![Before::Sent]
            }
            UpdateEvent::SendBegun { message, target }
            | UpdateEvent::PartSent { message, target, .. }
            | UpdateEvent::Delivered { message, target, .. }
            | UpdateEvent::Delayed { message, target, .. }
            | UpdateEvent::Failed { message, target, .. } => {
                self.change_delivery(*message, target, |delivery| progress(delivery, event, at));
                Vec::new()
            }
        }
    }

    fn post(&mut self, posted: &Posted, recorded: &Recorded) -> Vec<Before> {
        let proposal = posted.proposal.and_then(|proposal| self.take_proposal(proposal));
        self.add_update(Update {
            seq: recorded.seq,
            at: recorded.at,
            by: recorded.by.person.clone(),
            audience: posted.audience.clone(),
            occasion: posted.occasion,
            text: posted.text.clone(),
            addressed: false,
            deliveries: Vec::new(),
        });
        std::iter::once(Before::Sent).chain(proposal).collect()
    }

    fn take_proposal(&mut self, seq: Seq) -> Option<Before> {
        let place = self.proposals.iter().position(|proposal| proposal.seq == seq)?;
        Some(Before::Proposal(seq, Some(self.proposals.remove(place))))
    }

    pub(in crate::incident) fn set_audience(&mut self, audience: Arc<Audience>) -> Before {
        let id = audience.id.clone();
        let place = self.audiences.iter().position(|it| it.id == id);
        let before = place.map(|place| std::mem::replace(&mut self.audiences[place], Arc::clone(&audience)));
        if before.is_none() {
            self.audiences.push(audience);
        }
        Before::Audience(id, before)
    }

    fn add_update(&mut self, update: Update) {
        Arc::make_mut(&mut self.outbox).unaddressed.insert(update.seq);
        Arc::make_mut(&mut self.updates).push(Arc::new(update));
    }

    fn address(&mut self, seq: Seq, targets: &[TargetName]) {
        let Some(place) = self.update_place(seq).filter(|place| !self.updates[*place].addressed) else {
            return;
        };
        let outbox = Arc::make_mut(&mut self.outbox);
        outbox.unaddressed.remove(&seq);
        let update = Arc::make_mut(&mut Arc::make_mut(&mut self.updates)[place]);
        update.addressed = true;
        for target in targets {
            if update.deliveries.iter().all(|delivery| delivery.target != *target) {
                update.deliveries.push(Delivery::new(target));
                outbox.wait(target, seq);
            }
        }
    }

    fn add_push(&mut self, push: Push, through: Seq) {
        let target = push.delivery.target.clone();
        // An empty text only marks where reports begin.
        if !push.text.is_empty() {
            Arc::make_mut(&mut self.outbox).wait(&target, push.seq);
            self.pushes.push(Arc::new(push));
        }
        self.pushed.insert(target, through);
    }

    /// Gives up all pending messages; a person may retry them.
    pub(in crate::incident) fn give_up_deliveries(&mut self, at: Moment, reason: &Line) {
        let unaddressed: Vec<Seq> = self.outbox.unaddressed.iter().copied().collect();
        for update in unaddressed {
            self.address(update, &[]);
        }
        let waiting: Vec<(TargetName, Seq)> = self
            .outbox
            .waiting
            .iter()
            .flat_map(|(target, messages)| messages.iter().map(|message| (target.clone(), *message)))
            .collect();
        for (target, message) in waiting {
            let reason = reason.clone();
            self.change_delivery(message, &target, |delivery| {
                delivery.state = DeliveryState::Failed { at, reason };
            });
        }
    }

    fn delivery_mut(&mut self, message: Seq, target: &TargetName) -> Option<&mut Delivery> {
        if let Some(place) = self.update_place(message) {
            let update = Arc::make_mut(&mut Arc::make_mut(&mut self.updates)[place]);
            return update.deliveries.iter_mut().find(|it| it.target == *target);
        }
        let place = self.pushes.binary_search_by_key(&message, |push| push.seq).ok()?;
        let push = Arc::make_mut(&mut self.pushes[place]);
        Some(&mut push.delivery).filter(|it| it.target == *target)
    }

    fn change_delivery(&mut self, message: Seq, target: &TargetName, change: impl FnOnce(&mut Delivery)) {
        let Some(delivery) = self.delivery_mut(message, target) else { return };
        change(delivery);
        let state = delivery.state.clone();
        let outbox = Arc::make_mut(&mut self.outbox);
        if state.waits() {
            outbox.wait(target, message);
        } else {
            outbox.settle(target, message);
        }
        match state {
            DeliveryState::Failed { at, reason } => {
                self.faults.insert(target.clone(), Fault { message, at, reason });
                self.forget_refused(target);
            }
            DeliveryState::Delivered { .. } => {
                self.faults.remove(target);
                self.pushes.retain(|push| push.seq != message);
            }
            DeliveryState::Pending | DeliveryState::Delayed { .. } => {
                if self.faults.get(target).is_some_and(|fault| fault.message == message) {
                    self.faults.remove(target);
                }
            }
        }
    }

    fn forget_refused(&mut self, target: &TargetName) {
        let refused = |push: &Push| {
            push.delivery.target == *target && matches!(push.delivery.state, DeliveryState::Failed { .. })
        };
        let count = self.pushes.iter().filter(|push| refused(push)).count();
        if count > REFUSED_PUSHES
            && let Some(oldest) = self.pushes.iter().position(|push| refused(push))
        {
            self.pushes.remove(oldest);
        }
    }
}

/// Applies an event to its delivery.
fn progress(delivery: &mut Delivery, event: &UpdateEvent, at: Moment) {
    delivery.begun = matches!(event, UpdateEvent::SendBegun { .. } | UpdateEvent::Delayed { maybe_sent: true, .. });
    match event {
        UpdateEvent::PartSent { part, repeat, .. } => {
            delivery.doubtful |= repeat;
            delivery.parts = *part;
        }
        UpdateEvent::Delivered { repeat, .. } => {
            delivery.state = DeliveryState::Delivered { at, repeat: *repeat };
        }
        UpdateEvent::Delayed { reason, .. } => {
            delivery.state = DeliveryState::Delayed { reason: reason.clone() };
        }
        UpdateEvent::Failed { reason, .. } => {
            delivery.state = DeliveryState::Failed { at, reason: reason.clone() };
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::{
        Command, Context, IncidentId, Kind, Open, Pace, Plan, Severity, Signature, Situation, SystemCommand, Who,
        decide, open,
    };

    fn incident() -> Incident {
        let audience = crate::incident::Audience {
            id: "team".parse().unwrap(),
            name: "Team".into(),
            language: None,
            every: crate::incident::Cadence::default(),
            approval: false,
            outside: false,
            nights: false,
        };
        let what = Open {
            incident: "19700101-x-aaaa".parse::<IncidentId>().unwrap(),
            title: "X".into(),
            severity: Severity::Sev1,
            kind: Kind::Real,
            pace: Pace { speed: 1, real_start: Moment::UNIX_EPOCH },
            situation: Situation::default(),
            zone: chrono_tz::UTC,
            plan: Plan { audiences: vec![audience], ..Plan::default() },
        };
        let by = Signature::new("alice", "test");
        let event = open(what, &Context::owner(Moment::UNIX_EPOCH, by.clone())).unwrap();
        Incident::begin(&Recorded { seq: Seq(1), at: Moment::UNIX_EPOCH, by, act: None, event }).unwrap()
    }

    fn reports(incident: &mut Incident, report: SystemCommand) {
        let who = Who::system();
        let context = Context::new(Moment::UNIX_EPOCH, who.clone());
        for event in decide(incident, Command::System(report), &context).unwrap() {
            let (seq, by) = (incident.seq.next(), who.by.clone());
            incident.apply(&Recorded { seq, at: Moment::UNIX_EPOCH, by, act: None, event });
        }
    }

    fn chat() -> TargetName {
        "chat".parse().unwrap()
    }

    /// A push to the chat, and its record.
    fn pushes(incident: &mut Incident) -> Seq {
        let (audience, through) = ("team".parse().unwrap(), incident.seq);
        reports(incident, SystemCommand::Push { target: chat(), audience, through, text: "x".into() });
        incident.seq
    }

    #[test]
    fn news_are_forgotten_once_delivered() {
        let mut incident = incident();
        for _ in 0..1000 {
            let message = pushes(&mut incident);
            reports(&mut incident, SystemCommand::Deliver { message, target: chat(), repeat: false });
        }
        assert!(incident.pushes.is_empty() && !incident.has_unsent());
        assert_eq!(incident.pushed(&chat()), Seq(1 + 2 * 999));
        let state = serde_json::to_string(&incident).unwrap();
        assert!(state.len() < 1500, "{} bytes", state.len());
    }

    #[test]
    fn what_a_target_refuses_is_kept_so_far_that_it_can_be_sent_again() {
        let mut incident = incident();
        let mut last = Seq::ZERO;
        for _ in 0..100 {
            last = pushes(&mut incident);
            reports(&mut incident, SystemCommand::Fail { message: last, target: chat(), reason: "gone".into() });
        }
        assert_eq!(incident.pushes.len(), REFUSED_PUSHES);
        assert_eq!(incident.pushes.last().map(|push| push.seq), Some(last));
        assert_eq!(incident.stuck(None, None).count(), REFUSED_PUSHES);
        assert!(incident.pending_delivery(&chat()).is_none());
        assert_eq!(incident.to_fix().map(|(_, fault)| fault.message).collect::<Vec<_>>(), [last]);
    }
}
