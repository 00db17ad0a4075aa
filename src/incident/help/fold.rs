//! Folds calls for help.

use std::sync::Arc;

use crate::incident::undo::{before::Before, replace};
use crate::incident::{HelpCall, HelpEvent, Incident, Recorded, Seq};

impl Incident {
    pub(in crate::incident) fn fold_help(&mut self, event: &HelpEvent, recorded: &Recorded) -> Vec<Before> {
        match event {
            HelpEvent::Asked { text, task } => {
                let (by, text, task) = (recorded.by.person.clone(), text.clone(), task.clone());
                let (seq, at) = (recorded.seq, recorded.at);
                self.calls.push(Arc::new(HelpCall { seq, by, at, text, task, taken_by: None, reply: None }));
                vec![Before::Call(seq, None)]
            }
            HelpEvent::Reopened { call, caller, asked_at, text, task, taken_by, reply } => {
                let (by, text, task) = (caller.clone(), text.clone(), task.clone());
                let place = self.calls.partition_point(|it| it.seq < *call);
                let again = HelpCall {
                    seq: *call,
                    by,
                    at: *asked_at,
                    text,
                    task,
                    taken_by: taken_by.clone(),
                    reply: reply.clone(),
                };
                self.calls.insert(place, Arc::new(again));
                vec![Before::Call(*call, None)]
            }
            HelpEvent::Taken { call } => self.change_call(*call, |it| it.taken_by = Some(recorded.by.person.clone())),
            HelpEvent::Released { call } => self.change_call(*call, |it| it.taken_by = None),
            HelpEvent::Replied { call, text } => {
                let reply = (recorded.by.person.clone(), text.clone());
                self.change_call(*call, |it| it.reply = Some(reply))
            }
            HelpEvent::Answered { call } => {
                let place = self.calls.iter().position(|it| it.seq == *call);
                let before = place.map(|place| Before::Call(*call, Some(self.calls.remove(place))));
                before.into_iter().collect()
            }
        }
    }

    fn change_call(&mut self, seq: Seq, by: impl FnOnce(&mut HelpCall)) -> Vec<Before> {
        let before = replace(&mut self.calls, |call| call.seq == seq, by);
        before.map(|call| Before::Call(seq, Some(call))).into_iter().collect()
    }
}
