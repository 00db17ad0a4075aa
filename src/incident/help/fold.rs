//! Folds calls for help.

use std::sync::Arc;

use crate::incident::undo::before::Before;
use crate::incident::{HelpCall, HelpEvent, Incident, Recorded};

impl Incident {
    pub(in crate::incident) fn fold_help(&mut self, event: &HelpEvent, recorded: &Recorded) -> Vec<Before> {
        match event {
            HelpEvent::Asked { text, task } => {
                let (by, text, task) = (recorded.by.person.clone(), text.clone(), task.clone());
                let (seq, at) = (recorded.seq, recorded.at);
                self.calls.push(Arc::new(HelpCall { seq, by, at, text, task }));
                vec![Before::Call(seq, None)]
            }
            HelpEvent::Reopened { call, caller, asked_at, text, task } => {
                let (by, text, task) = (caller.clone(), text.clone(), task.clone());
                let place = self.calls.partition_point(|it| it.seq < *call);
                self.calls.insert(place, Arc::new(HelpCall { seq: *call, by, at: *asked_at, text, task }));
                vec![Before::Call(*call, None)]
            }
            HelpEvent::Answered { call } => {
                let place = self.calls.iter().position(|it| it.seq == *call);
                let before = place.map(|place| Before::Call(*call, Some(self.calls.remove(place))));
                before.into_iter().collect()
            }
        }
    }
}
