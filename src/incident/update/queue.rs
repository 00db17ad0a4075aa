//! The queue of messages, as part of the state: a crash of the dispatcher loses nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::incident::{
    AudienceId, Delivery, DeliveryState, Fault, Incident, PendingDelivery, PersonName, Proposal, Prose, Push, Seq,
    Signature, TargetName, Update,
};

impl Incident {
    pub fn update(&self, seq: Seq) -> Option<&Arc<Update>> {
        self.update_place(seq).map(|place| &self.updates[place])
    }

    pub fn proposal(&self, seq: Seq) -> Option<&Arc<Proposal>> {
        self.proposals.iter().find(|proposal| proposal.seq == seq)
    }

    pub fn unaddressed(&self) -> impl Iterator<Item = &Arc<Update>> {
        self.outbox.unaddressed.iter().filter_map(|seq| self.update(*seq))
    }

    pub fn has_unsent(&self) -> bool {
        !self.outbox.unaddressed.is_empty() || !self.outbox.waiting.is_empty()
    }

    /// The oldest pending message of a target.
    pub fn pending_delivery(&self, target: &TargetName) -> Option<PendingDelivery> {
        let message = *self.outbox.waiting.get(target)?.first()?;
        let Delivery { state, begun, parts, .. } = self.delivery(message, target)?.clone();
        let delayed = if let DeliveryState::Delayed { reason } = state { Some(reason) } else { None };
        let pending = |audience: &AudienceId, occasion, text: &Prose, by: PersonName, at| PendingDelivery {
            message,
            audience: audience.clone(),
            occasion,
            text: text.clone(),
            by,
            at,
            begun,
            parts,
            delayed,
        };
        if let Some(it) = self.update(message) {
            return Some(pending(&it.audience, Some(it.occasion), &it.text, it.by.clone(), it.at));
        }
        let push = self.push(message)?;
        Some(pending(&push.audience, None, &push.text, Signature::system().person, push.at))
    }

    pub fn waiting(&self, target: &TargetName) -> usize {
        self.outbox.waiting.get(target).map_or(0, BTreeSet::len)
    }

    pub fn awaited(&self) -> impl Iterator<Item = &TargetName> {
        self.outbox.waiting.keys()
    }

    /// Targets whose newest answer was a refusal, and why.
    pub fn to_fix(&self) -> impl Iterator<Item = (&TargetName, &Fault)> {
        self.faults.iter()
    }

    /// The last record reported to a target by automatic messages.
    pub fn pushed(&self, target: &TargetName) -> Seq {
        // The other machine reported everything before the log moved here.
        self.pushed.get(target).copied().unwrap_or_default().max(self.moved)
    }

    pub fn delivery(&self, message: Seq, target: &TargetName) -> Option<&Delivery> {
        match self.update(message) {
            Some(update) => update.deliveries.iter().find(|delivery| delivery.target == *target),
            None => self.push(message).map(|push| &push.delivery).filter(|it| it.target == *target),
        }
    }

    /// Whether a retry would send anything.
    pub fn can_retry(&self, message: Option<Seq>, target: Option<&TargetName>) -> bool {
        self.stuck(message, target).next().is_some()
    }

    /// The deliveries that a retry sends: failed, or waiting for their next try.
    pub(in crate::incident) fn stuck<'a>(
        &'a self,
        message: Option<Seq>,
        target: Option<&'a TargetName>,
    ) -> impl Iterator<Item = (Seq, &'a TargetName)> {
        let updates = self.updates.iter();
        let of_updates = updates.flat_map(|it| it.deliveries.iter().map(move |delivery| (it.seq, delivery)));
        let of_pushes = self.pushes.iter().map(|push| (push.seq, &push.delivery));
        of_updates
            .chain(of_pushes)
            .filter(move |(seq, _)| message.is_none_or(|message| message == *seq))
            .filter(move |(_, delivery)| target.is_none_or(|target| *target == delivery.target))
            .filter(|(_, delivery)| {
                matches!(delivery.state, DeliveryState::Failed { .. } | DeliveryState::Delayed { .. })
            })
            .map(|(seq, delivery)| (seq, &delivery.target))
    }

    fn push(&self, seq: Seq) -> Option<&Push> {
        let place = self.pushes.binary_search_by_key(&seq, |push| push.seq).ok()?;
        self.pushes.get(place).map(AsRef::as_ref)
    }

    pub(in crate::incident) fn update_place(&self, seq: Seq) -> Option<usize> {
        self.updates.binary_search_by_key(&seq, |update| update.seq).ok()
    }
}
