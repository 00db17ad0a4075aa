//! What is still to be sent, found without a walk.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::incident::{Seq, TargetName};

/// What has to go out, found without a walk.
#[derive(Clone, Debug, Default)]
pub(in crate::incident) struct Outbox {
    /// Updates without targets yet.
    pub(in crate::incident) unaddressed: BTreeSet<Seq>,
    /// What waits for each target, the oldest first.
    pub(in crate::incident) waiting: BTreeMap<TargetName, BTreeSet<Seq>>,
}

impl Outbox {
    pub(in crate::incident) fn wait(&mut self, target: &TargetName, message: Seq) {
        self.waiting.entry(target.clone()).or_default().insert(message);
    }

    pub(in crate::incident) fn settle(&mut self, target: &TargetName, message: Seq) {
        if let Some(waiting) = self.waiting.get_mut(target) {
            waiting.remove(&message);
            if waiting.is_empty() {
                self.waiting.remove(target);
            }
        }
    }
}
