//! Folds what people wrote in the log.

use crate::incident::undo::before::Before;
use crate::incident::{Correction, Incident, LogEvent, Recorded};

impl Incident {
    pub(in crate::incident) fn fold_log(&mut self, event: &LogEvent, recorded: &Recorded) -> Vec<Before> {
        let LogEvent::Corrected { entry, text } = event else { return vec![Before::Nothing] };
        let (at, by) = (recorded.at, recorded.by.person.clone());
        let correction = Correction { seq: recorded.seq, at, by, text: text.clone() };
        let mut before = None;
        self.log.change(*entry, |entry| before = Some(entry.correction.replace(Box::new(correction))));
        before.map(|before| Before::Correction(*entry, before)).into_iter().collect()
    }
}
